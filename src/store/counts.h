// SPDX-License-Identifier: Apache-2.0
// CountStore on SQL.
#pragma once

#include "app/ports/count_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlCountStore : public CountStore {
 public:
  explicit SqlCountStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> take_cells_of(RepId rep_id) override;
  Result<void> put_day(const DayCell& cell) override;
  Result<void> put_first_of(const FirstCell& key, const std::optional<FirstCell>& cell) override;
  Result<std::vector<RepCount>> day_counts(RuleId rule_id, Period period, const std::vector<RepId>& reps) override;
  Result<std::vector<RepCount>> first_counts(RuleId rule_id, Period period, const std::vector<RepId>& reps) override;
  Result<std::vector<FirstOfEntity>> firsts_of(RuleId rule_id, Period period, const std::vector<RepId>& reps) override;
  Result<std::vector<DayCell>> day_cells() override;
  Result<std::vector<FirstCell>> first_cells() override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
