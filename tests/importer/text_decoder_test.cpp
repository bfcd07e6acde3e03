// SPDX-License-Identifier: Apache-2.0
#include "importer/text_decoder.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

/// In pieces of that many bytes.
std::string decoded(Encoding encoding, std::string_view bytes, std::size_t piece) {
  TextDecoder decoder(encoding);
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += piece) decoder.feed(bytes.substr(i, piece), text);
  decoder.end(text);
  return text;
}

struct Sample {
  Encoding encoding;
  std::string_view bytes;
  std::string_view text;
};

TEST(TextDecoder, ReadsEveryEncodingInPiecesOfAnySize) {
  using namespace std::string_view_literals;
  const Sample samples[]{
      {Encoding::utf_8, "Тирана", "Тирана"},
      {Encoding::utf_16_le, "\x1F\x04\x3D\xD8\x00\xDE"sv, "П😀"},
      {Encoding::utf_16_be, "\x04\x1F\xD8\x3D\xDE\x00"sv, "П😀"},
      {Encoding::windows_1250, "\xE1\xF5\xFB", "áőű"},
      {Encoding::windows_1251, "\xCF\xF0\xE8", "При"},
      {Encoding::windows_1252, "\x80 \xFC", "€ ü"},
      {Encoding::windows_1256, "\xE3\xD1\xCD\xC8\xC7", "مرحبا"},
  };
  for (const Sample& sample : samples)
    for (const std::size_t piece : {1, 2, 3, 100})
      EXPECT_EQ(decoded(sample.encoding, sample.bytes, piece), sample.text) << static_cast<int>(sample.encoding);
}

TEST(TextDecoder, LeavesTheMarkAtTheBeginningOutAndKeepsALaterOne) {
  using namespace std::string_view_literals;
  for (const std::size_t piece : {1, 2, 3, 100}) {
    EXPECT_EQ(decoded(Encoding::utf_8,
                      "\xEF\xBB\xBF"
                      "a\xEF\xBB\xBF",
                      piece),
              "a\xEF\xBB\xBF");
    EXPECT_EQ(decoded(Encoding::utf_16_le,
                      "\xFF\xFE"
                      "a\0"sv,
                      piece),
              "a");
    EXPECT_EQ(decoded(Encoding::utf_16_be, "\xFE\xFF\0a"sv, piece), "a");
  }
}

TEST(TextDecoder, MarksWhatMeansNothing) {
  using namespace std::string_view_literals;
  EXPECT_EQ(decoded(Encoding::utf_8, "a\xC3(b", 1), "a\xEF\xBF\xBD(b");
  EXPECT_EQ(decoded(Encoding::utf_8, "a\xC3", 1), "a\xEF\xBF\xBD") << "cut at the end of the file";
  EXPECT_EQ(decoded(Encoding::utf_16_le, "a\0b"sv, 1), "a\xEF\xBF\xBD") << "half a character";
  EXPECT_EQ(decoded(Encoding::windows_1252, "", 1), "");
}

TEST(TextDecoder, KeepsATextThatIsLargerThanItsBuffers) {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    bytes += "\xCF";
    text += "П";
  }
  EXPECT_EQ(decoded(Encoding::windows_1251, bytes, bytes.size()), text);
}

TEST(GuessEncoding, TakesTheMarkThenUtf8AndElseAsks) {
  EXPECT_EQ(guess_encoding("\xFF\xFEx"), Encoding::utf_16_le);
  EXPECT_EQ(guess_encoding("\xFE\xFFx"), Encoding::utf_16_be);
  EXPECT_EQ(guess_encoding("name;При"), Encoding::utf_8);
  EXPECT_EQ(guess_encoding("name;\xD0"), Encoding::utf_8) << "the beginning ends inside a character";
  EXPECT_EQ(guess_encoding("name;\xCF\xF0\xE8;x"), std::nullopt);
}

}  // namespace
}  // namespace paceline
