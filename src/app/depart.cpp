// SPDX-License-Identifier: Apache-2.0
#include "app/depart.h"

#include "app/last_admin.h"

namespace paceline {
namespace {

Result<void> end_access(UserId user_id, Instant now, Stores& stores) {
  PACELINE_CHECK(stores.access.end_sessions_of(user_id, {}));
  PACELINE_CHECK(stores.access.revoke_tokens_of(user_id, now));
  PACELINE_CHECK(stores.appointments.revoke_feeds_of(user_id, now));
  return stores.access.end_invitation_of(user_id);
}

}  // namespace

Result<HandedOver> depart(const Actor& actor, const Departure& departure, Instant now, const Zones& zones, Ids& ids,
                          Stores& stores) {
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const auto user, stores.people.find_user(departure.user_id));
  if (!user) return fail(Fault::not_found, "user.not_found");
  if (user->joined && departure.last_day < *user->joined) {
    return fail(Fault::invalid, "user.left.before_joined", "/last_day");
  }
  const Day left = std::min(departure.last_day + 1, kLastDay);
  User gone = *user;
  gone.left = left;
  if (!keeps_an_admin(*user, gone, stores.people)) return fail(Fault::conflict, "user.last_admin", "/last_day");
  PACELINE_CHECK(stores.people.change_user(gone));
  PACELINE_TRY(const auto today, zones.local(now, user->zone));
  if (left <= today.day) PACELINE_CHECK(end_access(user->user_id, now, stores));
  PACELINE_CHECK(stores.ledger.tell("team", user->user_id, now));
  PACELINE_CHECK(
      stores.ledger.note({actor.user_id, "user.depart", to_text(user->user_id), to_text(departure.last_day), now}));
  if (!departure.successor) return HandedOver{};
  return hand_over(actor, {user->user_id, *departure.successor, left, true, true}, now, zones, ids, stores);
}

Result<void> take_back_departure(const Actor& actor, UserId user_id, Instant now, const Zones& zones, Stores& stores) {
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const auto user, stores.people.find_user(user_id));
  if (!user) return fail(Fault::not_found, "user.not_found");
  if (!user->left) return fail(Fault::conflict, "user.left.not_announced");
  PACELINE_TRY(const auto today, zones.local(now, user->zone));
  if (*user->left <= today.day) return fail(Fault::conflict, "user.left.over", {}, to_text(*user->left - 1));
  User staying = *user;
  staying.left.reset();
  PACELINE_CHECK(stores.people.change_user(staying));
  PACELINE_CHECK(stores.ledger.tell("team", user_id, now));
  return stores.ledger.note({actor.user_id, "user.stay", to_text(user_id), to_text(*user->left - 1), now});
}

}  // namespace paceline
