// SPDX-License-Identifier: Apache-2.0
#include "app/invite.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::size_t kLongestToken = 200;

struct Claim {
  OrgId org_id;
  UserId user_id;
  std::string secret;
};

std::optional<Claim> parse_claim(const std::string& token) {
  const auto first = token.find('.');
  const auto second = first == std::string::npos ? first : token.find('.', first + 1);
  if (second == std::string::npos || token.size() > kLongestToken) return std::nullopt;
  const auto org_id = parse_id<OrgId>(token.substr(0, first));
  const auto user_id = parse_id<UserId>(token.substr(first + 1, second - first - 1));
  if (!org_id || !user_id) return std::nullopt;
  return Claim{*org_id, *user_id, token.substr(second + 1)};
}

std::size_t characters_of(const std::string& text) {
  constexpr unsigned mark = 0xC0;
  constexpr unsigned continuation = 0x80;
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & mark) != continuation; }));
}

Result<bool> is_let_in(const User& user, const Identity& identity) {
  PACELINE_TRY(const LocalTime today, identity.zones.local(identity.clock.now(), user.zone));
  return may_sign_in(user, today.day);
}

struct Found {
  Invitation invitation;
  User user;
};

Result<Found> find_invitation(const Claim& claim, const Identity& identity, Stores& stores) {
  const auto unknown = fail(Fault::not_found, "invitation.unknown");
  PACELINE_TRY(const auto invitation, stores.access.invitation_of(claim.user_id));
  PACELINE_TRY(const auto user, stores.people.find_user(claim.user_id));
  if (!invitation || !user) return unknown;
  if (!identity.secrets.is_same(identity.secrets.fingerprint(claim.secret), invitation->fingerprint)) return unknown;
  PACELINE_TRY(const bool let_in, is_let_in(*user, identity));
  if (!let_in) return unknown;
  if (invitation->expires_at <= identity.clock.now()) return fail(Fault::conflict, "invitation.expired");
  return Found{*invitation, *user};
}

}  // namespace

Result<MadeInvitation> make_invitation(const Actor& actor, UserId user_id, const Identity& identity) {
  const std::string secret = identity.secrets.new_token();
  const Instant now = identity.clock.now();
  const Invitation invitation{user_id, identity.secrets.fingerprint(secret), now.plus_seconds(kInvitationSeconds)};
  PACELINE_CHECK(identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto user, stores.people.find_user(user_id));
    if (!user) return fail(Fault::not_found, "user.not_found");
    PACELINE_TRY(const bool let_in, is_let_in(*user, identity));
    if (!let_in) return fail(Fault::conflict, "user.inactive");
    PACELINE_TRY(const auto before, stores.access.invitation_of(user_id));
    PACELINE_CHECK(stores.access.put_invitation(invitation, now));
    const bool done_before = before && before->fingerprint == invitation.fingerprint;
    if (done_before) return {};
    return stores.ledger.note({actor.user_id, "invitation.make", to_text(user_id), {}, now});
  }));
  return MadeInvitation{to_text(actor.org_id) + "." + to_text(user_id) + "." + secret, invitation.expires_at};
}

Result<SignedIn> join(const std::string& token, const std::string& password, const Identity& identity) {
  if (characters_of(password) < kShortestPassword) {
    return fail(Fault::invalid, "password.too_short", "/password", "at least 12 characters");
  }
  const auto claim = parse_claim(token);
  if (!claim) return fail(Fault::not_found, "invitation.unknown");
  PACELINE_TRY(const auto found, read_as<Found>(identity.unit, claim->org_id, [&](Stores& stores) {
                 return find_invitation(*claim, identity, stores);
               }));
  PACELINE_TRY(const std::string hash, identity.secrets.hash_password(password));
  const UserId user_id = found.user.user_id;
  PACELINE_CHECK(identity.unit.write(claim->org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const std::string hash_before, stores.people.password_hash(user_id));
    PACELINE_TRY(const bool taken, stores.access.take_invitation(found.invitation));
    const bool done_before = hash_before == hash;
    if (!taken && !done_before) return fail(Fault::not_found, "invitation.unknown");
    PACELINE_CHECK(stores.people.set_password_hash(user_id, hash));
    PACELINE_CHECK(stores.access.end_sessions_of(user_id, {}));
    if (done_before) return {};
    return stores.ledger.note({user_id, "invitation.use", to_text(user_id), {}, identity.clock.now()});
  }));
  return sign_in(found.user.email, password, identity);
}

std::string claimed_user(const std::string& token) {
  const auto claim = parse_claim(token);
  return claim ? to_text(claim->org_id) + "." + to_text(claim->user_id) : "";
}

}  // namespace paceline
