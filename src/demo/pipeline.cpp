// SPDX-License-Identifier: Apache-2.0
#include "demo/pipeline.h"

#include <algorithm>

namespace paceline::demo {
namespace {

constexpr std::int64_t kOfOpportunities = 13;
constexpr double kBegunOnDay = 0.5;
constexpr double kNoDecision = 0.3;  // of those that are not won
constexpr std::int64_t kRoundMinor = 10'000;

bool is_weekend(Day day) {
  return weekday_of(day) >= Weekday::saturday;
}

Day next_working(Day day) {
  while (is_weekend(day)) ++day;
  return day;
}

/// Between nine and five.
Result<Instant> moment_of(Day day, const DayStart& start, Chance& chance) {
  PACELINE_TRY(const Instant midnight, start(day));
  return midnight.plus_seconds(chance.between(9 * 3600, 17 * 3600));
}

/// Where it goes from an open stage.
StageStep step_after(const StageStep& last, Chance& chance) {
  const TrueStage& stage = kTrueStages.at(last.stage);
  StageStep next;
  next.day = next_working(last.day + chance.between(stage.shortest_days, stage.longest_days));
  const bool goes_on = chance.happens(stage.goes_on);
  const bool nothing = chance.happens(kNoDecision);
  next.stage = goes_on ? last.stage + 1 : kTrueStages.size();
  if (!goes_on) next.ends = nothing ? StageEnds::no_decision : StageEnds::lost;
  if (goes_on && next.stage == kTrueStages.size()) next.ends = StageEnds::won;
  return next;
}

/// What had happened by now; none: it had not begun.
Result<std::vector<StageStep>> steps_from(Day day, const DayStart& start, Instant now, Chance& chance) {
  std::vector<StageStep> steps;
  StageStep step;
  step.day = day;
  for (;;) {
    PACELINE_TRY(step.at, moment_of(step.day, start, chance));
    if (step.at > now) return steps;
    steps.push_back(step);
    if (step.ends != StageEnds::open) return steps;
    step = step_after(step, chance);
  }
}

}  // namespace

double true_win_share(std::size_t stage) {
  double share = 1;
  for (std::size_t at = stage; at < kTrueStages.size(); ++at) share *= kTrueStages.at(at).goes_on;
  return share;
}

Result<std::vector<TrueOpportunity>> opportunities_of(const Truth& truth, const TrueRep& rep, std::size_t contacts,
                                                      const DayStart& start, Instant now) {
  Chance chance(truth.seed, {kOfOpportunities, rep.number});
  std::vector<TrueOpportunity> all;
  const Day from = std::max(truth.history.from - kDaysBefore, rep.joined.value_or(truth.history.from - kDaysBefore));
  const Day to = std::min(truth.history.to, rep.left.value_or(truth.history.to));
  for (Day day = from; day < to; ++day) {
    const bool begins = chance.happens(kBegunOnDay);
    if (!begins || is_weekend(day)) continue;
    TrueOpportunity one;
    one.line = static_cast<std::size_t>(chance.below(static_cast<int>(kTrueLines.size())));
    const std::int64_t price = kTrueLines.at(one.line).price_minor;
    one.amount_minor = price * chance.between(60, 320) / 100 / kRoundMinor * kRoundMinor;
    one.contact = static_cast<std::size_t>(chance.below(static_cast<int>(contacts)));
    PACELINE_TRY(one.steps, steps_from(day, start, now, chance));
    if (!one.steps.empty()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace paceline::demo
