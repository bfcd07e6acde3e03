// SPDX-License-Identifier: Apache-2.0
// Money of one currency in another one, by rates that hold from a day on.
//
// Formula: minor units x rate x 10^(minor digits of the reporting currency - those of the other), rounded half up once.
// A rate is what one unit of the currency costs in units of the reporting currency, in billionths, so that
// 1.95583 is 1,955,830,000. The reporting currency itself needs none. No rate is an error, never 1.
// Worked example (tests/pipeline/pipeline_test.cpp): 100.00 USD at 0.92 is 92.00 EUR; 1,000 JPY at 0.0061 is 6.10 EUR;
// 0.55 USD at 0.9 is 0.50 EUR (0.495 rounded half up).
#pragma once

#include <span>
#include <vector>

#include "base/day.h"
#include "base/money.h"

namespace paceline {

inline constexpr std::int64_t kBillionths = 1'000'000'000;

struct CurrencyRate {
  Currency currency;
  Day from;
  std::int64_t rate_billionths = 0;  ///< 1 to 10^15
  friend bool operator==(const CurrencyRate&, const CurrencyRate&) = default;
};

/// Returns conflict "currency.rate.missing" with the currency and the day as detail when no rate holds on the day;
/// invalid "money.out_of_range" beyond 10^15 minor units.
[[nodiscard]] Result<Money> in_currency(const Money& money, const Currency& reporting,
                                        std::span<const CurrencyRate> rates, Day day);

/// Decimal text, "1.95583", to billionths. Returns invalid "currency.rate.malformed" unless it is digits with at most
/// one point and nine digits after it, above 0 and at most 1,000,000.
[[nodiscard]] Result<std::int64_t> parse_rate(std::string_view text);
/// Without zeros at its end: "1.95583", "92".
[[nodiscard]] std::string rate_text(std::int64_t rate_billionths);

}  // namespace paceline
