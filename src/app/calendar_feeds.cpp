// SPDX-License-Identifier: Apache-2.0
#include "app/calendar_feeds.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestFeedAddress = 200;
constexpr int kFeedMade = 201;
constexpr std::string_view kFeedEnding = ".ics";

auto no_such_feed() {
  return fail(Fault::not_found, "calendar.feed.not_found");
}

/// Keeps that the key was used, and nothing of the answer.
Result<void> use_key(const Actor& actor, const FeedRequest& request, Instant now, LedgerStore& ledger) {
  if (!request.key) return {};
  PACELINE_TRY(const auto first, ledger.first_answer(actor.user_id, *request.key));
  if (first && first->body_hash != request.body_hash) return fail(Fault::conflict, "idempotency.key.reused");
  if (first) return fail(Fault::conflict, "idempotency.key.used", {}, "what it made was shown once");
  return ledger.keep_answer(actor.user_id, *request.key, {request.body_hash, kFeedMade, {}}, now);
}

}  // namespace

Result<std::string> make_feed(const Actor& actor, const FeedRequest& request, const Identity& identity) {
  const std::string secret = identity.secrets.new_token();
  const std::string fingerprint = identity.secrets.fingerprint(secret);
  const auto feed_id = identity.ids.make<CalendarFeedId>();
  const Instant now = identity.clock.now();
  PACELINE_CHECK(identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto done_before, stores.appointments.user_of_feed(fingerprint));
    if (done_before) return {};
    PACELINE_CHECK(use_key(actor, request, now, stores.ledger));
    PACELINE_CHECK(stores.appointments.revoke_feeds_of(actor.user_id, now));
    PACELINE_CHECK(stores.appointments.add_feed(feed_id, actor.user_id, fingerprint, now));
    return stores.ledger.note({actor.user_id, "calendar.feed.make", to_text(feed_id), to_text(actor.user_id), now});
  }));
  return to_text(actor.org_id) + '.' + secret + std::string(kFeedEnding);
}

Result<void> revoke_feed(const Actor& actor, const Identity& identity) {
  const Instant now = identity.clock.now();
  return identity.unit.write(actor.org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const bool revoked, stores.appointments.revoke_feeds_of(actor.user_id, now));
    if (!revoked) return fail(Fault::not_found, "calendar.feed.none");
    return stores.ledger.note({actor.user_id, "calendar.feed.revoke", to_text(actor.user_id), {}, now});
  });
}

Result<CalendarOwner> owner_of_feed(const std::string& address, const Identity& identity) {
  const auto dot = address.find('.');
  const bool whole = dot != std::string::npos && address.size() <= kLongestFeedAddress &&
                     address.ends_with(kFeedEnding) && dot + kFeedEnding.size() < address.size();
  if (!whole) return no_such_feed();
  const auto org_id = parse_id<OrgId>(std::string_view(address).substr(0, dot));
  if (!org_id) return no_such_feed();
  const std::string secret = address.substr(dot + 1, address.size() - dot - 1 - kFeedEnding.size());
  return read_as<CalendarOwner>(identity.unit, *org_id, [&](Stores& stores) -> Result<CalendarOwner> {
    PACELINE_TRY(const auto user_id, stores.appointments.user_of_feed(identity.secrets.fingerprint(secret)));
    if (!user_id) return no_such_feed();
    PACELINE_TRY(const auto actor, actor_who_is_let_in(*org_id, *user_id, identity, stores));
    PACELINE_TRY(const auto user, stores.people.find_user(*user_id));
    if (!actor || !user) return no_such_feed();
    return CalendarOwner{*org_id, *user};
  });
}

}  // namespace paceline
