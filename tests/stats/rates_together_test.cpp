// SPDX-License-Identifier: Apache-2.0
// Rates beside each other: one against another, shrunken to peers, shares of outcomes, reps and sources told apart.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "stats/compare_rates.h"
#include "stats/dirichlet.h"
#include "stats/pooling.h"
#include "stats/shrinkage.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

Tally any_tally(testing_support::Random& random, std::int64_t most) {
  const std::int64_t trials = random.between(1, most);
  return {.successes = random.between(0, trials), .trials = trials};
}

TEST(CompareRates, WorkedExample) {
  EXPECT_NEAR(*chance_first_higher({.successes = 12, .trials = 35}, {.successes = 5, .trials = 30}), 0.9478431252,
              1e-9);
  EXPECT_NEAR(*fisher_two_sided({.successes = 12, .trials = 35}, {.successes = 5, .trials = 30}), 0.1576097998, 1e-10);
}

TEST(CompareRates, NothingKnownIsAnEvenBet) {
  EXPECT_NEAR(*chance_first_higher({}, {}), 0.5, 1e-10);
  EXPECT_NEAR(*chance_first_higher({.successes = 7, .trials = 9}, {.successes = 7, .trials = 9}), 0.5, 1e-10);
  EXPECT_EQ(*fisher_two_sided({}, {.successes = 2, .trials = 3}), 1);
  EXPECT_EQ(*fisher_two_sided({.successes = 7, .trials = 9}, {.successes = 7, .trials = 9}), 1);
}

TEST(CompareRates, NoneAgainstAll) {
  EXPECT_GT(*chance_first_higher({.successes = 50, .trials = 50}, {.successes = 0, .trials = 50}), 1 - 1e-12);
  // 3 of 3 against 0 of 3: the two corners of 20 tables.
  EXPECT_NEAR(*fisher_two_sided({.successes = 3, .trials = 3}, {.successes = 0, .trials = 3}), 0.1, 1e-15);
}

TEST(CompareRates, HugeTalliesStayTold) {
  const std::int64_t n = kMostComparedTrials;
  EXPECT_NEAR(*chance_first_higher({.successes = n / 2, .trials = n}, {.successes = n / 2, .trials = n}), 0.5, 1e-6);
  EXPECT_NEAR(*fisher_two_sided({.successes = n / 4, .trials = n}, {.successes = n / 4, .trials = n}), 1, 1e-6);
  EXPECT_EQ(code_of(chance_first_higher({.successes = 1, .trials = n + 1}, {})), "stats.count.out_of_range");
  EXPECT_EQ(code_of(fisher_two_sided({.successes = 2, .trials = 1}, {})), "stats.successes.out_of_range");
}

TEST(CompareRates, OneOfTheTwoIsHigher) {
  testing_support::Random random;
  for (int i = 0; i < 150; ++i) {
    const std::int64_t most = i % 2 == 0 ? 20 : 100'000;
    const Tally a = any_tally(random, most), b = any_tally(random, 200);
    ASSERT_NEAR(*chance_first_higher(a, b) + *chance_first_higher(b, a), 1, 1e-8)
        << a.successes << '/' << a.trials << ' ' << b.successes << '/' << b.trials;
    ASSERT_NEAR(*fisher_two_sided(a, b), *fisher_two_sided(b, a), 1e-9);
  }
}

const std::vector<Tally> kRats{
    {0, 20}, {0, 20}, {0, 20}, {0, 20},  {0, 20}, {0, 20}, {0, 20},  {0, 19},  {0, 19},  {0, 19},  {0, 19}, {0, 18},
    {0, 18}, {0, 17}, {1, 20}, {1, 20},  {1, 20}, {1, 20}, {1, 19},  {1, 19},  {1, 18},  {1, 18},  {3, 27}, {2, 25},
    {2, 24}, {2, 23}, {2, 20}, {2, 20},  {2, 20}, {2, 20}, {2, 20},  {2, 20},  {1, 10},  {5, 49},  {2, 19}, {5, 46},
    {2, 17}, {7, 49}, {7, 47}, {3, 20},  {3, 20}, {2, 13}, {9, 48},  {10, 50}, {4, 20},  {4, 20},  {4, 20}, {4, 20},
    {4, 20}, {4, 20}, {4, 20}, {10, 48}, {4, 19}, {4, 19}, {4, 19},  {5, 22},  {11, 46}, {12, 49}, {5, 20}, {5, 20},
    {6, 23}, {5, 19}, {6, 22}, {6, 20},  {6, 20}, {6, 20}, {16, 52}, {15, 46}, {15, 47}, {9, 24}};

TEST(Shrinkage, WorkedExample) {
  const auto prior = prior_of_peers(kRats);
  ASSERT_TRUE(prior);
  EXPECT_TRUE(prior->fitted);
  EXPECT_NEAR(prior->rate.a, 2.304768, 1e-4);
  EXPECT_NEAR(prior->rate.b, 14.079707, 1e-3);
  const auto rate = shrunken_rate(prior->rate, {.successes = 4, .trials = 14});
  EXPECT_NEAR(rate->mean, 0.207499, 1e-6);
  EXPECT_NEAR(rate->around.low, 0.085612, 1e-5);
  EXPECT_NEAR(rate->around.high, 0.365690, 1e-5);
}

TEST(Shrinkage, PeersWhoAreAllAlikeAreWorthTheMost) {
  const std::vector<Tally> alike(30, Tally{.successes = 30, .trials = 100});
  const auto prior = prior_of_peers(alike);
  EXPECT_NEAR(prior->rate.strength(), 1e4, 1e-3);
  EXPECT_NEAR(prior->rate.mean(), 0.3, 1e-4);
}

TEST(Shrinkage, PeersWhoHaveNothingInCommonAreWorthTheLeast) {
  std::vector<Tally> apart;
  for (int i = 0; i < 20; ++i) apart.push_back({.successes = i % 2 == 0 ? 0 : 50, .trials = 50});
  EXPECT_NEAR(prior_of_peers(apart)->rate.strength(), 2, 1e-9);
}

TEST(Shrinkage, FewPeersCannotTellAStrength) {
  const auto prior = prior_of_peers(std::vector<Tally>{{3, 10}, {0, 0}, {5, 10}});
  EXPECT_FALSE(prior->fitted);
  EXPECT_NEAR(prior->rate.strength(), kUntoldStrength, 1e-9);
  EXPECT_NEAR(prior->rate.mean(), 0.4, 0.01);
}

TEST(Shrinkage, NobodyEverSucceededIsNotNever) {
  const auto prior = prior_of_peers(std::vector<Tally>(10, Tally{.successes = 0, .trials = 10}));
  EXPECT_FALSE(prior->fitted);
  EXPECT_NEAR(prior->rate.mean(), 0.5 / 101, 1e-12);
  EXPECT_GT(shrunken_rate(prior->rate, {})->around.high, 0);
}

TEST(Shrinkage, RefusesNobody) {
  EXPECT_EQ(code_of(prior_of_peers({})), "stats.counts.empty");
  EXPECT_EQ(code_of(prior_of_peers(std::vector<Tally>{{0, 0}})), "stats.counts.empty");
  EXPECT_EQ(code_of(prior_of_peers(std::vector<Tally>{{3, 2}})), "stats.successes.out_of_range");
}

TEST(Shrinkage, LiesBetweenTheOwnRateAndThePeers) {
  testing_support::Random random;
  for (int i = 0; i < 40; ++i) {
    std::vector<Tally> peers;
    for (int r = 0; r < 12; ++r) peers.push_back(any_tally(random, 60));
    const auto prior = prior_of_peers(peers);
    ASSERT_TRUE(prior);
    ASSERT_GE(prior->rate.strength(), 2 - 1e-9);
    ASSERT_LE(prior->rate.strength(), 1e4 + 1e-6);
    const Tally own = any_tally(random, 60);
    const double raw = static_cast<double>(own.successes) / static_cast<double>(own.trials);
    const double mean = shrunken_rate(prior->rate, own)->mean;
    ASSERT_GE(mean, std::min(raw, prior->rate.mean()) - 1e-12);
    ASSERT_LE(mean, std::max(raw, prior->rate.mean()) + 1e-12);
  }
}

TEST(Shares, WorkedExample) {
  const auto shares = shares_of(std::vector<std::int64_t>{500, 620, 300, 60, 20}, std::vector<double>(5, 0.5));
  ASSERT_TRUE(shares);
  EXPECT_NEAR(shares->mean[4], 20.5 / 1502.5, 1e-15);
  EXPECT_NEAR(shares->deviation[4], 0.00299181569, 1e-11);
  EXPECT_NEAR(shares->covariance(0, 1), -9.149839454e-05, 1e-13);
  EXPECT_NEAR(*beta_binomial_tail(300, shares->share(4), 3), 0.7502636451, 1e-9);
}

TEST(Shares, RefusesOneOutcomeAndMassesBelowNothing) {
  EXPECT_EQ(code_of(shares_of(std::vector<std::int64_t>{5}, std::vector<double>{0.5})), "stats.counts.empty");
  EXPECT_EQ(code_of(shares_of(std::vector<std::int64_t>{5, 1}, std::vector<double>{0.5})), "stats.lengths.differ");
  EXPECT_EQ(code_of(shares_of(std::vector<std::int64_t>{5, -1}, std::vector<double>{1, 1})),
            "stats.count.out_of_range");
  EXPECT_EQ(code_of(shares_of(std::vector<std::int64_t>{5, 1}, std::vector<double>{1, 0})), "stats.shape.out_of_range");
}

const std::vector<PoolCell> kCells{{0, 0, {18, 30}}, {0, 1, {12, 120}}, {1, 0, {55, 100}},
                                   {1, 1, {4, 50}},  {2, 0, {9, 20}},   {2, 1, {3, 80}}};

TEST(Pooling, WorkedExample) {
  const auto pooled = pooled_effects(kCells, {});
  ASSERT_TRUE(pooled);
  EXPECT_NEAR(pooled->middle, -1.194866283, 1e-8);
  EXPECT_NEAR(pooled->rep_error[1], 0.287619867, 1e-8);
  EXPECT_NEAR(pooled->standardised[0], 0.2771513157, 1e-9);
  EXPECT_NEAR(pooled->standardised[2], 0.2082479474, 1e-9);
  EXPECT_GT(*pooled->raw[1], *pooled->raw[0]);                  // looks better
  EXPECT_LT(pooled->standardised[1], pooled->standardised[0]);  // only had the better leads
}

TEST(Pooling, DoesNotDependOnTheOrderOfTheCells) {
  const std::vector<PoolCell> turned(kCells.rbegin(), kCells.rend());
  const auto one = pooled_effects(kCells, {}), other = pooled_effects(turned, {});
  for (std::size_t r = 0; r < 3; ++r) EXPECT_NEAR(one->standardised[r], other->standardised[r], 1e-10);
}

TEST(Pooling, EdgesHaveAMeaning) {
  // A rep without trials is the middle; one rep and one source is the plain rate.
  const auto two = pooled_effects(std::vector<PoolCell>{{0, 0, {3, 10}}, {1, 0, {0, 0}}}, {});
  EXPECT_FALSE(two->raw[1]);
  EXPECT_NEAR(two->rep[1], 0, 1e-9);
  EXPECT_NEAR(pooled_effects(std::vector<PoolCell>{{0, 0, {3, 10}}}, {})->standardised[0], 0.3, 1e-9);
  EXPECT_EQ(code_of(pooled_effects({}, {})), "stats.counts.empty");
  EXPECT_EQ(code_of(pooled_effects(std::vector<PoolCell>{{0, 0, {0, 10}}}, {})), "stats.outcomes.all_alike");
  EXPECT_EQ(code_of(pooled_effects(std::vector<PoolCell>{{0, 0, {10, 10}}}, {})), "stats.outcomes.all_alike");
  EXPECT_EQ(code_of(pooled_effects(std::vector<PoolCell>{{-1, 0, {1, 10}}}, {})), "stats.count.out_of_range");
  EXPECT_EQ(code_of(pooled_effects(kCells, {.rep = 0, .source = 1})), "stats.value.out_of_range");
  EXPECT_EQ(code_of(pooled_effects(kCells, {.rep = kNotANumber, .source = 1})), "stats.value.out_of_range");
}

}  // namespace
}  // namespace paceline::stats
