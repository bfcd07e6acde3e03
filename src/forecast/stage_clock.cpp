// SPDX-License-Identifier: Apache-2.0
#include "forecast/stage_clock.h"

#include <algorithm>

namespace paceline {
namespace {

constexpr std::int64_t kMostWeeks = 520;

WeekHazard pooled(std::span<const WeekTally> pool, std::size_t week) {
  const WeekTally& tally = pool[std::min(week, pool.size() - 1)];
  if (tally.at_risk == 0) return {};
  const auto n = static_cast<double>(tally.at_risk);
  return {.won = static_cast<double>(tally.won) / n, .lost = static_cast<double>(tally.lost) / n};
}

Result<void> check(std::span<const WeekTally> weeks) {
  for (const WeekTally& week : weeks)
    if (week.at_risk < 0 || week.won < 0 || week.lost < 0 || week.at_risk > stats::kLargestCount ||
        week.won > week.at_risk || week.lost > week.at_risk - week.won)
      return fail(Fault::invalid, "stats.count.out_of_range", "/weeks");
  return {};
}

/// Adds the convolution of going on and of winning from there.
void add_through(std::span<const double> going, const std::vector<double>& winning, std::vector<double>& sum) {
  for (std::size_t u = 0; u < going.size() && u < sum.size(); ++u)
    for (std::size_t t = u; t < sum.size(); ++t) sum[t] += going[u] * winning[t - u];
}

Result<void> check(std::span<const TimedStage> stages) {
  for (std::size_t s = 0; s < stages.size(); ++s) {
    double sum = 0;
    for (const double p : stages[s].won) {
      PACELINE_CHECK(stats::check_probability(p));
      sum += p;
    }
    for (std::size_t r = 0; r < stages[s].to.size(); ++r)
      for (const double p : stages[s].to[r]) {
        PACELINE_CHECK(stats::check_probability(p));
        if (p > 0 && (r <= s || r >= stages.size()))
          return fail(Fault::invalid, "forecast.stages.backwards", "/stages");
        sum += p;
      }
    if (sum > 1 + 1e-9) return fail(Fault::invalid, "stats.probability.out_of_range", "/stages");
  }
  return {};
}

}  // namespace

Result<StageClock> stage_clock(std::span<const stats::Stay> stays, double time) {
  PACELINE_CHECK(stats::check_not_negative(time, "/at"));
  StageClock clock;
  PACELINE_TRY(clock.rows, stats::survival_rows(stays));
  clock.at = stats::at_time(clock.rows, time);
  std::vector<stats::Stay> only_won(stays.begin(), stays.end());
  double won = 0, closed = 0;
  for (stats::Stay& stay : only_won) {
    won += stay.end == kWon ? 1 : 0;
    closed += stay.end != 0 ? 1 : 0;
    if (stay.end == kLost) stay.end = 0;
  }
  if (closed > 0) clock.won_of_closed = won / closed;
  PACELINE_TRY(const auto rows, stats::survival_rows(only_won));
  clock.won_if_lost_were_open = 1 - stats::at_time(rows, time).open;
  return clock;
}

Result<std::optional<WithinHorizon>> within_horizon(std::span<const stats::Stay> stays, double age, double horizon) {
  PACELINE_CHECK(stats::check_not_negative(age, "/age"));
  PACELINE_CHECK(stats::check_not_negative(horizon, "/horizon"));
  PACELINE_TRY(const auto rows, stats::survival_rows(stays));
  const auto now = stats::at_time(rows, age);
  const auto then = stats::at_time(rows, age + horizon);
  const bool seen = std::ranges::any_of(stays, [&](const stats::Stay& stay) { return stay.time >= age; });
  if (!seen || now.open <= 1e-12) return std::nullopt;
  return WithinHorizon{.won = (then.first_by - now.first_by) / now.open,
                       .lost = (then.second_by - now.second_by) / now.open,
                       .open = then.open / now.open};
}

Result<std::vector<WeekHazard>> shrunken_hazards(std::span<const WeekTally> own, std::span<const WeekTally> pool,
                                                 double kappa) {
  PACELINE_CHECK(stats::check_some(pool.size(), "/pool"));
  PACELINE_CHECK(stats::check_positive(kappa, "/kappa"));
  PACELINE_CHECK(check(own));
  PACELINE_CHECK(check(pool));
  std::vector<WeekHazard> hazards;
  for (std::size_t week = 0; week < std::max(own.size(), pool.size()); ++week) {
    const WeekHazard middle = pooled(pool, week);
    const WeekTally tally = week < own.size() ? own[week] : WeekTally{};
    const double n = static_cast<double>(tally.at_risk) + kappa;
    hazards.push_back({.won = (static_cast<double>(tally.won) + kappa * middle.won) / n,
                       .lost = (static_cast<double>(tally.lost) + kappa * middle.lost) / n});
  }
  return hazards;
}

Result<std::vector<std::vector<double>>> win_by_week(std::span<const TimedStage> stages, std::int64_t weeks) {
  if (weeks < 0 || weeks > kMostWeeks) return fail(Fault::invalid, "stats.count.out_of_range", "/weeks");
  PACELINE_CHECK(check(stages));
  std::vector<std::vector<double>> wins(stages.size(), std::vector<double>(static_cast<std::size_t>(weeks), 0));
  for (std::size_t s = stages.size(); s-- > 0;) {
    const TimedStage& stage = stages[s];
    for (std::size_t t = 0; t < wins[s].size() && t < stage.won.size(); ++t) wins[s][t] = stage.won[t];
    for (std::size_t r = s + 1; r < stage.to.size(); ++r) add_through(stage.to[r], wins[r], wins[s]);
  }
  return wins;
}

}  // namespace paceline
