// SPDX-License-Identifier: Apache-2.0
#include "app/offer_times.h"

#include <algorithm>

#include "app/quotas_of.h"

namespace paceline {
namespace {

constexpr std::int64_t kMinuteSeconds = 60;

/// The moment when the local clock shows the minute, also on a day when clocks jump before it.
Result<Instant> moment_at(Day day, int minute_of_day, const std::string& zone, const Zones& zones) {
  PACELINE_TRY(const Instant start, zones.start_of(day, zone));
  const Instant guess = start.plus_seconds(minute_of_day * kMinuteSeconds);
  PACELINE_TRY(const LocalTime local, zones.local(guess, zone));
  const int off = (local.day - day) * kMinutesPerDay + local.minute_of_day - minute_of_day;
  return guess.plus_seconds(-off * kMinuteSeconds);
}

}  // namespace

Result<std::vector<TimeSpan>> offer_times(const TimesAsked& asked, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const RepTerms rep, terms_of(asked.rep_id, stores));
  const std::string& zone = rep.placement.user.zone;
  PACELINE_TRY(const LocalTime first, zones.local(asked.from, zone));
  std::vector<TimeSpan> work;
  for (int ahead = 0; ahead < asked.days; ++ahead) {
    const Day day = first.day + ahead;
    const int minutes = work_day(rep.time, day).present;
    if (minutes == 0) continue;
    const int begins = std::min(rep.time.calendar.day_start_minute, kMinutesPerDay - minutes);
    PACELINE_TRY(const Instant from, moment_at(day, begins, zone, zones));
    PACELINE_TRY(const LocalTime there, zones.local(from, zone));
    if (there.day != day) continue;  // the zone left that day out
    work.push_back({std::max(from, asked.from), from.plus_seconds(minutes * kMinuteSeconds)});
  }
  if (work.empty()) return std::vector<TimeSpan>();
  PACELINE_TRY(const auto appointments, stores.appointments.of_rep(asked.rep_id, asked.from, work.back().to));
  std::vector<TimeSpan> taken;
  for (const KnownAppointment& each : appointments) {
    const bool stands = each.now.state == AppointmentState::set || each.now.state == AppointmentState::held;
    if (stands) taken.push_back({each.now.starts_at, each.now.ends_at});
  }
  return free_times(work, taken, asked.minutes, asked.most);
}

}  // namespace paceline
