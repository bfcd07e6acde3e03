// SPDX-License-Identifier: Apache-2.0
// The forms of JSON that is passed on as it is: boost::json::value for anything, boost::json::object for an object.
// Numbers keep the type that they were parsed with. Include this only where such a member is used.
#pragma once

#include <boost/json/value.hpp>

#include "json/form.h"

namespace paceline::json {

void write_any(Writer& out, const boost::json::value& value);

template <>
struct Form<boost::json::value> {
  static std::optional<boost::json::value> read(const Node& node, const Place& place, Faults& faults);
  static void write(Writer& out, const boost::json::value& value) { write_any(out, value); }
  static Schema schema(Components&, Use) { return {}; }
};

template <>
struct Form<boost::json::object> {
  static std::optional<boost::json::object> read(const Node& node, const Place& place, Faults& faults);
  static void write(Writer& out, const boost::json::object& value);
  static Schema schema(Components&, Use) { return {.type = "object"}; }
};

}  // namespace paceline::json
