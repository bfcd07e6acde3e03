// SPDX-License-Identifier: Apache-2.0
#include "app/verify_reports.h"
#include "cli/commands.h"
#include "cli/operator_only.h"
#include "json/json.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Difference, (), (table, cell, stored, computed))

}  // namespace paceline

namespace paceline::cli {
namespace {

struct CellsChecked {
  std::int64_t count_day = 0;
  std::int64_t count_first = 0;
  std::int64_t activity_now = 0;
  std::int64_t period_report = 0;
  std::int64_t contact_phone = 0;
  std::int64_t opportunity_now = 0;
  std::int64_t sale_now = 0;
  std::int64_t estimate_now = 0;
  std::int64_t trial_now = 0;
  std::int64_t activity_evidence = 0;
  std::int64_t appointment_now = 0;
};
BOOST_DESCRIBE_STRUCT(CellsChecked, (),
                      (count_day, count_first, activity_now, period_report, contact_phone, opportunity_now, sale_now,
                       estimate_now, trial_now, activity_evidence, appointment_now))

struct VerifyAnswer {
  bool ok = false;
  CellsChecked checked;
  std::vector<Difference> differences;
};
BOOST_DESCRIBE_STRUCT(VerifyAnswer, (), (ok, checked, differences))

}  // namespace

int verify_counts(Environment& environment, const Place& place) {
  if (const int refused = require_operator(environment, place, Reach::one_organisation); refused != kOk) return refused;
  Verification found;
  ReportVerification reports;
  const auto read = environment.read(place, [&](const api::Backend& backend) -> Result<void> {
    PACELINE_TRY(const OrgId org_id, operators_organisation(place.org, backend.identity()));
    PACELINE_TRY(found, read_as<Verification>(backend.unit, org_id, [](Stores& stores) { return verify(stores); }));
    PACELINE_TRY(reports, read_as<ReportVerification>(backend.unit, org_id, [&](Stores& stores) {
                   return verify_reports(backend.secrets, stores.reports);
                 }));
    return {};
  });
  if (!read) return refuse(read.error());
  auto differences = std::move(found.differences);
  differences.insert(differences.end(), reports.differences.begin(), reports.differences.end());
  const VerifyAnswer answer{differences.empty(),
                            {found.count_day, found.count_first, found.activity_now, reports.period_report,
                             found.contact_phone, found.opportunity_now, found.sale_now, found.estimate_now,
                             found.trial_now, found.activity_evidence, found.appointment_now},
                            differences};
  print(place.json, json::write(answer));
  return answer.ok ? kOk : kCheckFailed;
}

}  // namespace paceline::cli
