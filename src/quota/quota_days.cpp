// SPDX-License-Identifier: Apache-2.0
#include "quota/quota_days.h"

#include <algorithm>

namespace paceline {

std::vector<QuotaDay> quota_days(const Quota& quota, const Placement& placement, const Company& company,
                                 const WorkTime& time, Period period) {
  std::vector<QuotaDay> days;
  days.reserve(static_cast<std::size_t>(period.days()));
  for (Day day = period.from; day < period.to; ++day) {
    QuotaDay entry{day, false, {}, {}, work_day(time, day), work_day(time, day)};
    if (const QuotaVersion* version = version_on(quota, day)) {
      entry.started = true;
      entry.amounts = asked_of(*version, placement, company, day);
      entry.rule_id = version->rule_id;
      entry.asked = work_day(time, day, version->excuses);
    }
    days.push_back(entry);
  }
  return days;
}

Period asked_span(const std::vector<QuotaDay>& days) {
  const auto asks = [](const QuotaDay& day) { return day.is_asked(); };
  const auto first = std::find_if(days.begin(), days.end(), asks);
  if (first == days.end()) {
    const Day end = days.empty() ? kFirstDay : days.back().day + 1;
    return Period{end, end};
  }
  const auto last = std::find_if(days.rbegin(), days.rend(), asks);
  return Period{first->day, last->day + 1};
}

}  // namespace paceline
