// SPDX-License-Identifier: Apache-2.0
// The rows behind a number: every activity of the rep in the quota's period, or every sale, with the reason why it
// counts or does not.
#pragma once

#include "app/quotas_of.h"

namespace paceline {

/// The verdicts, oldest first, on what was known at `as_of`.
[[nodiscard]] Result<std::vector<Evidence>> read_evidence(const QuotaInForce& quota, RepId rep_id, Instant as_of,
                                                          Stores& stores);

/// The same of a rule by itself, whatever a quota asks: what a stretch of history is counted by.
[[nodiscard]] Result<std::vector<Evidence>> read_verdicts(const Rule& rule, RepId rep_id, Period period, Instant as_of,
                                                          Stores& stores);

}  // namespace paceline
