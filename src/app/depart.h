// SPDX-License-Identifier: Apache-2.0
// Somebody leaves the company: from the day after the last one nothing is asked of them and they can no longer sign in.
#pragma once

#include "app/hand_over.h"

namespace paceline {

struct Departure {
  UserId user_id;
  Day last_day;
  std::optional<UserId> successor;  ///< none: nothing is handed over
};

/// Where that day is over already, sessions, tokens, the address of a calendar and an invitation end at once. Returns
/// not_found "user.not_found", invalid "user.left.before_joined" at "/last_day", conflict "user.last_admin" there, and
/// what hand_over() says.
[[nodiscard]] Result<HandedOver> depart(const Actor& actor, const Departure& departure, Instant now, const Zones& zones,
                                        Ids& ids, Stores& stores);

/// Takes an announced departure back: the user stays, as if it had not been said. What was handed over meanwhile stays
/// with the successor until it is handed back: the successor may have worked with it. Returns not_found
/// "user.not_found", conflict "user.left.not_announced" (no last day is known) or "user.left.over" (the last day is
/// over: sessions, tokens and the days that nobody asked are gone).
[[nodiscard]] Result<void> take_back_departure(const Actor& actor, UserId user_id, Instant now, const Zones& zones,
                                               Stores& stores);

}  // namespace paceline
