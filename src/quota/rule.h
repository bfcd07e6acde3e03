// SPDX-License-Identifier: Apache-2.0
// A rule: the immutable definition of what counts. Quotas share it; a changed definition is a new rule.
//
// An empty list asks for nothing. `unit` says what is counted: every activity that qualifies, or each contact or
// account once in a period. The id is a hash of the canonical form, so two equal definitions are one rule. Worked
// example: {activities, kinds call, directions outbound, min_duration_s 20} is "outbound calls of 20 seconds or more".
//
// won, booked: sales, by number and by worth; estimates, estimated: estimates sent, the same (docs/adr/0048). Of the
// lists they ask for product lines only, each with all that lies within it. What is counted by worth is minor units of
// the rule's currency, which is the reporting one.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "activity/activity.h"

namespace paceline {

BOOST_DEFINE_ENUM_CLASS(Unit, activities, contacts, accounts, won, booked, estimates, estimated)

/// Each contact or account once in a period?
[[nodiscard]] constexpr bool is_distinct(Unit unit) {
  return unit == Unit::contacts || unit == Unit::accounts;
}
/// Facts of the pipeline, and no activities?
[[nodiscard]] constexpr bool is_of_pipeline(Unit unit) {
  return unit != Unit::activities && !is_distinct(unit);
}
/// By worth, in minor units, and not by number?
[[nodiscard]] constexpr bool is_money(Unit unit) {
  return unit == Unit::booked || unit == Unit::estimated;
}

/// A signal of one of these kinds and topics by the same contact, before the activity, at most so many days.
struct AfterSignal {
  std::vector<std::string> kinds;
  std::vector<std::string> topics;
  int within_days = 90;  ///< 1 to 3660
  friend bool operator==(const AfterSignal&, const AfterSignal&) = default;
};

struct Rule {
  RuleId rule_id;
  Unit unit = Unit::activities;
  std::vector<std::string> kinds;
  std::vector<Direction> directions;
  std::vector<std::string> outcomes;
  std::vector<Temperature> temperatures;
  std::vector<Relation> relations;
  std::vector<std::string> sources;  ///< the lead's source
  std::vector<std::string> product_lines;
  std::vector<std::string> segments;
  std::vector<std::string> topics;
  std::int64_t min_duration_s = 0;
  int repeat_window_s = 300;  ///< for calls: same rep, same contact, start to start; 0: no window
  std::optional<AfterSignal> after_signal;
  std::optional<std::string> currency;  ///< ISO 4217; exactly of what is counted by worth
  friend bool operator==(const Rule&, const Rule&) = default;
};

/// The rule with sorted lists, no repeats, and its id. Returns every fault: "rule.min_duration_s.out_of_range",
/// "rule.repeat_window_s.out_of_range", "rule.within_days.out_of_range", "rule.list.too_long" (over 50),
/// "rule.text.not_allowed"; of sales and estimates "rule.not_for_unit" at each list but product lines, at a duration
/// and at a signal; "rule.currency.missing" by worth, else "rule.currency.not_asked"; "currency.unknown".
[[nodiscard]] Checked<Rule> canonical(Rule rule);

}  // namespace paceline
