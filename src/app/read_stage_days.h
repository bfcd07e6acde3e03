// SPDX-License-Identifier: Apache-2.0
// How long opportunities of the company usually stand in each stage (pipeline/stage_stay.h).
#pragma once

#include "app/ports/unit_of_work.h"
#include "pipeline/stage_stay.h"
#include "team/some_reps.h"

namespace paceline {

/// Of each open stage that something ever came into, as it was known then, by id. A stage through which fewer than
/// kFewestPeople took theirs would give away how they work: where single reps are hidden, the stays of those whom the
/// asker may see (`seen`; none: nobody is hidden) stand in its place.
[[nodiscard]] Result<std::vector<UsualStay>> read_stage_days(const SomeReps& seen, Instant as_of, Stores& stores);

}  // namespace paceline
