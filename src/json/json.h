// SPDX-License-Identifier: Apache-2.0
// Plain structs from JSON and to JSON, with every fault at its pointer.
//
//   struct NewContact { Text<1, 200> name; std::optional<Text<1, 40>> phone; };
//   BOOST_DESCRIBE_STRUCT(NewContact, (), (name, phone))
//   Checked<NewContact> contact = json::read<NewContact>(body);
//   std::string text = json::write(*contact);
// Worked example: of {"phone":7} the faults are "member.missing" at "/name" and "type.mismatch" at "/phone".
//
// Members: bool, whole numbers of every width, double, std::string (at most 10,000 characters), Text, Prose, Whole,
// Day, Instant, Id, std::optional (absent or null), Settable, std::vector, Items, std::map<std::string, T>, Checked,
// described structs and enums; JSON as it is with json/any.h. An object has no member but those described.
// Codes: docs/api/errors.md, group "form".
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "json/containers.h"
#include "json/described.h"
#include "json/parse.h"
#include "json/scalars.h"
#include "json/values.h"

namespace paceline::json {

/// Of a value and nothing that only turns into one.
template <class T, std::same_as<boost::json::value> Value>
[[nodiscard]] Checked<T> read(const Value& value) {
  Faults faults;
  auto read = Form<T>::read(Node(value), Place(), faults);
  if (!faults.empty()) return tl::unexpected(std::move(faults).take());
  return std::move(read).value();
}

template <class T>
[[nodiscard]] Checked<T> read(std::string_view text) {
  PACELINE_TRY(const Tree tree, parse(text));
  return read<T>(*tree);
}

/// The members in the order of the description. REQUIRES: every double is finite.
template <class T>
[[nodiscard]] std::string write(const T& value) {
  Writer out;
  Form<T>::write(out, value);
  return std::move(out).take();
}

/// Adds the described structs that T is made of to `components`.
template <class T>
[[nodiscard]] Schema schema(Components& components, Use use) {
  return Form<T>::schema(components, use);
}

}  // namespace paceline::json
