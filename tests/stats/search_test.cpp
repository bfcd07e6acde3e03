// SPDX-License-Identifier: Apache-2.0
#include "stats/search.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace paceline::stats {
namespace {

TEST(Search, WorkedExample) {
  EXPECT_EQ(smallest_where(7, [](std::int64_t n) { return n * n >= 20; }), 5);
}

TEST(Search, FindsEveryThresholdFromEveryGuess) {
  for (std::int64_t threshold = 0; threshold < 70; ++threshold)
    for (std::int64_t guess = 0; guess < 70; ++guess)
      ASSERT_EQ(smallest_where(guess, [&](std::int64_t n) { return n >= threshold; }), threshold) << guess;
}

TEST(Search, GuessOutsideTheRangeIsHeldInIt) {
  for (const std::int64_t guess : {std::int64_t{-5}, kLargestCount + 5})
    EXPECT_EQ(smallest_where(guess, [](std::int64_t n) { return n >= 12; }), 12);
}

TEST(Search, ReachesTheLargestCountAndNoFurther) {
  EXPECT_EQ(smallest_where(0, [](std::int64_t n) { return n >= kLargestCount; }), kLargestCount);
  EXPECT_EQ(smallest_where(0, [](std::int64_t) { return false; }), std::nullopt);
  EXPECT_EQ(smallest_where(kLargestCount, [](std::int64_t) { return false; }), std::nullopt);
}

TEST(Search, AsksFewQuestions) {
  int asked = 0;
  EXPECT_EQ(smallest_where(1'000'000, [&](std::int64_t n) { return ++asked, n >= 1'000'003; }), 1'000'003);
  EXPECT_LE(asked, 6);
}

TEST(GuessCount, StaysWithinTheCounts) {
  EXPECT_EQ(guess_count(100, 25, 0.5), 100);
  EXPECT_EQ(guess_count(1, 100, 0.01), 0);
  EXPECT_EQ(guess_count(1e300, 1e300, 0.9), kLargestCount);
}

TEST(Reaches, CountsATieThatRoundingHides) {
  EXPECT_TRUE(reaches(0.5, 0.5));
  EXPECT_TRUE(reaches(0.8 - 2e-16, 0.8));
  EXPECT_FALSE(reaches(0.8 - 1e-12, 0.8));
}

}  // namespace
}  // namespace paceline::stats
