// SPDX-License-Identifier: Apache-2.0
// Whose data those of a user are for the actor, by the user's team of today.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// nobody: there is no such user.
[[nodiscard]] Result<Whose> relation_to_user(const Actor& actor, UserId user_id, Instant now, const Zones& zones,
                                             Stores& stores);

}  // namespace paceline
