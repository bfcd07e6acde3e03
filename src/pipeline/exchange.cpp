// SPDX-License-Identifier: Apache-2.0
#include "pipeline/exchange.h"

#include "base/rounding.h"

namespace paceline {
namespace {

constexpr std::int64_t kMostMinor = 1'000'000'000'000'000;
constexpr std::int64_t kHighestRate = 1'000'000;
constexpr std::size_t kMostDigitsAfterPoint = 9;
constexpr std::size_t kMostDigitsBeforePoint = 7;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

const CurrencyRate* rate_on(const Currency& currency, std::span<const CurrencyRate> rates, Day day) {
  const CurrencyRate* latest = nullptr;
  for (const CurrencyRate& rate : rates) {
    const bool holds = rate.currency == currency && rate.from <= day;
    if (holds && (latest == nullptr || latest->from <= rate.from)) latest = &rate;
  }
  return latest;
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Result<Money> in_currency(const Money& money, const Currency& reporting, std::span<const CurrencyRate> rates, Day day) {
  if (money.currency() == reporting) return money;
  const CurrencyRate* rate = rate_on(money.currency(), rates, day);
  if (rate == nullptr) {
    return fail(Fault::conflict, "currency.rate.missing", {},
                std::string(money.currency().code()) + " on " + to_text(day));
  }
  const Wide numerator = Wide{money.minor()} * rate->rate_billionths * power_of_ten(reporting.minor_digits());
  const Wide denominator = Wide{kBillionths} * power_of_ten(money.currency().minor_digits());
  if (numerator / denominator > kMostMinor || numerator / denominator < -kMostMinor)
    return fail(Fault::invalid, "money.out_of_range");
  return Money(round_half_up(numerator, denominator), reporting);
}

Result<std::int64_t> parse_rate(std::string_view text) {
  const auto point = std::min(text.find('.'), text.size());
  const auto whole = text.substr(0, point);
  const auto fraction = text.substr(std::min(point + 1, text.size()));
  const bool written_well = !whole.empty() && whole.size() <= kMostDigitsBeforePoint && all_digits(whole) &&
                            (point == text.size() || !fraction.empty()) && fraction.size() <= kMostDigitsAfterPoint &&
                            all_digits(fraction);
  if (!written_well) return fail(Fault::invalid, "currency.rate.malformed", {}, "1.95583");
  std::int64_t value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < kMostDigitsAfterPoint; ++i)
    value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  if (value <= 0 || value > kHighestRate * kBillionths) return fail(Fault::invalid, "currency.rate.malformed");
  return value;
}

std::string rate_text(std::int64_t rate_billionths) {
  std::string text = std::to_string(rate_billionths / kBillionths);
  std::string fraction = std::to_string(kBillionths + rate_billionths % kBillionths).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? text : text + "." + fraction;
}

}  // namespace paceline
