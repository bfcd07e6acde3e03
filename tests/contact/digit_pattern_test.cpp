// SPDX-License-Identifier: Apache-2.0
#include "contact/digit_pattern.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

TEST(DigitPattern, MatchesAtTheBeginning) {
  const auto match = match_beginning("0?(1[1-3])?", "0125");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->length, 3U);
  ASSERT_EQ(match->groups.size(), 1U);
  EXPECT_EQ(match->groups.front(), "12");
}

TEST(DigitPattern, TakesTheFirstAlternativeThatLeadsToAMatch) {
  EXPECT_EQ(match_beginning("1|12", "123")->length, 1U);
  EXPECT_EQ(match_beginning("(?:1|12)3", "123")->length, 3U);
  EXPECT_EQ(match_beginning("(1)|(2)", "2")->groups[0], "");
  EXPECT_EQ(match_beginning("(1)|(2)", "2")->groups[1], "2");
}

TEST(DigitPattern, RepeatsAsOftenAsItCan) {
  EXPECT_EQ(match_beginning("\\d{2,4}", "12345")->length, 4U);
  EXPECT_TRUE(matches_entirely("\\d{2,4}5", "12345"));
  EXPECT_TRUE(matches_entirely("(?:12){2}", "1212"));
  EXPECT_EQ(match_beginning("([457]\\d{6})$|1", "4571234")->groups[0], "4571234");
}

TEST(DigitPattern, RefusesNearMisses) {
  EXPECT_FALSE(match_beginning("[2-46]", "5"));
  EXPECT_FALSE(matches_entirely("\\d{4}", "123"));
  EXPECT_FALSE(matches_entirely("\\d{4}", "12345"));
  EXPECT_FALSE(matches_entirely("1|12", "123"));
  EXPECT_FALSE(match_beginning("([457]\\d{6})$", "45712345"));
  EXPECT_FALSE(match_beginning("00", "0"));
}

}  // namespace
}  // namespace paceline
