// SPDX-License-Identifier: Apache-2.0
#include "app/verify_reports.h"

namespace paceline {

Result<ReportVerification> verify_reports(const Secrets& secrets, ReportStore& reports) {
  ReportVerification result;
  PACELINE_TRY(const auto all, reports.all());
  for (const ReportId report_id : all) {
    PACELINE_TRY(const auto stored, reports.find(report_id));
    if (!stored) continue;
    ++result.period_report;
    const std::string cell = "report " + to_text(report_id);
    const std::string computed = secrets.fingerprint(canonical_text(stored->report));
    if (computed != stored->checksum) {
      result.differences.push_back({"period_report", cell, stored->checksum, computed});
    }
    for (const std::string& contradiction : contradictions(stored->report)) {
      result.differences.push_back(
          {"period_report", cell, "counted " + std::to_string(stored->report.counted), contradiction});
    }
  }
  return result;
}

}  // namespace paceline
