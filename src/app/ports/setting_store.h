// SPDX-License-Identifier: Apache-2.0
// What an organisation has settled for all of its people, and who stands on the leaderboard, as they are stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "team/monitoring.h"

namespace paceline {

struct Settings {
  bool leaderboard = false;
  // What the printable notice says of the company; none: not said yet.
  std::optional<std::string> notice_company;  ///< its full name
  std::optional<std::string> notice_contact;  ///< whom to ask
  std::optional<std::string> notice_ground;   ///< on what ground it records, for example an agreement with the staff
  /// ISO 3166 alpha-2: where telephone numbers without a plus are dialled; none: only numbers with one are known.
  std::optional<std::string> phone_country;
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// From a moment on, until the next one.
struct MonitoringFrom {
  Instant from;
  Monitoring monitoring = Monitoring::full;
  friend bool operator==(const MonitoringFrom&, const MonitoringFrom&) = default;
};

/// Somebody who asked to stand on the leaderboard.
struct LeaderboardEntry {
  UserId user_id;
  bool first_name_only = false;
  friend bool operator==(const LeaderboardEntry&, const LeaderboardEntry&) = default;
};

class SettingStore {
 public:
  virtual ~SettingStore() = default;

  [[nodiscard]] virtual Result<Settings> settings() = 0;
  [[nodiscard]] virtual Result<void> put_settings(const Settings& settings) = 0;

  /// full unless it was ever changed.
  [[nodiscard]] virtual Result<Monitoring> monitoring_at(Instant instant) = 0;
  /// The one that is to come after the instant.
  [[nodiscard]] virtual Result<std::optional<MonitoringFrom>> monitoring_after(Instant instant) = 0;
  /// From its moment on; what was to come after that is forgotten.
  [[nodiscard]] virtual Result<void> set_monitoring(const MonitoringFrom& from) = 0;

  [[nodiscard]] virtual Result<std::vector<LeaderboardEntry>> leaderboard_entries() = 0;
  [[nodiscard]] virtual Result<void> put_leaderboard_entry(const LeaderboardEntry& entry) = 0;
  [[nodiscard]] virtual Result<void> remove_leaderboard_entry(UserId user_id) = 0;
};

}  // namespace paceline
