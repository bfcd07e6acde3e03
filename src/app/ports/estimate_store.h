// SPDX-License-Identifier: Apache-2.0
// Estimates, as they are stored: facts and their changes, and what they make of each as of now.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "pipeline/estimate.h"

namespace paceline {

struct KnownEstimate {
  Estimate estimate;
  EstimateNow now;
};

class EstimateStore {
 public:
  virtual ~EstimateStore() = default;

  /// Returns conflict "estimate.key.taken", or "estimate.replaced" when the one that it replaces has a next edition.
  [[nodiscard]] virtual Result<void> add(const Estimate& estimate) = 0;
  /// `now`: what it makes of the estimate. Returns conflict "estimate.changed" when its number is taken.
  [[nodiscard]] virtual Result<void> add_change(const EstimateChange& change, const EstimateNow& now) = 0;

  [[nodiscard]] virtual Result<std::optional<Estimate>> find(EstimateId estimate_id) = 0;
  /// In order of their number.
  [[nodiscard]] virtual Result<std::vector<EstimateChange>> changes_of(EstimateId estimate_id) = 0;
  /// By id, in whatever state.
  [[nodiscard]] virtual Result<std::vector<KnownEstimate>> of_opportunity(OpportunityId opportunity_id) = 0;
  /// Those sent on a day of the period, as they are now, by that day, in whatever state.
  [[nodiscard]] virtual Result<std::vector<KnownEstimate>> sent_in(Period period) = 0;
  /// The same of one rep: what quotas count, with counts_as_sent().
  [[nodiscard]] virtual Result<std::vector<KnownEstimate>> of_rep(RepId rep_id, Period period) = 0;
  /// All of one rep, each as it was known at a moment, by id.
  [[nodiscard]] virtual Result<std::vector<KnownEstimate>> of_rep_as_of(RepId rep_id, Instant as_of) = 0;
  /// Each as it was known at a moment, by id.
  [[nodiscard]] virtual Result<std::vector<KnownEstimate>> all_as_of(Instant as_of) = 0;
  /// Each as the projection has it, by id.
  [[nodiscard]] virtual Result<std::vector<KnownEstimate>> all_now() = 0;
};

}  // namespace paceline
