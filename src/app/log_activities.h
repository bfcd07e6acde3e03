// SPDX-License-Identifier: Apache-2.0
// Many activities in one transaction: as if logged one after the other, but stored together and counted once.
#pragma once

#include "app/log_activity.h"

namespace paceline {

/// For each draft, in order: whether it was new, or all its faults, which are those of log_activity; a draft that is a
/// fault already stays one. An item that is refused does not refuse the others. Returns unavailable when the database
/// fails: then nothing is stored.
[[nodiscard]] Result<std::vector<Checked<bool>>> log_activities(const Actor& actor,
                                                                const std::vector<Checked<ActivityDraft>>& drafts,
                                                                Instant now, const Zones& zones, Ids& ids,
                                                                Stores& stores);

}  // namespace paceline
