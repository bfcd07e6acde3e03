// SPDX-License-Identifier: Apache-2.0
#include "base/instant.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/day.h"
#include "base/digits.h"

namespace paceline {
namespace {

struct Clock {
  int seconds = 0;
  std::string_view rest;  // fraction and zone
};

Result<Clock> parse_clock(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return fail(Fault::invalid, "instant.malformed");
  const auto hour = parse_digits(text.substr(0, 2));
  const auto minute = parse_digits(text.substr(3, 2));
  const auto second = parse_digits(text.substr(6, 2));
  if (!hour || !minute || !second) return fail(Fault::invalid, "instant.malformed");
  if (*hour > 23 || *minute > 59 || *second > 59) return fail(Fault::invalid, "instant.out_of_range");
  return Clock{(*hour * 60 + *minute) * 60 + *second, text.substr(8)};
}

Result<int> take_fraction(std::string_view& rest) {
  if (rest.empty() || rest.front() != '.') return 0;
  const auto end = std::find_if(rest.begin() + 1, rest.end(), [](char c) { return c < '0' || c > '9'; });
  const auto digits = rest.substr(1, static_cast<std::size_t>(end - rest.begin()) - 1);
  if (digits.empty() || digits.size() > 6) return fail(Fault::invalid, "instant.malformed");
  int microseconds = *parse_digits(digits);
  for (std::size_t i = digits.size(); i < 6; ++i) microseconds *= 10;
  rest.remove_prefix(digits.size() + 1);
  return microseconds;
}

Result<int> parse_offset_seconds(std::string_view zone) {
  if (zone.empty()) return fail(Fault::invalid, "instant.zone_missing");
  if (zone == "Z" || zone == "z") return 0;
  if (zone.size() != 6 || zone[3] != ':' || (zone[0] != '+' && zone[0] != '-')) {
    return fail(Fault::invalid, "instant.malformed");
  }
  const auto hours = parse_digits(zone.substr(1, 2));
  const auto minutes = parse_digits(zone.substr(4, 2));
  if (!hours || !minutes) return fail(Fault::invalid, "instant.malformed");
  if (*hours > 23 || *minutes > 59) return fail(Fault::invalid, "instant.out_of_range");
  const int seconds = (*hours * 60 + *minutes) * 60;
  return zone[0] == '+' ? seconds : -seconds;
}

}  // namespace

Result<Instant> parse_instant(std::string_view text) {
  if (text.size() < 19 || (text[10] != 'T' && text[10] != 't')) return fail(Fault::invalid, "instant.malformed");
  const auto day = parse_day(text.substr(0, 10));
  if (!day)
    return fail(Fault::invalid, day.error().code == "day.out_of_range" ? "instant.out_of_range" : "instant.malformed");
  PACELINE_TRY(auto clock, parse_clock(text.substr(11)));
  PACELINE_TRY(const int fraction, take_fraction(clock.rest));
  PACELINE_TRY(const int offset, parse_offset_seconds(clock.rest));
  const std::int64_t seconds = std::int64_t{day->count()} * kSecondsPerDay + clock.seconds - offset;
  const Instant instant(seconds * kMicrosecondsPerSecond + fraction);
  if (instant < Instant() || instant > kLastInstant) return fail(Fault::invalid, "instant.out_of_range");
  return instant;
}

std::string to_text(Instant instant) {
  constexpr std::int64_t day_length = kSecondsPerDay * kMicrosecondsPerSecond;
  const Day day(static_cast<std::int32_t>(instant.microseconds() / day_length));
  const std::int64_t within = instant.microseconds() % day_length;
  const std::int64_t seconds = within / kMicrosecondsPerSecond;
  const std::int64_t fraction = within % kMicrosecondsPerSecond;
  const auto clock = fmt::format("{}T{:02}:{:02}:{:02}", to_text(day), seconds / 3600, seconds / 60 % 60, seconds % 60);
  return fraction == 0 ? clock + "Z" : fmt::format("{}.{:06}Z", clock, fraction);
}

}  // namespace paceline
