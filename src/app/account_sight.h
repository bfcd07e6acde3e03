// SPDX-License-Identifier: Apache-2.0
// Under which accounts somebody may put what is theirs.
//
// Who owns an account on the day is asked. One that nobody owns is everybody's, so two reps at one customer name the
// same one; under another rep's only those put something who may read it. Otherwise a contact of one's own told what
// the account is called by now and of which segment it is, and stood among its people unseen by the owner.
#pragma once

#include <string>

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// Returns forbidden as authorise() says. One that is not there anybody may name.
[[nodiscard]] Result<void> may_read_account(const Actor& actor, AccountId account_id, Instant now, const Zones& zones,
                                            Stores& stores);

/// The same of one that is named; the fault is at "/account_name".
[[nodiscard]] Result<void> may_name_account(const Actor& actor, const std::string& name, Instant now,
                                            const Zones& zones, Stores& stores);

}  // namespace paceline
