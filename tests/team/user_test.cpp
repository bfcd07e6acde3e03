// SPDX-License-Identifier: Apache-2.0
#include "team/user.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

TEST(Email, IsKeptInLowerCaseWithoutOuterSpaces) {
  EXPECT_EQ(*parse_email(" Elena.Petrova+q4@Example.COM\t"), "elena.petrova+q4@example.com");
  EXPECT_EQ(*parse_email("a@b.c"), "a@b.c");
}

TEST(Email, RefusesNearMisses) {
  const std::string too_long = std::string(250, 'a') + "@b.cd";
  for (const std::string& text :
       {std::string(), std::string("a"), std::string("@b.c"), std::string("a@"), std::string("a@b"),
        std::string("a@b."), std::string("a@.c"), std::string("a@b..c"), std::string("a@b@c.d"), std::string("a b@c.d"),
        std::string("a@b,c.d"), std::string("a@b.c\n"), std::string("а@b.c"), std::string("a@b.c\0", 6), too_long}) {
    const auto email = parse_email(text);
    ASSERT_FALSE(email) << text;
    EXPECT_EQ(email.error().code, "email.malformed") << text;
  }
}

TEST(Name, IsKeptAsWritten) {
  for (const char* name : {"X", "Szabó Katalin", "Анна Волкова", "ليلى منصور", "O'Neil & Sons (UK) Ltd."}) {
    EXPECT_EQ(*parse_name(std::string("  ") + name + " "), name);
  }
}

TEST(Name, RefusesNearMisses) {
  const auto code = [](std::string_view text) { return parse_name(text).error().code; };
  EXPECT_EQ(code(""), "name.empty");
  EXPECT_EQ(code(" \t "), "name.empty");
  EXPECT_EQ(code(std::string(201, 'x')), "name.too_long");
  EXPECT_EQ(code("a\nb"), "text.not_allowed");
  EXPECT_EQ(code("a\x7F"), "text.not_allowed");
  EXPECT_EQ(code("\xC3\x28"), "text.not_allowed");
  EXPECT_EQ(code("\xED\xA0\x80"), "text.not_allowed");
  EXPECT_TRUE(parse_name(std::string(200, 'x')));
}

}  // namespace
}  // namespace paceline
