// SPDX-License-Identifier: Apache-2.0
// The counts once more, as simply as they can be said: a plain list of what was acknowledged, gone through from the
// beginning for every question. It shares no code with the product.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace paceline::product {

using Members = std::map<std::string, std::optional<std::string>>;

/// Empty sets ask for nothing. The sets stand under the names that the API has for them: "kinds", "outcomes", ….
struct PlainRule {
  std::string unit = "activities";
  std::map<std::string, std::set<std::string>> lists;
  std::int64_t min_duration_s = 0;
  std::int64_t window_s = 300;
  bool after_signal = false;
  std::set<std::string> signal_kinds, signal_topics;
  std::int64_t within_days = 90;

  [[nodiscard]] std::string json() const;
};

struct PlainQuota {
  std::string key;
  std::string period;  ///< "day", "week", "month", "quarter"
  PlainRule rule;
  std::string from = "2026-01-01";  ///< its first day: what came before does not count
};

struct PlainChange {
  std::int64_t known_us = 0;
  bool voids = false;
  Members set;
};

struct PlainActivity {
  std::int64_t id = 0;
  int rep = 0;
  int contact = -1;  ///< -1: none
  std::string account;
  Members members;  ///< "kind", "direction", "outcome", "duration_s", "topic", "product_line", "relation", …
  std::int64_t occurred_us = 0;
  std::int64_t known_us = 0;
  int day = 0;  ///< the rep's own, since 1970
  std::vector<PlainChange> changes;
};

struct PlainSignal {
  int contact = 0;
  std::string kind;
  std::optional<std::string> topic;
  std::int64_t occurred_us = 0;
  std::int64_t known_us = 0;
};

/// The first day and the first day after. `weeks_begin`: 0 is Monday.
struct PlainSpan {
  int from = 0;
  int to = 0;
};
[[nodiscard]] PlainSpan span_of(const std::string& period, int day, int weeks_begin = 0);
/// The days of the span on which the quota is there.
[[nodiscard]] PlainSpan asked_of(const PlainQuota& quota, PlainSpan span);

struct Model {
  std::vector<PlainActivity> activities;
  std::vector<PlainSignal> signals;

  /// What counts for the rep in the span, of what was known at `as_of_us`.
  [[nodiscard]] std::int64_t count(const PlainRule& rule, int rep, PlainSpan span, std::int64_t as_of_us) const;
};

}  // namespace paceline::product
