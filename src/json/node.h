// SPDX-License-Identifier: Apache-2.0
// One value of a document, as a reader looks at it: a value of a JSON tree, or the text of one query parameter.
//
// The difference shows only in numbers and booleans: a query says limit=50, so its text is read as the number.
// Boost.JSON stays behind this header, which costs little to include.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/rounding.h"
#include "json/place.h"

namespace paceline::json {

class Node {
 public:
  /// REQUIRES: the value (the text) outlives the node.
  explicit Node(const boost::json::value& value) : value_(&value) {}
  [[nodiscard]] static Node query(std::string_view text) { return Node(text); }

  [[nodiscard]] bool is_null() const;
  /// Null for a query parameter.
  [[nodiscard]] const boost::json::value* value() const { return value_; }
  /// What it is, for people: "a whole number", "text", "an object".
  [[nodiscard]] std::string_view what() const;

  // Each is absent when the node is something else.
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<std::string_view> text() const;
  [[nodiscard]] std::optional<Wide> whole() const;
  /// Of a whole number too. Infinite when the number was beyond the doubles.
  [[nodiscard]] std::optional<double> real() const;
  /// How many items, how many members.
  [[nodiscard]] std::optional<std::size_t> list() const;
  [[nodiscard]] std::optional<std::size_t> object() const;

  /// REQUIRES: a list (an object) with more than `index`.
  [[nodiscard]] Node item(std::size_t index) const;
  [[nodiscard]] Node member(std::size_t index) const;
  [[nodiscard]] std::string_view member_name(std::size_t index) const;
  /// REQUIRES: an object.
  [[nodiscard]] std::optional<Node> find(std::string_view name) const;

 private:
  explicit Node(std::string_view text) : text_(text) {}

  const boost::json::value* value_ = nullptr;
  std::string_view text_;
};

}  // namespace paceline::json
