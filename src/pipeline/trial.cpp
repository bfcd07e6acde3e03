// SPDX-License-Identifier: Apache-2.0
#include "pipeline/trial.h"

#include <algorithm>

namespace paceline {
namespace {

std::int64_t whole_days(Instant from, Instant to) {
  return to.microseconds_since(from) / kMicrosecondsPerSecond / kSecondsPerDay;
}

/// The days of each stay in the stage that ended by a move, of one opportunity.
void add_stays(std::span<const OpportunityFact> facts, StageId stage_id, Instant as_of,
               std::vector<std::int64_t>& stays) {
  std::optional<Instant> since;
  const std::size_t before = stays.size();
  for (const OpportunityFact& fact : facts) {
    if (as_of < fact.known_at) return;
    if (fact.kind == OpportunityFactKind::voided) return stays.resize(before);
    if (fact.kind != OpportunityFactKind::stage_move) continue;
    if (since && fact.stage_id != stage_id) stays.push_back(whole_days(*since, fact.occurred_at));
    if (fact.stage_id != stage_id) since.reset();
    if (fact.stage_id == stage_id && !since) since = fact.occurred_at;
  }
}

}  // namespace

std::optional<TrialNow> trial_as_of(const Trial& trial, std::span<const TrialChange> changes, Instant as_of) {
  if (as_of < trial.known_at) return std::nullopt;
  TrialNow now;
  now.trial_id = trial.trial_id;
  now.to_day = trial.to_day;
  for (const TrialChange& change : changes) {
    if (as_of < change.known_at) break;
    now.version = change.seq;
    if (change.kind == TrialChangeKind::extended) {
      now.to_day = change.day;
      ++now.extensions;
      continue;
    }
    now.state = change.kind == TrialChangeKind::converted ? TrialState::converted : TrialState::ended;
    now.ended_day = change.day;
    now.end_reason = change.reason;
  }
  return now;
}

UsualStay usual_stay(std::span<const OpportunityFact> facts, StageId stage_id, Instant as_of) {
  std::vector<std::int64_t> stays;
  for (std::size_t begin = 0; begin < facts.size();) {
    std::size_t end = begin;
    while (end < facts.size() && facts[end].opportunity_id == facts[begin].opportunity_id) ++end;
    add_stays(facts.subspan(begin, end - begin), stage_id, as_of, stays);
    begin = end;
  }
  UsualStay usual{static_cast<std::int64_t>(stays.size()), {}};
  if (usual.left < kFewestStays) return usual;
  std::sort(stays.begin(), stays.end());
  usual.three_of_four = stays[(3 * stays.size() + 3) / 4 - 1];
  return usual;
}

bool is_slow(const OpportunityNow& now, const UsualStay& usual, Instant as_of) {
  if (now.state != OpportunityState::open || !usual.three_of_four) return false;
  return whole_days(now.stage_since, as_of) > *usual.three_of_four;
}

}  // namespace paceline
