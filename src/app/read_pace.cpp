// SPDX-License-Identifier: Apache-2.0
#include "app/read_pace.h"

#include <algorithm>

#include "app/read_evidence.h"

namespace paceline {
namespace {

constexpr int kHistoryDays = 28;
constexpr double kHistoryStrengthDays = 5;

Result<std::map<Day, std::int64_t>> counted_then(const QuotaInForce& quota, RepId rep_id, Instant as_of,
                                                 Stores& stores) {
  PACELINE_TRY(const auto verdicts, read_evidence(quota, rep_id, as_of, stores.contacts, stores.activities));
  std::map<Day, std::int64_t> by_day;
  for (const Evidence& verdict : verdicts) {
    if (verdict.counts()) ++by_day[verdict.activity.day];
  }
  return by_day;
}

Result<std::map<Day, std::int64_t>> counted_at(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores) {
  if (when.is_now()) return counted_by_day(quota, rep_id, stores.counts);
  return counted_then(quota, rep_id, when.as_of, stores);
}

/// What the four weeks before the period say of the rate, worth at most five days. Distinct counts have no such
/// history: who was new in an earlier period says little of who will be new in this one.
Result<PacePrior> prior_of(QuotaInForce quota, RepId rep_id, AsOf when, Stores& stores) {
  if (quota.rule.unit != Unit::activities) return PacePrior{};
  const Day start = quota.period.span.from;
  quota.period.span = Period{std::max(kFirstDay, start - kHistoryDays), start};
  PACELINE_TRY(const auto counts, counted_at(quota, rep_id, when, stores));
  if (counts.empty()) return PacePrior{};
  std::int64_t sum = 0;
  for (const auto& [day, n] : counts) sum += n;
  const Period worked{counts.begin()->first, start};
  const double days = full_time_days(quota.calendar, available_minutes(quota.calendar, worked));
  return days > 0 ? prior_from_history(sum, days, kHistoryStrengthDays) : PacePrior{};
}

int urgency(PaceState state) {
  switch (state) {
    case PaceState::behind: return 0;
    case PaceState::on_pace: return 1;
    case PaceState::too_early: return 2;
    case PaceState::ahead: return 3;
    case PaceState::missed: return 4;
    case PaceState::made: return 5;
    case PaceState::not_started: return 6;
    case PaceState::excused: return 7;
  }
  return 8;
}

bool more_urgent(const RepPace& a, const RepPace& b) {
  const int first = urgency(a.pace.state);
  const int second = urgency(b.pace.state);
  if (first != second) return first < second;
  return a.pace.p_reach.value_or(1) < b.pace.p_reach.value_or(1);
}

}  // namespace

Result<RepPace> read_pace(const QuotaInForce& quota, const User& user, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, user.zone));
  RepPace result{quota, {}, {}, {local.day, local.minute_of_day}};
  PACELINE_TRY(result.facts.counted_by_day, counted_at(quota, user.user_id, when, stores));
  PACELINE_TRY(result.facts.prior, prior_of(quota, user.user_id, when, stores));
  PACELINE_TRY(result.pace, pace_of(quota.quota, quota.calendar, quota.period.span, result.facts, result.moment));
  return result;
}

Result<std::vector<RepPace>> read_paces(const User& user, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, user.zone));
  PACELINE_TRY(const auto quotas, quotas_of(user.user_id, local.day, stores.people, stores.quotas));
  std::vector<RepPace> paces;
  for (const QuotaInForce& quota : quotas) {
    PACELINE_TRY(auto pace, read_pace(quota, user, when, zones, stores));
    paces.push_back(std::move(pace));
  }
  std::stable_sort(paces.begin(), paces.end(), more_urgent);
  return paces;
}

}  // namespace paceline
