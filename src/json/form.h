// SPDX-License-Identifier: Apache-2.0
// The form of a type: how it is read from JSON, written to JSON and described as a schema, in one place.
//
// A new type takes part by a specialisation of Form with three functions:
//   static std::optional<T> read(const Node&, const Place&, Faults&);   nothing: a fault was added
//   static void write(Writer&, const T&);
//   static Schema schema(Components&, Use);
// and `static T absent()` where a member of that type may be left out. Described structs and enums need none.
#pragma once

#include <optional>

#include "json/node.h"
#include "json/place.h"
#include "json/schema.h"
#include "json/writer.h"

namespace paceline::json {

template <class T>
struct Form;

template <class T>
concept MayBeAbsent = requires {
  Form<T>::absent();
};

/// Adds "type.mismatch": "expected text, found a list".
void add_mismatch(const Node& node, const Place& place, Faults& faults, std::string_view expected);

/// For a type that is written as text and has a parser that answers a Result. The parser's code passes through.
template <class T, class Parse>
std::optional<T> read_parsed(const Node& node, const Place& place, Faults& faults, Parse parse) {
  const auto text = node.text();
  if (!text) return add_mismatch(node, place, faults, "text"), std::nullopt;
  Result<T> value = parse(*text);
  if (!value) return faults.add(place, value.error()), std::nullopt;
  return *std::move(value);
}

}  // namespace paceline::json
