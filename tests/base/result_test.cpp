// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

Result<int> half_of(int value) {
  if (value % 2 != 0) return fail(Fault::conflict, "test.odd", "/value", "3 is odd");
  return value / 2;
}

Result<std::string> quarter_as_text(int value) {
  PACELINE_TRY(const int half, half_of(value));
  PACELINE_TRY(const int quarter, half_of(half));
  return std::to_string(quarter);
}

Result<void> check_even(int value) {
  if (value % 2 != 0) return fail(Fault::invalid, "test.odd");
  return {};
}

Result<void> check_both(int a, int b) {
  PACELINE_CHECK(check_even(a));
  PACELINE_CHECK(check_even(b));
  return {};
}

TEST(Result, CarriesTheErrorUnchanged) {
  EXPECT_EQ(quarter_as_text(8), "2");
  const auto refused = quarter_as_text(6);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::conflict);
  EXPECT_EQ(refused.error().code, "test.odd");
  EXPECT_EQ(refused.error().field, "/value");
  EXPECT_EQ(refused.error().detail, "3 is odd");
}

TEST(Result, ChecksStopAtTheFirstFault) {
  EXPECT_TRUE(check_both(2, 4));
  EXPECT_EQ(check_both(1, 4).error().code, "test.odd");
  EXPECT_FALSE(check_both(2, 3));
}

TEST(Assert, EndsTheProcessAndSaysWhere) {
  PACELINE_ASSERT(1 + 1 == 2);
  EXPECT_DEATH(PACELINE_ASSERT(1 + 1 == 3), "broken invariant: 1 \\+ 1 == 3 .*result_test.cpp");
}

}  // namespace
}  // namespace paceline
