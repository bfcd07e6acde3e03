// SPDX-License-Identifier: Apache-2.0
// The opportunities of a simulated rep, from first contact to won, lost or nothing, and what is true of them.
//
// One that comes into a stage goes on to the next with the stage's chance, and ends there otherwise; how long it stands
// there does not depend on it. So the share that is won in the end, of those that ever came into a stage, is the
// product of the chances from it on: what a standing finds must be near it. Worked example: of those in estimate 0.6 go
// on, of those in negotiation 0.75 are won: 0.45 of those in estimate.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "demo/truth.h"
#include "pipeline/opportunity.h"

namespace paceline::demo {

/// An open stage of the usual pipeline.
struct TrueStage {
  const char* key;
  double goes_on;
  int shortest_days;
  int longest_days;
};
inline constexpr std::array<TrueStage, 4> kTrueStages{
    {{"new", 0.65, 1, 9}, {"qualified", 0.65, 2, 14}, {"estimate", 0.6, 3, 18}, {"negotiation", 0.75, 2, 12}}};

/// Won in the end, of those that come into it. REQUIRES: stage is one of them.
[[nodiscard]] double true_win_share(std::size_t stage);

struct TrueLine {
  const char* key;
  const char* name;
  std::int64_t price_minor;
};
inline constexpr std::array<TrueLine, 4> kTrueLines{{{"retirement", "Retirement plan", 480'000},
                                                     {"life", "Life cover", 190'000},
                                                     {"health", "Group health", 720'000},
                                                     {"savings", "Savings plan", 260'000}}};

/// How long before the history the first ones began, so that some have ended when it begins.
inline constexpr int kDaysBefore = 60;

/// Where it came, and when. The first step is its beginning.
struct StageStep {
  std::size_t stage = 0;  ///< of kTrueStages; their number: it ended
  StageEnds ends = StageEnds::open;
  Day day;
  Instant at;
};

struct TrueOpportunity {
  std::vector<StageStep> steps;
  std::size_t line = 0;  ///< of kTrueLines
  std::int64_t amount_minor = 0;
  std::size_t contact = 0;  ///< below the number that was asked for
};

/// When a day begins where the rep is.
using DayStart = std::function<Result<Instant>(Day)>;

/// All of a rep that had begun by now, with what happened to each by then.
[[nodiscard]] Result<std::vector<TrueOpportunity>> opportunities_of(const Truth& truth, const TrueRep& rep,
                                                                    std::size_t contacts, const DayStart& start,
                                                                    Instant now);

}  // namespace paceline::demo
