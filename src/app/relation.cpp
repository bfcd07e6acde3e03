// SPDX-License-Identifier: Apache-2.0
#include "app/relation.h"

namespace paceline {

Result<Whose> relation_to_user(const Actor& actor, UserId user_id, Instant now, const Zones& zones, Stores& stores) {
  PACELINE_TRY(const auto user, stores.people.find_user(user_id));
  if (!user) return Whose::nobody;
  PACELINE_TRY(const LocalTime today, zones.local(now, user->zone));
  PACELINE_TRY(const auto team, stores.people.team_on(user_id, today.day));
  return relation_to(actor, user_id, team ? std::optional(team->team_id) : std::nullopt);
}

}  // namespace paceline
