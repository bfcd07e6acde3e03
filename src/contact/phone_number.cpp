// SPDX-License-Identifier: Apache-2.0
#include "contact/phone_number.h"

#include <algorithm>
#include <bit>

#include "contact/digit_pattern.h"
#include "contact/numbering_plan.h"
#include "contact/phone_text.h"

namespace paceline {
namespace {

constexpr std::string_view kNoCountry = "001";
constexpr std::size_t kLongestCallingCode = 3;
constexpr std::size_t kFewestNationalDigits = 2;
constexpr std::size_t kMostNationalDigits = 17;

using Plans = std::span<const NumberingPlan>;

const NumberingPlan* plan_of_country(std::string_view country) {
  const Plans all = numbering_plans();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& plan) { return plan.country == country; });
  return found == all.end() || country == kNoCountry ? nullptr : &*found;
}

/// The main country's first; none: no such calling code.
Plans plans_of_code(std::string_view code) {
  const Plans all = numbering_plans();
  const auto is_of_code = [&](const auto& plan) { return plan.calling_code == code; };
  const auto first = std::find_if(all.begin(), all.end(), is_of_code);
  const auto last = std::find_if_not(first, all.end(), is_of_code);
  return {first, last};
}

bool has_length(std::uint32_t lengths, std::size_t digits) {
  constexpr std::size_t bits = 32;
  return digits < bits && (lengths >> digits & 1U) != 0;
}

bool is_too_long(const NumberingPlan& plan, std::size_t digits) {
  return digits >= static_cast<std::size_t>(std::bit_width(plan.lengths));
}

bool is_of_a_type(std::string_view national, const NumberingPlan& plan) {
  if (!matches_entirely(plan.national_pattern, national)) return false;
  const auto types = types_of(plan);
  return std::any_of(types.begin(), types.end(), [&](const NumberType& type) {
    return has_length(type.lengths, national.size()) && matches_entirely(type.pattern, national);
  });
}

/// Which of the countries of this calling code a number belongs to; null: none, or nobody knows.
const NumberingPlan* exact_plan(std::string_view code, std::string_view national) {
  const Plans plans = plans_of_code(code);
  if (plans.empty() || plans.front().country == kNoCountry) return nullptr;
  if (plans.size() == 1) return &plans.front();
  const auto found = std::find_if(plans.begin(), plans.end(), [&](const NumberingPlan& plan) {
    if (plan.leading_digits.empty()) return is_of_a_type(national, plan);
    return match_beginning(plan.leading_digits, national).has_value();
  });
  return found == plans.end() ? nullptr : &*found;
}

/// "9$1" with the groups of a match in place of $1, $2.
std::string transformed(std::string_view transform, const DigitMatch& match) {
  std::string text;
  for (std::size_t at = 0; at < transform.size(); ++at) {
    if (transform[at] != '$' || at + 1 == transform.size()) {
      text += transform[at];
      continue;
    }
    const auto group = static_cast<std::size_t>(transform[++at] - '1');
    if (group < match.groups.size()) text += match.groups[group];
  }
  return text;
}

std::string without_trunk_prefix(const std::string& number, const NumberingPlan& plan) {
  if (number.empty() || plan.trunk_prefix.empty()) return number;
  const auto prefix = match_beginning(plan.trunk_prefix, number);
  if (!prefix) return number;
  const bool has_group = !prefix->groups.empty() && !prefix->groups.back().empty();
  std::string rest = number.substr(prefix->length);
  if (plan.trunk_transform.empty() || !has_group) return rest;
  return transformed(plan.trunk_transform, *prefix) + rest;
}

/// Without the trunk prefix, where a national number is left then.
std::string national_of(const std::string& number, const NumberingPlan& plan) {
  std::string national = without_trunk_prefix(number, plan);
  if (national == number) return number;
  if (matches_entirely(plan.national_pattern, number) && !matches_entirely(plan.national_pattern, national))
    return number;
  const NumberingPlan* exact = exact_plan(plan.calling_code, national);
  const NumberingPlan& asked = exact == nullptr ? plan : *exact;
  const bool may_be = has_length(asked.lengths, national.size()) || is_too_long(asked, national.size());
  return may_be ? national : number;
}

/// A number in two parts. No code: it is a national one.
struct Split {
  std::string_view code;
  std::string rest;
};

/// The digits behind a plus or an exit prefix. Absent: no calling code begins them.
std::optional<Split> behind_plus(const std::string& digits) {
  for (std::size_t length = 1; length <= std::min(kLongestCallingCode, digits.size()); ++length) {
    const Plans plans = plans_of_code(std::string_view(digits).substr(0, length));
    if (!plans.empty()) return Split{plans.front().calling_code, digits.substr(length)};
  }
  return std::nullopt;
}

/// Absent: there is no exit prefix, or no foreign number behind it.
std::optional<std::string> behind_exit_prefix(const std::string& number, const NumberingPlan& home) {
  const auto prefix = match_beginning(home.exit_prefix, number);
  if (!prefix || prefix->length == 0 || prefix->length == number.size()) return std::nullopt;
  std::string rest = number.substr(prefix->length);
  if (rest.front() == '0') return std::nullopt;
  return rest;
}

/// Whether a plus was left out before the own calling code: read so it is a national number, or it is too long without.
bool lacks_plus(const std::string& number, const NumberingPlan& home) {
  if (!number.starts_with(home.calling_code)) return false;
  const std::string national = national_of(number, home);
  const std::string shorter = national_of(number.substr(home.calling_code.size()), home);
  return (!matches_entirely(home.national_pattern, national) && matches_entirely(home.national_pattern, shorter)) ||
         is_too_long(home, national.size());
}

std::optional<Split> split(const std::string& dialled, const NumberingPlan* home) {
  if (dialled.starts_with('+')) return behind_plus(dialled.substr(1));
  if (home == nullptr) return std::nullopt;
  if (const auto foreign = behind_exit_prefix(dialled, *home)) return behind_plus(*foreign);
  if (lacks_plus(dialled, *home)) return Split{home->calling_code, dialled.substr(home->calling_code.size())};
  return Split{{}, dialled};
}

}  // namespace

std::optional<PhoneNumber> parse_phone_number(std::string_view text, std::optional<std::string_view> country) {
  auto read = read_phone_text(text);
  if (!read) return std::nullopt;
  const NumberingPlan* home = country ? plan_of_country(*country) : nullptr;
  const auto parts = split(read->dialled, home);
  if (!parts || parts->rest.empty()) return std::nullopt;
  const NumberingPlan& plan = parts->code.empty() ? *home : plans_of_code(parts->code).front();
  const std::string national = national_of(parts->rest, plan);
  if (national.size() < kFewestNationalDigits || national.size() > kMostNationalDigits) return std::nullopt;
  const NumberingPlan* exact = exact_plan(plan.calling_code, national);
  if (!has_length((exact == nullptr ? plan : *exact).lengths, national.size())) return std::nullopt;
  return PhoneNumber{"+" + std::string(plan.calling_code) + national, std::move(read->extension)};
}

bool has_numbering_plan(std::string_view country) {
  return plan_of_country(country) != nullptr;
}

}  // namespace paceline
