// SPDX-License-Identifier: Apache-2.0
// What a weak step costs, and what the rules of thumb say.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "funnel/lost_money.h"
#include "funnel/rules_of_thumb.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

const std::vector<double> kOwn{2.0 / 3, 0.02, 0.75, 2.0 / 3, 0.5};
const std::vector<double> kPeers{0.6, 0.05, 0.7, 0.75, 0.5};

TEST(LostMoney, WorkedExample) {
  const auto lost = lost_money(*money_at_stake(1500, 8000), kOwn, kPeers);
  ASSERT_TRUE(lost);
  EXPECT_NEAR(lost->current, 40'000, 1e-6);
  EXPECT_NEAR(lost->at_benchmark, 94'500, 1e-6);
  EXPECT_NEAR(lost->share[1], 58'479.16667, 1e-4);
  EXPECT_NEAR(lost->share[3], 7'940.277778, 1e-5);
  EXPECT_NEAR(lost->one_at_a_time[2], -2'666.666667, 1e-5);
}

TEST(LostMoney, SharesAddUpAndDoNotDependOnTheOrder) {
  testing_support::Random random;
  for (int run = 0; run < 100; ++run) {
    std::vector<double> own, peers;
    for (std::int64_t i = random.between(1, 10); i > 0; --i) {
      own.push_back(static_cast<double>(random.between(0, 100)) / 100);
      peers.push_back(static_cast<double>(random.between(0, 100)) / 100);
    }
    const auto lost = *lost_money(1000, own, peers);
    ASSERT_NEAR(std::accumulate(lost.share.begin(), lost.share.end(), 0.0), lost.gap, 1e-9);
    std::ranges::reverse(own);
    std::ranges::reverse(peers);
    const auto turned = *lost_money(1000, own, peers);
    for (std::size_t i = 0; i < own.size(); ++i) ASSERT_NEAR(turned.share[i], lost.share[own.size() - 1 - i], 1e-9);
  }
}

TEST(LostMoney, EdgesHaveAMeaning) {
  EXPECT_NEAR(lost_money(100, std::vector<double>{0.2}, std::vector<double>{0.5})->share[0], 30, 1e-12);
  EXPECT_EQ(lost_money(0, kOwn, kPeers)->gap, 0);
  EXPECT_EQ(lost_money(100, kOwn, kOwn)->share[1], 0);
  EXPECT_EQ(code_of(lost_money(1, {}, {})), "stats.count.out_of_range");
  EXPECT_EQ(code_of(lost_money(1, std::vector<double>(11, 0.5), std::vector<double>(11, 0.5))),
            "stats.count.out_of_range");
  EXPECT_EQ(code_of(lost_money(1, kOwn, std::vector<double>{0.5})), "stats.lengths.differ");
  EXPECT_EQ(code_of(lost_money(1, std::vector<double>{1.5}, std::vector<double>{0.5})),
            "stats.probability.out_of_range");
  EXPECT_EQ(code_of(money_at_stake(1e200, 1e200)), "stats.value.out_of_range");
}

TEST(LikelyLosses, TheWeakStepStandsOutAndChanceIsRepeatable) {
  const std::vector<stats::Beta> own{{1000.5, 500.5}, {20.5, 980.5}, {15.5, 5.5}, {10.5, 5.5}, {5.5, 5.5}};
  const auto one = likely_losses(12'000'000, own, kPeers, 500, 11),
             other = likely_losses(12'000'000, own, kPeers, 500, 11);
  ASSERT_TRUE(one && other);
  EXPECT_GT((*one)[1].p_loss, 0.99);
  EXPECT_GT((*one)[1].p_largest, 0.9);
  EXPECT_LT((*one)[0].p_loss, 0.01);
  double sum = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    EXPECT_EQ((*one)[i].mean, (*other)[i].mean);
    sum += (*one)[i].p_largest;
  }
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_EQ(code_of(likely_losses(1, own, kPeers, 0, 1)), "stats.count.out_of_range");
}

TEST(RulesOfThumb, WorkedExample) {
  const auto found = rules_of_thumb({.hot = {7, 80},
                                     .interested = {28, 120},
                                     .priced = {15, 28},
                                     .no_shows = {5, 15},
                                     .contacted = {900, 3000},
                                     .keen = {}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(*found->hot.p_below, 0.6285345332, 1e-9);
  EXPECT_NEAR(*found->hot.p_between, 0.3204728473, 1e-9);
  EXPECT_NEAR(*found->interested.per_success, 4.285714286, 1e-9);
  EXPECT_NEAR(*found->interested.p_above, 0.008576416514, 1e-10);
  EXPECT_NEAR(*found->interested.p_below, 0.1795374706, 1e-9);
  EXPECT_NEAR(found->priced.around->high, 0.709318902, 1e-9);
  EXPECT_NEAR(*found->no_shows.p_above, 0.001622534436, 1e-11);
  EXPECT_GT(*found->contacted.p_below, 0.9);  // 900 of 3000: fewer than one in three
  EXPECT_FALSE(found->keen.rate);
}

TEST(RulesOfThumb, NothingNoneAndAll) {
  const auto nothing = rate_against({}, 0.1, 0.2);
  EXPECT_FALSE(nothing->rate || nothing->p_below || nothing->around);
  const auto none = rate_against({.successes = 0, .trials = 10}, 0.1, 0.2);
  EXPECT_FALSE(none->per_success);
  EXPECT_GT(*none->p_below, 0.8);
  EXPECT_EQ(rate_against({.successes = 10, .trials = 10}, 0.1, 0.2)->around->high, 1);
  EXPECT_EQ(code_of(rate_against({.successes = 1, .trials = 10}, 0.3, 0.2)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(rate_against({.successes = 1, .trials = 0}, 0.1, 0.2)), "stats.trials.not_positive");
}

TEST(RulesOfThumb, TheThreeChancesAreOne) {
  testing_support::Random random;
  for (int run = 0; run < 200; ++run) {
    const std::int64_t n = random.between(1, 1'000'000);
    const auto found = *rate_against({.successes = random.between(0, n), .trials = n}, 0.2, 0.6);
    ASSERT_NEAR(*found.p_below + *found.p_between + *found.p_above, 1, 1e-9);
  }
}

}  // namespace
}  // namespace paceline
