// SPDX-License-Identifier: Apache-2.0
// A near-miss table: every text is refused, with this code.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

namespace paceline::testing_support {

template <class Parse>
void expect_refused(Parse parse, std::string_view code, std::initializer_list<std::string_view> texts) {
  for (const auto text : texts) {
    const auto result = parse(text);
    ASSERT_FALSE(result) << "taken: '" << text << "'";
    EXPECT_EQ(result.error().code, code) << "'" << text << "'";
  }
}

}  // namespace paceline::testing_support
