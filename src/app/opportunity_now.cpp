// SPDX-License-Identifier: Apache-2.0
#include "app/opportunity_now.h"

#include <algorithm>

namespace paceline {

Result<OpportunityNow> opportunity_now(OpportunityId id, OpportunityStore& opportunities) {
  PACELINE_TRY(const auto facts, opportunities.facts_of(id));
  auto now = opportunity_as_of(facts, kEver);
  if (!now) return fail(Fault::not_found, "opportunity.not_found");
  return *std::move(now);
}

Result<OpportunityNow> opportunity_in_turn(OpportunityId id, OpportunityStore& opportunities) {
  PACELINE_TRY(const bool there, opportunities.take_turn_of(id));
  if (!there) return fail(Fault::not_found, "opportunity.not_found");
  return opportunity_now(id, opportunities);
}

std::vector<OpportunityId> open_opportunities(std::span<const OpportunityFact> moves, Instant as_of,
                                              const std::function<bool(RepId)>& is_asked) {
  std::vector<OpportunityId> open;
  for (const auto own : by_opportunity(moves)) {
    const auto now = opportunity_as_of(own, as_of);
    if (now && now->state == OpportunityState::open && is_asked(now->rep_id)) open.push_back(now->opportunity_id);
  }
  std::reverse(open.begin(), open.end());
  return open;
}

Result<std::vector<KnownOpportunity>> opportunities_at(const std::vector<OpportunityId>& opportunities, AsOf when,
                                                       OpportunityStore& store) {
  return when.is_now() ? store.as_now(opportunities) : store.as_of(opportunities, when.as_of);
}

}  // namespace paceline
