// SPDX-License-Identifier: Apache-2.0
// Computes the cells again that a stored fact touches, in the transaction that stores the fact.
#pragma once

#include <set>

#include "app/ports/unit_of_work.h"

namespace paceline {

/// A rep's day of which some fact was added, and the contact and account of that fact.
struct Touched {
  RepId rep_id;
  Day day;
  std::optional<ContactId> contact_id;
  std::optional<AccountId> account_id;
  friend auto operator<=>(const Touched&, const Touched&) = default;
};

/// Nothing when its day is not known.
[[nodiscard]] std::set<Touched> touched_by(const Activity& activity);

/// A distinct rule is counted in all periods in which some quota uses it.
struct RuleUse {
  Rule rule;
  std::set<Periods> periods;
};

[[nodiscard]] Result<std::vector<RuleUse>> rule_uses(QuotaStore& quotas);

/// REQUIRES: take_cells_of(every rep touched) came before any of the facts was read.
[[nodiscard]] Result<void> recount(const std::set<Touched>& touched, PeopleStore& people, ContactStore& contacts,
                                   ActivityStore& activities, QuotaStore& quotas, CountStore& counts);

/// Signals of the contacts of these activities when the rule asks for signals, else none.
[[nodiscard]] Result<SignalsByContact> signals_for(const Rule& rule, const std::vector<Activity>& activities,
                                                   ContactStore& contacts);

}  // namespace paceline
