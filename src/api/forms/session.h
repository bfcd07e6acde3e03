// SPDX-License-Identifier: Apache-2.0
// Signing in, the session, users, tokens, and how the server is.
#pragma once

#include "api/forms/list.h"
#include "api/forms/words.h"
#include "app/last_backup.h"
#include "app/ports/access_store.h"
#include "team/monitoring.h"

namespace paceline::api::form {

struct SignIn {
  json::Text<1, 254> email;
  json::Prose<1, 1000> password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

struct SessionUser {
  UserId user_id;
  std::string name;
  std::string email;
  Role role = Role::rep;
  std::string zone;
  std::optional<Team> team;
  std::vector<std::string> phones;  ///< own numbers, in E.164, and extensions
};
BOOST_DESCRIBE_STRUCT(SessionUser, (), (user_id, name, email, role, zone, team, phones))

struct SessionOrganisation {
  OrgId org_id;
  std::string name;
  std::string zone;
  std::string currency;
  Weekday week_start = Weekday::monday;
  bool demonstration = false;
  Monitoring monitoring = Monitoring::full;
  bool leaderboard = false;
};
BOOST_DESCRIBE_STRUCT(SessionOrganisation, (),
                      (org_id, name, zone, currency, week_start, demonstration, monitoring, leaderboard))

struct Session {
  SessionUser user;
  SessionOrganisation organisation;
  std::string csrf_token;
  int schema = 0;
  std::string newest_change;  ///< `after` of a stream that misses nothing of what changes from this answer on
};
BOOST_DESCRIBE_STRUCT(Session, (), (user, organisation, csrf_token, schema, newest_change))

struct LiveQuery : Query {
  std::optional<json::Whole<0, 9007199254740991>> after;  ///< a place in the sequence of changes; absent: now
};
BOOST_DESCRIBE_STRUCT(LiveQuery, (Query), (after))

struct User {
  UserId user_id;
  std::string name;
  std::string email;
  Role role = Role::rep;
  std::string zone;
  std::string calendar;
  std::optional<Team> team;
  std::optional<Day> team_since;  ///< none: always
  bool active = true;
  std::optional<Day> joined;
  std::optional<Day> left;  ///< the first day after the employment
  std::optional<std::string> ramp;
  std::optional<Day> ramp_from;
  bool invited = false;                 ///< has no password yet
  std::optional<Instant> last_sign_in;  ///< none: not known
  std::vector<std::string> phones;      ///< own numbers, in E.164, and extensions
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (user_id, name, email, role, zone, calendar, team, team_since, active, joined, left, ramp,
                       ramp_from, invited, last_sign_in, phones))

struct NewToken {
  std::optional<ShortText> user;  ///< id or e-mail address; absent: the acting user
  Scope scope = Scope::read;
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (user, scope))

struct MadeToken {
  TokenId token_id;
  std::string token;  ///< shown once
};
BOOST_DESCRIBE_STRUCT(MadeToken, (), (token_id, token))

/// A late or failed backup does not make a server unwell: it would be taken out of service for it.
struct Health {
  std::string status = "ok";
  int schema = 0;
  BackupState backup = BackupState::not_kept;
};
BOOST_DESCRIBE_STRUCT(Health, (), (status, schema, backup))

struct Liveness {
  std::string status = "ok";
};
BOOST_DESCRIBE_STRUCT(Liveness, (), (status))

}  // namespace paceline::api::form
