// SPDX-License-Identifier: Apache-2.0
#include "json/query.h"

#include <gtest/gtest.h>

#include "tests/json/sample.h"

namespace paceline::json::sample {
namespace {

struct Search {
  std::optional<Whole<1, 500>> limit;
  std::optional<Instant> as_of;
  std::optional<Colour> colour;
  std::optional<bool> mine;
  std::optional<Text<1, 5>> cursor;
  Day day;
};
BOOST_DESCRIBE_STRUCT(Search, (), (limit, as_of, colour, mine, cursor, day))

std::vector<std::string> faults(const Query& query) {
  return faults_of(read_query<Search>(query));
}

TEST(Query, ReadsNumbersWordsAndValuesFromText) {
  const auto search = read_query<Search>(
      {{"limit", "500"}, {"mine", "true"}, {"colour", "new"}, {"day", "2026-11-27"}, {"cursor", ""}});
  ASSERT_TRUE(search);
  EXPECT_EQ(search->limit->value, 500);
  EXPECT_EQ(search->mine, true);
  EXPECT_EQ(search->colour, Colour::new_);
  EXPECT_FALSE(search->as_of);
  EXPECT_FALSE(search->cursor) << "a parameter without a value counts as left out";
}

TEST(Query, TellsEveryFault) {
  EXPECT_EQ(faults({{"limit", "0"}, {"as_of", "now"}, {"sort", "name"}, {"mine", "yes"}, {"mine", "no"}}),
            (std::vector<std::string>{"number.out_of_range at ?limit", "instant.malformed at ?as_of",
                                      "type.mismatch at ?mine", "member.missing at ?day", "query.unknown at ?sort",
                                      "query.duplicate at ?mine"}));
}

TEST(Query, RefusesNearNumbers) {
  for (const auto* text : {" 5", "5 ", "+5", "5.0", "5e1", "0x5", "five", "9223372036854775808"})
    EXPECT_EQ(faults({{"limit", text}, {"day", "2026-11-27"}}).size(), 1U) << text;
}

}  // namespace
}  // namespace paceline::json::sample
