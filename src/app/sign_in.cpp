// SPDX-License-Identifier: Apache-2.0
#include "app/sign_in.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::size_t kMostSessions = 50;  // of a user

struct Credential {
  OrgId org_id;
  std::string secret;
};

std::optional<Credential> parse_credential(const std::string& text) {
  const auto dot = text.find('.');
  if (dot == std::string::npos || text.size() > 200) return std::nullopt;
  const auto org_id = parse_id<OrgId>(std::string_view(text).substr(0, dot));
  if (!org_id) return std::nullopt;
  return Credential{*org_id, text.substr(dot + 1)};
}

std::string credential_of(OrgId org_id, const std::string& secret) {
  return to_text(org_id) + "." + secret;
}

Result<Actor> actor_of(OrgId org_id, const User& user, const Identity& identity, Stores& stores) {
  return actor_of_user(org_id, user, identity.clock.now(), identity.zones, stores);
}

/// Nobody who is inactive or gone, whatever they show.
Result<bool> is_let_in(const std::optional<User>& user, const Identity& identity) {
  if (!user) return false;
  PACELINE_TRY(const LocalTime today, identity.zones.local(identity.clock.now(), user->zone));
  return may_sign_in(*user, today.day);
}

struct Known {
  User user;
  std::string password_hash;
};

/// The user with the address, or nobody: not an error, so that both cost the same.
Result<std::optional<std::pair<OrgId, Known>>> find_login(const std::string& email, const Identity& identity) {
  UnitOfWork& unit = identity.unit;
  std::optional<std::pair<OrgId, Known>> found;
  PACELINE_TRY(const auto org_id, unit.organisation_of_login(email));
  if (!org_id) return found;
  PACELINE_CHECK(unit.read(*org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto user, stores.people.find_user_by_email(email));
    PACELINE_TRY(const bool let_in, is_let_in(user, identity));
    if (!let_in) return {};
    PACELINE_TRY(const auto hash, stores.people.password_hash(user->user_id));
    found = std::pair(*org_id, Known{*user, hash});
    return {};
  }));
  return found;
}

/// Whoever signs in again and again leaves the oldest session behind.
Result<void> make_room_for_a_session(UserId user_id, AccessStore& access) {
  PACELINE_TRY(auto open, access.sessions_of(user_id));
  std::sort(open.begin(), open.end(),
            [](const OpenSession& a, const OpenSession& b) { return a.created_at < b.created_at; });
  for (std::size_t at = 0; at + kMostSessions <= open.size(); ++at)
    PACELINE_CHECK(access.end_session(open[at].fingerprint));
  return {};
}

}  // namespace

Result<Actor> actor_of_user(OrgId org_id, const User& user, Instant now, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const LocalTime today, zones.local(now, user.zone));
  PACELINE_TRY(const auto team, stores.people.team_on(user.user_id, today.day));
  Actor actor{org_id, user.user_id, user.role, {}, {}, {}, Monitoring::full};
  PACELINE_TRY(actor.monitoring, stores.settings.monitoring_at(now));
  if (!team) return actor;
  actor.team_id = team->team_id;
  PACELINE_TRY(const Company company, stores.people.company());
  actor.parts = parts_of(company, team->team_id);
  return actor;
}

Result<SignedIn> sign_in(const std::string& email, const std::string& password, const Identity& identity) {
  const auto address = parse_email(email);
  PACELINE_TRY(const auto known, find_login(address ? *address : "", identity));
  const bool matches = identity.secrets.password_matches(password, known ? known->second.password_hash : "");
  if (!known || !matches) return fail(Fault::unauthenticated, "session.refused");
  const std::string secret = identity.secrets.new_token();
  const Instant now = identity.clock.now();
  SignedIn signed_in{credential_of(known->first, secret), identity.secrets.new_token(), {}};
  const Session session{identity.secrets.fingerprint(secret), known->second.user.user_id, signed_in.csrf_token,
                        now.plus_seconds(kSessionSeconds)};
  PACELINE_CHECK(identity.unit.write(known->first, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(signed_in.actor, actor_of(known->first, known->second.user, identity, stores));
    PACELINE_CHECK(stores.access.note_sign_in(session.user_id, now));
    PACELINE_CHECK(make_room_for_a_session(session.user_id, stores.access));
    return stores.access.add_session(session, now);
  }));
  return signed_in;
}

Result<void> sign_out(const std::string& credential, const Identity& identity) {
  const auto parsed = parse_credential(credential);
  if (!parsed) return {};
  return identity.unit.write(parsed->org_id, [&](Stores& stores) {
    return stores.access.end_session(identity.secrets.fingerprint(parsed->secret));
  });
}

Result<Recognised> actor_of_session(const std::string& credential, const Identity& identity) {
  const auto parsed = parse_credential(credential);
  if (!parsed) return fail(Fault::unauthenticated, "session.required");
  return read_as<Recognised>(identity.unit, parsed->org_id, [&](Stores& stores) -> Result<Recognised> {
    PACELINE_TRY(const auto session, stores.access.find_session(identity.secrets.fingerprint(parsed->secret)));
    if (!session || session->expires_at <= identity.clock.now())
      return fail(Fault::unauthenticated, "session.required");
    PACELINE_TRY(const auto user, stores.people.find_user(session->user_id));
    PACELINE_TRY(const bool let_in, is_let_in(user, identity));
    if (!let_in) return fail(Fault::unauthenticated, "session.required");
    PACELINE_TRY(const Actor actor, actor_of(parsed->org_id, *user, identity, stores));
    return Recognised{actor, session->csrf_token};
  });
}

Result<std::optional<Actor>> actor_who_is_let_in(OrgId org_id, UserId user_id, const Identity& identity,
                                                 Stores& stores) {
  PACELINE_TRY(const auto user, stores.people.find_user(user_id));
  PACELINE_TRY(const bool let_in, is_let_in(user, identity));
  if (!let_in) return std::optional<Actor>();
  PACELINE_TRY(Actor actor, actor_of(org_id, *user, identity, stores));
  return std::optional(std::move(actor));
}

Result<Recognised> actor_of_token(const std::string& credential, const Identity& identity) {
  const auto parsed = parse_credential(credential);
  if (!parsed) return fail(Fault::unauthenticated, "token.refused");
  return read_as<Recognised>(identity.unit, parsed->org_id, [&](Stores& stores) -> Result<Recognised> {
    PACELINE_TRY(const auto token, stores.access.find_token(identity.secrets.fingerprint(parsed->secret)));
    if (!token) return fail(Fault::unauthenticated, "token.refused");
    PACELINE_TRY(auto actor, actor_who_is_let_in(parsed->org_id, token->user_id, identity, stores));
    if (!actor) return fail(Fault::unauthenticated, "token.refused");
    actor->scope = token->scope;
    return Recognised{*std::move(actor), {}};
  });
}

Result<OrgId> operators_organisation(const std::string& org_id, const Identity& identity) {
  PACELINE_TRY(const auto all, identity.unit.organisations());
  if (org_id.empty() && all.size() > 1)
    return fail(Fault::invalid, "organisation.ambiguous", {}, "name one with --org");
  for (const OrgId known : all) {
    if (org_id.empty() || org_id == to_text(known)) return known;
  }
  return fail(Fault::not_found, "organisation.not_found");
}

Result<Recognised> actor_of_operator(const std::string& org_id, const std::optional<std::string>& email,
                                     const Identity& identity) {
  PACELINE_TRY(const OrgId org, operators_organisation(org_id, identity));
  if (!email) return Recognised{Actor{org, UserId(), Role::system, {}, {}, {}, Monitoring::full}, {}};
  return read_as<Recognised>(identity.unit, org, [&](Stores& stores) -> Result<Recognised> {
    const auto address = parse_email(*email);
    PACELINE_TRY(const auto user, stores.people.find_user_by_email(address ? *address : ""));
    if (!user) return fail(Fault::not_found, "user.not_found");
    PACELINE_TRY(const Actor actor, actor_of(org, *user, identity, stores));
    return Recognised{actor, {}};
  });
}

Result<MadeToken> make_token(const Actor& actor, UserId user_id, Scope scope, const Identity& identity) {
  const std::string secret = identity.secrets.new_token();
  const Token token{identity.ids.make<TokenId>(), identity.secrets.fingerprint(secret), user_id, scope};
  const Instant now = identity.clock.now();
  PACELINE_CHECK(identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto user, stores.people.find_user(user_id));
    if (!user) return fail(Fault::not_found, "user.not_found");
    PACELINE_TRY(const auto done_before, stores.access.find_token(token.fingerprint));
    PACELINE_CHECK(stores.access.add_token(token, now));
    if (done_before) return {};
    return stores.ledger.note({actor.user_id, "token.make", to_text(token.token_id), to_text(user_id), now});
  }));
  return MadeToken{token.token_id, credential_of(actor.org_id, secret)};
}

Result<std::string> make_password(OrgId org_id, UserId user_id, const Identity& identity) {
  std::string password = identity.secrets.new_token().substr(0, 16);
  PACELINE_TRY(const std::string hash, identity.secrets.hash_password(password));
  PACELINE_CHECK(identity.unit.write(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto user, stores.people.find_user(user_id));
    if (!user) return fail(Fault::not_found, "user.not_found");
    PACELINE_TRY(const std::string hash_before, stores.people.password_hash(user_id));
    PACELINE_CHECK(stores.people.set_password_hash(user_id, hash));
    const bool done_before = hash_before == hash;
    if (done_before) return {};
    return stores.ledger.note({UserId(), "password.make", to_text(user_id), {}, identity.clock.now()});
  }));
  return password;
}

}  // namespace paceline
