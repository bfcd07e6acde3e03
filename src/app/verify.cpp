// SPDX-License-Identifier: Apache-2.0
#include "app/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/cells.h"
#include "app/counted_facts.h"
#include "app/phones.h"
#include "app/verify_pipeline.h"

namespace paceline {
namespace {

using DayKey = std::tuple<RuleId, RepId, Day>;
using DayValue = std::pair<std::int64_t, std::optional<std::int64_t>>;
using FirstKey = std::tuple<RuleId, RepId, Day, Day, std::int64_t>;
using FirstValue = std::pair<ActivityId, Day>;

struct CellMaps {
  void add(const Cells& cells) {
    for (const DayCell& cell : cells.days) days[{cell.rule_id, cell.rep_id, cell.day}] = {cell.n, cell.amount};
    for (const FirstCell& cell : cells.firsts) {
      firsts[{cell.rule_id, cell.rep_id, cell.period.from, cell.period.to, cell.entity_id}] = {cell.activity_id,
                                                                                               cell.day};
    }
  }
  std::map<DayKey, DayValue> days;
  std::map<FirstKey, FirstValue> firsts;
};

std::string text_of(const DayKey& key) {
  const auto& [rule, rep, day] = key;
  return fmt::format("rule {} rep {} day {}", rule.value(), rep.value(), to_text(day));
}

std::string text_of(const FirstKey& key) {
  const auto& [rule, rep, from, to, entity] = key;
  return fmt::format("rule {} rep {} period {} to {} entity {}", rule.value(), rep.value(), to_text(from), to_text(to),
                     entity);
}

std::string text_of(const DayValue& value) {
  return std::to_string(value.first) + (value.second ? fmt::format(" worth {}", *value.second) : "");
}

std::string text_of(const FirstValue& value) {
  return fmt::format("activity {} day {}", value.first.value(), to_text(value.second));
}

/// Names every key whose stored and computed values differ, absent on one side included.
template <class Key, class Value>
std::int64_t compare(const char* table, const std::map<Key, Value>& stored, const std::map<Key, Value>& computed,
                     std::vector<Difference>& differences) {
  std::int64_t checked = 0;
  for (const auto& [key, value] : computed) {
    ++checked;
    const auto found = stored.find(key);
    const bool same = found != stored.end() && found->second == value;
    if (!same)
      differences.push_back(
          {table, text_of(key), found == stored.end() ? "none" : text_of(found->second), text_of(value)});
  }
  for (const auto& [key, value] : stored) {
    if (computed.contains(key)) continue;
    ++checked;
    differences.push_back({table, text_of(key), text_of(value), "none"});
  }
  return checked;
}

std::string text_of(const Activity& activity) {
  return fmt::format("{} {} {} {} {}", activity.kind, activity.outcome.value_or("-"), activity.duration_s.value_or(-1),
                     to_text(activity.day), static_cast<int>(activity.state));
}

bool same(const Activity& a, const Activity& b) {
  const auto all = [](const Activity& x) {
    return std::tie(x.activity_id, x.rep_id, x.contact_id, x.account_id, x.kind, x.direction, x.outcome, x.duration_s,
                    x.topic, x.product_line, x.relation, x.temperature, x.lead_source, x.segment, x.occurred_at, x.day,
                    x.state);
  };
  return all(a) == all(b);
}

std::map<ActivityId, Activity> by_id(const std::vector<Activity>& list) {
  std::map<ActivityId, Activity> activities;
  for (const Activity& activity : list) activities.emplace(activity.activity_id, activity);
  return activities;
}

void compare_projection(const std::vector<Activity>& stored, const std::vector<Activity>& facts, Verification& result) {
  const auto now = by_id(stored);
  const auto computed = by_id(facts);
  const auto differ = [&](ActivityId id, const std::string& has, const std::string& should) {
    result.differences.push_back({"activity_now", to_text(id), has, should});
  };
  for (const auto& [id, activity] : computed) {
    ++result.activity_now;
    const auto found = now.find(id);
    if (found == now.end()) differ(id, "none", text_of(activity));
    if (found != now.end() && !same(found->second, activity)) differ(id, text_of(found->second), text_of(activity));
  }
  for (const auto& [id, activity] : now) {
    if (!computed.contains(id)) differ(id, text_of(activity), "none");
  }
}

Result<void> verify_phones(Stores& stores, Verification& result) {
  PACELINE_TRY(const auto stored, stores.phones.contact_phones());
  PACELINE_TRY(const auto computed, phones_of_contacts(stores));
  PACELINE_TRY(const bool whole, stores.phones.is_whole());
  result.contact_phone = static_cast<std::int64_t>(whole ? computed.size() : stored.size());
  const auto report = [&](const ContactPhone& phone, const char* has, const char* should) {
    result.differences.push_back({"contact_phone", to_text(phone.contact_id), has, should});
  };
  for (const ContactPhone& phone : computed)
    if (whole && !std::binary_search(stored.begin(), stored.end(), phone)) report(phone, "none", "a number");
  for (const ContactPhone& phone : stored)
    if (!std::binary_search(computed.begin(), computed.end(), phone)) report(phone, "a number", "none");
  return {};
}

/// Each call counts once: a record beside a logged call is no activity itself, and no call has two records.
Result<void> verify_evidence(Stores& stores, Verification& result) {
  PACELINE_TRY(const auto evidence, stores.evidence.all());
  std::set<ActivityId> told_of;
  for (const CallEvidence& each : evidence) {
    ++result.activity_evidence;
    const auto differ = [&](std::string has, std::string should) {
      result.differences.push_back({"activity_evidence", to_text(each.evidence_id), std::move(has), std::move(should)});
    };
    if (!told_of.insert(each.activity_id).second) differ("a second record of " + to_text(each.activity_id), "one");
    PACELINE_TRY(const auto logged, stores.activities.find_fact(each.activity_id));
    if (!logged) differ("none", to_text(each.activity_id));
    PACELINE_TRY(const auto same, stores.activities.now_by_keys(each.source, {each.external_id}));
    const bool counts = !same.empty() && same.front().state != ActivityState::voided;
    if (counts) differ("an activity of its own", "a voided one, or none");
    if (each.record_id.has_value() == same.empty()) differ("a record of another call", "its own");
  }
  return {};
}

}  // namespace

Result<Verification> verify(Stores& stores) {
  Verification result;
  CellMaps computed;
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  PACELINE_TRY(const auto users, stores.people.users());
  PACELINE_TRY(const auto sharing, all_parts(uses, stores));
  for (const User& user : users) {
    PACELINE_TRY(const auto facts, stores.activities.of_period_as_of(user.user_id, kAlways, kEver));
    PACELINE_TRY(const auto projected, stores.activities.of_period(user.user_id, kAlways));
    PACELINE_TRY(const auto signals, stores.contacts.signals_behind(user.user_id, kAlways, kEver));
    PACELINE_TRY(const Weekday week_start, stores.people.week_start_of(user.user_id));
    compare_projection(projected, facts, result);
    const auto parts = sharing.find(user.user_id);
    auto counting = facts;
    if (parts != sharing.end()) counting.insert(counting.end(), parts->second.begin(), parts->second.end());
    computed.add(cells_of(user.user_id, week_start, counting, uses, signals));
  }
  CellMaps stored;
  PACELINE_TRY(auto days, stores.counts.day_cells());
  PACELINE_TRY(auto firsts, stores.counts.first_cells());
  stored.add({std::move(days), std::move(firsts)});
  result.count_day = compare("count_day", stored.days, computed.days, result.differences);
  result.count_first = compare("count_first", stored.firsts, computed.firsts, result.differences);
  PACELINE_CHECK(verify_phones(stores, result));
  PACELINE_CHECK(verify_pipeline(stores, result));
  PACELINE_CHECK(verify_evidence(stores, result));
  return result;
}

}  // namespace paceline
