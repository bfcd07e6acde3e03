// SPDX-License-Identifier: Apache-2.0
#include "store/base64.h"

#include <gtest/gtest.h>

#include "tests/base/random.h"

namespace paceline::store {
namespace {

TEST(Base64, IsThatOfTheHeadersExample) {
  EXPECT_EQ(base64_of("Ana"), "QW5h");
  EXPECT_EQ(base64_of("An"), "QW4=");
  EXPECT_EQ(base64_of(""), "");
}

TEST(Base64, GivesBackAnyBytes) {
  testing_support::Random chance;
  for (int size = 0; size < 200; ++size) {
    std::string bytes;
    for (int at = 0; at < size; ++at) bytes += static_cast<char>(chance.between(0, 255));
    EXPECT_EQ(bytes_of_base64(base64_of(bytes)), bytes);
  }
}

}  // namespace
}  // namespace paceline::store
