// SPDX-License-Identifier: Apache-2.0
#include "app/after_restore.h"

namespace paceline {
namespace {

Result<void> end_access_of(UserId user_id, const std::optional<OpenAccess>& still_open, Instant now,
                           AccessStore& access) {
  PACELINE_CHECK(access.end_sessions_of(user_id, {}));
  PACELINE_CHECK(access.end_invitation_of(user_id));
  if (!still_open) return {};
  PACELINE_TRY(const auto tokens, access.tokens_of(user_id));
  for (const OpenToken& token : tokens)
    if (!still_open->tokens.contains(token.token_id)) PACELINE_CHECK(access.revoke_token(token.token_id, now));
  return {};
}

Result<void> end_webhooks(const OpenAccess& still_open, Instant now, AccessStore& access) {
  PACELINE_TRY(const auto webhooks, access.webhooks());
  for (const Webhook& webhook : webhooks)
    if (!still_open.webhooks.contains(webhook.webhook_id))
      PACELINE_CHECK(access.revoke_webhook(webhook.webhook_id, now));
  return {};
}

Result<void> end_feeds(const OpenAccess& still_open, Instant now, AppointmentStore& appointments) {
  PACELINE_TRY(const auto feeds, appointments.feeds());
  for (const CalendarFeed& feed : feeds)
    if (!still_open.feeds.contains(feed.feed_id)) PACELINE_CHECK(appointments.revoke_feeds_of(feed.user_id, now));
  return {};
}

}  // namespace

Result<OpenAccess> open_access(Stores& stores) {
  OpenAccess open;
  PACELINE_TRY(const auto users, stores.people.users());
  for (const User& user : users) {
    PACELINE_TRY(const auto tokens, stores.access.tokens_of(user.user_id));
    for (const OpenToken& token : tokens) open.tokens.insert(token.token_id);
  }
  PACELINE_TRY(const auto webhooks, stores.access.webhooks());
  for (const Webhook& webhook : webhooks) open.webhooks.insert(webhook.webhook_id);
  PACELINE_TRY(const auto feeds, stores.appointments.feeds());
  for (const CalendarFeed& feed : feeds) open.feeds.insert(feed.feed_id);
  return open;
}

Result<void> end_access_after_restore(const std::optional<OpenAccess>& still_open, Instant now, Stores& restored) {
  PACELINE_TRY(const auto users, restored.people.users());
  for (const User& user : users) PACELINE_CHECK(end_access_of(user.user_id, still_open, now, restored.access));
  if (still_open) PACELINE_CHECK(end_webhooks(*still_open, now, restored.access));
  if (still_open) PACELINE_CHECK(end_feeds(*still_open, now, restored.appointments));
  return restored.ledger.note({UserId{}, "database.restore", {}, {}, now});
}

Result<void> ask_for_files_again(Instant now, Stores& restored) {
  PACELINE_TRY(const auto waiting, restored.imports.with_a_file());
  for (Import entry : waiting) {
    const ImportState before = entry.state;
    PACELINE_TRY(const ReceivedParts received, restored.imports.received(entry.import_id));
    if (before == ImportState::receiving || received.bytes == entry.bytes) continue;
    if (before == ImportState::importing) {
      entry.state = ImportState::failed;
      entry.fault = "import.parts_missing";
      entry.ended_at = now;
    } else {
      entry.state = ImportState::receiving;
      entry.counts = {};
      entry.bytes_done = 0;
      entry.began_at.reset();
      entry.ended_at.reset();
      PACELINE_CHECK(restored.imports.remove_faults(entry.import_id));
    }
    PACELINE_CHECK(restored.imports.change(entry, before));
  }
  return {};
}

}  // namespace paceline
