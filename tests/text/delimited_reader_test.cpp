// SPDX-License-Identifier: Apache-2.0
#include "text/delimited_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace paceline {
namespace {

/// "line: value|value" for each row, "line! fault" for a broken one.
std::vector<std::string> rows_of(std::string_view text, char separator = ',', std::size_t piece = 1'000'000) {
  std::vector<std::string> rows;
  DelimitedReader reader(separator, [&](const DelimitedRow& row) {
    std::string shown = std::to_string(row.line) + (row.fault.empty() ? ":" : "! " + std::string(row.fault));
    for (const auto value : row.values) shown += (shown.back() == ':' ? " " : "|") + std::string(value);
    rows.push_back(shown);
    return true;
  });
  for (std::size_t i = 0; i < text.size(); i += piece) EXPECT_TRUE(reader.feed(text.substr(i, piece)));
  EXPECT_TRUE(reader.end());
  return rows;
}

using Rows = std::vector<std::string>;

TEST(DelimitedReader, ReadsWhatProgramsWrite) {
  EXPECT_EQ(rows_of("a;\"b;\"\"c\"\"\"\r\nd", ';'), (Rows{"1: a|b;\"c\"", "2: d"}));
  EXPECT_EQ(rows_of("a,b\nc,\n"), (Rows{"1: a|b", "2: c|"}));
  EXPECT_EQ(rows_of("a\tb\rc\td", '\t'), (Rows{"1: a|b", "2: c|d"}));
  EXPECT_EQ(rows_of("\"a\nb\",c\nd"), (Rows{"1: a\nb|c", "3: d"}));
  EXPECT_EQ(rows_of("5' 11\",x"), (Rows{"1: 5' 11\"|x"})) << "a quote in the middle is a character";
  EXPECT_EQ(rows_of("\n\r\na\n\nb\n"), (Rows{"3: a", "5: b"})) << "empty lines are no rows";
  EXPECT_EQ(rows_of("\"\",x"), (Rows{"1: |x"}));
  EXPECT_EQ(rows_of(""), Rows{});
}

TEST(DelimitedReader, ABrokenRowCostsItsOwnLine) {
  EXPECT_EQ(rows_of("a\n\"b\" c,d\ne"), (Rows{"1: a", "2! import.row.after_quote", "3: e"}));
  EXPECT_EQ(rows_of("a\n\"b,c\nd\ne"), (Rows{"1: a", "2! import.row.quote_open", "3: d", "4: e"}));
  EXPECT_EQ(rows_of("\"b,c\r\nd,\"e\"\r\nf"), (Rows{"1! import.row.after_quote", "2: d|e", "3: f"}));
  EXPECT_EQ(rows_of("a\n\""), (Rows{"1: a", "2! import.row.quote_open"}));
  std::string many(1000, ',');
  EXPECT_EQ(rows_of(many + "\na"), (Rows{"1! import.row.too_many_values", "2: a"}));
}

TEST(DelimitedReader, PiecesOfAnySizeGiveTheSameRows) {
  const std::uint64_t seed = std::random_device{}();
  std::mt19937_64 random(seed);
  constexpr std::string_view kLetters = "ab,\"\"\n\r,x";
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t size = random() % 40; text.size() < size;) text += kLetters[random() % kLetters.size()];
    const Rows whole = rows_of(text);
    for (const std::size_t piece : {1, 2, 7})
      EXPECT_EQ(rows_of(text, ',', piece), whole) << "seed " << seed << ": " << text;
  }
}

TEST(DelimitedReader, WhatIsQuotedComesBack) {
  const std::uint64_t seed = std::random_device{}();
  std::mt19937_64 random(seed);
  constexpr std::string_view kLetters = "ab,\"\n\r;";
  for (int i = 0; i < 1000; ++i) {
    std::vector<std::string> values(1 + random() % 4);
    std::string text;
    for (std::string& value : values) {
      for (std::size_t size = random() % 8; value.size() < size;) value += kLetters[random() % kLetters.size()];
      text += text.empty() ? "\"" : ",\"";
      for (const char c : value) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    std::vector<std::string> read;
    DelimitedReader reader(',', [&](const DelimitedRow& row) {
      EXPECT_TRUE(read.empty()) << "one row";
      read.assign(row.values.begin(), row.values.end());
      return true;
    });
    EXPECT_TRUE(reader.feed(text) && reader.end());
    if (read.empty()) read = {""};  // one empty value is an empty line
    EXPECT_EQ(read, values) << "seed " << seed;
  }
}

TEST(DelimitedReader, StopsWhenNoMoreIsWanted) {
  int rows = 0;
  DelimitedReader reader(',', [&](const DelimitedRow&) { return ++rows < 2; });
  EXPECT_FALSE(reader.feed("a\nb\nc\nd\n"));
  EXPECT_EQ(rows, 2);
}

TEST(DelimitedReader, AFileFullOfOpenQuotesIsReadInTheTimeOfItsSize) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "\"open,1\n";
  // Each quote closes with the one of the next line; what follows it is no separator.
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(rows_of(text, ',', 65'536).size(), 200'000U);
  text.clear();
  for (int i = 0; i < 200'000; ++i) text += i == 0 ? "\"open,1\n" : "plain,1\n";
  EXPECT_EQ(rows_of(text, ',', 65'536).size(), 200'000U);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  EXPECT_LT(took.count(), 5.0);
}

TEST(DelimitedReader, ARowThatNeverEndsIsRefusedOnceAndNotKept) {
  const std::string large(3 * kLargestRow, 'x');
  const Rows alone{"1: a", "2! import.row.too_large", "3: b"};
  const Rows with_open_quote{"1: a", "2! import.row.quote_open", "3: c"};
  for (const std::size_t piece : {std::size_t{65'537}, kLargestRow, 5 * kLargestRow}) {
    EXPECT_EQ(rows_of("a\n" + large + "\nb", ',', piece), alone) << piece;
    EXPECT_EQ(rows_of("a\r\n" + large + ",\"y\"\r\nb", ',', piece), alone) << piece;
    EXPECT_EQ(rows_of("a\n\"" + large + "\",y\rb", ',', piece), alone) << piece << ": in quotes";
    EXPECT_EQ(rows_of("a\n\"x\"y" + large + "\nb", ',', piece), alone) << piece << ": broken besides";
    EXPECT_EQ(rows_of("a\n" + large, ',', piece), (Rows{"1: a", "2! import.row.too_large"})) << piece;
    EXPECT_EQ(rows_of("a\n\"b\nc", ',', piece), with_open_quote) << piece;
    EXPECT_EQ(rows_of("\"a\nb\"," + large + "\nc", ',', piece), (Rows{"1! import.row.too_large", "3: c"})) << piece;
  }
}

TEST(DelimitedReader, ARowMayHaveAMegabyteWithItsLineEnd) {
  const std::string most(kLargestRow - 1, 'x');
  for (const std::size_t piece : {std::size_t{65'537}, kLargestRow - 1, kLargestRow, 5 * kLargestRow}) {
    EXPECT_EQ(rows_of(most + "\nb", ',', piece).at(0).size(), 3 + most.size()) << piece;
    EXPECT_EQ(rows_of(most + "x\nb", ',', piece), (Rows{"1! import.row.too_large", "2: b"})) << piece;
    EXPECT_EQ(rows_of(most + "x", ',', piece).at(0).size(), 4 + most.size()) << piece << ": the file ends there";
  }
}

TEST(DelimitedReader, ABrokenRowLeavesTheNextLineAsItIs) {
  EXPECT_EQ(rows_of("\"a\"\"b\ncd\" x\ne"), (Rows{"1! import.row.after_quote", "2: cd\" x", "3: e"}));
}

}  // namespace
}  // namespace paceline
