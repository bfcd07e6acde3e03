// SPDX-License-Identifier: Apache-2.0
#include "funnel/recent_rate.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/stats/code_of.h"

namespace paceline {
namespace {

TEST(RecentRate, WorkedExample) {
  const std::vector<AgedTally> periods{{{3, 20}, 0}, {{2, 18}, 13}, {{4, 25}, 26}, {{1, 15}, 39}};
  const auto found = recent_rate(periods, 13);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->successes, 5.125, 1e-12);
  EXPECT_NEAR(found->trials, 37.125, 1e-12);
  EXPECT_NEAR(*found->rate, 0.138047138, 1e-9);
  EXPECT_NEAR(found->around->low, 0.0553769282, 1e-9);
  EXPECT_NEAR(found->around->high, 0.2744679177, 1e-9);
}

TEST(RecentRate, NothingAndWhatIsTooOldIsAbsent) {
  EXPECT_FALSE(recent_rate({}, 13)->rate);
  EXPECT_FALSE(recent_rate(std::vector<AgedTally>{{{0, 0}, 1}}, 13)->around);
  EXPECT_FALSE(recent_rate(std::vector<AgedTally>{{{1, 2}, 1e9}}, 1)->rate);
}

TEST(RecentRate, AllOldAlikeIsThePlainRateWithLessWeight) {
  const auto found = recent_rate(std::vector<AgedTally>{{{5, 10}, 13}, {{5, 10}, 13}}, 13);
  EXPECT_EQ(found->rate, 0.5);
  EXPECT_EQ(found->trials, 10);
  EXPECT_EQ(recent_rate(std::vector<AgedTally>{{{10, 10}, 7}}, 13)->around->high, 1);
}

TEST(RecentRate, RefusesAgesOfTheFutureAndNoHalfLife) {
  EXPECT_EQ(code_of(recent_rate(std::vector<AgedTally>{{{1, 2}, -1}}, 13)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(recent_rate({}, 0)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(recent_rate(std::vector<AgedTally>{{{3, 2}, 1}}, 13)), "stats.successes.out_of_range");
}

}  // namespace
}  // namespace paceline
