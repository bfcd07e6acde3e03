// SPDX-License-Identifier: Apache-2.0
#include "quota/proration.h"

#include <algorithm>

namespace paceline {
namespace {

std::int64_t amount_on(const Quota& quota, Day day) {
  const QuotaVersion* version = version_on(quota, day);
  return version == nullptr ? 0 : version->amount;
}

class Parts {
 public:
  void add(ProrationWhy why, std::int64_t minutes) { minutes_.at(static_cast<std::size_t>(why)) += minutes; }
  [[nodiscard]] std::vector<ProrationPart> list() const {
    std::vector<ProrationPart> parts;
    for (std::size_t i = 0; i < minutes_.size(); ++i) {
      if (minutes_.at(i) != 0) parts.push_back({static_cast<ProrationWhy>(i), minutes_.at(i)});
    }
    return parts;
  }

 private:
  std::array<std::int64_t, 3> minutes_{};
};

}  // namespace

Proration prorate(const Quota& quota, const WorkingCalendar& calendar, Period period) {
  Proration result;
  Parts parts;
  Wide asked = 0;
  Wide asked_full = 0;
  for (Day day = period.from; day < period.to; ++day) {
    const int full = full_minutes(calendar, day);
    const bool started = version_on(quota, day) != nullptr;
    const int available = started ? available_minutes(calendar, day) : 0;
    const std::int64_t amount = amount_on(quota, day);
    result.minutes += available;
    result.minutes_full += full;
    asked += Wide{amount} * available;
    asked_full += Wide{amount} * full;
    if (!started) {
      parts.add(ProrationWhy::before_start, full);
    } else if (available != full) {
      parts.add(available < full ? ProrationWhy::holiday : ProrationWhy::moved_day, full - available);
    }
  }
  result.parts = parts.list();
  result.excused = result.minutes == 0 || result.minutes_full == 0;
  if (result.minutes_full > 0) {
    result.amount = round_half_up(asked, result.minutes_full);
    result.amount_full = round_half_up(asked_full, result.minutes_full);
  }
  return result;
}

double planned_until(const Quota& quota, const WorkingCalendar& calendar, Period period, Day today,
                     int minutes_of_today) {
  const std::int64_t full = full_minutes(calendar, period);
  if (full == 0) return 0;
  Wide planned = 0;
  for (Day day = period.from; day < std::min(today, period.to); ++day) {
    planned += Wide{amount_on(quota, day)} * available_minutes(calendar, day);
  }
  if (period.contains(today)) planned += Wide{amount_on(quota, today)} * minutes_of_today;
  return static_cast<double>(planned) / static_cast<double>(full);
}

}  // namespace paceline
