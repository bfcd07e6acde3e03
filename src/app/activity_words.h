// SPDX-License-Identifier: Apache-2.0
// Does an activity use the company's words: a kind that there is, an outcome of that kind, a direction where the kind
// has one? Asked of a new activity, and of a correction for the members that it changes.
#pragma once

#include <string>
#include <vector>

#include "activity/activity.h"
#include "activity/kind.h"
#include "base/result.h"

namespace paceline {

/// The members that are told now. What was accepted once stays good: a company takes outcomes away, and the activities
/// that have them can still be corrected.
struct ToldWords {
  bool kind = true;
  bool direction = true;
  bool outcome = true;
};

/// What a correction tells: the members that it changes, and all of them with another kind.
[[nodiscard]] ToldWords changed_words(const Activity& before, const Activity& after);

/// "activity.kind.unknown", "activity.direction.not_for_kind", "activity.outcome.unknown" at `root` and the member
/// ("/set/outcome").
[[nodiscard]] Errors word_faults(const Activity& activity, const ToldWords& told, const std::vector<Kind>& kinds,
                                 const std::string& root = {});

}  // namespace paceline
