// SPDX-License-Identifier: Apache-2.0
#include "store/rule_rows.h"

#include <algorithm>

#include "base/enum_text.h"

namespace paceline::store {
namespace {

/// Calls `take(quality, list)` for every list of texts that a rule has.
template <class R, class Take>
void each_text_list(R& rule, Take take) {
  take("kind", rule.kinds);
  take("outcome", rule.outcomes);
  take("source", rule.sources);
  take("product_line", rule.product_lines);
  take("segment", rule.segments);
  take("topic", rule.topics);
  if (!rule.after_signal) return;
  take("signal_kind", rule.after_signal->kinds);
  take("signal_topic", rule.after_signal->topics);
}

template <class R, class Take>
void each_enum_list(R& rule, Take take) {
  take("direction", rule.directions);
  take("temperature", rule.temperatures);
  take("relation", rule.relations);
}

}  // namespace

std::vector<RuleValue> values_of_rule(const Rule& rule) {
  std::vector<RuleValue> values;
  each_text_list(rule, [&](const char* quality, const auto& list) {
    for (const auto& value : list) values.push_back({rule.rule_id, quality, value});
  });
  each_enum_list(rule, [&](const char* quality, const auto& list) {
    for (const auto value : list) values.push_back({rule.rule_id, quality, std::string(enum_text(value))});
  });
  if (rule.currency) values.push_back({rule.rule_id, "currency", *rule.currency});
  return values;
}

Rule rule_from(const RuleRecord& record, std::span<const RuleValue> values) {
  Rule rule;
  rule.rule_id = record.rule_id;
  rule.unit = record.unit;
  rule.min_duration_s = record.min_duration_s;
  rule.repeat_window_s = record.repeat_window_s;
  if (record.signal_within_days) rule.after_signal = AfterSignal{{}, {}, *record.signal_within_days};
  each_text_list(rule, [&](const char* quality, auto& list) {
    for (const RuleValue& value : values) {
      if (value.quality == quality) list.push_back(value.value);
    }
  });
  for (const RuleValue& value : values) {
    if (value.quality == "currency") rule.currency = value.value;
  }
  each_enum_list(rule, [&](const char* quality, auto& list) {
    using E = typename std::decay_t<decltype(list)>::value_type;
    for (const RuleValue& value : values) {
      if (value.quality == quality) list.push_back(*parse_enum<E>(value.value));
    }
    std::sort(list.begin(), list.end());
  });
  return rule;
}

}  // namespace paceline::store
