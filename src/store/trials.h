// SPDX-License-Identifier: Apache-2.0
// TrialStore on SQL.
#pragma once

#include "app/ports/trial_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlTrialStore : public TrialStore {
 public:
  explicit SqlTrialStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const Trial& trial) override;
  Result<void> add_change(const TrialChange& change, const TrialNow& now) override;
  Result<std::optional<Trial>> find(TrialId trial_id) override;
  Result<std::vector<TrialChange>> changes_of(TrialId trial_id) override;
  Result<std::vector<KnownTrial>> of_opportunity(OpportunityId opportunity_id) override;
  Result<std::vector<KnownTrial>> ending(RepId rep_id, Day before) override;
  Result<std::vector<KnownTrial>> all_as_of(Instant as_of) override;
  Result<std::vector<KnownTrial>> all_now() override;

 private:
  [[nodiscard]] Result<void> put_now(const TrialNow& now, OpportunityId opportunity_id);
  /// In the order of the ids.
  /// Those that the statement finds, in its order.
  [[nodiscard]] Result<std::vector<KnownTrial>> known(const Statement& ids_of, std::span<const Value> parameters);
  [[nodiscard]] Result<std::vector<Trial>> trials_of(const std::vector<TrialId>& ids);

  const OrgScope& scope_;
};

}  // namespace paceline::store
