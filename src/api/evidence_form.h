// SPDX-License-Identifier: Apache-2.0
// The verdicts on a quota's activities as a page of rows, newest first, with the tally of reasons.
#pragma once

#include "api/forms/quota.h"
#include "app/ports/unit_of_work.h"
#include "app/quotas_of.h"

namespace paceline::api {

/// Of all verdicts, oldest first: those that the query asks for. The tally is over all of them but for other kinds
/// where the query leaves those out. Returns invalid "query.cursor.malformed".
[[nodiscard]] Result<form::Evidence> evidence_form(const QuotaInForce& quota, std::vector<Evidence> verdicts,
                                                   const form::EvidenceQuery& query, Stores& stores);

}  // namespace paceline::api
