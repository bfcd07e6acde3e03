// SPDX-License-Identifier: Apache-2.0
// How far ahead of the server's clock a told time may be: the clocks of phones and browsers are not quite right.
#pragma once

#include "base/instant.h"

namespace paceline {

/// The latest moment that is not yet refused as being in the future.
[[nodiscard]] inline Instant latest_told(Instant now) {
  constexpr std::int64_t kToleranceSeconds = 300;
  return now.plus_seconds(kToleranceSeconds);
}

}  // namespace paceline
