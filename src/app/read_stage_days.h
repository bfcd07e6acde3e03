// SPDX-License-Identifier: Apache-2.0
// How long opportunities of the company usually stand in each stage (pipeline/stage_stay.h).
#pragma once

#include "app/ports/unit_of_work.h"
#include "pipeline/stage_stay.h"

namespace paceline {

/// Whom the asker may see, where the monitoring profile hides single reps; none: it hides nothing.
using SeenReps = std::optional<std::vector<RepId>>;

/// Of each open stage that something ever came into, as it was known then, by id. A stage through which fewer than
/// kFewestPeople took theirs would give away how they work: where single reps are hidden, the stays of those whom the
/// asker may see stand in its place.
[[nodiscard]] Result<std::vector<UsualStay>> read_stage_days(const SeenReps& seen, Instant as_of, Stores& stores);

}  // namespace paceline
