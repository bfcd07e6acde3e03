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

Result<PacePrior> prior_of(const PaceHistory& history, const WorkTime& time) {
  if (!history.rep_since) return PacePrior{};
  double minutes = 0;
  for (Day day = std::clamp(*history.rep_since, history.weeks.from, history.weeks.to); day < history.weeks.to; ++day) {
    const WorkDay there = work_day(time, day);
    minutes += static_cast<double>(there.present) * there.share_bp / kAllBp;
  }
  const double days = full_time_days(time.calendar, minutes);
  return days > 0 ? prior_from_history(history.counted, days, kStrengthDays) : PacePrior{};
}

}  // namespace paceline
