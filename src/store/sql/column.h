// SPDX-License-Identifier: Apache-2.0
// How each C++ type is kept in one column: BIGINT and TEXT are all there is.
//
// Column types: std::int64_t, int, bool (0 or 1), std::string, Id<Tag>, Day (its count), Instant (its microseconds),
// and std::optional of each for a column that may be NULL. Enums are text in the database, so a row has a std::string.
// A further type is a further specialisation. As parameters there are also string literals, std::string_view and
// std::nullopt.
//
// Worked example: Column<Day>::value(Day(1)) is the whole number 1; a row whose column 0 holds 1 reads back as Day(1).
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"
#include "store/sql/connection.h"

namespace paceline::store {

/// Each has `T read(const Row&, int column)` and `Value value(T)`. A Value refers to the text it was made from.
template <class T>
struct Column;

template <>
struct Column<std::int64_t> {
  static std::int64_t read(const Row& row, int column) { return row.integer(column); }
  static Value value(std::int64_t number) { return number; }
};

template <>
struct Column<int> {
  static int read(const Row& row, int column) {
    const std::int64_t number = row.integer(column);
    PACELINE_ASSERT(std::in_range<int>(number));
    return static_cast<int>(number);
  }
  static Value value(int number) { return std::int64_t{number}; }
};

template <>
struct Column<bool> {
  static bool read(const Row& row, int column) {
    const std::int64_t number = row.integer(column);
    PACELINE_ASSERT(number == 0 || number == 1);
    return number == 1;
  }
  static Value value(bool truth) { return std::int64_t{truth}; }
};

template <>
struct Column<std::string> {
  static std::string read(const Row& row, int column) { return row.text(column); }
  static Value value(std::string_view text) { return text; }
};

template <class Tag>
struct Column<Id<Tag>> {
  static Id<Tag> read(const Row& row, int column) { return Id<Tag>(row.integer(column)); }
  static Value value(Id<Tag> id) { return id.value(); }
};

template <>
struct Column<Day> {
  static Day read(const Row& row, int column) { return Day(Column<int>::read(row, column)); }
  static Value value(Day day) { return std::int64_t{day.count()}; }
};

template <>
struct Column<Instant> {
  static Instant read(const Row& row, int column) { return Instant(row.integer(column)); }
  static Value value(Instant instant) { return instant.microseconds(); }
};

template <class T>
struct Column<std::optional<T>> {
  static std::optional<T> read(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return Column<T>::read(row, column);
  }
  static Value value(const std::optional<T>& maybe) { return maybe ? Column<T>::value(*maybe) : Value(); }
};

/// Only for parameters: texts that are not a std::string, and NULL.
template <class Text>
requires(std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, std::string>) struct Column<Text> {
  static Value value(std::string_view text) { return text; }
};

template <>
struct Column<std::nullopt_t> {
  static Value value(std::nullopt_t) { return Value(); }
};

}  // namespace paceline::store
