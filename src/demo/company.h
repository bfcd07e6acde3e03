// SPDX-License-Identifier: Apache-2.0
// The definitions of a simulated company: calendars, teams, people with their own time, and quotas.
#pragma once

#include "app/apply.h"
#include "demo/truth.h"

namespace paceline::demo {

inline constexpr std::string_view kTopic = "retirement planning";

/// Everybody where they were on the first day, and everything but the quotas.
[[nodiscard]] Definitions company(const Truth& truth);
/// Who changed teams since.
[[nodiscard]] Definitions moves(const Truth& truth);
/// Quotas per rep, in force from the first day of the history.
[[nodiscard]] Definitions quotas(const Truth& truth);

/// What is sold, and through which stages.
[[nodiscard]] Definitions selling();
/// Revenue of the quarter, of the first three reps.
[[nodiscard]] Definitions revenue_quotas(const Truth& truth);

}  // namespace paceline::demo
