// SPDX-License-Identifier: Apache-2.0
// Takes back what an import did, newest first: voids what it added, and corrects back what it corrected, where that is
// still the last word. What others depend on stays and is listed: a row of a closed report ("import.kept.in_report"),
// an activity that somebody corrected since ("import.kept.corrected").
#pragma once

#include "app/actor.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// Rows of one transaction.
inline constexpr int kUndoneAtOnce = 250;

/// Does the next part, and puts what it did into the entry's `voided` and `kept`. Returns whether there may be more.
[[nodiscard]] Result<bool> undo_part(const Actor& actor, Import& entry, Instant now, Ids& ids, Stores& stores);

}  // namespace paceline
