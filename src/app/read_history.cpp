// SPDX-License-Identifier: Apache-2.0
#include "app/read_history.h"

#include <algorithm>
#include <numeric>

namespace paceline {
namespace {

Result<PastPeriod> past_period(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores) {
  PACELINE_TRY(const auto days, counted_at(quota, rep_id, when, stores));
  PastPeriod past{quota.period, prorate(quota.days, quota.time.calendar), 0, {}, {}};
  past.counted = std::accumulate(days.begin(), days.end(), std::int64_t{0},
                                 [](std::int64_t sum, const auto& day) { return sum + day.second; });
  if (past.asked.amount > 0) {
    past.attainment = static_cast<double>(past.counted) / static_cast<double>(past.asked.amount);
  }
  past.grade = grade_of(past.asked, past.counted);
  return past;
}

}  // namespace

Result<std::vector<PastPeriod>> read_history(const Quota& quota, const User& rep, int periods, AsOf when,
                                             const Zones& zones, Stores& stores) {
  std::vector<PastPeriod> history;
  if (quota.span) return history;
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, rep.zone));
  PACELINE_TRY(const QuotaBook book, read_book(stores));
  PACELINE_TRY(const RepTerms terms, terms_of(rep.user_id, stores));
  const Weekday week_start = terms.time.calendar.week_start;
  Period span = period_of(quota.period_kind, local.day, week_start);
  for (int i = 0; i < periods && span.from > kFirstDay; ++i) {
    span = period_of(quota.period_kind, span.from - 1, week_start);
    const auto found = in_force(quota, book, terms, {quota.period_kind, span});
    if (!found) continue;
    PACELINE_TRY(auto past, past_period(*found, rep.user_id, when, stores));
    history.push_back(std::move(past));
  }
  std::reverse(history.begin(), history.end());
  return history;
}

}  // namespace paceline
