// SPDX-License-Identifier: Apache-2.0
// A moment in time: microseconds since 1970-01-01 00:00 UTC. Never a local time.
//
// Text is RFC 3339 with a zone: "2026-11-27T09:31:00Z" or "2026-11-27T11:31:00.25+02:00".
// Worked example: parse_instant("1970-01-01T00:00:01Z")->microseconds() == 1'000'000; without a zone it is refused.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline {

inline constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
inline constexpr std::int64_t kSecondsPerDay = 86'400;

class Instant {
 public:
  constexpr Instant() = default;
  constexpr explicit Instant(std::int64_t microseconds) : microseconds_(microseconds) {}
  [[nodiscard]] constexpr std::int64_t microseconds() const { return microseconds_; }
  friend constexpr auto operator<=>(Instant, Instant) = default;
  [[nodiscard]] constexpr Instant plus_seconds(std::int64_t seconds) const {
    return Instant(microseconds_ + seconds * kMicrosecondsPerSecond);
  }
  /// Whole microseconds from `earlier` to this.
  [[nodiscard]] constexpr std::int64_t microseconds_since(Instant earlier) const {
    return microseconds_ - earlier.microseconds_;
  }

 private:
  std::int64_t microseconds_ = 0;
};

/// Later than whatever is stored: what is known by then is all that is known.
inline constexpr Instant kEver{INT64_MAX};

/// The last one that has a text: 9999-12-31T23:59:59.999999Z.
inline constexpr Instant kLastInstant{253'402'300'799'999'999};

/// Returns invalid "instant.malformed", "instant.zone_missing" or "instant.out_of_range" (no such date or time, or
/// before 1970 or after 9999). A leap second (":60") is out of range. Digits past the microsecond are refused.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);

/// UTC, with a fraction only when there is one: "2026-11-27T09:31:00Z", "2026-11-27T09:31:00.250000Z".
[[nodiscard]] std::string to_text(Instant instant);

}  // namespace paceline
