// SPDX-License-Identifier: Apache-2.0
#include "quota/history.h"

#include <algorithm>

#include "quota/pace.h"

namespace paceline {
namespace {

constexpr int kHistoryDays = 28;
constexpr double kStrengthDays = 5;

}  // namespace

Period history_before(Day start) {
  return Period{std::max(kFirstDay, start - kHistoryDays), start};
}

Result<PacePrior> prior_of(const PaceHistory& history, const WorkingCalendar& calendar) {
  if (!history.rep_since) return PacePrior{};
  const Period there{std::clamp(*history.rep_since, history.weeks.from, history.weeks.to), history.weeks.to};
  const double days = full_time_days(calendar, available_minutes(calendar, there));
  return days > 0 ? prior_from_history(history.counted, days, kStrengthDays) : PacePrior{};
}

}  // namespace paceline
