// SPDX-License-Identifier: Apache-2.0
#include "base/digits.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

static_assert(parse_digits("07") == 7);
static_assert(!parse_digits("7 "));

TEST(Digits, TakeARunOfDigits) {
  EXPECT_EQ(parse_digits("0"), 0);
  EXPECT_EQ(parse_digits("000"), 0);
  EXPECT_EQ(parse_digits("999999999"), 999'999'999);
}

TEST(Digits, RefuseNearMisses) {
  for (const std::string_view text : {"", " ", "7 ", " 7", "-7", "+7", "7.", "0x7", "7a", "/", ":", "\xD9\xA7", "1,0"})
    EXPECT_FALSE(parse_digits(text)) << "'" << text << "'";
  EXPECT_FALSE(parse_digits(std::string_view("7\0", 2)));
}

}  // namespace
}  // namespace paceline
