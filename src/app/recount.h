// SPDX-License-Identifier: Apache-2.0
// Computes the cells again that a stored fact touches, in the transaction that stores the fact.
#pragma once

#include <set>

#include "app/neighbours.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// Nothing when its day is not known.
[[nodiscard]] std::set<Touched> touched_by(const Activity& activity);

/// A distinct rule is counted in all periods in which some quota uses it.
struct RuleUse {
  Rule rule;
  std::set<Periods> periods;  ///< of a distinct rule
};

[[nodiscard]] Result<std::vector<RuleUse>> rule_uses(QuotaStore& quotas);
/// With rules that were read already: all of them.
[[nodiscard]] Result<std::vector<RuleUse>> rule_uses(const std::map<RuleId, Rule>& rules, QuotaStore& quotas);

/// REQUIRES: take_cells_of(every rep touched) came before any of the facts was read.
[[nodiscard]] Result<void> recount(const std::set<Touched>& touched, Stores& stores);

/// The same with what was read of them since then. REQUIRES: the neighbours have taken in what was stored since they
/// were read.
[[nodiscard]] Result<void> recount(const std::set<Touched>& touched, const std::vector<RuleUse>& uses,
                                   Neighbours& neighbours, Stores& stores);

/// Signals of the contacts of these activities when the rule asks for signals, else none.
[[nodiscard]] Result<SignalsByContact> signals_for(const Rule& rule, std::span<const Activity> activities,
                                                   ContactStore& contacts);

}  // namespace paceline
