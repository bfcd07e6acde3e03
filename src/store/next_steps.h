// SPDX-License-Identifier: Apache-2.0
// NextStepStore on SQL.
#pragma once

#include "app/ports/next_step_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlNextStepStore : public NextStepStore {
 public:
  explicit SqlNextStepStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const NextStep& step) override;
  Result<bool> end(NextStepId next_step_id, NextStepState state, UserId actor, Instant at) override;
  Result<std::optional<NextStep>> find(NextStepId next_step_id) override;
  Result<std::vector<NextStep>> open_at(const std::vector<OpportunityId>& opportunities, Instant as_of) override;
  Result<std::vector<NextStep>> of_opportunity(OpportunityId opportunity_id) override;
  Result<std::vector<NextStep>> open_of(RepId rep_id, Instant due_before) override;
  Result<std::vector<NextStep>> open_of_at(RepId rep_id, Instant due_before, Instant as_of) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
