// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace paceline {
namespace {

constexpr std::int64_t kLargestMinor = 1'000'000'000'000'000;

// ISO 4217, the codes in circulation; the few that do not have two minor digits stand apart.
constexpr std::string_view kNoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr std::string_view kThreeDigits = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view kTwoDigits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
    "CRC "
    "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD "
    "KES "
    "KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK "
    "NPR "
    "NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT "
    "TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ";

bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at + 4 <= codes.size(); at += 4) {
    if (codes.substr(at, 3) == code) return true;
  }
  return false;
}

std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<Currency> Currency::parse(std::string_view code) {
  Currency currency;
  if (code.size() != 3) return fail(Fault::invalid, "currency.unknown");
  if (lists(kNoDigits, code)) {
    currency.minor_digits_ = 0;
  } else if (lists(kThreeDigits, code)) {
    currency.minor_digits_ = 3;
  } else if (!lists(kTwoDigits, code)) {
    return fail(Fault::invalid, "currency.unknown");
  }
  std::copy(code.begin(), code.end(), currency.code_.begin());
  return currency;
}

Result<Money> add(const Money& a, const Money& b) {
  if (!(a.currency() == b.currency())) return fail(Fault::conflict, "money.currency_differs");
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a.minor(), b.minor(), &sum)) return fail(Fault::invalid, "money.out_of_range");
  return Money(sum, a.currency());
}

Result<Money> parse_money(std::string_view text, Currency currency) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const bool well_formed = !whole.empty() && (point == std::string_view::npos || !fraction.empty());
  if (!well_formed || !all_digits(whole) || !all_digits(fraction)) return fail(Fault::invalid, "money.malformed");
  if (fraction.size() > static_cast<std::size_t>(currency.minor_digits()))
    return fail(Fault::invalid, "money.too_precise");
  if (whole.size() > 16) return fail(Fault::invalid, "money.out_of_range");
  std::int64_t minor = 0;
  const std::string digits = std::string(whole) + std::string(fraction);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), minor);
  if (error != std::errc()) return fail(Fault::invalid, "money.out_of_range");
  const std::int64_t scale = power_of_ten(currency.minor_digits() - static_cast<int>(fraction.size()));
  if (minor > kLargestMinor / scale) return fail(Fault::invalid, "money.out_of_range");
  return Money(negative ? -minor * scale : minor * scale, currency);
}

std::string to_text(const Money& money) {
  const int digits = money.currency().minor_digits();
  const auto scale = static_cast<std::uint64_t>(power_of_ten(digits));
  const auto bits = static_cast<std::uint64_t>(money.minor());
  const std::uint64_t magnitude = money.minor() < 0 ? 0 - bits : bits;  // the least amount has no positive twin
  const auto sign = money.minor() < 0 ? "-" : "";
  if (digits == 0) return fmt::format("{}{}", sign, magnitude);
  return fmt::format("{}{}.{:0{}}", sign, magnitude / scale, magnitude % scale, digits);
}

}  // namespace paceline
