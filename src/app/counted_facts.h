// SPDX-License-Identifier: Apache-2.0
// What rules count of a rep: activities, and the rep's parts of facts of the pipeline. A part is made from its sale
// whenever it is asked for, and stored nowhere (docs/adr/0048).
//
// A part is of the day of its sale, and its worth is that of the rates of this day. A sale that was cancelled leaves
// voided parts; one whose day or shares changed leaves none behind. An estimate is one part, of the day on which its
// first edition was sent; withdrawn it is voided, and drafts and later editions are none.
#pragma once

#include "app/recount.h"

namespace paceline {

/// Of the days of the span; only what some of the rules are about is read. `as_of`: none for now.
[[nodiscard]] Result<std::vector<Activity>> counted_facts(const std::vector<const Rule*>& rules, RepId rep_id,
                                                          Period span, std::optional<Instant> as_of, Stores& stores);

[[nodiscard]] std::vector<const Rule*> rules_in(const std::map<RuleId, Rule>& rules);

/// All parts of everybody, from the facts; none when no rule is about the pipeline.
[[nodiscard]] Result<std::map<RepId, std::vector<Activity>>> all_parts(const std::vector<RuleUse>& uses,
                                                                       Stores& stores);

/// A rep's day whose sales or estimates changed.
using PartPlace = std::pair<RepId, Day>;
/// Where a sale counts.
[[nodiscard]] std::set<PartPlace> places_of(const SaleNow& sale);
/// The same of an estimate; nowhere before it is sent, and of a later edition.
[[nodiscard]] std::set<PartPlace> places_of(const Estimate& estimate, const EstimateNow& now);

/// Counts these days again. REQUIRES: the facts are stored.
[[nodiscard]] Result<void> recount_parts(const std::set<PartPlace>& places, Stores& stores);

/// The same for everybody's days, after what parts are made by has changed: rates, the tree of product lines.
[[nodiscard]] Result<void> recount_all_parts(Stores& stores);

}  // namespace paceline
