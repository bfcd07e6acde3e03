// SPDX-License-Identifier: Apache-2.0
#include "app/read_pace.h"

#include <algorithm>

#include "app/read_evidence.h"
#include "quota/history.h"

namespace paceline {
namespace {

Result<std::map<Day, std::int64_t>> counted_in(Period weeks, const Rule& rule, RepId rep_id, AsOf when,
                                               Stores& stores) {
  if (when.is_now()) {
    PACELINE_TRY(const auto cells, stores.counts.day_counts(rule.rule_id, weeks, rep_id));
    return by_day(cells);
  }
  PACELINE_TRY(const auto verdicts, read_verdicts(rule, rep_id, weeks, when.as_of, stores.contacts, stores.activities));
  return by_day(verdicts);
}

/// Was anything done before the day? The newest answers, unless it became known later.
Result<bool> was_there_before(Day day, RepId rep_id, AsOf when, ActivityStore& activities) {
  ActivityPage page{rep_id, {kAlways.from, day}, {}, {}, 1};
  PACELINE_TRY(const auto newest, activities.page(page));
  if (newest.empty() || newest.front().activity.known_at <= when.as_of) return !newest.empty();
  page.as_of = when.as_of;
  PACELINE_TRY(const auto known, activities.page(page));
  return !known.empty();
}

/// The first day on which the rep did anything, or that of the weeks when it lies before them; none: nothing was done
/// before the weeks are over.
Result<std::optional<Day>> rep_since(Period weeks, RepId rep_id, AsOf when, ActivityStore& activities) {
  PACELINE_TRY(const bool before, was_there_before(weeks.from, rep_id, when, activities));
  if (before) return weeks.from;
  PACELINE_TRY(const auto list, when.is_now() ? activities.of_period(rep_id, weeks)
                                              : activities.of_period_as_of(rep_id, weeks, when.as_of));
  std::optional<Day> first;
  for (const Activity& activity : list) first = std::min(first.value_or(activity.day), activity.day);
  return first;
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

Result<PacePrior> prior_before(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores) {
  if (quota.rule.unit != Unit::activities) return PacePrior{};
  PaceHistory history{history_before(asked_span(quota.days).from), {}, 0};
  PACELINE_TRY(const auto counts, counted_in(history.weeks, quota.rule, rep_id, when, stores));
  for (const auto& [day, n] : counts) history.counted += n;
  const bool from_the_first =
      !counts.empty() && present_minutes(quota.time, Period{history.weeks.from, counts.begin()->first}) == 0;
  history.rep_since = history.weeks.from;
  if (!from_the_first) {
    PACELINE_TRY(history.rep_since, rep_since(history.weeks, rep_id, when, stores.activities));
  }
  return prior_of(history, quota.time);
}

Result<std::map<Day, std::int64_t>> counted_at(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores) {
  if (when.is_now()) return counted_by_day(quota, rep_id, stores);
  PACELINE_TRY(const auto verdicts, read_evidence(quota, rep_id, when.as_of, stores.contacts, stores.activities));
  return by_day(verdicts);
}

Result<RepPace> read_pace(const QuotaInForce& quota, const User& user, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, user.zone));
  RepPace result{quota, {}, {}, {local.day, local.minute_of_day}};
  PACELINE_TRY(result.facts.counted_by_day, counted_at(quota, user.user_id, when, stores));
  PACELINE_TRY(result.facts.prior, prior_before(quota, user.user_id, when, stores));
  PACELINE_TRY(result.pace, pace_of(quota.days, quota.time, result.facts, result.moment));
  return result;
}

Result<std::vector<RepPace>> read_paces(const QuotaBook& book, const User& user, AsOf when, const Zones& zones,
                                        Stores& stores) {
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, user.zone));
  PACELINE_TRY(const RepTerms rep, terms_of(user.user_id, stores));
  std::vector<RepPace> paces;
  for (const QuotaInForce& quota : quotas_in_force(book, rep, local.day)) {
    PACELINE_TRY(auto pace, read_pace(quota, user, when, zones, stores));
    paces.push_back(std::move(pace));
  }
  std::stable_sort(paces.begin(), paces.end(), more_urgent);
  return paces;
}

}  // namespace paceline
