// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace paceline {
namespace {

TEST(Utf8, WorkedExample) {
  EXPECT_TRUE(is_plain_text("Ана Duarte"));
  EXPECT_FALSE(is_utf8("\xC3("));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_TRUE(is_utf8("a\nb"));
  EXPECT_FALSE(is_plain_text("a\nb"));
}

TEST(Utf8, TakesTheEndsOfEveryLength) {
  for (const auto* text : {"", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "مرحبا", "ő", "𝄞"})
    EXPECT_TRUE(is_utf8(text)) << text;
  EXPECT_TRUE(is_utf8(std::string_view("\0", 1)));
}

// RFC 3629, and the table of ill-formed sequences of the Unicode standard, chapter 3.9.
TEST(Utf8, RefusesNearMisses) {
  for (const auto* text : {"\x80",
                           "\xBF",
                           "\xC0\x80",
                           "\xC1\xBF",
                           "\xC2",
                           "\xC2\x41",
                           "\xC2\xC2",
                           "\xE0\x9F\xBF",
                           "\xE0\xA0",
                           "\xE2\x82",
                           "\xED\xA0\x80",
                           "\xED\xBF\xBF",
                           "\xF0\x8F\xBF\xBF",
                           "\xF0\x90\x80",
                           "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80",
                           "\xF8\x88\x80\x80\x80",
                           "\xFE",
                           "\xFF",
                           "a\xE2\x82z",
                           "ok\xF0"})
    EXPECT_FALSE(is_utf8(text)) << testing::PrintToString(text);
}

TEST(PlainText, HasNoControlCharacters) {
  for (const auto* text : {"\t", "a\rb", "\x1B[0m", "\x7F", "\xC2\x80", "\xC2\x9F"})
    EXPECT_FALSE(is_plain_text(text)) << testing::PrintToString(text);
  EXPECT_FALSE(is_plain_text(std::string_view("a\0b", 3)));
  EXPECT_TRUE(is_plain_text("\xC2\xA0 ~"));
}

TEST(Trimmed, LosesSpacesAndTabsAtTheEnds) {
  EXPECT_EQ(trimmed(" \t a b \t"), "a b");
  EXPECT_EQ(trimmed("a"), "a");
  EXPECT_EQ(trimmed(" \t "), "");
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed("\na\n"), "\na\n");
}

}  // namespace
}  // namespace paceline
