// SPDX-License-Identifier: Apache-2.0
#include "calendar/zone_files.h"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace paceline {
namespace {

namespace chrono = std::chrono;
using Microseconds = chrono::time_point<chrono::system_clock, chrono::microseconds>;

Result<const date::time_zone*> find_zone(std::string_view zone) {
  try {
    return date::locate_zone(zone);
  } catch (const std::runtime_error&) {
    return fail(Fault::invalid, "zone.unknown");
  }
}

}  // namespace

Instant SystemClock::now() const {
  const auto since = chrono::system_clock::now().time_since_epoch();
  return Instant(chrono::duration_cast<chrono::microseconds>(since).count());
}

Result<LocalTime> ZoneFiles::local(Instant instant, std::string_view zone) const {
  PACELINE_TRY(const date::time_zone* const found, find_zone(zone));
  const auto local = found->to_local(Microseconds(chrono::microseconds(instant.microseconds())));
  const auto midnight = date::floor<date::days>(local);
  const auto minutes = chrono::duration_cast<chrono::minutes>(local - midnight);
  return LocalTime{Day(midnight.time_since_epoch().count()), static_cast<int>(minutes.count())};
}

Result<Instant> ZoneFiles::start_of(Day day, std::string_view zone) const {
  PACELINE_TRY(const date::time_zone* const found, find_zone(zone));
  const date::local_days midnight{date::days(day.count())};
  const auto moment = found->to_sys(midnight, date::choose::earliest);
  return Instant(chrono::duration_cast<chrono::microseconds>(moment.time_since_epoch()).count());
}

}  // namespace paceline
