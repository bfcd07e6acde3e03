// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/look_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlLookStore : public LookStore {
 public:
  explicit SqlLookStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const std::vector<Look>& looks) override;
  Result<std::vector<Look>> of_rep(RepId rep_id) override;
  Result<std::int64_t> forget_before(Day day, int most) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
