// SPDX-License-Identifier: Apache-2.0
#include "text/content_lines.h"

#include <gtest/gtest.h>

#include <chrono>

namespace paceline {
namespace {

std::vector<ContentLine> lines_of(std::string_view text, std::size_t piece = 1000) {
  std::vector<ContentLine> lines;
  ContentLineReader reader([&](const ContentLine& line) { lines.push_back(line); });
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
  reader.end();
  return lines;
}

TEST(ContentLines, WorkedExample) {
  const auto lines = lines_of("item1.tel;CELL;pref=1:12\r\n 3\r\n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].number, 1U);
  EXPECT_EQ(lines[0].group, "item1");
  EXPECT_EQ(lines[0].name, "TEL");
  EXPECT_EQ(lines[0].value, "123");
  EXPECT_EQ(*lines[0].parameter("TYPE"), "CELL");
  EXPECT_EQ(*lines[0].parameter("PREF"), "1");
  EXPECT_EQ(lines[0].parameter("CHARSET"), nullptr);
}

TEST(ContentLines, AreTheSameHoweverTheBytesCome) {
  const std::string text = "A;X=\"b:c;d\":1\r\n 2\n\n\t3\nNOTE;QUOTED-PRINTABLE:a=\r\n b=\nc\r\nEND:x";
  const auto whole = lines_of(text);
  ASSERT_EQ(whole.size(), 3U);
  EXPECT_EQ(whole[0].value, "123");
  EXPECT_EQ(*whole[0].parameter("X"), "b:c;d");
  EXPECT_EQ(whole[1].value, "a bc");
  EXPECT_EQ(*whole[1].parameter("ENCODING"), "QUOTED-PRINTABLE");
  EXPECT_EQ(whole[2].number, 8U);
  for (std::size_t piece = 1; piece < 9; ++piece) {
    const auto cut = lines_of(text, piece);
    ASSERT_EQ(cut.size(), whole.size()) << piece;
    for (std::size_t at = 0; at < cut.size(); ++at) EXPECT_EQ(cut[at].text, whole[at].text) << piece;
  }
}

TEST(ContentLines, SayWhatIsNoLine) {
  for (const char* text : {"no colon", ":no name", "b a d:x", ".TEL:1", "A;X=\"open:1"})
    EXPECT_TRUE(lines_of(text).at(0).malformed) << text;
  EXPECT_FALSE(lines_of("A:").at(0).malformed);
  EXPECT_TRUE(lines_of("").empty());
  EXPECT_TRUE(lines_of("\r\n\n").empty());
}

TEST(ContentLines, KeepTheBeginningOfALongOne) {
  const auto lines = lines_of("PHOTO:" + std::string(3 * kLongestContentLine, 'x') + "\r\n yy\r\nFN:Ann\r\n", 700);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].cut);
  EXPECT_EQ(lines[0].text.size(), kLongestContentLine);
  EXPECT_EQ(lines[1].value, "Ann");
  EXPECT_FALSE(lines[1].cut);
}

TEST(ContentLines, AreReadToTheirEndWhateverIsKept) {
  std::string text = "NOTE;QUOTED-\n PRINTABLE:";
  std::size_t bytes = 12 + 11;
  for (; bytes < 3 * kLongestContentLine; bytes += 71) text += std::string(70, 'x') + "=\n";
  text += "y=3D\nFN:Ann\n PHOTO\n";
  for (const std::size_t piece : {7U, 700U, 1'000'000U}) {
    const auto lines = lines_of(text, piece);
    ASSERT_EQ(lines.size(), 2U) << piece;
    EXPECT_TRUE(lines[0].cut);
    EXPECT_EQ(lines[0].bytes, bytes + 4) << piece;
    EXPECT_EQ(lines[1].value, "AnnPHOTO") << piece;
    EXPECT_EQ(lines[1].bytes, 12U);
  }
}

TEST(ContentLines, TakeTheTimeOfTheirBytes) {
  // Its head never ends, and each two bytes continue it.
  std::string text = "NOTE;QUOTED-PRINTABLE;" + std::string(kLongestContentLine, 'x') + "=\n";
  for (int i = 0; i < 500'000; ++i) text += "=\n";
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(lines_of(text, 65'536).size(), 1U);
  text = "NOTE;QUOTED-PRINTABLE";
  for (int i = 0; i < 500'000; ++i) text += i % 2 == 0 ? "\n ;" : "=\n";
  EXPECT_EQ(lines_of(text + "\nFN:Ann", 65'536).back().value, "Ann");
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  EXPECT_LT(took.count(), 5.0);
}

TEST(ContentLines, TakesEscapesBack) {
  EXPECT_EQ(unescaped(R"(Tag\, an dem\Nalles\;)"), "Tag, an dem\nalles;");
  EXPECT_EQ(unescaped("a\\"), "a\\");
  EXPECT_EQ(split_components(R"(Doe;Ann\;Bea;)"), (std::vector<std::string>{"Doe", R"(Ann\;Bea)", ""}));
}

}  // namespace
}  // namespace paceline
