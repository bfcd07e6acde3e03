// SPDX-License-Identifier: Apache-2.0
#include "tests/product/model.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>

namespace paceline::product {
namespace {

constexpr std::int64_t kSecond = 1'000'000;

/// Which member each list of a rule speaks of.
const std::map<std::string, std::string>& member_of_list() {
  static const std::map<std::string, std::string> all{{"kinds", "kind"},
                                                      {"directions", "direction"},
                                                      {"outcomes", "outcome"},
                                                      {"temperatures", "temperature"},
                                                      {"relations", "relation"},
                                                      {"sources", "lead_source"},
                                                      {"product_lines", "product_line"},
                                                      {"segments", "segment"},
                                                      {"topics", "topic"}};
  return all;
}

boost::json::array list_of(const std::set<std::string>& texts) {
  boost::json::array list;
  for (const auto& text : texts) list.emplace_back(text);
  return list;
}

/// The members as the changes known by then leave them; nothing when it was voided.
std::optional<Members> members_then(const PlainActivity& activity, std::int64_t as_of_us) {
  Members members = activity.members;
  for (const auto& change : activity.changes) {
    if (change.known_us > as_of_us) continue;
    if (change.voids) return std::nullopt;
    for (const auto& [name, value] : change.set) members[name] = value;
  }
  return members;
}

bool meets_lists(const PlainRule& rule, const Members& members) {
  return std::all_of(rule.lists.begin(), rule.lists.end(), [&](const auto& list) {
    const auto found = members.find(member_of_list().at(list.first));
    return list.second.empty() || (found != members.end() && found->second && list.second.count(*found->second) > 0);
  });
}

bool lasts_long_enough(const PlainRule& rule, const Members& members) {
  const auto found = members.find("duration_s");
  const std::int64_t lasted_s = found != members.end() && found->second ? std::stoll(*found->second) : 0;
  return lasted_s >= rule.min_duration_s;
}

bool has_signal(const PlainRule& rule, const PlainActivity& activity, const std::vector<PlainSignal>& signals,
                std::int64_t as_of_us) {
  return std::any_of(signals.begin(), signals.end(), [&](const PlainSignal& signal) {
    if (signal.contact != activity.contact || signal.known_us > as_of_us) return false;
    const std::int64_t before_us = activity.occurred_us - signal.occurred_us;
    if (before_us <= 0 || before_us > rule.within_days * 86'400 * kSecond) return false;
    const bool kind = rule.signal_kinds.empty() || rule.signal_kinds.count(signal.kind) > 0;
    return kind && (rule.signal_topics.empty() || (signal.topic && rule.signal_topics.count(*signal.topic) > 0));
  });
}

/// A call that repeats a counted call within the window does not count; every other activity does.
std::int64_t without_repeats(const std::vector<std::pair<const PlainActivity*, std::string>>& qualified,
                             std::int64_t window_s) {
  std::vector<const PlainActivity*> counted_calls;
  std::int64_t counted = 0;
  for (const auto& one : qualified) {
    const PlainActivity& activity = *one.first;
    const bool is_call = one.second == "call" && activity.contact >= 0;
    const bool repeats = is_call && std::any_of(counted_calls.begin(), counted_calls.end(), [&](const auto* earlier) {
                           return earlier->contact == activity.contact && earlier->day == activity.day &&
                                  activity.occurred_us - earlier->occurred_us < window_s * kSecond;
                         });
    if (repeats) continue;
    if (is_call) counted_calls.push_back(&activity);
    ++counted;
  }
  return counted;
}

}  // namespace

std::string PlainRule::json() const {
  boost::json::object rule{{"unit", unit}, {"min_duration_s", min_duration_s}, {"repeat_window_s", window_s}};
  for (const auto& [name, texts] : lists) rule[name] = list_of(texts);
  if (after_signal)
    rule["after_signal"] = boost::json::object{
        {"kinds", list_of(signal_kinds)}, {"topics", list_of(signal_topics)}, {"within_days", within_days}};
  return boost::json::serialize(rule);
}

PlainSpan span_of(const std::string& period, int day, int weeks_begin) {
  namespace chrono = std::chrono;
  if (period == "day") return {day, day + 1};
  if (period == "week") {
    const int weekday = (day + 3) % 7;  // 1970-01-01 was a Thursday
    const int from = day - (weekday - weeks_begin + 7) % 7;
    return {from, from + 7};
  }
  const chrono::year_month_day date{chrono::sys_days(chrono::days(day))};
  const auto month = static_cast<unsigned>(date.month());
  const unsigned first = period == "month" ? month : (month - 1) / 3 * 3 + 1;
  const chrono::year_month begin = date.year() / chrono::month(first);
  const chrono::year_month end = begin + chrono::months(period == "month" ? 1 : 3);
  const auto count = [](chrono::year_month at) {
    return static_cast<int>(chrono::sys_days(at / chrono::day(1)).time_since_epoch().count());
  };
  return {count(begin), count(end)};
}

PlainSpan asked_of(const PlainQuota& quota, PlainSpan span) {
  const auto part = [&](std::size_t at, std::size_t length) { return std::stoi(quota.from.substr(at, length)); };
  const std::chrono::year_month_day date(std::chrono::year(part(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(part(8, 2))));
  const auto first = std::chrono::sys_days(date).time_since_epoch().count();
  return {std::max(span.from, static_cast<int>(first)), span.to};
}

std::int64_t Model::count(const PlainRule& rule, int rep, PlainSpan span, std::int64_t as_of_us) const {
  std::vector<std::pair<const PlainActivity*, std::string>> qualified;
  for (const auto& activity : activities) {
    if (activity.rep != rep || activity.day < span.from || activity.day >= span.to) continue;
    if (activity.known_us > as_of_us) continue;
    const auto members = members_then(activity, as_of_us);
    if (!members || !meets_lists(rule, *members) || !lasts_long_enough(rule, *members)) continue;
    if (rule.after_signal && (activity.contact < 0 || !has_signal(rule, activity, signals, as_of_us))) continue;
    qualified.emplace_back(&activity, *members->at("kind"));
  }
  std::sort(qualified.begin(), qualified.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first->occurred_us, a.first->id) < std::pair(b.first->occurred_us, b.first->id);
  });
  if (rule.unit == "activities") return without_repeats(qualified, rule.window_s);
  std::set<std::string> distinct;
  for (const auto& [activity, kind] : qualified) {
    if (rule.unit == "contacts" && activity->contact >= 0) distinct.insert(std::to_string(activity->contact));
    if (rule.unit == "accounts" && !activity->account.empty()) distinct.insert(activity->account);
  }
  return static_cast<std::int64_t>(distinct.size());
}

}  // namespace paceline::product
