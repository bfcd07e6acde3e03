// SPDX-License-Identifier: Apache-2.0
// Hands contacts and accounts with open opportunities and coming appointments, and the rest of the running quotas over
// to a successor. Activities stay with whom they were: facts never move.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

struct HandOver {
  UserId leaver;
  UserId successor;
  Day from;  ///< the first day of the successor
  bool contacts = true;
  bool quotas = true;
};

/// What the successor is asked more.
struct HandedQuota {
  std::string key;
  std::int64_t amount = 0;  ///< in the successor's own periods, with the own working minutes
  Period span;
};

struct HandedOver {
  std::int64_t contacts = 0;
  std::int64_t accounts = 0;
  std::int64_t opportunities = 0;   ///< open ones, with their next steps
  std::int64_t appointments = 0;    ///< that are still to come
  std::vector<HandedQuota> quotas;  ///< by name
};

/// Of each quota the period that holds the day, or today when that is later. Contacts, accounts, open opportunities and
/// coming appointments move at once; each is in the audit. What was handed over before is not handed over again.
/// REQUIRES: the turn of definitions is taken, and the leaver is there. Returns invalid "hand_over.successor.unknown",
/// "hand_over.successor.same", "hand_over.successor.away" (inactive or gone by that day), "quota.amount.out_of_range".
[[nodiscard]] Result<HandedOver> hand_over(const Actor& actor, const HandOver& what, Instant now, const Zones& zones,
                                           Ids& ids, Stores& stores);

}  // namespace paceline
