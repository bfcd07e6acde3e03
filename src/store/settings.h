// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/setting_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlSettingStore : public SettingStore {
 public:
  explicit SqlSettingStore(const OrgScope& scope) : scope_(scope) {}

  Result<Settings> settings() override;
  Result<void> put_settings(const Settings& settings) override;
  Result<Monitoring> monitoring_at(Instant instant) override;
  Result<std::optional<MonitoringFrom>> monitoring_after(Instant instant) override;
  Result<void> set_monitoring(const MonitoringFrom& from) override;
  Result<std::vector<LeaderboardEntry>> leaderboard_entries() override;
  Result<void> put_leaderboard_entry(const LeaderboardEntry& entry) override;
  Result<void> remove_leaderboard_entry(UserId user_id) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
