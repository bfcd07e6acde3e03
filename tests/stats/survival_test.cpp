// SPDX-License-Identifier: Apache-2.0
// What stays open and how it ends: survival, chains of stages, hazards that fade.
#include "stats/survival.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/chain.h"
#include "stats/fading_hazard.h"
#include "stats/random.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

const std::vector<Stay> kMercaptopurine{{6, 1},  {6, 1},  {6, 1},  {6, 0},  {7, 1},  {9, 0},  {10, 1},
                                        {10, 0}, {11, 0}, {13, 1}, {16, 1}, {17, 0}, {19, 0}, {20, 0},
                                        {22, 1}, {23, 1}, {25, 0}, {32, 0}, {32, 0}, {34, 0}, {35, 0}};
const std::vector<Stay> kPlacebo{{1, 1},  {1, 1},  {2, 1},  {2, 1},  {3, 1},  {4, 1},  {4, 1},
                                 {5, 1},  {5, 1},  {8, 1},  {8, 1},  {8, 1},  {8, 1},  {11, 1},
                                 {11, 1}, {12, 1}, {12, 1}, {15, 1}, {17, 1}, {22, 1}, {23, 1}};

TEST(Survival, PublishedTableOfFreireich) {
  const auto rows = survival_rows(kMercaptopurine);
  ASSERT_TRUE(rows);
  const std::vector<double> open{0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
  const std::vector<double> error{0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
  ASSERT_EQ(rows->size(), open.size());
  for (std::size_t i = 0; i < open.size(); ++i) {
    EXPECT_NEAR((*rows)[i].open, open[i], 5e-4);
    EXPECT_NEAR(*(*rows)[i].error, error[i], 5e-5);
  }
  EXPECT_EQ(time_of(*rows, 0.5), 23);
  EXPECT_FALSE(time_of(*rows, 0.9));
}

TEST(Survival, LogRankOfFreireich) {
  const auto found = log_rank(kMercaptopurine, kPlacebo);
  EXPECT_NEAR(*found->chi2, 16.79294099, 1e-7);
  EXPECT_NEAR(*found->p, 4.168809109e-05, 1e-13);
  EXPECT_NEAR(*log_rank(kPlacebo, kMercaptopurine)->chi2, *found->chi2, 1e-10);
  EXPECT_FALSE(log_rank({}, {})->chi2);
  EXPECT_FALSE(log_rank(kPlacebo, {})->chi2);
}

TEST(Survival, EdgesHaveAMeaning) {
  EXPECT_TRUE(survival_rows({})->empty());
  EXPECT_EQ(at_time({}, 5).open, 1);
  EXPECT_TRUE(survival_rows(std::vector<Stay>{{3, 0}})->empty());
  const auto all = survival_rows(std::vector<Stay>{{3, 1}, {3, 2}});
  EXPECT_EQ(all->back().open, 0);
  EXPECT_FALSE(all->back().error);
  EXPECT_EQ(all->back().first_by, 0.5);
  EXPECT_EQ(survival_rows(std::vector<Stay>{{0, 1}, {4, 0}})->front().at_risk, 2);
  EXPECT_EQ(code_of(survival_rows(std::vector<Stay>{{-1, 1}})), "stats.value.out_of_range");
  EXPECT_EQ(code_of(survival_rows(std::vector<Stay>{{1, 3}})), "stats.end.unknown");
  EXPECT_EQ(code_of(survival_rows(std::vector<Stay>{{1, 1, 2}})), "stats.value.out_of_range");
}

TEST(Survival, WhoCameLaterIsAtRiskOnlyThen) {
  // At 2 only the first is under observation; at 5 the second is too.
  const auto rows = survival_rows(std::vector<Stay>{{6, 0}, {2, 1}, {5, 1, 3}});
  EXPECT_EQ((*rows)[0].at_risk, 2);
  EXPECT_EQ((*rows)[1].at_risk, 2);
}

TEST(Survival, WhatEndedAndWhatIsOpenIsEverything) {
  testing_support::Random random;
  for (int run = 0; run < 100; ++run) {
    std::vector<Stay> stays;
    for (std::int64_t i = random.between(1, 60); i > 0; --i) {
      const auto entered = static_cast<double>(random.between(0, 5));
      stays.push_back({.time = entered + static_cast<double>(random.between(1, 20)),
                       .end = static_cast<int>(random.between(0, 2)),
                       .entered = entered});
    }
    double before = 1;
    const auto rows = *survival_rows(stays);
    for (const auto& row : rows) {
      ASSERT_NEAR(row.first_by + row.second_by + row.open, 1, 1e-12);
      ASSERT_LE(row.open, before + 1e-15);
      before = row.open;
    }
  }
}

/// Competing exponential clocks with the same censoring: the truth is known in closed form.
TEST(Survival, FindsTheTruthOfASimulatedCohort) {
  std::vector<Stay> stays;
  const std::uint64_t seed = testing_support::seed();
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const double first = -std::log(uniform(seed, 0, i)) / 0.03;
    const double second = -std::log(uniform(seed, 1, i)) / 0.05;
    const double leaves = 40 * uniform(seed, 2, i);
    const double time = std::min({first, second, leaves});
    stays.push_back({.time = time, .end = time == first ? 1 : time == second ? 2 : 0});
  }
  const auto rows = *survival_rows(stays);
  const auto row = at_time(rows, 20);
  EXPECT_NEAR(row.first_by, 0.03 / 0.08 * (1 - std::exp(-0.08 * 20)), 0.02);
  EXPECT_NEAR(row.second_by, 0.05 / 0.08 * (1 - std::exp(-0.08 * 20)), 0.02);
}

const std::vector<std::vector<double>> kMoves{{0.6, 0.2, 0}, {0, 0.7, 0.15}, {0, 0, 0.75}};
const std::vector<double> kWin{0, 0, 0.1};

TEST(Chain, WorkedExample) {
  const auto chain = chain_of(kMoves, kWin);
  ASSERT_TRUE(chain);
  EXPECT_NEAR(chain->win[0], 0.1, 1e-12);
  EXPECT_NEAR(chain->periods[1], 16.0 / 3, 1e-12);
  EXPECT_NEAR(chain_within(kMoves, kWin, 1, 8)->won, 0.137512512, 1e-9);
  EXPECT_NEAR(chain_within(kMoves, kWin, 1, 8)->open, 0.1850427251, 1e-9);
}

TEST(Chain, InTheLongRunBothViewsAgree) {
  for (std::int64_t start = 0; start < 3; ++start)
    EXPECT_NEAR(chain_within(kMoves, kWin, start, 500)->won,
                chain_of(kMoves, kWin)->win[static_cast<std::size_t>(start)], 1e-12);
  EXPECT_EQ(chain_within(kMoves, kWin, 0, 0)->open, 1);
}

TEST(Chain, RefusesWhatNeverEndsAndWhatIsNoChain) {
  EXPECT_EQ(code_of(chain_of({{1}}, std::vector<double>{0})), "stats.chain.never_ends");
  EXPECT_EQ(code_of(chain_of({{0, 1}, {1, 0}}, std::vector<double>{0, 0})), "stats.chain.never_ends");
  EXPECT_EQ(code_of(chain_of({{0.9}}, std::vector<double>{0.2})), "stats.probability.out_of_range");
  EXPECT_EQ(code_of(chain_of({{0.9, 0}}, std::vector<double>{0})), "stats.lengths.differ");
  EXPECT_EQ(code_of(chain_of({}, {})), "stats.counts.empty");
  EXPECT_EQ(code_of(chain_within(kMoves, kWin, 3, 1)), "stats.count.out_of_range");
}

TEST(FadingHazard, PublishedCohort) {
  const auto fit = fading_hazard(std::vector<std::int64_t>{1000, 631, 468, 382, 326});
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->chance.a, 0.7637, 1e-3);
  EXPECT_NEAR(fit->chance.b, 1.2958, 1e-3);
  EXPECT_NEAR(fit->log_likelihood, -1401.559424, 1e-4);
  EXPECT_NEAR(*fit->at(1)->hazard, 0.3708, 1e-4);
  EXPECT_NEAR(*fit->at(4)->hazard, 0.1509, 1e-4);
  EXPECT_EQ(fit->at(0)->open, 1);
  EXPECT_FALSE(fit->at(0)->hazard);
}

TEST(FadingHazard, AConstantHazardIsTheSameForAll) {
  const auto fit = fading_hazard(std::vector<std::int64_t>{1600, 800, 400, 200, 100});
  EXPECT_NEAR(*fit->at(1)->hazard, 0.5, 1e-3);
  EXPECT_NEAR(*fit->at(5)->hazard, 0.5, 1e-3);
}

TEST(FadingHazard, RefusesWhatTellsNothing) {
  EXPECT_EQ(code_of(fading_hazard(std::vector<std::int64_t>{5})), "stats.counts.empty");
  EXPECT_EQ(code_of(fading_hazard(std::vector<std::int64_t>{5, 6})), "stats.counts.rising");
  EXPECT_EQ(code_of(fading_hazard(std::vector<std::int64_t>{5, 5})), "stats.outcomes.all_alike");
  EXPECT_EQ(code_of(fading_hazard(std::vector<std::int64_t>{5, 0})), "stats.outcomes.all_alike");
}

}  // namespace
}  // namespace paceline::stats
