// SPDX-License-Identifier: Apache-2.0
#include "contact/phone_text.h"

#include <algorithm>
#include <initializer_list>

#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongest = 250;  ///< UTF-16 units, as libphonenumber-js counts
constexpr std::size_t kFewestDigits = 2;
constexpr std::size_t kFewestOfMore = 3;  ///< with anything else but digits

using Letters = std::u32string;
using Part = std::u32string_view;

/// REQUIRES: UTF-8.
Letters letters_of(std::string_view text) {
  Letters letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at++]);
    const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t letter = more == 0 ? first : first & (0x3FU >> static_cast<unsigned>(more));
    for (int each = 0; each < more; ++each) letter = letter << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    letters.push_back(letter);
  }
  return letters;
}

/// -1: it is no digit.
int digit_of(char32_t letter) {
  for (const char32_t zero : {U'0', U'\uFF10', U'\u0660', U'\u06F0'}) {
    if (zero <= letter && letter < zero + 10) return static_cast<int>(letter - zero);
  }
  return -1;
}

bool is_digit(char32_t letter) {
  return digit_of(letter) >= 0;
}

bool is_plus(char32_t letter) {
  return letter == U'+' || letter == U'\uFF0B';
}

bool may_stand_between(char32_t letter) {
  constexpr Part signs =
      U"-\u2212\u30FC\uFF0D\uFF0F/\uFF0E. \u00A0\u00AD\u200B\u2060\u3000()\uFF08\uFF09\uFF3B\uFF3D[]~\u2053\u223C\uFF5E";
  return signs.find(letter) != Part::npos || (U'\u2010' <= letter && letter <= U'\u2015');
}

char32_t small(char32_t letter) {
  constexpr char32_t distance = 32;
  const bool capital = (U'A' <= letter && letter <= U'Z') || (U'\u0410' <= letter && letter <= U'\u042F') ||
                       (U'\uFF21' <= letter && letter <= U'\uFF3A') || letter == U'\u00D3';
  return capital ? letter + distance : letter;
}

std::string digits_of(Part letters) {
  std::string digits;
  for (const char32_t letter : letters) {
    if (is_digit(letter)) digits += static_cast<char>('0' + digit_of(letter));
  }
  return digits;
}

Part without_leading(Part text, Part signs) {
  return text.substr(std::min(text.find_first_not_of(signs), text.size()));
}

/// Nothing but what may stand between a label and the extension's digits.
bool ends_a_label(Part text) {
  if (!text.empty() && Part(U":.\uFF0E").find(text.front()) != Part::npos) text.remove_prefix(1);
  return without_leading(text, U" \u00A0\t,-").empty();
}

bool take(Part& text, Part word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_any(Part& text, std::initializer_list<Part> words) {
  return std::any_of(words.begin(), words.end(), [&](Part word) { return take(text, word); });
}

/// "ext", "xtn", "extensión" and so on; the same of full width, without the ending; "доб", "anexo".
bool take_sure_label(Part& text) {
  if (take_any(text, {U"\u0434\u043E\u0431", U"anexo"})) return true;
  Part rest = text;
  if (take_any(rest, {U"ext", U"xt"})) {
    take_any(rest, {U"ensio\u0301", U"ensio", U"ensi\u00F3"});
    take(rest, U"n");
  } else if (take_any(rest, {U"\uFF45\uFF58\uFF54", U"\uFF58\uFF54"})) {
    take(rest, U"\uFF4E");
  } else {
    return false;
  }
  text = rest;
  return true;
}

bool take_label(Part& text) {
  return take_any(text, {U"x", U"\uFF58", U"#", U"\uFF03", U"~", U"\uFF5E", U"int", U"\uFF49\uFF4E\uFF54"});
}

/// Whether `between`, which stands between a number and its last digits, makes those an extension. The ways in which
/// extensions are written, and how long they may then be, are those of libphonenumber.
bool makes_an_extension(Part between, std::size_t digits, bool hash) {
  constexpr std::size_t after_sure_label = 20;
  constexpr std::size_t after_dialling_sign = 15;
  constexpr std::size_t after_label = 9;
  constexpr std::size_t after_dash = 6;
  if (between == U";ext=" && !hash) return digits <= after_sure_label;
  if (hash && digits <= after_dash && !between.empty() && without_leading(between, U"- ").empty()) return true;
  const Part labelled = without_leading(between, U" \u00A0\t,");
  if (Part rest = labelled; digits <= after_sure_label && take_sure_label(rest) && ends_a_label(rest)) return true;
  if (Part rest = labelled; digits <= after_label && take_label(rest) && ends_a_label(rest)) return true;
  const Part dialled = without_leading(between, U" \u00A0\t");
  if (Part rest = dialled; digits <= after_dialling_sign && take_any(rest, {U",,", U";"}) && ends_a_label(rest))
    return true;
  return digits <= after_label && dialled.starts_with(U",") && ends_a_label(without_leading(dialled, U","));
}

/// Where the extension begins; the end of the text: it has none.
std::size_t begin_of_extension(Part text) {
  const bool hash = !text.empty() && text.back() == U'#';
  const std::size_t end = text.size() - (hash ? 1 : 0);
  std::size_t digits = end;
  while (digits > 0 && is_digit(text[digits - 1])) --digits;
  if (digits == end) return text.size();
  // What stands before an extension has no digits.
  std::size_t begin = digits;
  while (begin > 0 && !is_digit(text[begin - 1])) --begin;
  for (std::size_t at = begin; at < digits; ++at) {
    if (makes_an_extension(text.substr(at, digits - at), end - digits, hash)) return at;
  }
  return text.size();
}

bool is_a_number(Part text) {
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  if (digits == text.size() && digits == kFewestDigits) return true;
  if (!text.empty() && is_plus(text.front())) text.remove_prefix(1);
  return digits >= kFewestOfMore &&
         std::all_of(text.begin(), text.end(), [](char32_t each) { return is_digit(each) || may_stand_between(each); });
}

/// From the first digit or plus to the last digit or '#'.
Part inner_part(Part text) {
  const auto starts = [](char32_t each) { return is_digit(each) || is_plus(each); };
  const auto first = std::find_if(text.begin(), text.end(), starts);
  text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
  while (!text.empty() && !is_digit(text.back()) && text.back() != U'#') text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<PhoneText> read_phone_text(std::string_view text) {
  constexpr std::size_t longest_bytes = 4 * kLongest;
  if (text.size() > longest_bytes || !is_utf8(text)) return std::nullopt;
  const Letters letters = letters_of(text);
  const auto beyond = std::count_if(letters.begin(), letters.end(), [](char32_t each) { return each > U'\uFFFF'; });
  if (letters.size() + static_cast<std::size_t>(beyond) > kLongest) return std::nullopt;
  if (Part(letters).find(U";phone-context=") != Part::npos) return std::nullopt;
  Part inner = inner_part(letters);
  if (const auto address = inner.find(U";isub="); address != Part::npos && address > 0)
    inner = inner.substr(0, address);
  Letters lower(inner.size(), U' ');
  std::transform(inner.begin(), inner.end(), lower.begin(), small);
  inner = lower;
  const Part number = inner.substr(0, begin_of_extension(inner));
  if (!is_a_number(number)) return std::nullopt;
  const bool plus = number.front() == U'+';
  return PhoneText{(plus ? "+" : "") + digits_of(number), digits_of(inner.substr(number.size()))};
}

}  // namespace paceline
