// SPDX-License-Identifier: Apache-2.0
// The made-up company's definitions: its calendar, team, people and quotas.
#pragma once

#include "app/apply.h"

namespace paceline::demo {

inline constexpr std::string_view kTeam = "North";
inline constexpr std::string_view kTopic = "retirement planning";

/// A calendar with a few holidays around the history, the team, its manager and reps.
[[nodiscard]] Definitions company(int reps, Period history);
/// Quotas per rep, in force from the first day of the history.
[[nodiscard]] Definitions quotas(Period history);

}  // namespace paceline::demo
