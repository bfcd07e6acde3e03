// SPDX-License-Identifier: Apache-2.0
#include "quota/rule.h"

#include <algorithm>

#include "base/enum_text.h"
#include "base/money.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestList = 50;
constexpr std::size_t kLongestText = 200;
constexpr int kLongestWindowSeconds = 86'400;
constexpr int kMostSignalDays = 3660;

template <class T>
void sort_and_unite(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Gathers the canonical text that is hashed: every part with its length, so that no two rules read alike.
class CanonicalText {
 public:
  void part(std::string_view name, std::string_view value) {
    for (const auto piece : {name, value}) text_.append(std::to_string(piece.size())).append(":").append(piece);
  }
  void part(std::string_view name, const std::vector<std::string>& list) {
    for (const auto& value : list) part(name, std::string_view(value));
  }
  template <class E>
  void enums(std::string_view name, const std::vector<E>& list) {
    for (const E value : list) part(name, enum_text(value));
  }
  /// FNV-1a, 64 bits, folded to a positive 63-bit id. A clash of two definitions is caught where rules are stored.
  [[nodiscard]] RuleId hash() const {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text_) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    return RuleId(static_cast<std::int64_t>((hash >> 1U) | 1U));
  }

 private:
  std::string text_;
};

RuleId id_of(const Rule& rule) {
  CanonicalText text;
  text.part("unit", enum_text(rule.unit));
  text.part("kind", rule.kinds);
  text.enums("direction", rule.directions);
  text.part("outcome", rule.outcomes);
  text.enums("temperature", rule.temperatures);
  text.enums("relation", rule.relations);
  text.part("source", rule.sources);
  text.part("product_line", rule.product_lines);
  text.part("segment", rule.segments);
  text.part("topic", rule.topics);
  text.part("min_duration_s", std::to_string(rule.min_duration_s));
  text.part("repeat_window_s", std::to_string(rule.repeat_window_s));
  if (rule.after_signal) {
    text.part("signal_within_days", std::to_string(rule.after_signal->within_days));
    text.part("signal_kind", rule.after_signal->kinds);
    text.part("signal_topic", rule.after_signal->topics);
  }
  if (rule.currency) text.part("currency", *rule.currency);
  return text.hash();
}

void check_list(const std::vector<std::string>& list, const std::string& pointer, Errors& faults) {
  if (list.size() > kLongestList) faults.push_back({Fault::invalid, "rule.list.too_long", pointer, {}});
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool fits = !list[i].empty() && is_plain_text(list[i], kLongestText);
    if (!fits) faults.push_back({Fault::invalid, "rule.text.not_allowed", pointer + "/" + std::to_string(i), {}});
  }
}

/// What makes no sense of a sale is refused, so that nobody waits for what never counts.
void check_pipeline(const Rule& rule, Errors& faults) {
  const auto refuse = [&](bool told, const char* pointer) {
    if (told) faults.push_back({Fault::invalid, "rule.not_for_unit", pointer, std::string(enum_text(rule.unit))});
  };
  refuse(!rule.kinds.empty(), "/kinds");
  refuse(!rule.directions.empty(), "/directions");
  refuse(!rule.outcomes.empty(), "/outcomes");
  refuse(!rule.temperatures.empty(), "/temperatures");
  refuse(!rule.relations.empty(), "/relations");
  refuse(!rule.sources.empty(), "/sources");
  refuse(!rule.segments.empty(), "/segments");
  refuse(!rule.topics.empty(), "/topics");
  refuse(rule.min_duration_s != 0, "/min_duration_s");
  refuse(rule.after_signal.has_value(), "/after_signal");
}

void check_currency(const Rule& rule, Errors& faults) {
  if (is_money(rule.unit) && !rule.currency)
    faults.push_back({Fault::invalid, "rule.currency.missing", "/currency", {}});
  if (!is_money(rule.unit) && rule.currency)
    faults.push_back({Fault::invalid, "rule.currency.not_asked", "/currency", {}});
  if (!is_money(rule.unit) || !rule.currency) return;
  const auto currency = Currency::parse(*rule.currency);
  if (!currency) faults.push_back({Fault::invalid, currency.error().code, "/currency", {}});
}

Errors faults_of(const Rule& rule) {
  Errors faults;
  if (is_of_pipeline(rule.unit)) check_pipeline(rule, faults);
  check_currency(rule, faults);
  check_list(rule.kinds, "/kinds", faults);
  check_list(rule.outcomes, "/outcomes", faults);
  check_list(rule.sources, "/sources", faults);
  check_list(rule.product_lines, "/product_lines", faults);
  check_list(rule.segments, "/segments", faults);
  check_list(rule.topics, "/topics", faults);
  if (rule.min_duration_s < 0 || rule.min_duration_s > kLongestDurationSeconds) {
    faults.push_back({Fault::invalid, "rule.min_duration_s.out_of_range", "/min_duration_s", "0 to 86400"});
  }
  if (rule.repeat_window_s < 0 || rule.repeat_window_s > kLongestWindowSeconds) {
    faults.push_back({Fault::invalid, "rule.repeat_window_s.out_of_range", "/repeat_window_s", "0 to 86400"});
  }
  if (!rule.after_signal) return faults;
  check_list(rule.after_signal->kinds, "/after_signal/kinds", faults);
  check_list(rule.after_signal->topics, "/after_signal/topics", faults);
  if (rule.after_signal->within_days < 1 || rule.after_signal->within_days > kMostSignalDays) {
    faults.push_back({Fault::invalid, "rule.within_days.out_of_range", "/after_signal/within_days", "1 to 3660"});
  }
  return faults;
}

}  // namespace

Checked<Rule> canonical(Rule rule) {
  if (auto faults = faults_of(rule); !faults.empty()) return tl::unexpected(std::move(faults));
  sort_and_unite(rule.kinds);
  sort_and_unite(rule.directions);
  sort_and_unite(rule.outcomes);
  sort_and_unite(rule.temperatures);
  sort_and_unite(rule.relations);
  sort_and_unite(rule.sources);
  sort_and_unite(rule.product_lines);
  sort_and_unite(rule.segments);
  sort_and_unite(rule.topics);
  if (is_of_pipeline(rule.unit)) rule.repeat_window_s = 0;
  if (rule.after_signal) {
    sort_and_unite(rule.after_signal->kinds);
    sort_and_unite(rule.after_signal->topics);
  }
  rule.rule_id = id_of(rule);
  return rule;
}

}  // namespace paceline
