// SPDX-License-Identifier: Apache-2.0
// The text of an enumerator, as it stands in JSON, in SQL and on the command line: its own name, less a trailing
// underscore.
//
// Worked example: with BOOST_DEFINE_ENUM_CLASS(Relation, new_, lead), enum_text(Relation::new_) == "new" and
// parse_enum<Relation>("lead") == Relation::lead; "Lead" and "" are absent.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string_view>

namespace paceline {

template <class E>
[[nodiscard]] std::string_view enum_text(E value) {
  std::string_view text;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (enumerator.value == value) text = enumerator.name;
  });
  if (text.ends_with('_')) text.remove_suffix(1);
  return text;
}

template <class E>
[[nodiscard]] std::optional<E> parse_enum(std::string_view text) {
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (enum_text(enumerator.value) == text) found = enumerator.value;
  });
  return found;
}

}  // namespace paceline
