// SPDX-License-Identifier: Apache-2.0
#include "stats/difference.h"

#include <gtest/gtest.h>

#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

TEST(RateDifference, WorkedExamplesOfNewcombe) {
  const auto a = rate_difference({56, 70}, {48, 80});
  ASSERT_TRUE(a);
  EXPECT_NEAR(a->value, 0.2, 1e-12);
  EXPECT_NEAR(a->interval.low, 0.0524, 5e-5);
  EXPECT_NEAR(a->interval.high, 0.3339, 5e-5);
  const auto b = rate_difference({9, 10}, {3, 10});
  ASSERT_TRUE(b);
  EXPECT_NEAR(b->interval.low, 0.1705, 5e-5);
  EXPECT_NEAR(b->interval.high, 0.8090, 5e-5);
  const auto c = rate_difference({0, 10}, {0, 10});
  ASSERT_TRUE(c);
  EXPECT_NEAR(c->interval.low, -0.2775, 5e-5);
  EXPECT_NEAR(c->interval.high, 0.2775, 5e-5);
}

TEST(RateDifference, IsTheOtherWayRoundWhenTheGroupsAre) {
  const auto there = rate_difference({7, 30}, {11, 19});
  const auto back = rate_difference({11, 19}, {7, 30});
  ASSERT_TRUE(there && back);
  EXPECT_DOUBLE_EQ(there->value, -back->value);
  EXPECT_NEAR(there->interval.low, -back->interval.high, 1e-15);
  EXPECT_LE(there->interval.low, there->value);
  EXPECT_GE(there->interval.high, there->value);
}

TEST(RateDifference, RefusesWhatIsNoGroup) {
  EXPECT_EQ(code_of(rate_difference({0, 0}, {1, 2})), "stats.trials.not_positive");
  EXPECT_EQ(code_of(rate_difference({1, 2}, {0, 0})), "stats.trials.not_positive");
  EXPECT_EQ(code_of(rate_difference({3, 2}, {1, 2})), "stats.successes.out_of_range");
  EXPECT_EQ(code_of(rate_difference({1, 2}, {1, 2}, 1.0)), "stats.confidence.out_of_range");
}

}  // namespace
}  // namespace paceline::stats
