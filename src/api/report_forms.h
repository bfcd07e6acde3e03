// SPDX-License-Identifier: Apache-2.0
// Period reports in their JSON forms.
#pragma once

#include <map>

#include "api/forms/report.h"
#include "app/late_facts.h"
#include "app/read_pace.h"
#include "app/report_sight.h"

namespace paceline::api {

// What people said is shown as it stood at `as_of`; the report itself never changes.

/// People's names, each asked for once.
class PeopleNames {
 public:
  explicit PeopleNames(PeopleStore& people) : people_(people) {}
  /// Empty for nobody.
  [[nodiscard]] Result<std::string> of(UserId user_id);

 private:
  PeopleStore& people_;
  std::map<UserId, std::string> known_;
};

/// In the order of the reports.
[[nodiscard]] Result<std::vector<form::ReportLine>> report_lines(const std::vector<PeriodReport>& reports,
                                                                 Instant as_of, Stores& stores);

/// The same without what was asked and counted. `may_decide` is left false.
[[nodiscard]] Result<std::vector<form::VerdictLine>> verdict_lines(const std::vector<PeriodReport>& reports,
                                                                   Instant as_of, Stores& stores);

/// What the reader may see of it.
[[nodiscard]] Result<form::Report> report_form(const StoredReport& stored, const ReportSight& sight, Instant as_of,
                                               Stores& stores);

[[nodiscard]] Result<form::LateFacts> late_form(const PeriodReport& report, const ReportSight& sight, AsOf when,
                                                Stores& stores);

/// One page of the rows, oldest first.
[[nodiscard]] Result<form::List<form::ReportRow>> report_rows(std::vector<ReportRow> rows,
                                                              const form::ReportRowsQuery& query,
                                                              const ReportSight& sight, ContactStore& contacts);

}  // namespace paceline::api
