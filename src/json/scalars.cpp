// SPDX-License-Identifier: Apache-2.0
#include "json/scalars.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace paceline::json {
namespace {

std::string number_text(Wide number) {
  constexpr auto largest = Wide{std::numeric_limits<std::int64_t>::max()};
  return number > largest ? std::to_string(static_cast<std::uint64_t>(number))
                          : std::to_string(static_cast<std::int64_t>(number));
}

std::string range_text(Wide min, Wide max) {
  return "from " + number_text(min) + " to " + number_text(max);
}

/// Every character but the first byte of each has the form 10xxxxxx.
std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

bool is_line_character(char c) {
  return c == '\n' || c == '\r' || c == '\t';
}

bool is_clean(std::string_view text, Lines lines) {
  if (lines == Lines::one) return is_plain_text(text);
  std::string rest(text);
  rest.erase(std::remove_if(rest.begin(), rest.end(), is_line_character), rest.end());
  return is_plain_text(rest);
}

/// The doubles next to the ends of the 64-bit numbers are the ends themselves: what was read as one of them did not
/// fit.
bool is_beyond_64_bits(double real, Wide min, Wide max) {
  constexpr double end = 9'223'372'036'854'775'808.0;  // 2^63
  return std::abs(real) >= end && (real <= static_cast<double>(min) || real >= static_cast<double>(max));
}

}  // namespace

void add_mismatch(const Node& node, const Place& place, Faults& faults, std::string_view expected) {
  faults.add(place, "type.mismatch", "expected " + std::string(expected) + ", found " + std::string(node.what()));
}

std::optional<bool> read_boolean(const Node& node, const Place& place, Faults& faults) {
  const auto value = node.boolean();
  if (!value) add_mismatch(node, place, faults, "true or false");
  return value;
}

std::optional<Wide> read_whole(const Node& node, const Place& place, Faults& faults, Wide min, Wide max) {
  if (const auto value = node.whole()) {
    if (min <= *value && *value <= max) return value;
    return faults.add(place, "number.out_of_range", range_text(min, max)), std::nullopt;
  }
  const auto real = node.real();
  if (!real) return add_mismatch(node, place, faults, "a whole number"), std::nullopt;
  const bool beyond =
      *real < static_cast<double>(min) || *real > static_cast<double>(max) || is_beyond_64_bits(*real, min, max);
  if (beyond) return faults.add(place, "number.out_of_range", range_text(min, max)), std::nullopt;
  return faults.add(place, "number.not_whole", "a whole number has no point and no exponent"), std::nullopt;
}

std::optional<double> read_real(const Node& node, const Place& place, Faults& faults) {
  const auto value = node.real();
  if (!value) return add_mismatch(node, place, faults, "a number"), std::nullopt;
  if (!std::isfinite(*value)) return faults.add(place, "number.out_of_range", "beyond 1.8e308"), std::nullopt;
  return value;
}

std::optional<std::string> read_text(const Node& node, const Place& place, Faults& faults, std::int64_t min,
                                     std::int64_t max, Lines lines) {
  const auto text = node.text();
  if (!text) return add_mismatch(node, place, faults, "text"), std::nullopt;
  const auto length = characters(*text);
  const auto found = ", found " + std::to_string(length) + " characters";
  if (length < min) return faults.add(place, "text.too_short", "at least " + std::to_string(min) + found), std::nullopt;
  if (length > max) return faults.add(place, "text.too_long", "at most " + std::to_string(max) + found), std::nullopt;
  if (!is_clean(*text, lines)) return faults.add(place, "text.control_character"), std::nullopt;
  return std::string(*text);
}

Schema whole_schema(std::int64_t min, std::int64_t max) {
  return {.type = "integer", .minimum = min, .maximum = max};
}

Schema text_schema(std::int64_t min, std::int64_t max) {
  return {.type = "string", .min_length = min == 0 ? std::nullopt : std::optional(min), .max_length = max};
}

}  // namespace paceline::json
