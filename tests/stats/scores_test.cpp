// SPDX-License-Identifier: Apache-2.0
// How good forecasts were: scores of numbers, calibration of chances.
#include "stats/scores.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "stats/calibration.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

TEST(Crps, PublishedValues) {
  EXPECT_NEAR(*crps_normal(0, 1, 0), 0.2336949773, 1e-10);
  EXPECT_NEAR(*crps_normal(0, 1, 1), 0.6024413576, 1e-10);
  EXPECT_NEAR(*crps_normal(0.1, 0.4, 0), 0.10339992515976162, 1e-14);
  EXPECT_EQ(*crps_normal(3, 0, 5), 2);
  EXPECT_NEAR(*crps_normal(0, 1, 1e6), 1e6 - 1 / std::sqrt(M_PI), 1e-6);
  EXPECT_EQ(code_of(crps_normal(0, -1, 0)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(crps_normal(std::nan(""), 1, 0)), "stats.value.out_of_range");
}

TEST(Crps, EnsembleByItsDefinition) {
  const std::vector<double> members{80, 95, 100, 102, 110, 130};
  EXPECT_NEAR(crps_ensemble(members, 105)->crps, 3.916666667, 1e-9);
  EXPECT_NEAR(*crps_ensemble(members, 105)->fair, 2.266666667, 1e-9);
  EXPECT_EQ(crps_ensemble(std::vector<double>{4}, 7)->crps, 3);
  EXPECT_FALSE(crps_ensemble(std::vector<double>{4}, 7)->fair);
  EXPECT_EQ(code_of(crps_ensemble({}, 7)), "stats.counts.empty");
  testing_support::Random random;
  for (int run = 0; run < 50; ++run) {
    std::vector<double> x;
    for (std::int64_t i = random.between(2, 30); i > 0; --i) x.push_back(static_cast<double>(random.between(-50, 50)));
    const auto y = static_cast<double>(random.between(-60, 60));
    double off = 0, pairs = 0;
    for (const double a : x) {
      off += std::abs(a - y);
      for (const double b : x) pairs += std::abs(a - b);
    }
    const auto m = static_cast<double>(x.size());
    ASSERT_NEAR(crps_ensemble(x, y)->crps, off / m - pairs / (2 * m * m), 1e-10);
  }
}

TEST(Pinball, WorkedExample) {
  EXPECT_NEAR(*pinball_loss(0.1, 80, 130), 5, 1e-12);
  EXPECT_NEAR(*pinball_loss(0.9, 125, 130), 4.5, 1e-12);
  EXPECT_NEAR(*interval_score(80, 125, 0.8, 130), 95, 1e-12);
  EXPECT_EQ(*interval_score(80, 125, 0.8, 100), 45);
  EXPECT_EQ(code_of(interval_score(2, 1, 0.8, 0)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(pinball_loss(1, 1, 0)), "stats.chance.out_of_range");
}

TEST(DifferenceByPeriod, IsRepeatableAndHoldsTheMean) {
  const std::vector<double> a{1, 2, 3, 4}, b{0, 2, 2, 5};
  const auto one = difference_by_period(a, b, 2000, 5), other = difference_by_period(a, b, 2000, 5);
  EXPECT_EQ(one->mean, 0.25);
  EXPECT_EQ(one->around.low, other->around.low);
  EXPECT_LE(one->around.low, one->mean);
  EXPECT_GE(one->around.high, one->mean);
  EXPECT_EQ(difference_by_period(a, a, 100, 1)->around.high, 0);
  EXPECT_EQ(code_of(difference_by_period({}, {}, 100, 1)), "stats.counts.empty");
}

std::vector<Called> calls_of(const std::vector<double>& forecasts, const std::vector<int>& outcomes) {
  std::vector<Called> calls;
  for (std::size_t i = 0; i < forecasts.size(); ++i)
    calls.push_back({.forecast = forecasts[i], .happened = outcomes[i] == 1});
  return calls;
}

TEST(Brier, SumOfItsParts) {
  testing_support::Random random;
  for (int run = 0; run < 100; ++run) {
    std::vector<Called> calls;
    for (std::int64_t i = random.between(1, 60); i > 0; --i)
      calls.push_back(
          {.forecast = static_cast<double>(random.between(0, 10)) / 10, .happened = random.between(0, 1) == 1});
    const auto brier = *brier_of(calls);
    ASSERT_NEAR(brier.score, brier.reliability - brier.resolution + brier.uncertainty, 1e-12);
    const auto isotonic = *isotonic_of(calls);
    ASSERT_NEAR(brier.score, isotonic.miscalibration - isotonic.discrimination + isotonic.uncertainty, 1e-12);
    ASSERT_GE(isotonic.miscalibration, -1e-12);
    ASSERT_GE(isotonic.discrimination, -1e-12);
    double before = -1;
    for (const auto& block : isotonic.blocks) {
      ASSERT_GE(block.value, before - 1e-12);
      before = block.value;
    }
  }
}

TEST(Brier, OneForecastAndTheImpossible) {
  const auto one = brier_of(calls_of({0.7}, {1}));
  EXPECT_NEAR(one->score, 0.09, 1e-15);
  EXPECT_FALSE(one->skill);
  EXPECT_FALSE(brier_of(calls_of({0}, {1}))->log_score);
  EXPECT_EQ(brier_of(calls_of({0, 1}, {0, 1}))->log_score, 0);
  EXPECT_EQ(code_of(brier_of({})), "stats.counts.empty");
  EXPECT_EQ(code_of(brier_of(calls_of({1.2}, {1}))), "stats.probability.out_of_range");
}

TEST(Isotonic, WorkedExample) {
  const auto found =
      isotonic_of(calls_of({0.05, 0.1, 0.2, 0.3, 0.35, 0.5, 0.6, 0.7, 0.8, 0.95}, {0, 0, 1, 0, 0, 1, 0, 1, 1, 1}));
  ASSERT_EQ(found->blocks.size(), 7U);
  EXPECT_EQ(found->blocks[2].number, 3);
  EXPECT_NEAR(found->blocks[2].value, 1.0 / 3, 1e-15);
  EXPECT_NEAR(found->miscalibration, 0.04408333333, 1e-11);
  EXPECT_NEAR(found->discrimination, 0.1333333333, 1e-10);
}

TEST(Ranking, WorkedExampleTiesAndNobody) {
  const auto found = ranking_of(
      calls_of({0.9, 0.8, 0.8, 0.7, 0.6, 0.55, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05}, {1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0}));
  EXPECT_NEAR(*found->auc, 0.7857142857, 1e-10);
  EXPECT_NEAR(*found->captured_in_top_half, 0.8, 1e-12);
  EXPECT_EQ(ranking_of(calls_of({1, 1, 1, 1}, {1, 0, 1, 0}))->auc, 0.5);
  EXPECT_EQ(ranking_of(calls_of({1, 1, 1, 1}, {1, 0, 1, 0}))->captured_in_top_half, 0.5);
  EXPECT_FALSE(ranking_of({})->auc);
  EXPECT_FALSE(ranking_of(calls_of({1}, {1}))->auc);
  EXPECT_FALSE(ranking_of(calls_of({1, 2}, {0, 0}))->captured_in_top_half);
}

}  // namespace
}  // namespace paceline::stats
