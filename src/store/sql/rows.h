// SPDX-License-Identifier: Apache-2.0
// Rows of the database to and from C++ values, without a line for each column.
//
// A struct described with BOOST_DESCRIBE_STRUCT is a row: its members, in the order of their description, are the
// columns 0, 1, 2... of a SELECT, and the parameters of an INSERT. A single column is read as its own type.
// The types that a column can have are listed in column.h. A value of another type, out of range, or NULL without
// std::optional is a broken invariant and ends the process.
//
// Lifetime: a Value refers to the text it was made from. Make parameters in the call that uses them.
//
// Worked example (tests/store/sqlite_rows_test.cpp):
//   struct Person { UserId id; std::string name; std::optional<Day> born; };
//   BOOST_DESCRIBE_STRUCT(Person, (), (id, name, born))
//   constexpr Statement kInsert{"person.insert", "INSERT INTO person (id, name, born) VALUES ($1, $2, $3)"};
//   constexpr Statement kFind{"person.find", "SELECT id, name, born FROM person WHERE name = $1"};
//   PACELINE_CHECK(connection.execute(kInsert, values_of(person)));
//   PACELINE_TRY(const std::optional<Person> found, query_one<Person>(connection, kFind, params("Ann")));
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "base/result.h"
#include "store/sql/column.h"
#include "store/sql/connection.h"

namespace paceline::store {

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
[[nodiscard]] T read_row(const Row& row) {
  if constexpr (boost::describe::has_describe_members<T>::value) {
    T record{};
    int column = 0;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      auto& value = record.*member.pointer;
      value = Column<std::remove_cvref_t<decltype(value)>>::read(row, column++);
    });
    return record;
  } else {
    return Column<T>::read(row, 0);
  }
}

/// The given values, in order: params(org, id, day, "text").
template <class... T>
[[nodiscard]] std::array<Value, sizeof...(T)> params(const T&... values) {
  return {Column<std::decay_t<T>>::value(values)...};
}

/// The members of a described struct, in order.
template <class T>
[[nodiscard]] auto values_of(const T& record) {
  std::array<Value, boost::mp11::mp_size<Members<T>>::value> values;
  std::size_t next = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const auto& value = record.*member.pointer;
    values[next++] = Column<std::remove_cvref_t<decltype(value)>>::value(value);
  });
  return values;
}

template <class T>
inline constexpr bool kIsTemporaryText =
    !std::is_lvalue_reference_v<T> && (std::same_as<std::remove_const_t<T>, std::string> ||
                                       std::same_as<std::remove_const_t<T>, std::optional<std::string>>);

/// Parameters whose number is known only while running: the rows of one INSERT ... VALUES. It keeps no text itself, so
/// it does not take one that is gone at the end of the line.
class Parameters {
 public:
  template <class... T>
  requires(!kIsTemporaryText<T> && ...) Parameters& add(T&&... values) {
    (values_.push_back(Column<std::decay_t<T>>::value(values)), ...);
    return *this;
  }
  template <class T>
  Parameters& add_members(const T& record) {
    const auto values = values_of(record);
    values_.reserve(values_.size() + values.size() + kRoomForMore);
    values_.insert(values_.end(), values.begin(), values.end());
    return *this;
  }
  template <class T>
  Parameters& add_members(const T&& record) = delete;
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  operator std::span<const Value>() const { return values_; }  // NOLINT: a parameter list is what it is

 private:
  static constexpr std::size_t kRoomForMore = 6;
  std::vector<Value> values_;
};

/// Every row of the answer, in its order.
template <class T>
[[nodiscard]] Result<std::vector<T>> query_all(Connection& connection, const Statement& statement,
                                               std::span<const Value> parameters) {
  std::vector<T> rows;
  PACELINE_CHECK(connection.each(statement, parameters, [&](const Row& row) { rows.push_back(read_row<T>(row)); }));
  return rows;
}

/// The one row of the answer, or nothing. REQUIRES: the statement cannot answer two rows.
template <class T>
[[nodiscard]] Result<std::optional<T>> query_one(Connection& connection, const Statement& statement,
                                                 std::span<const Value> parameters) {
  std::optional<T> found;
  PACELINE_CHECK(connection.each(statement, parameters, [&](const Row& row) {
    PACELINE_ASSERT(!found);
    found.emplace(read_row<T>(row));
  }));
  return found;
}

/// Whether the answer has a row.
[[nodiscard]] inline Result<bool> exists(Connection& connection, const Statement& statement,
                                         std::span<const Value> parameters) {
  bool found = false;
  PACELINE_CHECK(connection.each(statement, parameters, [&](const Row&) { found = true; }));
  return found;
}

}  // namespace paceline::store
