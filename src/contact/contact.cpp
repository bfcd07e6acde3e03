// SPDX-License-Identifier: Apache-2.0
#include "contact/contact.h"

#include <algorithm>

#include "base/utf8.h"

namespace paceline {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool may_stand_inside(char c) {
  return is_digit(c) || std::string_view(" ()-./").find(c) != std::string_view::npos;
}

}  // namespace

Result<std::string> parse_phone(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 40) return fail(Fault::invalid, "phone.too_long");
  const bool begins_well = !text.empty() && (is_digit(text.front()) || text.front() == '+' || text.front() == '(');
  if (!begins_well || !std::all_of(text.begin() + 1, text.end(), may_stand_inside)) {
    return fail(Fault::invalid, "phone.malformed");
  }
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (digits < 3 || digits > 20) return fail(Fault::invalid, "phone.malformed");
  return std::string(text);
}

}  // namespace paceline
