// SPDX-License-Identifier: Apache-2.0
#include "app/written_instant.h"

namespace paceline {
namespace {

constexpr std::int64_t kSecondsOfMinute = 60;
constexpr std::int64_t kMinutesOfDay = kSecondsPerDay / kSecondsOfMinute;

/// Minutes on the zone's own clock since 1970.
std::int64_t minutes_of(const LocalTime& local) {
  return local.day.count() * kMinutesOfDay + local.minute_of_day;
}

}  // namespace

Result<Instant> instant_of(const WrittenMoment& written, std::string_view zone, const Zones& zones) {
  if (written.offset_minute) {
    const Instant in_utc(written.day.count() * kSecondsPerDay * kMicrosecondsPerSecond + written.microsecond);
    return in_utc.plus_seconds(-*written.offset_minute * kSecondsOfMinute);
  }
  PACELINE_TRY(const Instant start, zones.start_of(written.day, zone));
  if (written.precision != Precision::second) return start;
  const Instant guess(start.microseconds() + written.microsecond);
  const std::int64_t minute = written.microsecond / (kSecondsOfMinute * kMicrosecondsPerSecond);
  const std::int64_t asked = written.day.count() * kMinutesOfDay + minute;
  PACELINE_TRY(const LocalTime local, zones.local(guess, zone));
  const std::int64_t off = minutes_of(local) - asked;
  if (off == 0) return guess;
  const Instant mended = guess.plus_seconds(-off * kSecondsOfMinute);
  PACELINE_TRY(const LocalTime checked, zones.local(mended, zone));
  return minutes_of(checked) == asked ? mended : guess;
}

Result<Instant> end_of(const WrittenMoment& written, std::string_view zone, const Zones& zones) {
  if (written.precision == Precision::second) return instant_of(written, zone, zones);
  if (written.precision == Precision::day) return zones.start_of(written.day + 1, zone);
  const Date date = date_of(written.day);
  const bool december = date.month == 12;
  return zones.start_of(day_of({december ? date.year + 1 : date.year, december ? 1 : date.month + 1, 1}), zone);
}

}  // namespace paceline
