// SPDX-License-Identifier: Apache-2.0
#include "team/user.h"

#include <algorithm>

#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestEmail = 254;

bool is_graphic_ascii(char c) {
  return c > ' ' && c < '\x7F';
}

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_host_name(std::string_view host) {
  const bool dotted = host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.';
  return dotted && host.find("..") == std::string_view::npos &&
         host.find_first_of(",;:<>()[]\"\\") == std::string_view::npos;
}

}  // namespace

bool may_sign_in(const User& user, Day today) {
  return user.active && (!user.left || today < *user.left);
}

Result<std::string> parse_email(std::string_view text) {
  text = trimmed(text);
  const auto at = text.find('@');
  const bool one_at = at != std::string_view::npos && at != 0 && text.find('@', at + 1) == std::string_view::npos;
  const bool graphic = std::all_of(text.begin(), text.end(), is_graphic_ascii);
  if (!one_at || !graphic || text.size() > kLongestEmail || at + 1 == text.size() ||
      !is_host_name(text.substr(at + 1))) {
    return fail(Fault::invalid, "email.malformed");
  }
  std::string email(text);
  std::transform(email.begin(), email.end(), email.begin(), lower_ascii);
  return email;
}

Result<std::string> parse_name(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return fail(Fault::invalid, "name.empty");
  if (text.size() > kLongestName) return fail(Fault::invalid, "name.too_long");
  if (!is_plain_text(text)) return fail(Fault::invalid, "text.not_allowed");
  return std::string(text);
}

}  // namespace paceline
