// SPDX-License-Identifier: Apache-2.0
// One page of period reports as a caller may read them: which statement finds them, and where the next page begins.
#pragma once

#include "api/backend.h"
#include "api/forms/report.h"
#include "app/as_of.h"
#include "app/report_sight.h"

namespace paceline::api {

/// Of what people said, all when now is asked for: whatever another server's clock says.
[[nodiscard]] Instant said_until(AsOf when);

/// REQUIRES: the call outlives it.
[[nodiscard]] Result<ReportReader> reader_for(const Call& call, const Backend& backend, Stores& stores);

/// What the query asks for, of the people for whom the caller has the right; one report more than a page, which tells
/// whether there is a next one. Returns not_found "rep.not_found", "quota.not_found", "team.not_found", invalid
/// "query.cursor.malformed" at "?cursor", or forbidden as authorise() says for a rep's question about another rep and
/// for the team.
[[nodiscard]] Result<ReportPage> page_for(Right right, const form::ReportsQuery& query, AsOf when, const Call& call,
                                          ReportReader& reader, Stores& stores);

/// The cursor of the page that follows this report: "<first day, as days since 1970>.<report>".
[[nodiscard]] std::string cursor_after(const ReportHead& last);

}  // namespace paceline::api
