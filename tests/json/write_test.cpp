// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "tests/json/sample.h"

namespace paceline::json::sample {
namespace {

TEST(Writer, WorkedExample) {
  Writer out;
  out.begin_object();
  out.name("a");
  out.whole(std::int64_t{1});
  out.end_object();
  EXPECT_EQ(std::move(out).take(), R"({"a":1})");
}

TEST(Write, HasEveryMemberInTheOrderOfTheDescription) {
  auto sample = good();
  sample.list = {{1}, {2}};
  sample.map = {{"b", 2}, {"a", 1}};
  sample.inner = Inner{-3};
  EXPECT_EQ(write(sample),
            R"({"flag":false,"small":0,"large":0,"real":0,"text":"","word":"abc","prose":"","inner":{"n":-3},)"
            R"("list":[{"n":1},{"n":2}],"map":{"a":1,"b":2},"colour":"red","day":"1970-01-01",)"
            R"("at":"1970-01-01T00:00:00Z","contact_id":"1","currency":null})");
}

TEST(Write, NumbersAreShortAndExact) {
  EXPECT_EQ(write(1.5), "1.5");
  EXPECT_EQ(write(0.3), "0.3");
  EXPECT_EQ(write(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(write(100.0), "100");
  EXPECT_EQ(write(1e-7), "1e-07");
  EXPECT_EQ(write(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(write(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
}

TEST(Write, EscapesWhatItMustAndReplacesWhatIsNotUtf8) {
  EXPECT_EQ(write(std::string("a\"b\\c/\n\r\t\b\x1f\x7f")), "\"a\\\"b\\\\c/\\n\\r\\t\\u0008\\u001f\x7f\"");
  EXPECT_EQ(write(std::string("Ана ✓ 😀")), "\"Ана ✓ 😀\"");
  EXPECT_EQ(write(std::string("a\xC3(\xF0\x9F")), "\"a\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Write, LeavesOutWhatAChangeLeavesOut) {
  Only<Settable<int>> change;
  EXPECT_EQ(write(change), "{}");
  change.v.emplace();
  EXPECT_EQ(write(change), R"({"v":null})");
  change.v.emplace(7);
  EXPECT_EQ(write(change), R"({"v":7})");
}

TEST(WriteDeathTest, NeverWritesWhatIsNoNumber) {
  EXPECT_DEATH((void)write(std::nan("")), "isfinite");
  EXPECT_DEATH((void)write(std::numeric_limits<double>::infinity()), "isfinite");
}

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  std::uint64_t bits() { return engine_(); }
  bool coin() { return bits() % 2 == 0; }
  std::size_t below(std::size_t limit) { return bits() % limit; }

  double real() {
    for (;;) {
      double value = 0;
      const auto pattern = bits();
      std::memcpy(&value, &pattern, sizeof value);
      if (std::isfinite(value)) return value;
    }
  }
  std::string text(std::size_t longest) {
    static const std::vector<std::string> characters{"a", "\"", "\\", "/", "\n", "\t", "é", "Ж", "✓", "😀", " "};
    std::string result;
    for (auto left = below(longest + 1); left > 0; --left) result += characters[below(characters.size())];
    return result;
  }
  Sample sample() {
    Sample sample = good();
    sample.flag = coin();
    sample.small = static_cast<std::int8_t>(bits());
    sample.large = bits();
    sample.real = real();
    sample.text = text(30);
    sample.prose.value = text(20);
    if (coin()) sample.inner = Inner{static_cast<std::int64_t>(bits())};
    for (auto left = below(4); left > 0; --left) sample.list.push_back({static_cast<std::int64_t>(bits())});
    for (auto left = below(4); left > 0; --left) sample.map[text(5)] = static_cast<int>(bits());
    sample.colour = static_cast<Colour>(below(3));
    sample.day = Day(static_cast<std::int32_t>(below(2'900'000)));
    sample.at = Instant(static_cast<std::int64_t>(below(250'000'000'000'000'000)));
    sample.contact_id = ContactId(static_cast<std::int64_t>(1 + below(std::numeric_limits<std::int64_t>::max())));
    if (coin()) sample.currency = *Currency::parse("EUR");
    if (coin()) sample.change.emplace();
    if (coin()) sample.change.emplace(static_cast<std::int64_t>(bits()));
    return sample;
  }

 private:
  std::mt19937_64 engine_;
};

TEST(Write, IsReadBackAsTheSame) {
  const unsigned seed = 20261127;
  Chance chance(seed);
  for (int round = 0; round < 20'000; ++round) {
    const auto sample = chance.sample();
    const auto text = write(sample);
    const auto back = read<Sample>(text);
    ASSERT_TRUE(back) << back.error()[0].code << back.error()[0].field << " seed " << seed << '\n' << text;
    ASSERT_EQ(*back, sample) << " seed " << seed << '\n' << text;
    ASSERT_EQ(write(*back), text);
  }
}

TEST(Read, NeverCrashesOnATextWithOneByteChanged) {
  Chance chance(7);
  for (int round = 0; round < 5'000; ++round) {
    auto text = write(chance.sample());
    text[chance.below(text.size())] = static_cast<char>(chance.bits());
    const auto back = read<Sample>(text);
    EXPECT_TRUE(back.has_value() || !back.error().empty());
  }
}

}  // namespace
}  // namespace paceline::json::sample
