// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stage_stay.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "stats/survival.h"

namespace paceline {
namespace {

constexpr int kStillThere = 0;
constexpr int kLeft = 1;

std::int64_t whole_days(Instant from, Instant to) {
  return std::max<std::int64_t>(0, to.microseconds_since(from) / kMicrosecondsPerSecond / kSecondsPerDay);
}

struct StageStay {
  StageId stage_id;
  stats::Stay stay;
};

struct StaysOfOne {
  std::vector<StageStay> stays;
  RepId rep_id;
};

/// In days. None: it was voided by then.
std::optional<StaysOfOne> stays_of_one(std::span<const OpportunityFact> facts, Instant as_of) {
  StaysOfOne all;
  std::optional<StageId> stage;
  Instant since;
  bool voided = false;
  const auto add = [&](Instant until, int end) {
    if (stage) all.stays.push_back({*stage, {static_cast<double>(whole_days(since, until)), end, 0}});
  };
  for (const OpportunityFact& fact : facts) {
    if (as_of < fact.known_at) break;
    if (fact.kind == OpportunityFactKind::voided) voided = true;
    if (fact.kind == OpportunityFactKind::rep_change && fact.rep_id) all.rep_id = *fact.rep_id;
    if (fact.kind != OpportunityFactKind::stage_move) continue;
    voided = false;
    if (fact.stage_id == stage) continue;
    add(fact.occurred_at, kLeft);
    stage = fact.ends == StageEnds::open ? fact.stage_id : std::nullopt;
    since = fact.occurred_at;
  }
  if (voided) return std::nullopt;
  add(as_of, kStillThere);
  return all;
}

std::optional<std::int64_t> days_of(const std::vector<stats::SurvivalRow>& rows, double share) {
  const auto days = stats::time_of(rows, share);
  if (!days) return std::nullopt;
  return std::llround(*days);
}

}  // namespace

Result<std::vector<UsualStay>> usual_stays(std::span<const OpportunityFact> facts, Instant as_of,
                                           const std::set<RepId>* only) {
  struct Stays {
    std::vector<stats::Stay> all;
    std::set<RepId> people;
  };
  std::map<StageId, Stays> by_stage;
  for (const auto own : by_opportunity(facts)) {
    const auto one = stays_of_one(own, as_of);
    if (!one || (only != nullptr && !only->contains(one->rep_id))) continue;
    for (const StageStay& each : one->stays) {
      Stays& stays = by_stage[each.stage_id];
      stays.all.push_back(each.stay);
      stays.people.insert(one->rep_id);
    }
  }
  std::vector<UsualStay> usual;
  for (const auto& [stage_id, stays] : by_stage) {
    UsualStay& each = usual.emplace_back();
    each.stage_id = stage_id;
    each.came = static_cast<std::int64_t>(stays.all.size());
    each.left = std::count_if(stays.all.begin(), stays.all.end(), [](const auto& stay) { return stay.end == kLeft; });
    each.people = static_cast<std::int64_t>(stays.people.size());
    if (each.left < kFewestStays) continue;
    PACELINE_TRY(const auto rows, stats::survival_rows(stays.all));
    each.half = days_of(rows, 0.5);
    each.three_of_four = days_of(rows, 0.75);
  }
  return usual;
}

UsualStay stay_in(std::span<const UsualStay> stays, StageId stage_id) {
  const auto found = std::ranges::find(stays, stage_id, &UsualStay::stage_id);
  if (found != stays.end()) return *found;
  UsualStay none;
  none.stage_id = stage_id;
  return none;
}

bool is_slow(const OpportunityNow& now, const UsualStay& usual, Instant as_of) {
  if (now.state != OpportunityState::open || !usual.three_of_four) return false;
  return whole_days(now.stage_since, as_of) > *usual.three_of_four;
}

}  // namespace paceline
