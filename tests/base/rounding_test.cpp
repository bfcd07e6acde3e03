// SPDX-License-Identifier: Apache-2.0
#include "base/rounding.h"

#include <gtest/gtest.h>

#include "random.h"

namespace paceline {
namespace {

using testing_support::Random;

static_assert(round_half_up(350, 100) == 4);
static_assert(round_half_up(349, 100) == 3);
static_assert(round_half_up(-350, 100) == -3);

TEST(RoundHalfUp, GoesToTheLargerOneFromTheMiddle) {
  struct Row {
    std::int64_t numerator, denominator, rounded;
  };
  for (const auto& [numerator, denominator, rounded] :
       {Row{0, 7, 0}, Row{1, 2, 1}, Row{-1, 2, 0}, Row{3, 2, 2}, Row{-3, 2, -1}, Row{-5, 2, -2}, Row{5, 2, 3},
        Row{1, 3, 0}, Row{2, 3, 1}, Row{-1, 3, 0}, Row{-2, 3, -1}, Row{-4, 3, -1}, Row{-349, 100, -3},
        Row{-351, 100, -4}, Row{6, 3, 2}, Row{-6, 3, -2}, Row{250 * 1920, 2400, 200}, Row{INT64_MAX, 1, INT64_MAX},
        Row{INT64_MIN, 1, INT64_MIN}})
    EXPECT_EQ(round_half_up(numerator, denominator), rounded) << numerator << "/" << denominator;
}

TEST(RoundHalfUp, HoldsAProductOfTwoAmounts) {
  EXPECT_EQ(round_half_up(Wide{INT64_MAX} * INT64_MAX, INT64_MAX), INT64_MAX);
  EXPECT_EQ(round_half_up(Wide{INT64_MIN} * INT64_MAX, INT64_MAX), INT64_MIN);
}

TEST(RoundHalfUp, IsNeverMoreThanHalfAway) {
  Random random;
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t numerator = random.between(-1'000'000'000, 1'000'000'000);
    const std::int64_t denominator = random.between(1, i % 2 == 0 ? 12 : 1'000'000);
    const std::int64_t twice_off = 2 * (round_half_up(numerator, denominator) * denominator - numerator);
    ASSERT_LE(twice_off, denominator) << numerator << "/" << denominator;  // exactly half goes up
    ASSERT_GT(twice_off, -denominator) << numerator << "/" << denominator;
  }
}

TEST(RoundHalfUp, HasNoAnswerForNothing) {
  EXPECT_DEATH(static_cast<void>(round_half_up(1, 0)), "broken invariant");
  EXPECT_DEATH(static_cast<void>(round_half_up(1, -2)), "broken invariant");
}

}  // namespace
}  // namespace paceline
