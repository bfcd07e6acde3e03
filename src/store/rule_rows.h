// SPDX-License-Identifier: Apache-2.0
// A rule as rows: one for the whole, and one for each value of each list ("kind" -> "call").
#pragma once

#include <span>
#include <string>
#include <vector>

#include "quota/rule.h"

namespace paceline::store {

struct RuleRecord {
  RuleId rule_id;
  Unit unit = Unit::activities;
  std::int64_t min_duration_s = 0;
  int repeat_window_s = 0;
  std::optional<int> signal_within_days;
};

struct RuleValue {
  RuleId rule_id;
  std::string quality;
  std::string value;
};

[[nodiscard]] std::vector<RuleValue> values_of_rule(const Rule& rule);
/// REQUIRES: values of this rule alone, in the order of their text.
[[nodiscard]] Rule rule_from(const RuleRecord& record, std::span<const RuleValue> values);

}  // namespace paceline::store
