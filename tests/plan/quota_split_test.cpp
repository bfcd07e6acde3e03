// SPDX-License-Identifier: Apache-2.0
#include "plan/quota_split.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "stats/negative_binomial.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

const std::vector<Month> kMonths{{22, 1.1}, {20, 0.9}, {21, 1.0}};
const std::vector<RepShare> kReps{
    {1.2, {0, 5, 0}, {1, 1, 1}}, {1.0, {0, 0, 0}, {1, 1, 1}}, {0.8, {2, 0, 0}, {0.25, 0.5, 0.75}}};

TEST(QuotaSplit, WorkedExample) {
  const auto split = quota_split(300'000, kReps, kMonths);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->reps, (std::vector<std::int64_t>{133'378, 120'160, 46'462}));
  EXPECT_EQ(split->months[2], (std::vector<std::int64_t>{8'011, 14'419, 24'032}));
}

TEST(QuotaSplit, PartsAddUpExactly) {
  testing_support::Random random;
  for (int run = 0; run < 200; ++run) {
    std::vector<Month> months;
    for (std::int64_t i = random.between(1, 12); i > 0; --i)
      months.push_back(
          {static_cast<double>(random.between(1, 23)), static_cast<double>(random.between(50, 150)) / 100});
    std::vector<RepShare> reps;
    for (std::int64_t i = random.between(1, 15); i > 0; --i) {
      RepShare rep{.potential = static_cast<double>(random.between(1, 300)) / 100, .leave = {}, .ramp = {}};
      for (const Month& month : months) {
        rep.leave.push_back(static_cast<double>(random.between(0, static_cast<std::int64_t>(month.workdays) - 1)));
        rep.ramp.push_back(static_cast<double>(random.between(1, 4)) / 4);
      }
      reps.push_back(rep);
    }
    const std::int64_t total = random.between(0, 10'000'000);
    const auto split = *quota_split(total, reps, months);
    ASSERT_EQ(std::accumulate(split.reps.begin(), split.reps.end(), std::int64_t{0}), total);
    for (std::size_t r = 0; r < reps.size(); ++r)
      ASSERT_EQ(std::accumulate(split.months[r].begin(), split.months[r].end(), std::int64_t{0}), split.reps[r]);
  }
}

TEST(QuotaSplit, EqualRepsDifferByOneAtMostAndTheEarlierGetsIt) {
  const std::vector<RepShare> alike(3, RepShare{1, {0}, {1}});
  EXPECT_EQ(quota_split(100, alike, std::vector<Month>{{20, 1}})->reps, (std::vector<std::int64_t>{34, 33, 33}));
}

TEST(QuotaSplit, WhoIsAwayAllTheTimeGetsNothing) {
  const std::vector<RepShare> reps{{1, {20}, {1}}, {1, {0}, {1}}};
  const auto split = quota_split(100, reps, std::vector<Month>{{20, 1}});
  EXPECT_EQ(split->reps, (std::vector<std::int64_t>{0, 100}));
  EXPECT_EQ(split->months[0], std::vector<std::int64_t>{0});
}

TEST(QuotaSplit, RefusesNobodyAndNoWeight) {
  EXPECT_EQ(code_of(quota_split(100, {}, kMonths)), "stats.counts.empty");
  EXPECT_EQ(code_of(quota_split(100, kReps, {})), "stats.counts.empty");
  EXPECT_EQ(code_of(quota_split(100, kReps, std::vector<Month>{{20, 1}})), "stats.lengths.differ");
  EXPECT_EQ(code_of(quota_split(100, std::vector<RepShare>{{0, {0}, {1}}}, std::vector<Month>{{20, 1}})),
            "apportion.weights.out_of_range");
  EXPECT_EQ(code_of(quota_split(100, std::vector<RepShare>{{1, {21}, {1}}}, std::vector<Month>{{20, 1}})),
            "stats.value.out_of_range");
}

TEST(EqualChance, WorkedExample) {
  EXPECT_EQ(equal_chance_quota({30, 60}, 13, 0.6)->quota, 6);
  EXPECT_NEAR(equal_chance_quota({30, 60}, 13, 0.6)->chance, 0.609819864, 1e-9);
  EXPECT_EQ(equal_chance_quota({12, 40}, 13, 0.6)->quota, 3);
  EXPECT_EQ(equal_chance_quota({6, 12}, 13, 0.6)->quota, 5);
}

TEST(EqualChance, IsTheLargestQuotaThatReachesTheChance) {
  testing_support::Random random;
  for (int run = 0; run < 200; ++run) {
    const RatePrior prior{static_cast<double>(random.between(1, 500)) / 10,
                          static_cast<double>(random.between(1, 100))};
    const double weeks = static_cast<double>(random.between(0, 52));
    const double chance = static_cast<double>(random.between(1, 99)) / 100;
    const auto found = *equal_chance_quota(prior, weeks, chance);
    const stats::NegativeBinomial counts{.shape = prior.events, .mean = prior.events / prior.weeks * weeks};
    ASSERT_GE(found.chance, chance - 1e-12);
    ASSERT_LT(*stats::negative_binomial_tail(counts, found.quota + 1), chance);
  }
  EXPECT_EQ(equal_chance_quota({1, 100}, 0, 0.6)->quota, 0);
  EXPECT_EQ(code_of(equal_chance_quota({0, 1}, 1, 0.6)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(equal_chance_quota({1, 1}, 1, 1)), "stats.chance.out_of_range");
}

}  // namespace
}  // namespace paceline
