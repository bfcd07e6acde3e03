// SPDX-License-Identifier: Apache-2.0
// Enters and removes somebody's leave. Figures of periods that are open follow at once: nothing of them is stored.
// There is no reason, on purpose; the audit keeps what was entered and removed, and by whom.
#pragma once

#include "app/actor.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// Returns invalid "leave.span.empty" at "/to", conflict "leave.already_there".
[[nodiscard]] Result<StoredLeave> add_leave(const Actor& actor, UserId user_id, const Leave& leave, Instant now,
                                            Ids& ids, Stores& stores);

/// What was removed. Returns not_found "leave.not_found".
[[nodiscard]] Result<StoredLeave> remove_leave(const Actor& actor, UserId user_id, LeaveId leave_id, Instant now,
                                               Stores& stores);

}  // namespace paceline
