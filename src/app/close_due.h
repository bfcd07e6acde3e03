// SPDX-License-Identifier: Apache-2.0
// Closes by itself what nobody closed once the grace was over. Whatever the system closes is a proposal like any other.
//
// Only periods that ended after the quota was made: nobody agreed to what a quota would have asked before. Who wants a
// report of an older period closes it by hand.
#pragma once

#include "app/close_period.h"

namespace paceline {

/// How far back is looked for periods that nobody closed, for example while no server ran.
inline constexpr int kLookedBackDays = 100;

/// Oldest periods first. Harmless when repeated. Returns whether there may be more.
[[nodiscard]] Result<bool> close_what_is_due(Instant now, const ClosingTools& tools, Stores& stores);

}  // namespace paceline
