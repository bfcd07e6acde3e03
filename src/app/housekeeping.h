// SPDX-License-Identifier: Apache-2.0
// What is kept for a time only: answers to idempotency keys for 30 days, sessions until they end.
#pragma once

#include "app/ports/unit_of_work.h"

namespace paceline {

inline constexpr std::int64_t kAnswerSeconds = 30 * kSecondsPerDay;

/// Of every organisation. Harmless when repeated.
[[nodiscard]] Result<void> forget_what_is_over(UnitOfWork& unit, Instant now);

}  // namespace paceline
