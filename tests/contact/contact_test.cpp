// SPDX-License-Identifier: Apache-2.0
#include "contact/contact.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

TEST(Phone, IsKeptAsTyped) {
  for (const char* text : {"112", "+359 2 123 4567", "(02) 123-45.67/8", "0044 20 7946 0018"})
    EXPECT_EQ(*parse_phone(text), text);
  EXPECT_EQ(*parse_phone(" +1 555 0100 "), "+1 555 0100");
}

TEST(Phone, RefusesNearMisses) {
  for (const char* text :
       {"", "12", "+", "+-", "++123", "1+23", "abc", "123x", "123;456", "-123", "123456789012345678901", "١٢٣٤"}) {
    const auto phone = parse_phone(text);
    ASSERT_FALSE(phone) << text;
    EXPECT_EQ(phone.error().code, "phone.malformed") << text;
  }
  EXPECT_EQ(parse_phone("1" + std::string(40, ' ') + "23").error().code, "phone.too_long");
}

}  // namespace
}  // namespace paceline
