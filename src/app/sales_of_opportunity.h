// SPDX-License-Identifier: Apache-2.0
// What an opportunity's moves do to its sales: winning makes one, leaving the won stage or voiding cancels it.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

/// May it become what it is after? Returns invalid "opportunity.amount.missing" or "opportunity.amount.assumed" at
/// "/amounts" when it would be won with nothing to sell, "instant.out_of_range" when the rep's day of it is before
/// 1970. Asked before anything is written.
[[nodiscard]] Result<void> check_winnable(const std::optional<OpportunityNow>& before, const OpportunityNow& after,
                                          const EditContext& context, PeopleStore& people);

/// `before`: nothing of one that is only being made. `last`: the last of the facts that led to `after`.
[[nodiscard]] Result<void> follow_with_sales(const std::optional<OpportunityNow>& before, const OpportunityNow& after,
                                             const OpportunityFact& last, const EditContext& context, Stores& stores);

/// Does the day lie in a closed period of one of them?
[[nodiscard]] Result<bool> is_closed_for(const std::vector<SaleShare>& shares, Day day, SaleStore& sales);

}  // namespace paceline
