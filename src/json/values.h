// SPDX-License-Identifier: Apache-2.0
// The forms of the values of src/base: all of them text, read by their own parsers, whose codes pass through
// ("day.malformed", "instant.zone_missing", "id.malformed", "currency.unknown" and so on).
#pragma once

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/money.h"
#include "json/form.h"

namespace paceline::json {

template <>
struct Form<Day> {
  static std::optional<Day> read(const Node& node, const Place& place, Faults& faults) {
    return read_parsed<Day>(node, place, faults, parse_day);
  }
  static void write(Writer& out, Day day) { out.text(to_text(day)); }
  static Schema schema(Components&, Use) { return {.type = "string", .format = "date"}; }
};

template <>
struct Form<Instant> {
  static std::optional<Instant> read(const Node& node, const Place& place, Faults& faults) {
    return read_parsed<Instant>(node, place, faults, parse_instant);
  }
  static void write(Writer& out, Instant instant) { out.text(to_text(instant)); }
  static Schema schema(Components&, Use) { return {.type = "string", .format = "date-time"}; }
};

template <class Tag>
struct Form<Id<Tag>> {
  static std::optional<Id<Tag>> read(const Node& node, const Place& place, Faults& faults) {
    return read_parsed<Id<Tag>>(node, place, faults, parse_id<Id<Tag>>);
  }
  static void write(Writer& out, Id<Tag> id) { out.text(to_text(id)); }
  static Schema schema(Components&, Use) { return {.type = "string", .pattern = "^[1-9][0-9]{0,18}$"}; }
};

/// A member of this type is std::optional<Currency>, since no currency is the usual one.
template <>
struct Form<Currency> {
  static std::optional<Currency> read(const Node& node, const Place& place, Faults& faults) {
    return read_parsed<Currency>(node, place, faults, Currency::parse);
  }
  static void write(Writer& out, const Currency& currency) { out.text(currency.code()); }
  static Schema schema(Components&, Use) { return {.type = "string", .pattern = "^[A-Z]{3}$"}; }
};

}  // namespace paceline::json
