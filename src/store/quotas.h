// SPDX-License-Identifier: Apache-2.0
// QuotaStore on SQL.
#pragma once

#include "app/ports/quota_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlQuotaStore : public QuotaStore {
 public:
  explicit SqlQuotaStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> put_rule(const Rule& rule, Instant at) override;
  Result<std::vector<Rule>> rules() override;
  Result<Rule> rule(RuleId rule_id) override;
  Result<void> add_quota(const Quota& quota) override;
  Result<void> rename_quota(QuotaId quota_id, std::string_view name) override;
  Result<void> put_version(QuotaId quota_id, const QuotaVersion& version, UserId actor, Instant at,
                           std::optional<UserId> proposed_by) override;
  Result<std::vector<Quota>> quotas() override;
  Result<std::vector<Quota>> quotas_for(RepId rep_id) override;
  Result<std::vector<RulePeriods>> periods_of_rules(const std::vector<RuleId>& rules) override;
  Result<void> add_handed_over(UserId leaver, UserId successor, const HandedSpan& handed, UserId actor,
                               Instant at) override;
  Result<std::vector<HandedSpan>> handed_over_by(UserId leaver) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
