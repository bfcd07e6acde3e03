// SPDX-License-Identifier: Apache-2.0
// What a period brings: money of the pipeline, flow of the weeks, stages by their clocks.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "forecast/flow.h"
#include "forecast/money.h"
#include "forecast/stage_clock.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

const std::vector<OpenOpportunity> kPipeline{{12, 0.7},  {8, 0.55}, {20, 0.3}, {5, 0.8},
                                             {15, 0.25}, {9, 0.4},  {30, 0.1}, {6, 0.5}};
const std::vector<double> kSizes{0, 0, 0, 0, 0.1, 0.2, 0.2, 0.15, 0.15, 0.1, 0.05, 0.03, 0.02};

TEST(PipelineMoney, WorkedExample) {
  const auto reach = money_reach(*pipeline_total(kPipeline), 60, 100);
  ASSERT_TRUE(reach);
  EXPECT_NEAR(reach->mean, 36.15, 1e-12);
  EXPECT_NEAR(reach->deviation, 16.90288437, 1e-8);
  EXPECT_NEAR(reach->p_reach, 0.40691125, 1e-12);
  EXPECT_NEAR(*reach->p_reach_normal, 0.4214478041, 1e-9);
  EXPECT_NEAR(reach->p_nothing, 0.00382725, 1e-14);
  EXPECT_EQ(reach->p10, 17);
  EXPECT_EQ(reach->p50, 34);
  EXPECT_EQ(reach->p90, 60);
}

TEST(PipelineMoney, WithNewOnesAndWithAShock) {
  const auto more = money_reach(*pipeline_and_new(kPipeline, 2.5, kSizes), 60, 100);
  EXPECT_NEAR(more->p_reach, 0.7348095297, 1e-9);
  EXPECT_NEAR(more->shortfall, 2.781887805, 1e-8);
  EXPECT_EQ(more->p90, 80);
  const std::vector<double> shifts{-0.8, 0, 0.8}, weights{0.25, 0.5, 0.25};
  const auto shocked = money_reach(*pipeline_with_shock(kPipeline, {.shifts = shifts, .weights = weights}), 60, 100);
  EXPECT_NEAR(shocked->p_reach, 0.4251303358, 1e-9);
  EXPECT_GT(shocked->deviation, 16.91);
  EXPECT_EQ(shocked->p90, 63);
}

TEST(PipelineMoney, HowMuchMustStillBeCreated) {
  const auto needed = new_needed(kPipeline, kSizes, 40, 0.8);
  ASSERT_TRUE(needed && *needed);
  EXPECT_NEAR(**needed, 3.159, 1e-3);
  EXPECT_EQ(**new_needed(kPipeline, kSizes, 0, 0.8), 0);
  EXPECT_FALSE(*new_needed(kPipeline, std::vector<double>{1}, 1000, 0.8));
}

TEST(PipelineMoney, EdgesHaveAMeaning) {
  const auto empty = money_reach(*pipeline_total({}), 60, 100);
  EXPECT_EQ(empty->p_reach, 0);
  EXPECT_EQ(empty->p_nothing, 1);
  EXPECT_FALSE(empty->p_reach_normal);
  EXPECT_EQ(empty->shortfall, 40);
  const auto made = money_reach(*pipeline_total(kPipeline), 100, 100);
  EXPECT_EQ(made->p_reach, 1);
  EXPECT_EQ(made->shortfall, 0);
  const auto sure = money_reach(*pipeline_total(std::vector<OpenOpportunity>{{40, 1}, {9, 0}}), 60, 100);
  EXPECT_EQ(sure->p_reach, 1);
  EXPECT_EQ(sure->p_nothing, 0);
  EXPECT_EQ(code_of(money_reach(*pipeline_total({}), -1, 1)), "stats.count.out_of_range");
  const std::vector<double> far{99}, one{1};
  EXPECT_EQ(code_of(pipeline_with_shock(kPipeline, {.shifts = far, .weights = one})), "stats.value.out_of_range");
}

TEST(PipelineMoney, AShockThatIsNoneChangesNothingAndMoreChanceNeverHurts) {
  testing_support::Random random;
  for (int run = 0; run < 50; ++run) {
    std::vector<OpenOpportunity> pipeline;
    for (std::int64_t i = random.between(1, 20); i > 0; --i)
      pipeline.push_back({random.between(1, 50), static_cast<double>(random.between(0, 100)) / 100});
    const std::vector<double> none{0}, one{1};
    const auto plain = *pipeline_total(pipeline);
    const auto same = *pipeline_with_shock(pipeline, {.shifts = none, .weights = one});
    auto better = pipeline;
    better.front().win_probability = 1;
    const auto lifted = *pipeline_total(better);
    for (std::int64_t x = 0; x < 900; x += 11) {
      ASSERT_NEAR(plain.at_least(x), same.at_least(x), 1e-13);
      ASSERT_GE(lifted.at_least(x), plain.at_least(x) - 1e-12);
    }
  }
}

const std::vector<double> kStarts{20, 20, 20, 5, 5, 5, 20, 20, 20, 20};
const std::vector<double> kLags{0, 0.05, 0.15, 0.25, 0.2, 0.15, 0.1, 0.06, 0.04};

TEST(Flow, WorkedExample) {
  const auto flow = flow_of(kStarts, kLags, 0.15, 14);
  ASSERT_TRUE(flow);
  EXPECT_NEAR(flow->weeks[7].expected, 1.53, 1e-12);
  EXPECT_NEAR(flow->weeks[7].p_none, 0.2165356673, 1e-10);
  EXPECT_NEAR(flow->weeks[13].p_at_most_one, 0.5379483423, 1e-10);
  EXPECT_NEAR(flow->mean_lag, 3.99, 1e-12);
  EXPECT_EQ(flow->lag_q50, 4);
  EXPECT_EQ(flow->lag_q80, 5);
}

TEST(Flow, WhatCannotBeSavedSaysSo) {
  EXPECT_FALSE(*starts_to_close(1, 0, kLags, 0.15));
  EXPECT_FALSE(*starts_to_close(1, 99, kLags, 0.15));
  EXPECT_NEAR(**starts_to_close(1, 3, kLags, 0.15), 1 / 0.15 / 0.25, 1e-12);
  EXPECT_TRUE(flow_of({}, kLags, 0.15, 0)->weeks.empty());
  EXPECT_EQ(flow_of({}, kLags, 0.15, 2)->weeks[1].p_none, 1);
  EXPECT_EQ(code_of(flow_of(kStarts, {}, 0.15, 2)), "stats.counts.empty");
  EXPECT_EQ(code_of(flow_of(kStarts, std::vector<double>{0.5}, 0.15, 2)), "stats.weights.not_one");
  EXPECT_EQ(code_of(flow_of(std::vector<double>{-1}, kLags, 0.15, 2)), "stats.value.out_of_range");
}

TEST(Flow, AllStartsSellInTheEnd) {
  const auto flow = flow_of(kStarts, kLags, 0.15, 40);
  double sum = 0;
  for (const auto& week : flow->weeks) sum += week.expected;
  EXPECT_NEAR(sum, 155 * 0.15, 1e-10);
}

const std::vector<stats::Stay> kStays{{2, 2},  {3, 1},  {3, 2},  {5, 2},  {6, 1},  {6, 0},  {8, 2}, {9, 1},
                                      {10, 0}, {12, 1}, {13, 2}, {15, 0}, {18, 1}, {20, 0}, {22, 0}};

TEST(StageClocks, WorkedExample) {
  const auto clock = stage_clock(kStays, 18);
  ASSERT_TRUE(clock);
  EXPECT_NEAR(clock->at.first_by, 0.4090534979, 1e-10);
  EXPECT_NEAR(clock->at.second_by, 0.3604938272, 1e-10);
  EXPECT_NEAR(clock->at.open, 0.2304526749, 1e-10);
  EXPECT_EQ(clock->won_of_closed, 0.5);
  EXPECT_NEAR(clock->won_if_lost_were_open, 0.5896464646, 1e-10);
  const auto within = within_horizon(kStays, 8, 7);
  EXPECT_NEAR((*within)->won, 0.2708333333, 1e-10);
  EXPECT_NEAR((*within)->lost, 0.1458333333, 1e-10);
  EXPECT_NEAR((*within)->won + (*within)->lost + (*within)->open, 1, 1e-12);
}

TEST(StageClocks, EdgesHaveAMeaning) {
  EXPECT_FALSE(stage_clock({}, 5)->won_of_closed);
  EXPECT_EQ(stage_clock({}, 5)->at.open, 1);
  EXPECT_FALSE(*within_horizon({}, 0, 5));
  EXPECT_FALSE(*within_horizon(kStays, 23, 5));  // nobody was ever open so long
  EXPECT_FALSE(*within_horizon(std::vector<stats::Stay>{{3, 1}}, 3, 5));
  EXPECT_EQ((*within_horizon(kStays, 8, 0))->open, 1);
  EXPECT_EQ(code_of(within_horizon(kStays, -1, 5)), "stats.value.out_of_range");
}

TEST(StageClocks, HazardsArePulledToThePool) {
  const std::vector<WeekTally> pool{{100, 10, 20}, {50, 10, 5}}, own{{10, 5, 0}};
  const auto hazards = shrunken_hazards(own, pool, 10);
  ASSERT_TRUE(hazards);
  EXPECT_NEAR((*hazards)[0].won, (5 + 10 * 0.1) / 20, 1e-15);
  EXPECT_NEAR((*hazards)[0].lost, 10 * 0.2 / 20, 1e-15);
  EXPECT_NEAR((*hazards)[1].won, 0.2, 1e-15);
  EXPECT_EQ(code_of(shrunken_hazards(own, {}, 10)), "stats.counts.empty");
  EXPECT_EQ(code_of(shrunken_hazards(std::vector<WeekTally>{{1, 1, 1}}, pool, 10)), "stats.count.out_of_range");
}

TEST(StageClocks, WinsGoThroughTheStages) {
  // Into the second stage after one week with 1/2, won there after two with 0.4.
  const std::vector<TimedStage> stages{{.won = {}, .to = {{}, {0, 0.5}}}, {.won = {0, 0, 0.4}, .to = {}}};
  const auto wins = win_by_week(stages, 6);
  ASSERT_TRUE(wins);
  EXPECT_NEAR((*wins)[0][3], 0.2, 1e-15);
  EXPECT_EQ((*wins)[0][2], 0);
  EXPECT_EQ((*wins)[1][2], 0.4);
  EXPECT_EQ(code_of(win_by_week(std::vector<TimedStage>{{.won = {}, .to = {{0.5}}}}, 6)), "forecast.stages.backwards");
  EXPECT_EQ(code_of(win_by_week(std::vector<TimedStage>{{.won = {0.7, 0.7}, .to = {}}}, 6)),
            "stats.probability.out_of_range");
  EXPECT_TRUE(win_by_week({}, 6)->empty());
}

}  // namespace
}  // namespace paceline
