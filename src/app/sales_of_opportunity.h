// SPDX-License-Identifier: Apache-2.0
// What an opportunity's moves do to its sales: winning makes one, leaving the won stage or voiding cancels it.
//
// A sale is all of the opportunity's rep, but for one that is won again: it takes over the shares that its last sale
// had in the end. Who corrects the amount of a won one reopens it and wins it again, and pay hangs on the shares.
// * Also when that sale was cancelled by hand and not by the reopening: nobody may lower another's part by a detour
//   that could not be lowered in the sale itself (whoever may do that, changes the shares of the new one).
// * Not when another rep has the opportunity by now than when it was last won: what the one before had agreed on binds
//   nobody else, and the sale is all of the new one's. Given away and back in between, nothing has changed.
// * The part of who has left by the day of the new sale is the rep's: on that day nobody would have it, and it were
//   missing in the sums of teams. Whoever was there on that day keeps it, also when switched off since.
#pragma once

#include "app/as_of.h"
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

/// Who shares the sale that it made last; of one that is not won, the sale that winning it on the day would make.
[[nodiscard]] Result<std::vector<SaleShare>> shares_of_opportunity(const OpportunityNow& now, Day day, AsOf when,
                                                                   Stores& stores);

[[nodiscard]] std::set<RepId> reps_of(const std::vector<SaleShare>& shares);

/// Does the day lie in a closed period of one of them, in a quota that counts sales?
[[nodiscard]] Result<bool> is_closed_for(const std::vector<SaleShare>& shares, Day day, SaleStore& sales);

}  // namespace paceline
