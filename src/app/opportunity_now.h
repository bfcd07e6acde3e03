// SPDX-License-Identifier: Apache-2.0
// What is known of one opportunity by now.
#pragma once

#include "app/ports/opportunity_store.h"

namespace paceline {

/// Returns not_found "opportunity.not_found".
[[nodiscard]] Result<OpportunityNow> opportunity_now(OpportunityId id, OpportunityStore& opportunities);

/// The same, and nobody else writes it until the transaction ends. Returns what opportunity_now() returns.
[[nodiscard]] Result<OpportunityNow> opportunity_in_turn(OpportunityId id, OpportunityStore& opportunities);

}  // namespace paceline
