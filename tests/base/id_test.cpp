// SPDX-License-Identifier: Apache-2.0
#include "base/id.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

#include "random.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::expect_refused;
using testing_support::Random;

static_assert(!std::is_convertible_v<TeamId, ContactId>);
static_assert(!std::is_constructible_v<TeamId, ContactId>);
static_assert(!std::is_convertible_v<std::int64_t, TeamId>);
static_assert(!std::is_convertible_v<TeamId, bool>);

TEST(Id, WorkedExample) {
  EXPECT_EQ(parse_id<TeamId>("184467440737095"), TeamId(184'467'440'737'095));
}

TEST(Id, TakesTheEndsOfTheRange) {
  EXPECT_EQ(parse_id_value("1"), 1);
  EXPECT_EQ(parse_id_value("10"), 10);
  EXPECT_EQ(parse_id_value("9223372036854775807"), INT64_MAX);
}

TEST(Id, RefusesNearMisses) {
  expect_refused(parse_id<TeamId>, "id.malformed",
                 {"",
                  "0",
                  "00",
                  "01",
                  "-1",
                  "+1",
                  " 1",
                  "1 ",
                  "1\n",
                  "1e3",
                  "12x",
                  "0x10",
                  "1.0",
                  "1,000",
                  "9223372036854775808",
                  "18446744073709551615",
                  "18446744073709551616",
                  "92233720368547758070",
                  "\xD9\xA1",
                  "null",
                  std::string_view("1\0", 2)});
}

TEST(Id, DefaultIsNoId) {
  EXPECT_FALSE(TeamId());
  EXPECT_TRUE(TeamId(1));
  EXPECT_LT(TeamId(1), TeamId(2));
}

TEST(Id, RoundTripsAndHashes) {
  Random random;
  std::unordered_set<ContactId> seen;
  for (int i = 0; i < 2000; ++i) {
    const ContactId id(random.between(1, INT64_MAX));
    ASSERT_EQ(parse_id<ContactId>(to_text(id)), id);
    seen.insert(id);
    ASSERT_TRUE(seen.contains(id));
  }
}

}  // namespace
}  // namespace paceline
