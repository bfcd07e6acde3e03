// SPDX-License-Identifier: Apache-2.0
// What the product's own standing finds of simulated opportunities is near what is true of them.
#include "demo/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "pipeline/standing.h"

namespace paceline::demo {
namespace {

Result<Instant> start_of_day(Day day) {
  return Instant().plus_seconds(std::int64_t{day.count()} * kSecondsPerDay);
}

Result<std::vector<TrueOpportunity>> opportunities(std::int64_t seed, int number, Instant now) {
  const Truth truth = truth_of({12, 60, seed, 1}, *parse_day("2026-11-20"));
  return opportunities_of(truth, truth.reps.at(static_cast<std::size_t>(number)), 50, start_of_day, now);
}

/// Its moves as facts; stages are numbered from 1.
void add_moves(const TrueOpportunity& one, std::int64_t id, std::vector<OpportunityFact>& facts) {
  for (const StageStep& step : one.steps) {
    OpportunityFact& fact = facts.emplace_back();
    fact.opportunity_id = OpportunityId(id);
    fact.seq = static_cast<std::int64_t>(&step - one.steps.data()) + 1;
    fact.stage_id = StageId(static_cast<std::int64_t>(step.stage) + (step.ends == StageEnds::open ? 1 : 10));
    fact.ends = step.ends;
    fact.occurred_at = fact.known_at = step.at;
  }
}

const Instant moment = *parse_instant("2026-11-20T12:00:00Z");

TEST(TruePipeline, TheWinShareOfAStageIsTheProductFromItOn) {
  EXPECT_NEAR(true_win_share(0), 0.65 * 0.65 * 0.6 * 0.75, 1e-12);
  EXPECT_NEAR(true_win_share(2), 0.45, 1e-12);
  EXPECT_NEAR(true_win_share(3), 0.75, 1e-12);
}

TEST(TruePipeline, StandingFindsItsWinShares) {
  std::vector<OpportunityFact> facts;
  std::int64_t id = 0;
  for (int number = 0; number < 12; ++number) {
    const auto all = opportunities(1, number, moment);
    ASSERT_TRUE(all);
    for (const TrueOpportunity& one : *all) add_moves(one, ++id, facts);
  }
  const auto shares = win_shares(facts, moment);
  ASSERT_TRUE(shares);
  ASSERT_EQ(shares->stages.size(), kTrueStages.size());
  for (std::size_t stage = 0; stage < kTrueStages.size(); ++stage) {
    const WinShare& found = shares->stages.at(stage);
    const double truth = true_win_share(stage);
    const auto ended = static_cast<double>(found.won + found.lost);
    ASSERT_GT(ended, 50);
    EXPECT_GT(found.open, 0);
    EXPECT_NEAR(found.share.value_or(0), truth, 4 * std::sqrt(truth * (1 - truth) / ended)) << stage;
  }
}

TEST(TruePipeline, IsTheSameForTheSameSeedAndGoesForwardOnly) {
  const auto all = opportunities(3, 0, moment);
  const auto again = opportunities(3, 0, moment);
  const auto other = opportunities(4, 0, moment);
  ASSERT_TRUE(all && again && other);
  ASSERT_EQ(all->size(), again->size());
  ASSERT_GT(all->size(), 20U);
  bool differs = all->size() != other->size();
  for (std::size_t at = 0; at < all->size(); ++at) {
    const auto& steps = all->at(at).steps;
    ASSERT_EQ(steps.size(), again->at(at).steps.size());
    EXPECT_EQ(steps.front().stage, 0U);
    EXPECT_LE(steps.back().at, moment);
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.at < b.at; }));
    differs = differs || steps.front().at != other->at(std::min(at, other->size() - 1)).steps.front().at;
  }
  EXPECT_TRUE(differs);
}

}  // namespace
}  // namespace paceline::demo
