// SPDX-License-Identifier: Apache-2.0
// How far ahead of the server's clock a told time may be: the clocks of phones and browsers are not quite right.
#pragma once

#include "base/instant.h"

namespace paceline {

inline constexpr std::int64_t kClockToleranceSeconds = 300;

/// The latest moment that is not yet refused as being in the future.
[[nodiscard]] inline Instant latest_told(Instant now) {
  return now.plus_seconds(kClockToleranceSeconds);
}

}  // namespace paceline
