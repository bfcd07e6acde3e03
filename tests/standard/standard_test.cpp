// SPDX-License-Identifier: Apache-2.0
// Measures of the standard: answer times, satisfaction, unusual logs.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "standard/response_time.h"
#include "standard/satisfaction.h"
#include "standard/unusual_log.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

const std::vector<double> kAnswered{2, 3, 4, 6, 8, 15, 22, 35, 50, 75, 120, 300};
const std::vector<double> kOpen{1, 10, 45, 90, 2000};
const std::vector<double> kPromises{5, 60};

TEST(ResponseTimes, WorkedExample) {
  const auto times = response_times(kAnswered, kOpen, kPromises);
  ASSERT_TRUE(times);
  EXPECT_EQ(times->promises[0].judged, 16);
  EXPECT_EQ(times->promises[0].rate, 0.1875);
  EXPECT_EQ(times->promises[1].met, 9);
  EXPECT_EQ(times->promises[1].judged, 14);
  EXPECT_NEAR(times->promises[1].answered, 0.5989583333, 1e-10);
  EXPECT_NEAR(times->promises[1].around->low, 0.387644231, 1e-9);
  EXPECT_EQ(times->median, 35);
}

TEST(ResponseTimes, NobodyWaitedLongEnough) {
  const auto times = response_times({}, std::vector<double>{1, 5}, std::vector<double>{5});
  EXPECT_EQ(times->promises[0].judged, 0);
  EXPECT_FALSE(times->promises[0].rate || times->median);
  EXPECT_TRUE(response_times({}, {}, {})->promises.empty());
  EXPECT_EQ(code_of(response_times(std::vector<double>{-1}, {}, {})), "stats.value.out_of_range");
}

TEST(Satisfaction, WorkedExample) {
  const auto found = satisfaction_of({.promoters = 46, .passives = 30, .detractors = 24}, 0.3, 40);
  ASSERT_TRUE(found);
  EXPECT_NEAR(*found->score, 22, 1e-12);
  EXPECT_NEAR(*found->error, 8.072174428, 1e-9);
  EXPECT_NEAR(found->around->low, 6.17882884, 1e-7);
  EXPECT_NEAR(*found->shrunken, 24.28571429, 1e-8);
}

TEST(Satisfaction, NobodyAnsweredAndAllAreHappy) {
  const auto none = satisfaction_of({}, 0.3, 40);
  EXPECT_FALSE(none->score || none->error || none->around);
  EXPECT_NEAR(*none->shrunken, 30, 1e-12);
  EXPECT_FALSE(satisfaction_of({}, 0.3, 0)->shrunken);
  EXPECT_EQ(satisfaction_of({.promoters = 9, .passives = 0, .detractors = 0}, 0, 0)->error, 0);
  EXPECT_EQ(code_of(satisfaction_of({.promoters = -1, .passives = 0, .detractors = 0}, 0, 0)),
            "stats.count.out_of_range");
  EXPECT_EQ(code_of(satisfaction_of({}, 2, 0)), "stats.value.out_of_range");
}

TEST(UnusualLog, WorkedExample) {
  const auto burst = burst_at_end({.successes = 30, .trials = 100}, 3, 21);
  EXPECT_NEAR(burst->p, 4.24041416e-05, 1e-13);
  EXPECT_NEAR(*burst->ratio, 2.1, 1e-12);
  EXPECT_NEAR(*caliper_p(14, 3), 0.006362915039, 1e-12);
  const auto calls = short_calls({.successes = 48, .trials = 120}, {.successes = 180, .trials = 1000});
  EXPECT_NEAR(calls->p_above_peers, 0.9999999307, 1e-9);
  EXPECT_NEAR(calls->fisher_two_sided, 1.3845343e-07, 1e-13);
}

TEST(UnusualLog, AnEmptyLogIsNotUnusual) {
  EXPECT_EQ(burst_at_end({}, 3, 21)->p, 1);
  EXPECT_FALSE(burst_at_end({}, 3, 21)->ratio);
  EXPECT_EQ(burst_at_end({.successes = 5, .trials = 5}, 21, 21)->p, 1);
  EXPECT_EQ(*caliper_p(0, 0), 1);
  EXPECT_EQ(code_of(burst_at_end({}, 0, 21)), "stats.exposure.out_of_range");
  EXPECT_EQ(code_of(burst_at_end({}, 22, 21)), "stats.exposure.out_of_range");
  EXPECT_EQ(code_of(caliper_p(-1, 0)), "stats.count.out_of_range");
}

}  // namespace
}  // namespace paceline
