// SPDX-License-Identifier: Apache-2.0
#include "json/writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/result.h"
#include "base/utf8.h"

namespace paceline::json {
namespace {

constexpr std::size_t kLongestNumber = 32;

template <class Number>
std::string_view digits_of(Number value, std::array<char, kLongestNumber>& room) {
  const auto end = std::to_chars(room.data(), room.data() + room.size(), value).ptr;
  return {room.data(), static_cast<std::size_t>(end - room.data())};
}

/// The length of the character at the front, 0 where it is not UTF-8.
std::size_t character_length(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length)
    if (is_utf8(text.substr(0, length))) return length;
  return 0;
}

std::string with_replacements(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto length = character_length(text);
    result += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return result;
}

void escape(char c, std::string& out) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: out += "\\u00";
  }
  out += hex[static_cast<unsigned char>(c) >> 4U];
  out += hex[static_cast<unsigned char>(c) & 0xFU];
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

}  // namespace

void Writer::whole(std::int64_t value) {
  std::array<char, kLongestNumber> room{};
  put(digits_of(value, room));
}

void Writer::whole(std::uint64_t value) {
  std::array<char, kLongestNumber> room{};
  put(digits_of(value, room));
}

void Writer::real(double value) {
  PACELINE_ASSERT(std::isfinite(value));
  std::array<char, kLongestNumber> room{};
  put(digits_of(value, room));
}

void Writer::text(std::string_view value) {
  separate();
  quote(value);
  comma_ = true;
}

void Writer::name(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  comma_ = false;
}

void Writer::separate() {
  if (comma_) out_ += ',';
}

void Writer::put(std::string_view token) {
  separate();
  out_ += token;
  comma_ = true;
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
}

void Writer::close(char bracket) {
  out_ += bracket;
  comma_ = true;
}

void Writer::quote(std::string_view value) {
  if (!is_utf8(value)) return quote(with_replacements(value));
  out_ += '"';
  for (auto rest = value; !rest.empty();) {
    const auto end = std::find_if(rest.begin(), rest.end(), needs_escape);
    const auto plain = static_cast<std::size_t>(end - rest.begin());
    out_ += rest.substr(0, plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    escape(rest.front(), out_);
    rest.remove_prefix(1);
  }
  out_ += '"';
}

}  // namespace paceline::json
