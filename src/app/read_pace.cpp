// SPDX-License-Identifier: Apache-2.0
#include "app/read_pace.h"

#include <algorithm>

namespace paceline {
namespace {

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

Result<RepPace> pace_by(const TeamBook::Asked& asked, LocalTime local, TeamBook& book) {
  const QuotaInForce& quota = *asked.quota;
  RepPace result{quota, {}, {}, {local.day, local.minute_of_day}};
  result.facts.counted_by_day = book.counts().of(quota, asked.rep->placement.user.user_id);
  const WorkTime& time = asked.rep->time;
  result.facts.outlook = book.outlook(asked, share_there(work_day(time, local.day), time, result.moment));
  result.facts.money = is_money(quota.rule.unit);
  PACELINE_TRY(result.pace, pace_of(quota.days, quota.time, result.facts, result.moment));
  return result;
}

}  // namespace

Result<RepPace> read_pace(const QuotaInForce& quota, const User& user, AsOf when, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const LocalTime local, zones.local(when.as_of, user.zone));
  PACELINE_TRY(const RepTerms rep, terms_of(user.user_id, stores));
  TeamBook book(when, stores);
  const TeamBook::Asked asked{&rep, &quota, local.day};
  PACELINE_CHECK(book.read({asked}));
  return pace_by(asked, local, book);
}

Result<std::vector<std::vector<RepPace>>> read_paces(const QuotaBook& book, const std::vector<RepTerms>& reps,
                                                     AsOf when, const Zones& zones, Stores& stores) {
  std::vector<LocalTime> moments;
  std::vector<std::vector<QuotaInForce>> quotas;
  std::vector<TeamBook::Asked> asked;
  quotas.reserve(reps.size());
  for (const RepTerms& rep : reps) {
    PACELINE_TRY(const LocalTime local, zones.local(when.as_of, rep.placement.user.zone));
    moments.push_back(local);
    quotas.push_back(quotas_in_force(book, rep, local.day));
    for (const QuotaInForce& quota : quotas.back()) asked.push_back({&rep, &quota, local.day});
  }
  TeamBook team(when, stores);
  PACELINE_CHECK(team.read(asked));
  std::vector<std::vector<RepPace>> all(reps.size());
  for (std::size_t at = 0; at < reps.size(); ++at) {
    for (const QuotaInForce& quota : quotas[at]) {
      PACELINE_TRY(auto pace, pace_by({&reps[at], &quota, moments[at].day}, moments[at], team));
      all[at].push_back(std::move(pace));
    }
    std::stable_sort(all[at].begin(), all[at].end(), more_urgent);
  }
  return all;
}

}  // namespace paceline
