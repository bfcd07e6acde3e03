// SPDX-License-Identifier: Apache-2.0
#include "calendar/csv_line.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

TEST(CsvLine, WorkedExample) {
  EXPECT_EQ(split_csv_line(R"(a,"b, ""c""",)"), (CsvValues{"a", "b, \"c\"", ""}));
}

TEST(CsvLine, HasAtLeastOneValue) {
  EXPECT_EQ(split_csv_line(""), CsvValues{""});
  EXPECT_EQ(split_csv_line(","), (CsvValues{"", ""}));
  EXPECT_EQ(split_csv_line(R"("")"), CsvValues{""});
  EXPECT_EQ(split_csv_line(R"("""")"), CsvValues{"\""});
}

TEST(CsvLine, TakesAQuoteInsideAPlainValueAsItStands) {
  EXPECT_EQ(split_csv_line(R"(Queen"s,b)"), (CsvValues{"Queen\"s", "b"}));
}

TEST(CsvLine, RefusesQuotesThatDoNotMatch) {
  for (const char* line : {R"("a)", R"("a"b)", R"("a" ,b)", R"(a,")", R"(""")", R"("a""b)"})
    EXPECT_FALSE(split_csv_line(line)) << line;
}

}  // namespace
}  // namespace paceline
