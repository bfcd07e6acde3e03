// SPDX-License-Identifier: Apache-2.0
// EstimateStore on SQL.
#pragma once

#include "app/ports/estimate_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlEstimateStore : public EstimateStore {
 public:
  explicit SqlEstimateStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const Estimate& estimate) override;
  Result<void> add_change(const EstimateChange& change, const EstimateNow& now) override;
  Result<std::optional<Estimate>> find(EstimateId estimate_id) override;
  Result<std::vector<EstimateChange>> changes_of(EstimateId estimate_id) override;
  Result<std::vector<KnownEstimate>> of_opportunity(OpportunityId opportunity_id) override;
  Result<std::vector<KnownEstimate>> sent_in(Period period) override;
  Result<std::vector<KnownEstimate>> of_rep(RepId rep_id, Period period) override;
  Result<std::vector<KnownEstimate>> of_rep_as_of(RepId rep_id, Instant as_of) override;
  Result<std::vector<KnownEstimate>> all_as_of(Instant as_of) override;
  Result<std::vector<KnownEstimate>> all_now() override;

 private:
  [[nodiscard]] Result<void> put_now(const EstimateNow& now, RepId rep_id);
  /// In the order of the ids.
  [[nodiscard]] Result<std::vector<Estimate>> estimates_of(const std::vector<EstimateId>& ids);
  /// Those that the statement finds, in its order.
  [[nodiscard]] Result<std::vector<KnownEstimate>> known(const Statement& ids_of, std::span<const Value> parameters);
  [[nodiscard]] Result<std::vector<KnownEstimate>> folded(const std::vector<EstimateId>& ids, Instant as_of);

  const OrgScope& scope_;
};

}  // namespace paceline::store
