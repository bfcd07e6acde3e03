// SPDX-License-Identifier: Apache-2.0
// The forms of numbers, booleans and text.
//
// A whole number is written without point or exponent: 1.0 and 1e3 are "number.not_whole". Text is kept as it came, and
// refused when it holds a control character; lengths are in characters, not bytes.
#pragma once

#include <concepts>
#include <limits>
#include <string>

#include "json/form.h"

namespace paceline::json {

inline constexpr std::int64_t kLongestText = 10'000;

/// A whole number from Min to Max: Whole<1, 500> limit;
template <std::int64_t Min, std::int64_t Max>
struct Whole {
  std::int64_t value = Min;
  friend auto operator<=>(const Whole&, const Whole&) = default;
};

/// One line of text of Min to Max characters.
template <std::int64_t Min, std::int64_t Max>
struct Text {
  std::string value;
  friend auto operator<=>(const Text&, const Text&) = default;
};

/// The same with line breaks and tabs.
template <std::int64_t Min, std::int64_t Max>
struct Prose {
  std::string value;
  friend auto operator<=>(const Prose&, const Prose&) = default;
};

enum class Lines { one, many };

// Each answers nothing after it has added a fault: "type.mismatch", "number.not_whole", "number.out_of_range",
// "text.too_short", "text.too_long", "text.control_character".
[[nodiscard]] std::optional<bool> read_boolean(const Node& node, const Place& place, Faults& faults);
[[nodiscard]] std::optional<Wide> read_whole(const Node& node, const Place& place, Faults& faults, Wide min, Wide max);
[[nodiscard]] std::optional<double> read_real(const Node& node, const Place& place, Faults& faults);
[[nodiscard]] std::optional<std::string> read_text(const Node& node, const Place& place, Faults& faults,
                                                   std::int64_t min, std::int64_t max, Lines lines);

[[nodiscard]] Schema whole_schema(std::int64_t min, std::int64_t max);
[[nodiscard]] Schema text_schema(std::int64_t min, std::int64_t max);

template <>
struct Form<bool> {
  static std::optional<bool> read(const Node& node, const Place& place, Faults& faults) {
    return read_boolean(node, place, faults);
  }
  static void write(Writer& out, bool value) { out.boolean(value); }
  static Schema schema(Components&, Use) { return {.type = "boolean"}; }
};

template <std::integral T>
struct Form<T> {
  using Limits = std::numeric_limits<T>;
  static std::optional<T> read(const Node& node, const Place& place, Faults& faults) {
    const auto value = read_whole(node, place, faults, Limits::min(), Limits::max());
    return value ? std::optional<T>(static_cast<T>(*value)) : std::nullopt;
  }
  static void write(Writer& out, T value) {
    if constexpr (std::is_signed_v<T>) return out.whole(std::int64_t{value});
    if constexpr (!std::is_signed_v<T>) return out.whole(std::uint64_t{value});
  }
  static Schema schema(Components&, Use) {
    if constexpr (sizeof(T) == sizeof(std::int64_t)) return {.type = "integer"};
    return whole_schema(static_cast<std::int64_t>(Limits::min()), static_cast<std::int64_t>(Limits::max()));
  }
};

template <>
struct Form<double> {
  static std::optional<double> read(const Node& node, const Place& place, Faults& faults) {
    return read_real(node, place, faults);
  }
  static void write(Writer& out, double value) { out.real(value); }
  static Schema schema(Components&, Use) { return {.type = "number"}; }
};

template <>
struct Form<std::string> {
  static std::optional<std::string> read(const Node& node, const Place& place, Faults& faults) {
    return read_text(node, place, faults, 0, kLongestText, Lines::many);
  }
  static void write(Writer& out, const std::string& value) { out.text(value); }
  static Schema schema(Components&, Use) { return {.type = "string"}; }
};

template <std::int64_t Min, std::int64_t Max>
struct Form<Whole<Min, Max>> {
  static std::optional<Whole<Min, Max>> read(const Node& node, const Place& place, Faults& faults) {
    const auto value = read_whole(node, place, faults, Min, Max);
    return value ? std::optional(Whole<Min, Max>{static_cast<std::int64_t>(*value)}) : std::nullopt;
  }
  static void write(Writer& out, Whole<Min, Max> value) { out.whole(value.value); }
  static Schema schema(Components&, Use) { return whole_schema(Min, Max); }
};

/// What Text and Prose share.
template <class T, std::int64_t Min, std::int64_t Max, Lines lines>
struct TextForm {
  static std::optional<T> read(const Node& node, const Place& place, Faults& faults) {
    auto text = read_text(node, place, faults, Min, Max, lines);
    return text ? std::optional(T{*std::move(text)}) : std::nullopt;
  }
  static void write(Writer& out, const T& text) { out.text(text.value); }
  static Schema schema(Components&, Use) { return text_schema(Min, Max); }
};

template <std::int64_t Min, std::int64_t Max>
struct Form<Text<Min, Max>> : TextForm<Text<Min, Max>, Min, Max, Lines::one> {};

template <std::int64_t Min, std::int64_t Max>
struct Form<Prose<Min, Max>> : TextForm<Prose<Min, Max>, Min, Max, Lines::many> {};

}  // namespace paceline::json
