// SPDX-License-Identifier: Apache-2.0
#include "contact/phone_number.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>

namespace paceline {
namespace {

std::string read(std::string_view text, std::optional<std::string_view> country) {
  const auto number = parse_phone_number(text, country);
  if (!number) return "not possible";
  return number->extension.empty() ? number->e164 : number->e164 + " ext " + number->extension;
}

TEST(PhoneNumber, IsTheSameInEverySpelling) {
  EXPECT_EQ(read("02 123 4567", "BG"), "+35921234567");
  EXPECT_EQ(read("00359 2 123 4567", "BG"), "+35921234567");
  EXPECT_EQ(read("+359 (0)2 123-4567", {}), "+35921234567");
  EXPECT_EQ(read("tel: (02) 123.45.67", "BG"), "+35921234567");
  EXPECT_EQ(read("٠٢ ١٢٣ ٤٥٦٧", "BG"), "+35921234567");
  EXPECT_EQ(read("02 123 4567 доб. 12", "BG"), "+35921234567 ext 12");
}

TEST(PhoneNumber, IsNotPossibleWithoutACountryOrAPlus) {
  EXPECT_EQ(read("02 123 4567", {}), "not possible");
  EXPECT_EQ(read("02 123 4567", "XX"), "not possible");
  EXPECT_EQ(read("00359 2 123 4567", {}), "not possible");
}

TEST(PhoneNumber, IsNotPossibleWhenNoNumberHasItsLength) {
  EXPECT_EQ(read("+359 12", {}), "not possible");
  EXPECT_EQ(read("+359 2 123 4567 8901 23", {}), "not possible");
  EXPECT_EQ(read("+999 123 4567", {}), "not possible");
  EXPECT_EQ(read("", "BG"), "not possible");
  EXPECT_EQ(read("nobody", "BG"), "not possible");
  EXPECT_EQ(read("12x", "BG"), "not possible");
  EXPECT_EQ(read("\xC3(", "BG"), "not possible");
  EXPECT_EQ(read("021234567" + std::string(250, ' ') + "1", "BG"), "not possible");
}

TEST(PhoneNumber, HasCountries) {
  EXPECT_TRUE(has_numbering_plan("BG"));
  EXPECT_FALSE(has_numbering_plan("bg"));
  EXPECT_FALSE(has_numbering_plan("001"));
}

struct Sample {
  std::string text, country, e164, extension;
};

// Made together with the program by web/scripts/phone_samples.mjs.
std::vector<Sample> samples() {
  std::ifstream file(PACELINE_SOURCE_DIR "/build/phone/phone_samples.tsv");
  std::vector<Sample> all;
  for (std::string line; std::getline(file, line);) {
    std::array<std::string, 4> cells;
    std::istringstream row(line);
    for (std::string& cell : cells) std::getline(row, cell, '\t');
    all.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return all;
}

TEST(PhoneNumber, EqualsLibphonenumberJs) {
  constexpr std::size_t asked = 1500;
  const auto all = samples();
  ASSERT_GE(all.size(), asked) << "scripts/build page makes them";
  std::size_t same = 0;
  std::size_t same_of_asked = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Sample& sample = all[at];
    const auto number = parse_phone_number(
        sample.text, sample.country.empty() ? std::nullopt : std::optional<std::string_view>(sample.country));
    const std::string e164 = number ? number->e164 : "";
    const std::string extension = number ? number->extension : "";
    EXPECT_EQ(e164 + " " + extension, sample.e164 + " " + sample.extension)
        << sample.text << " in " << sample.country << ", row " << at + 1;
    const bool equal = e164 == sample.e164 && extension == sample.extension;
    same += equal ? 1 : 0;
    same_of_asked += equal && at < asked ? 1 : 0;
  }
  std::cout << same_of_asked << " of " << asked << " numbers of 30 countries, " << same << " of " << all.size()
            << " in all equal libphonenumber-js\n";
}

}  // namespace
}  // namespace paceline
