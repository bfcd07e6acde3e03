// SPDX-License-Identifier: Apache-2.0
#include "app/opportunity_now.h"

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

}  // namespace paceline
