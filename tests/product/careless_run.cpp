// SPDX-License-Identifier: Apache-2.0
#include "tests/product/careless_run.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace paceline::product {
namespace {

constexpr std::int64_t kSecond = kMicrosecondsPerSecond;
constexpr std::int64_t kDay = kSecondsPerDay * kSecond;

PlainRule rule_with(std::map<std::string, std::set<std::string>> lists, const std::string& unit = "activities") {
  PlainRule rule;
  rule.unit = unit;
  rule.lists = std::move(lists);
  return rule;
}

PlainRule after(PlainRule rule, std::set<std::string> kinds, std::set<std::string> topics, std::int64_t days) {
  rule.after_signal = true;
  rule.signal_kinds = std::move(kinds);
  rule.signal_topics = std::move(topics);
  rule.within_days = days;
  return rule;
}

std::string definitions(const std::vector<PlainQuota>& quotas) {
  std::string list;
  for (const auto& quota : quotas) {
    list += list.empty() ? "" : ",";
    list += R"({"key":")" + quota.key + R"(","name":")" + quota.key + R"(","period":")" + quota.period +
            R"(","amount":100,"teams":["Run"],"from":")" + quota.from + R"(","rule":)" + quota.rule.json() + "}";
  }
  return R"({"quotas":[)" + list + "]}";
}

boost::json::object json_of(const Members& members) {
  boost::json::object object;
  for (const auto& [name, value] : members) {
    if (!value) object[name] = nullptr;
    if (value && name == "duration_s") object[name] = std::stoll(*value);
    if (value && name != "duration_s") object[name] = *value;
  }
  return object;
}

}  // namespace

int day_of_rep(int rep, std::int64_t occurred_us) {
  return static_cast<int>((occurred_us + kReps[rep].minutes_from_utc * 60 * kSecond) / kDay);
}

std::vector<PlainQuota> quotas_at_first() {
  PlainRule long_calls = rule_with({{"kinds", {"call"}}, {"directions", {"outbound"}}});
  long_calls.min_duration_s = 20;
  PlainRule no_window = rule_with({{"kinds", {"call", "email"}}});
  no_window.window_s = 0;
  const PlainRule answered =
      rule_with({{"kinds", {"call", "email"}}, {"outcomes", {"answered", "agreed", "replied"}}}, "contacts");
  return {{"calls-week", "week", long_calls},
          {"all-day", "day", rule_with({})},
          {"plain-month", "month", no_window},
          {"held-month", "month", rule_with({{"kinds", {"meeting", "visit"}}, {"outcomes", {"held", "agreed"}}})},
          {"contacts-week", "week", answered},
          {"contacts-month", "month", answered},
          {"accounts-week", "week", rule_with({{"kinds", {"call", "meeting"}}}, "accounts")},
          {"warm-accounts", "quarter", after(rule_with({}, "accounts"), {"click", "like"}, {"loans"}, 30)},
          {"warm-contacts", "month", after(rule_with({{"kinds", {"call"}}}, "contacts"), {"click"}, {}, 90)},
          {"warm-calls", "week", after(rule_with({{"kinds", {"call"}}}), {}, {}, 7)},
          {"narrow", "quarter",
           rule_with({{"temperatures", {"warm", "hot"}},
                      {"relations", {"lead", "customer"}},
                      {"sources", {"web"}},
                      {"product_lines", {"loans", "cards"}},
                      {"segments", {"retail"}},
                      {"topics", {"loans"}}})}};
}

std::vector<PlainQuota> quotas_later() {
  auto all = quotas_at_first();
  return {{"late-answered", "quarter", all[4].rule},
          {"late-accounts", "month", all[7].rule},
          {"late-inbound", "week", rule_with({{"directions", {"inbound"}}})},
          {"late-day", "day", rule_with({{"topics", {"cards"}}}, "contacts")},
          // On a Thursday, inside every longer period, of rules that other quotas count in whole ones.
          {"late-calls-thursday", "week", all[0].rule, "2026-09-10"},
          {"late-answered-thursday", "month", all[4].rule, "2026-09-10"},
          {"late-warm-thursday", "quarter", all[7].rule, "2026-09-10"}};
}

CarelessRun::CarelessRun() : org_id(product.found("run")) {
  product.clock.set(*parse_instant("2026-08-20T08:00:00Z"));
  std::string users;
  for (const RunRep& rep : kReps)
    users += std::string(users.empty() ? "" : ",") + "{'email': '" + rep.email + "', 'name': 'R', 'zone': '" +
             rep.zone + "', 'team': 'Run'}";
  product.apply(org_id, json("{'teams': [{'name': 'Run'}], 'users': [" + users + "]}"));
  admin = product.session(org_id, product.person(org_id, "admin@run.example").user_id, 1000 * kSecondsPerDay);
  add_quotas(quotas_at_first());
  for (int i = 0; i < 60; ++i) add_contact();
}

void CarelessRun::add_quotas(const std::vector<PlainQuota>& more) {
  product.apply(org_id, definitions(more));
  quotas.insert(quotas.end(), more.begin(), more.end());
}

void CarelessRun::one_operation() {
  product.clock.advance_microseconds(chance.between(0, 17 * 60) * kSecond + chance.between(0, 999'999));
  const auto dice = chance.between(1, 100);
  if (dice <= 46) return add_activity();
  if (dice <= 60) return correct();
  if (dice <= 68) return void_one();
  if (dice <= 76) return repeat_key();
  if (dice <= 80) return repeat_key_with_another_body();
  if (dice <= 86) return repeat_external_id();
  if (dice <= 98) return add_signals();
  add_contact();
}

void CarelessRun::add_contact() {
  PlainContact contact;
  contact.account = one_in(4) ? "" : "Account " + std::to_string(chance.between(1, 40));
  contact.relation = one_of<std::string>({"new", "lead", "customer"});
  contact.temperature = one_of<std::string>({"cold", "warm", "hot"});
  if (!one_in(3)) contact.source = one_of<std::string>({"web", "fair"});
  boost::json::object body{{"name", "Contact"}, {"temperature", contact.temperature}, {"relation", contact.relation}};
  if (!contact.account.empty()) body["account_name"] = contact.account;
  if (contact.source) body["source"] = *contact.source;
  const auto added = product.post(admin, "/contacts", boost::json::serialize(body));
  ASSERT_EQ(added.status, 201) << added.text;
  contact.id = *parse_id<ContactId>(added.text_at("/contact_id"));
  contacts_.push_back(contact);
  ++done["contact"];
}

/// Often just before or after another one with the same contact, at the edges of the window and of the day.
void CarelessRun::choose_place(PlainActivity& activity) {
  activity.rep = static_cast<int>(chance.between(0, kRepCount - 1));
  activity.contact =
      one_in(8) ? -1 : static_cast<int>(chance.between(0, static_cast<std::int64_t>(contacts_.size()) - 1));
  activity.occurred_us =
      now_us() - (one_in(3) ? chance.between(0, 45 * 86'400) : chance.between(-200, 7'200)) * kSecond;
  if (one_in(8)) {  // around the rep's own midnight
    const std::int64_t day_begins = day_of_rep(activity.rep, activity.occurred_us) * kDay;
    const std::int64_t midnight = day_begins - kReps[activity.rep].minutes_from_utc * 60 * kSecond;
    activity.occurred_us = std::min(midnight + chance.between(-200, 200) * kSecond, now_us());
    return;
  }
  if (model.activities.empty() || one_in(2)) return;
  const auto& other = one_of(model.activities);
  static const std::vector<std::int64_t> kSteps{0, 1, 60, 299, 300, 301, 599, 86'400};
  activity.rep = other.rep;
  activity.contact = other.contact;
  activity.occurred_us = std::min(other.occurred_us + (one_in(2) ? 1 : -1) * one_of(kSteps) * kSecond, now_us());
}

Members CarelessRun::some_members(const std::string& kind) {
  static const std::map<std::string, std::vector<std::string>> kOutcomes{{"call", {"no_answer", "answered", "agreed"}},
                                                                         {"email", {"sent", "replied"}},
                                                                         {"meeting", {"held", "no_show"}},
                                                                         {"visit", {"held", "agreed"}},
                                                                         {"social", {"sent"}}};
  Members members{{"kind", kind}};
  if (!one_in(4)) members["outcome"] = one_of(kOutcomes.at(kind));
  if ((kind == "call" || kind == "email") && !one_in(4))
    members["direction"] = one_of<std::string>({"outbound", "inbound"});
  if (kind == "call" && !one_in(4)) members["duration_s"] = std::to_string(one_of<int>({0, 19, 20, 21, 600}));
  if (one_in(2)) members["topic"] = one_of<std::string>({"loans", "cards"});
  if (one_in(2)) members["product_line"] = one_of<std::string>({"loans", "cards", "funds"});
  return members;
}

void CarelessRun::note_contact(PlainActivity& activity) const {
  if (activity.contact < 0) return;
  const auto& contact = contacts_[static_cast<std::size_t>(activity.contact)];
  activity.account = contact.account;
  activity.members.try_emplace("relation", contact.relation);
  activity.members.try_emplace("temperature", contact.temperature);
  activity.members.try_emplace("lead_source", contact.source);
}

void CarelessRun::add_activity() {
  PlainActivity activity;
  choose_place(activity);
  activity.members = some_members(one_of<std::string>({"call", "call", "call", "email", "meeting", "visit", "social"}));
  if (one_in(3)) activity.members["segment"] = "retail";
  if (one_in(5)) activity.members["temperature"] = "hot";
  activity.known_us = now_us();
  boost::json::object body = json_of(activity.members);
  body["rep"] = kReps[activity.rep].email;
  body["occurred_at"] = to_text(Instant(activity.occurred_us));
  if (activity.contact >= 0) body["contact_id"] = to_text(contacts_[static_cast<std::size_t>(activity.contact)].id);
  if (one_in(3)) {
    const std::int64_t known = std::max(activity.occurred_us, now_us() - chance.between(-200, 20 * 86'400) * kSecond);
    body["known_at"] = to_text(Instant(known));
    activity.known_us = std::min(known, now_us());
  }
  const bool has_external_id = one_in(2);
  if (has_external_id) body["external_id"] = "x-" + std::to_string(++last_external_);
  if (has_external_id && one_in(2)) body["source"] = "pbx";
  Sent sent{"/activities", boost::json::serialize(body), new_key(), "", model.activities.size(), has_external_id};
  const auto logged = product.post(admin, sent.path, sent.body, {.key = sent.key, .peer = "", .headers = {}});
  ASSERT_EQ(logged.status, 201) << logged.text << sent.body;
  note_contact(activity);
  activity.day = day_of_rep(activity.rep, activity.occurred_us);
  activity.id = parse_id<ActivityId>(logged.text_at("/activity/activity_id"))->value();
  ASSERT_EQ(logged.text_at("/activity/day"), paceline::to_text(Day(activity.day)));
  model.activities.push_back(activity);
  sent.answer = logged.text;
  remember(std::move(sent));
  if (one_in(20)) check_effects(logged, activity);
  ++done["activity"];
}

/// What the answer says of each quota is what the model counts now.
void CarelessRun::check_effects(const Answered& answered, const PlainActivity& activity) {
  for (const auto& effect : answered.at("/counts").as_array()) {
    const std::string key(effect.at("key").as_string());
    for (const auto& quota : quotas) {
      if (quota.key != key) continue;
      const PlainSpan asked = asked_of(quota, span_of(quota.period, activity.day));
      const auto counted = model.count(quota.rule, activity.rep, asked, INT64_MAX);
      ASSERT_EQ(effect.at("after").as_int64(), counted) << key << answered.text;
    }
  }
}

void CarelessRun::change(const char* what, PlainChange change, const std::string& body) {
  if (model.activities.empty()) return;
  const auto place =
      static_cast<std::size_t>(chance.between(0, static_cast<std::int64_t>(model.activities.size()) - 1));
  PlainActivity& activity = model.activities[place];
  Sent sent{"/activities/" + std::to_string(activity.id) + "/" + what, body, new_key(), "", place, false};
  const auto answered = product.post(admin, sent.path, sent.body, {.key = sent.key, .peer = "", .headers = {}});
  const bool voided = !activity.changes.empty() && activity.changes.back().voids;
  if (voided) {
    ASSERT_EQ(answered.told(), "409 activity.voided_already");
    return;
  }
  if (answered.status == 400) return;  // an outcome that the other kind does not have
  ASSERT_EQ(answered.status, 200) << answered.text;
  change.known_us = now_us();
  activity.changes.push_back(std::move(change));
  if (one_in(20)) check_effects(answered, activity);
  sent.answer = answered.text;
  remember(std::move(sent));
  ++done[what];
}

void CarelessRun::correct() {
  Members set = some_members(one_of<std::string>({"call", "email", "meeting"}));
  for (const char* name : {"outcome", "direction", "topic"}) {
    if (set.count(name) == 0 && one_in(2)) set[name] = std::nullopt;
  }
  if (one_in(2) && set.size() > 1) set.erase("kind");
  const boost::json::object body{{"set", json_of(set)}, {"reason", "a random correction"}};
  change("correct", {0, false, set}, boost::json::serialize(body));
}

void CarelessRun::void_one() {
  change("void", {0, true, {}}, R"({"reason":"a random void"})");
}

void CarelessRun::repeat_key() {
  if (sent_.empty()) return;
  const Sent& sent = one_of(sent_);
  const auto again = product.post(admin, sent.path, sent.body, {.key = sent.key, .peer = "", .headers = {}});
  ASSERT_EQ(again.text, sent.answer);
  ++done["repeated key"];
}

void CarelessRun::repeat_key_with_another_body() {
  if (sent_.empty()) return;
  const Sent& sent = one_of(sent_);
  const auto again = product.post(admin, sent.path, sent.body + " ", {.key = sent.key, .peer = "", .headers = {}});
  ASSERT_EQ(again.told(), "409 idempotency.key.reused");
  ++done["reused key"];
}

void CarelessRun::repeat_external_id() {
  if (sent_.empty()) return;
  const Sent& sent = one_of(sent_);
  if (!sent.has_external_id) return;
  const auto& activity = model.activities[sent.activity];
  const auto again = product.post(admin, sent.path, sent.body);
  ASSERT_EQ(again.status, 201) << again.text;
  ASSERT_EQ(again.text_at("/activity/activity_id"), std::to_string(activity.id));
  std::string other = sent.body;
  other.insert(1, R"("note":"told again",)");
  ASSERT_EQ(product.post(admin, sent.path, other).told(), "409 activity.external_id.conflict");
  other = sent.body;
  const auto rep = other.find(kReps[activity.rep].email);
  other.replace(rep, std::string(kReps[activity.rep].email).size(), kReps[(activity.rep + 1) % kRepCount].email);
  ASSERT_EQ(product.post(admin, sent.path, other).told(), "409 activity.external_id.conflict");
  ++done["repeated external id"];
}

/// Often at the edge of what a rule allows before or after an activity with the contact.
PlainSignal CarelessRun::some_signal() {
  PlainSignal signal;
  signal.contact = static_cast<int>(chance.between(0, static_cast<std::int64_t>(contacts_.size()) - 1));
  signal.kind = one_of<std::string>({"click", "like", "visit"});
  if (!one_in(3)) signal.topic = one_of<std::string>({"loans", "cards"});
  signal.occurred_us = now_us() - chance.between(-200, (one_in(2) ? 100 : 3) * 86'400) * kSecond;
  signal.known_us = now_us();
  if (model.activities.empty() || !one_in(3)) return signal;
  static const std::vector<std::int64_t> kSteps{-1, 0, 1, 7 * kDay, 7 * kDay + 1, 30 * kDay, 30 * kDay + 1};
  const auto& near = one_of(model.activities);
  if (near.contact >= 0) signal.contact = near.contact;
  signal.occurred_us = std::min(near.occurred_us - one_of(kSteps), now_us());
  return signal;
}

void CarelessRun::add_signals() {
  boost::json::array items;
  std::vector<PlainSignal> signals;
  for (auto n = chance.between(1, 3); n > 0; --n) {
    PlainSignal signal = some_signal();
    boost::json::object item{{"kind", signal.kind}, {"occurred_at", to_text(Instant(signal.occurred_us))}};
    item["contact_id"] = to_text(contacts_[static_cast<std::size_t>(signal.contact)].id);
    if (signal.topic) item["topic"] = *signal.topic;
    if (one_in(2)) {
      const auto known_us = std::max(signal.occurred_us, now_us() - chance.between(0, 20 * 86'400) * kSecond);
      item["known_at"] = to_text(Instant(known_us));
      signal.known_us = std::min(known_us, now_us());
    }
    if (one_in(3)) item["external_id"] = "s-" + std::to_string(++last_external_);
    items.push_back(item);
    signals.push_back(signal);
    if (item.contains("external_id") && one_in(3)) items.push_back(item);  // twice in one batch
  }
  const boost::json::object body{{"items", items}};
  const auto answered = product.post(admin, "/signals/batch", boost::json::serialize(body));
  ASSERT_EQ(answered.number_at("/added"), static_cast<std::int64_t>(signals.size())) << answered.text;
  ASSERT_EQ(answered.number_at("/refused"), 0) << answered.text;
  model.signals.insert(model.signals.end(), signals.begin(), signals.end());
  ++done["signals"];
}

void CarelessRun::remember(Sent sent) {
  if (sent_.size() < 300) return sent_.push_back(std::move(sent));
  sent_[static_cast<std::size_t>(chance.between(0, 299))] = std::move(sent);
}

}  // namespace paceline::product
