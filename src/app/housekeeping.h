// SPDX-License-Identifier: Apache-2.0
// What is kept for a time only: answers to idempotency keys for 30 days, changes that live screens hear of for one day,
// sessions until they end.
#pragma once

#include "app/ports/unit_of_work.h"

namespace paceline {

inline constexpr std::int64_t kAnswerSeconds = 30 * kSecondsPerDay;
inline constexpr std::int64_t kChangeSeconds = kSecondsPerDay;

/// Harmless when repeated.
[[nodiscard]] Result<void> forget_what_is_over(Instant now, LedgerStore& ledger, AccessStore& access);

}  // namespace paceline
