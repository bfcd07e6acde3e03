// SPDX-License-Identifier: Apache-2.0
#include "sheet/csv.h"

#include <gtest/gtest.h>

namespace paceline::sheet {
namespace {

TEST(CsvLine, IsTheWorkedExample) {
  EXPECT_EQ(csv_line({std::string("=1+1"), std::int64_t{-2}, std::string("a,b"), true}), "'=1+1,-2,\"a,b\",true\r\n");
}

TEST(CsvLine, NoTextBeginsAFormulaAndNumbersStayNumbers) {
  for (const char* text : {"=a", "+359", "-1", "@b", "\tc", "\uFF1D1", "\uFF0B2", "\uFF0D3", "\uFF20d"})
    EXPECT_EQ(csv_line({std::string(text)}), "'" + std::string(text) + "\r\n");
  EXPECT_EQ(csv_line({std::string("\rd")}), "\"'\rd\"\r\n");
  EXPECT_EQ(csv_line({-1.5, std::int64_t{0}, std::monostate{}, false}), "-1.5,0,,false\r\n");
}

TEST(CsvLine, AnApostropheOfTheTextItselfIsNotTakenForOurs) {
  EXPECT_EQ(csv_line({std::string("'=1"), std::string("''+2"), std::string("'x")}), "''=1,'''+2,'x\r\n");
}

TEST(CsvLine, NearMissesStayAsTheyAre) {
  EXPECT_EQ(
      csv_line({std::string("a=1"), std::string(" =1"), std::string("it's"), std::string(), std::string("\uFF1E")}),
      "a=1, =1,it's,,\uFF1E\r\n");
}

TEST(CsvLine, QuotesWhatWouldEndAValue) {
  EXPECT_EQ(csv_line({std::string("a\"b"), std::string("a\nb")}), "\"a\"\"b\",\"a\nb\"\r\n");
}

}  // namespace
}  // namespace paceline::sheet
