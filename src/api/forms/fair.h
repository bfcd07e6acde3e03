// SPDX-License-Identifier: Apache-2.0
// What the company has settled about monitoring, who looked at whose figures, the notice, the leaderboard.
#pragma once

#include "api/forms/quota.h"
#include "app/actor.h"
#include "app/ports/look_store.h"
#include "app/ports/setting_store.h"

namespace paceline::api::form {

using NoticeText = json::Prose<0, 1000>;

/// What the company itself says on the notice.
struct NoticeWords {
  std::optional<std::string> company;  ///< its full name; absent: the organisation's name is shown
  std::optional<std::string> contact;
  std::optional<std::string> ground;
};
BOOST_DESCRIBE_STRUCT(NoticeWords, (), (company, contact, ground))

struct ComingMonitoring {
  Instant from;
  Monitoring monitoring = Monitoring::full;
};
BOOST_DESCRIBE_STRUCT(ComingMonitoring, (), (from, monitoring))

struct Settings {
  Monitoring monitoring = Monitoring::full;
  std::optional<ComingMonitoring> coming;  ///< a profile that shows more, from tomorrow on
  bool leaderboard = false;
  NoticeWords notice;
  std::optional<std::string> phone_country;  ///< ISO 3166 alpha-2: where numbers without a plus are dialled
};
BOOST_DESCRIBE_STRUCT(Settings, (), (monitoring, coming, leaderboard, notice, phone_country))

/// Left out stays as it is; empty text is not said any more.
struct NewNoticeWords {
  std::optional<NoticeText> company;
  std::optional<NoticeText> contact;
  std::optional<NoticeText> ground;
};
BOOST_DESCRIBE_STRUCT(NewNoticeWords, (), (company, contact, ground))

struct NewSettings {
  std::optional<Monitoring> monitoring;
  std::optional<bool> leaderboard;
  std::optional<NewNoticeWords> notice;
  /// ISO 3166 alpha-2: where telephone numbers without a plus are dialled; empty: nowhere.
  std::optional<json::Text<0, 2>> phone_country;
};
BOOST_DESCRIBE_STRUCT(NewSettings, (), (monitoring, leaderboard, notice, phone_country))

struct Look {
  std::optional<UserId> viewer_id;  ///< null: who works with the command line of the machine itself
  std::string viewer_name;
  Role viewer_role = Role::manager;
  Looked what = Looked::pace;
  Day day;                 ///< of the rep
  std::int64_t count = 0;  ///< the same again within five minutes counts once
  Instant last_at;
};
BOOST_DESCRIBE_STRUCT(Look, (), (viewer_id, viewer_name, viewer_role, what, day, count, last_at))

/// What somebody may see of a single rep: figures with their rows, only the verdict of a closed period, only sums of
/// five or more people, nothing.
BOOST_DEFINE_ENUM_CLASS(Sight, figures, verdicts, sums, nothing)

struct NoticeReader {
  Role role = Role::rep;
  Whose whose = Whose::own;
  Sight sees = Sight::nothing;
};
BOOST_DESCRIBE_STRUCT(NoticeReader, (), (role, whose, sees))

BOOST_DEFINE_ENUM_CLASS(Recorded, activities, notes, contacts, signals, working_time, leave, people, changes, sign_in,
                        looks)

struct NoticeRecord {
  Recorded what = Recorded::activities;
  std::optional<int> days;  ///< how long it is kept; null: until the company removes it
};
BOOST_DESCRIBE_STRUCT(NoticeRecord, (), (what, days))

struct NoticeContact {
  std::string name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(NoticeContact, (), (name, email))

struct NoticeQuota {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Rule rule;
  PeriodKind period_kind = PeriodKind::week;
  std::int64_t amount = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeQuota, (), (quota_id, key, name, rule, period_kind, amount))

/// Everything that the printable notice says, made from the settings: the page has the words.
struct Notice {
  std::string company;
  std::optional<std::string> contact;
  std::optional<std::string> ground;
  Monitoring monitoring = Monitoring::full;
  std::optional<ComingMonitoring> coming;
  int fewest_people = kFewestPeople;
  bool leaderboard = false;
  std::vector<NoticeRecord> recorded;
  std::vector<NoticeReader> readers;
  std::vector<NoticeContact> admins;
  std::vector<NoticeQuota> quotas;  ///< those that ask the reader today
  Day day;                          ///< on which it says this
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (company, contact, ground, monitoring, coming, fewest_people, leaderboard, recorded, readers,
                       admins, quotas, day))

struct LeaderboardPlace {
  int place = 1;  ///< equal attainments share one
  std::string name;
  double attainment = 0;
  bool me = false;
};
BOOST_DESCRIBE_STRUCT(LeaderboardPlace, (), (place, name, attainment, me))

/// By attainment, best first; nobody who did not ask for it stands on it, and there is no money on it.
struct LeaderboardQuota {
  QuotaId quota_id;
  std::string key;
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::vector<LeaderboardPlace> places;
};
BOOST_DESCRIBE_STRUCT(LeaderboardQuota, (), (quota_id, key, name, period_kind, places))

/// Whether a rep stands on the leaderboard.
struct LeaderboardChoice {
  bool joined = false;
  bool first_name_only = false;
};
BOOST_DESCRIBE_STRUCT(LeaderboardChoice, (), (joined, first_name_only))

struct NewLeaderboardChoice {
  bool joined = false;
  std::optional<bool> first_name_only;  ///< absent: false
};
BOOST_DESCRIBE_STRUCT(NewLeaderboardChoice, (), (joined, first_name_only))

}  // namespace paceline::api::form
