// SPDX-License-Identifier: Apache-2.0
// What is kept for a time only: answers to idempotency keys for 30 days, changes that live screens hear of for one day,
// sessions until they end, who looked at whose figures for a year.
#pragma once

#include "app/ports/unit_of_work.h"

namespace paceline {

inline constexpr std::int64_t kAnswerSeconds = 30 * kSecondsPerDay;
inline constexpr std::int64_t kChangeSeconds = kSecondsPerDay;
inline constexpr int kLookDays = 366;

/// Of each of the four, in one transaction: so that none takes long.
inline constexpr int kForgottenAtOnce = 1000;

/// Harmless when repeated. Returns whether there may be more.
[[nodiscard]] Result<bool> forget_what_is_over(Instant now, Stores& stores);

}  // namespace paceline
