// SPDX-License-Identifier: Apache-2.0
// Trials, as they are stored: facts and their changes, and what they make of each as of now.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/trial.h"

namespace paceline {

struct KnownTrial {
  Trial trial;
  TrialNow now;
};

class TrialStore {
 public:
  virtual ~TrialStore() = default;

  [[nodiscard]] virtual Result<void> add(const Trial& trial) = 0;
  /// `now`: what it makes of the trial. Returns conflict "trial.changed" when its number is taken.
  [[nodiscard]] virtual Result<void> add_change(const TrialChange& change, const TrialNow& now) = 0;

  [[nodiscard]] virtual Result<std::optional<Trial>> find(TrialId trial_id) = 0;
  /// In order of their number.
  [[nodiscard]] virtual Result<std::vector<TrialChange>> changes_of(TrialId trial_id) = 0;
  /// By id, in whatever state.
  [[nodiscard]] virtual Result<std::vector<KnownTrial>> of_opportunity(OpportunityId opportunity_id) = 0;
  /// Those that are open and whose last day is before, of opportunities that are open and the rep's, the one that ends
  /// first first.
  [[nodiscard]] virtual Result<std::vector<KnownTrial>> ending(RepId rep_id, Day before) = 0;
  /// Each as it was known at a moment, by id.
  [[nodiscard]] virtual Result<std::vector<KnownTrial>> all_as_of(Instant as_of) = 0;
  /// Each as the projection has it, by id.
  [[nodiscard]] virtual Result<std::vector<KnownTrial>> all_now() = 0;
};

}  // namespace paceline
