// SPDX-License-Identifier: Apache-2.0
// A rep's own appointments under an address that a calendar program asks again and again.
//
// Whoever knows the address reads these appointments, and nothing else: "ORG.SECRET", of which only a fingerprint is
// stored. Everybody has one at most; another one takes its place. It ends when the user is inactive or gone.
#pragma once

#include "app/sign_in.h"

namespace paceline {

/// How far back a calendar goes.
inline constexpr std::int64_t kFeedSeconds = 30 * kSecondsPerDay;

struct CalendarOwner {
  OrgId org_id;
  User user;
};

/// What makes two requests the same one.
struct FeedRequest {
  std::optional<std::string> key;  ///< none: each makes another address
  std::string body_hash;           ///< of what else came under the key
};

/// The address's last part, shown once. The audit names the actor. Sent again it cannot be answered again, since
/// nothing of the secret is kept, and must not end the address that it made: returns conflict "idempotency.key.used",
/// or "idempotency.key.reused" when the key came before with something else.
[[nodiscard]] Result<std::string> make_feed(const Actor& actor, const FeedRequest& request, const Identity& identity);
/// Returns not_found "calendar.feed.none" when there is none.
[[nodiscard]] Result<void> revoke_feed(const Actor& actor, const Identity& identity);
/// Whose it is. Returns not_found "calendar.feed.not_found", whatever is wrong with it.
[[nodiscard]] Result<CalendarOwner> owner_of_feed(const std::string& address, const Identity& identity);

}  // namespace paceline
