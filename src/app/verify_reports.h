// SPDX-License-Identifier: Apache-2.0
// Proves the period reports: each has the checksum that was taken when it was made, and its rows, days and adjustments
// sum to what it says.
#pragma once

#include "app/ports/secrets.h"
#include "app/verify.h"

namespace paceline {

struct ReportVerification {
  std::int64_t period_report = 0;  ///< reports checked
  std::vector<Difference> differences;
};

[[nodiscard]] Result<ReportVerification> verify_reports(const Secrets& secrets, ReportStore& reports);

}  // namespace paceline
