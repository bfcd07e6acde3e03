// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <gtest/gtest.h>

#include "random.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::expect_refused;
using testing_support::Random;

Currency currency(std::string_view code) {
  return *Currency::parse(code);
}

auto parse_as(std::string_view code) {
  return [of = currency(code)](std::string_view text) { return parse_money(text, of); };
}

std::int64_t minor(std::string_view text, std::string_view code) {
  const auto money = parse_money(text, currency(code));
  return money ? money->minor() : INT64_MIN;
}

TEST(Currency, HasItsOwnNumberOfMinorDigits) {
  EXPECT_EQ(currency("EUR").minor_digits(), 2);
  EXPECT_EQ(currency("ALL").minor_digits(), 2);
  EXPECT_EQ(currency("ZMW").minor_digits(), 2);
  EXPECT_EQ(currency("JPY").minor_digits(), 0);
  EXPECT_EQ(currency("XPF").minor_digits(), 0);
  EXPECT_EQ(currency("BHD").minor_digits(), 3);
  EXPECT_EQ(currency("TND").minor_digits(), 3);
  EXPECT_EQ(currency("EUR").code(), "EUR");
}

TEST(Currency, RefusesNearMisses) {
  expect_refused(Currency::parse, "currency.unknown",
                 {"", "EU", "EURO", "eur", "Eur", "EUR ", " EUR", "XXA", "   ", "UR ", "R E", "123", "€"});
}

TEST(Money, WorkedExample) {
  EXPECT_EQ(minor("12.50", "EUR"), 1250);
  EXPECT_EQ(parse_as("EUR")("12.505").error().code, "money.too_precise");
  EXPECT_EQ(parse_as("EUR")("1,250").error().code, "money.malformed");
  EXPECT_EQ(add(Money(1, currency("EUR")), Money(1, currency("USD"))).error().code, "money.currency_differs");
  EXPECT_EQ(add(Money(1, currency("EUR")), Money(1, currency("USD"))).error().fault, Fault::conflict);
}

TEST(Money, TakesAsManyDigitsAsTheCurrencyHas) {
  EXPECT_EQ(minor("12", "EUR"), 1200);
  EXPECT_EQ(minor("12.5", "EUR"), 1250);
  EXPECT_EQ(minor("0.05", "EUR"), 5);
  EXPECT_EQ(minor("-0.05", "EUR"), -5);
  EXPECT_EQ(minor("-0", "EUR"), 0);
  EXPECT_EQ(minor("007", "EUR"), 700);
  EXPECT_EQ(minor("12", "JPY"), 12);
  EXPECT_EQ(minor("12.5", "BHD"), 12'500);
  EXPECT_EQ(minor("12.345", "BHD"), 12'345);
  EXPECT_EQ(parse_as("JPY")("12.0").error().code, "money.too_precise");
  EXPECT_EQ(parse_as("BHD")("0.0001").error().code, "money.too_precise");
}

TEST(Money, RefusesNearMisses) {
  expect_refused(parse_as("EUR"), "money.malformed",
                 {"",      "-",     ".",        "-.",       ".5",  "5.",    "--5",    "+5",    " 5",
                  "5 ",    "1,250", "1.250,00", "1 250",    "1e3", "0x10",  "12.5.0", "12.-5", "-12.-5",
                  "EUR 5", "5€",    "NaN",      "\xD9\xA5", "5-",  "1_000", "1'000"});
}

TEST(Money, RefusesWhatIsBeyondTheLimit) {
  EXPECT_EQ(minor("10000000000000.00", "EUR"), 1'000'000'000'000'000);
  EXPECT_EQ(minor("-1000000000000.000", "BHD"), -1'000'000'000'000'000);
  EXPECT_EQ(minor("1000000000000000", "JPY"), 1'000'000'000'000'000);
  for (const auto* code : {"EUR", "BHD", "JPY"})
    expect_refused(parse_as(code), "money.out_of_range",
                   {"1000000000000001", "9999999999999999", "10000000000000000", "99999999999999999999999999999999",
                    "-9999999999999999"});
  expect_refused(parse_as("EUR"), "money.out_of_range", {"10000000000000.01", "9999999999999999.99"});
  // 19 digits are more than 64 bits hold: this was once taken for 0.
  expect_refused(parse_as("BHD"), "money.out_of_range",
                 {"1000000000000.001", "9999999999999999.999", "-9999999999999999.999"});
}

TEST(Money, WritesTheDigitsOfTheCurrency) {
  EXPECT_EQ(to_text(Money(1250, currency("EUR"))), "12.50");
  EXPECT_EQ(to_text(Money(-5, currency("EUR"))), "-0.05");
  EXPECT_EQ(to_text(Money(-1250, currency("EUR"))), "-12.50");
  EXPECT_EQ(to_text(Money(0, currency("EUR"))), "0.00");
  EXPECT_EQ(to_text(Money(1250, currency("JPY"))), "1250");
  EXPECT_EQ(to_text(Money(-7, currency("BHD"))), "-0.007");
  EXPECT_EQ(to_text(Money(INT64_MIN, currency("JPY"))), "-9223372036854775808");
  EXPECT_EQ(to_text(Money(INT64_MIN, currency("EUR"))), "-92233720368547758.08");
  EXPECT_EQ(to_text(Money(INT64_MAX, currency("EUR"))), "92233720368547758.07");
}

TEST(Money, AddsUntilItDoesNotFit) {
  const auto eur = [](std::int64_t value) { return Money(value, currency("EUR")); };
  EXPECT_EQ(add(eur(1250), eur(-2000)), eur(-750));
  EXPECT_EQ(add(eur(INT64_MAX), eur(INT64_MIN)), eur(-1));
  EXPECT_EQ(add(eur(INT64_MAX), eur(1)).error().code, "money.out_of_range");
  EXPECT_EQ(add(eur(INT64_MIN), eur(-1)).error().code, "money.out_of_range");
}

TEST(Money, RoundTripsAndAddsInAnyOrder) {
  Random random;
  const std::array codes{"EUR", "JPY", "BHD"};
  for (int i = 0; i < 3000; ++i) {
    const auto of = currency(codes.at(static_cast<std::size_t>(random.between(0, 2))));
    const Money a(random.between(-1'000'000'000'000'000, 1'000'000'000'000'000), of);
    const Money b(random.between(-1'000'000'000'000'000, 1'000'000'000'000'000), of);
    ASSERT_EQ(parse_money(to_text(a), of), a) << to_text(a);
    ASSERT_EQ(*add(a, b), *add(b, a));
    ASSERT_EQ(add(*add(a, b), Money(-b.minor(), of)), a);
  }
}

}  // namespace
}  // namespace paceline
