// SPDX-License-Identifier: Apache-2.0
// Money: a whole number of minor units of an ISO 4217 currency. Never a floating-point number.
//
// The number of minor digits is 0 (JPY), 2 (EUR) or 3 (BHD) by the currency.
// Worked example: parse_money("12.50", eur)->minor() == 1250; "12.505" and "1,250" are refused; EUR + USD does not add.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline {

class Currency {
 public:
  /// Returns invalid "currency.unknown" unless the text is one of the three-letter codes in use.
  [[nodiscard]] static Result<Currency> parse(std::string_view code);
  [[nodiscard]] std::string_view code() const { return {code_.data(), code_.size()}; }
  /// Digits after the point: 0, 2 or 3.
  [[nodiscard]] int minor_digits() const { return minor_digits_; }
  friend bool operator==(const Currency&, const Currency&) = default;

 private:
  Currency() = default;
  std::array<char, 3> code_{};
  int minor_digits_ = 2;
};

class Money {
 public:
  Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
  [[nodiscard]] std::int64_t minor() const { return minor_; }
  [[nodiscard]] const Currency& currency() const { return currency_; }
  friend bool operator==(const Money&, const Money&) = default;

 private:
  std::int64_t minor_;
  Currency currency_;
};

/// Returns conflict "money.currency_differs", or invalid "money.out_of_range" when the sum does not fit.
[[nodiscard]] Result<Money> add(const Money& a, const Money& b);

/// Plain decimal text: digits, one point, at most the digits that the currency has, an optional leading minus.
/// Returns invalid "money.malformed", "money.too_precise" or "money.out_of_range" (beyond 10^15 minor units).
[[nodiscard]] Result<Money> parse_money(std::string_view text, Currency currency);
[[nodiscard]] std::string to_text(const Money& money);

}  // namespace paceline
