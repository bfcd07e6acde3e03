// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace paceline {
namespace {

struct Lead {
  int following;
  std::uint32_t bits;
  std::uint32_t smallest;  // a shorter form would do below this
};

std::optional<Lead> lead_of(std::uint8_t byte) {
  if (byte < 0x80) return Lead{0, byte, 0};
  if ((byte & 0xE0U) == 0xC0U) return Lead{1, byte & 0x1FU, 0x80};
  if ((byte & 0xF0U) == 0xE0U) return Lead{2, byte & 0x0FU, 0x800};
  if ((byte & 0xF8U) == 0xF0U) return Lead{3, byte & 0x07U, 0x10000};
  return std::nullopt;
}

/// Takes one character from the front of `rest`, or nothing where it is not UTF-8.
std::optional<std::uint32_t> take_character(std::string_view& rest) {
  const auto lead = lead_of(static_cast<std::uint8_t>(rest.front()));
  if (!lead || rest.size() <= static_cast<std::size_t>(lead->following)) return std::nullopt;
  std::uint32_t character = lead->bits;
  for (int i = 1; i <= lead->following; ++i) {
    const auto byte = static_cast<std::uint8_t>(rest[static_cast<std::size_t>(i)]);
    if ((byte & 0xC0U) != 0x80U) return std::nullopt;
    character = character << 6U | (byte & 0x3FU);
  }
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character < lead->smallest || character > 0x10FFFF || surrogate) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(lead->following) + 1);
  return character;
}

template <class Allowed>
bool every_character(std::string_view text, Allowed allowed) {
  while (!text.empty()) {
    const auto character = take_character(text);
    if (!character || !allowed(*character)) return false;
  }
  return true;
}

}  // namespace

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_utf8(std::string_view text) {
  return is_printable_ascii(text) || every_character(text, [](std::uint32_t) { return true; });
}

bool is_plain_text(std::string_view text) {
  return is_printable_ascii(text) ||
         every_character(text, [](std::uint32_t c) { return c >= 0x20 && (c < 0x7F || c > 0x9F); });
}

bool is_plain_text(std::string_view text, std::size_t most_bytes) {
  return text.size() <= most_bytes && is_plain_text(text);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace paceline
