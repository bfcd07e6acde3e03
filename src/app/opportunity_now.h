// SPDX-License-Identifier: Apache-2.0
// What is known of opportunities by now, or was at a moment.
#pragma once

#include <functional>

#include "app/as_of.h"
#include "app/ports/opportunity_store.h"

namespace paceline {

/// Returns not_found "opportunity.not_found".
[[nodiscard]] Result<OpportunityNow> opportunity_now(OpportunityId id, OpportunityStore& opportunities);

/// The same, and nobody else writes it until the transaction ends. Returns what opportunity_now() returns.
[[nodiscard]] Result<OpportunityNow> opportunity_in_turn(OpportunityId id, OpportunityStore& opportunities);

/// Those that were open then and that such a rep had, the newest first. REQUIRES: moves_as_of() of the store.
[[nodiscard]] std::vector<OpportunityId> open_opportunities(std::span<const OpportunityFact> moves, Instant as_of,
                                                            const std::function<bool(RepId)>& is_asked);

/// Of these those that were known then, in the same order: for the present the projection answers.
[[nodiscard]] Result<std::vector<KnownOpportunity>> opportunities_at(const std::vector<OpportunityId>& opportunities,
                                                                     AsOf when, OpportunityStore& store);

}  // namespace paceline
