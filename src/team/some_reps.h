// SPDX-License-Identifier: Apache-2.0
// Whose rows are asked for, or may be read.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "base/id.h"

namespace paceline {

/// None: everybody.
using SomeReps = std::optional<std::vector<RepId>>;

[[nodiscard]] inline bool is_one_of(const SomeReps& reps, RepId rep_id) {
  return !reps || std::find(reps->begin(), reps->end(), rep_id) != reps->end();
}

}  // namespace paceline
