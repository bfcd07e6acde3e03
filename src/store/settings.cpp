// SPDX-License-Identifier: Apache-2.0
#include "store/settings.h"

#include "store/columns.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Settings, (), (leaderboard, notice_company, notice_contact, notice_ground, phone_country))
BOOST_DESCRIBE_STRUCT(MonitoringFrom, (), (from, monitoring))
BOOST_DESCRIBE_STRUCT(LeaderboardEntry, (), (user_id, first_name_only))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kSettings{
    "organisation_setting.get",
    "SELECT leaderboard, notice_company, notice_contact, notice_ground, phone_country FROM organisation_setting WHERE org_id = $1"};
constexpr Statement kPutSettings{
    "organisation_setting.put",
    "INSERT INTO organisation_setting (org_id, leaderboard, notice_company, notice_contact, notice_ground, phone_country)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (org_id) DO UPDATE SET leaderboard = excluded.leaderboard,"
    " notice_company = excluded.notice_company, notice_contact = excluded.notice_contact,"
    " notice_ground = excluded.notice_ground, phone_country = excluded.phone_country"};

constexpr Statement kMonitoringAt{
    "monitoring.at",
    "SELECT monitoring FROM monitoring WHERE org_id = $1 AND from_at <= $2 ORDER BY from_at DESC LIMIT 1"};
constexpr Statement kMonitoringAfter{
    "monitoring.after",
    "SELECT from_at, monitoring FROM monitoring WHERE org_id = $1 AND from_at > $2 ORDER BY from_at LIMIT 1"};
constexpr Statement kForgetMonitoring{"monitoring.forget_after",
                                      "DELETE FROM monitoring WHERE org_id = $1 AND from_at > $2"};
constexpr Statement kPutMonitoring{"monitoring.put",
                                   "INSERT INTO monitoring (org_id, from_at, monitoring) VALUES ($1, $2, $3)"
                                   " ON CONFLICT (org_id, from_at) DO UPDATE SET monitoring = excluded.monitoring"};

constexpr Statement kEntries{
    "leaderboard_entry.all",
    "SELECT user_id, first_name_only FROM leaderboard_entry WHERE org_id = $1 ORDER BY user_id"};
constexpr Statement kPutEntry{
    "leaderboard_entry.put",
    "INSERT INTO leaderboard_entry (org_id, user_id, first_name_only) VALUES ($1, $2, $3)"
    " ON CONFLICT (org_id, user_id) DO UPDATE SET first_name_only = excluded.first_name_only"};
constexpr Statement kRemoveEntry{"leaderboard_entry.remove",
                                 "DELETE FROM leaderboard_entry WHERE org_id = $1 AND user_id = $2"};

}  // namespace

Result<Settings> SqlSettingStore::settings() {
  PACELINE_TRY(auto settings, query_one<Settings>(scope_.connection, kSettings, params(scope_.org_id)));
  return std::move(settings).value_or(Settings());
}

Result<void> SqlSettingStore::put_settings(const Settings& s) {
  PACELINE_CHECK(scope_.connection.execute(kPutSettings, params(scope_.org_id, s.leaderboard, s.notice_company,
                                                                s.notice_contact, s.notice_ground, s.phone_country)));
  return {};
}

Result<Monitoring> SqlSettingStore::monitoring_at(Instant instant) {
  PACELINE_TRY(const auto monitoring,
               query_one<Monitoring>(scope_.connection, kMonitoringAt, params(scope_.org_id, instant)));
  return monitoring.value_or(Monitoring::full);
}

Result<std::optional<MonitoringFrom>> SqlSettingStore::monitoring_after(Instant instant) {
  return query_one<MonitoringFrom>(scope_.connection, kMonitoringAfter, params(scope_.org_id, instant));
}

Result<void> SqlSettingStore::set_monitoring(const MonitoringFrom& from) {
  PACELINE_CHECK(scope_.connection.execute(kForgetMonitoring, params(scope_.org_id, from.from)));
  PACELINE_CHECK(scope_.connection.execute(kPutMonitoring, params(scope_.org_id, from.from, from.monitoring)));
  return {};
}

Result<std::vector<LeaderboardEntry>> SqlSettingStore::leaderboard_entries() {
  return query_all<LeaderboardEntry>(scope_.connection, kEntries, params(scope_.org_id));
}

Result<void> SqlSettingStore::put_leaderboard_entry(const LeaderboardEntry& entry) {
  PACELINE_CHECK(scope_.connection.execute(kPutEntry, params(scope_.org_id, entry.user_id, entry.first_name_only)));
  return {};
}

Result<void> SqlSettingStore::remove_leaderboard_entry(UserId user_id) {
  PACELINE_CHECK(scope_.connection.execute(kRemoveEntry, params(scope_.org_id, user_id)));
  return {};
}

}  // namespace paceline::store
