// SPDX-License-Identifier: Apache-2.0
// The definitions as they are, given back as a document: applied again they change nothing, and applied to an empty
// organisation they make the same one.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "app/quotas_of.h"
#include "tests/base/random.h"
#include "tests/product/product.h"

namespace paceline::product {
namespace {

using boost::json::array;
using boost::json::object;

/// A document of everything that can be defined, drawn by chance. Days are around the clock's 2026-11-18.
class Draft {
 public:
  object document() {
    return {
        {"calendars", list(3, &Draft::calendar)},  {"closing_days", days()},          {"teams", teams()},
        {"phases", list(2, &Draft::phase)},        {"ramps", list(2, &Draft::ramp)},  {"users", list(6, &Draft::user)},
        {"part_time", list(4, &Draft::part_time)}, {"leave", list(6, &Draft::leave)}, {"kinds", list(2, &Draft::kind)},
        {"quotas", list(6, &Draft::quota)}};
  }

 private:
  std::int64_t some(std::int64_t low, std::int64_t high) { return chance_.between(low, high); }
  bool perhaps() { return some(0, 1) == 1; }
  static std::string named(const char* word, std::int64_t number) { return word + std::to_string(number); }
  std::string day(int low, int high) { return to_text(day_of({2026, 11, 18}) + static_cast<int>(some(low, high))); }
  static std::string email(std::int64_t number) { return named("u", number) + "@first.example"; }

  array list(int count, object (Draft::*draw)(int)) {
    array items;
    for (int i = 0; i < count; ++i) items.push_back((this->*draw)(i));
    return items;
  }
  object week() {
    object week;
    for (const char* weekday : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
      week[weekday] = some(0, 10) * 60;
    }
    return week;
  }
  array days() {
    array days;
    for (int i = 0; i < 5; ++i) {
      object item{{"day", day(i * 40, i * 40 + 39)}, {"minutes", some(0, 1440)}};
      if (perhaps()) item["name"] = named("Day ", i);
      days.push_back(item);
    }
    return days;
  }
  object calendar(int i) {
    object calendar{{"name", named("Calendar ", i)}, {"days", days()}, {"day_start_minute", some(0, 1440)}};
    if (i == 0) return calendar["country"] = "HU", calendar;
    calendar["week"] = week();
    calendar["week_start"] = perhaps() ? "sunday" : "monday";
    return calendar;
  }
  array teams() {
    array teams;
    for (int i = 0; i < 4; ++i) {
      object team{{"name", named("Team ", 9 - i)}};
      if (i > 0 && perhaps()) team["parent"] = named("Team ", 9 - some(0, i - 1));
      teams.push_back(team);
    }
    return teams;
  }
  object phase(int i) { return {{"name", named("Phase ", i)}, {"from_month", some(0, 3)}, {"to_month", some(4, 9)}}; }
  object ramp(int i) {
    return {{"name", named("Ramp ", i)},
            {"steps", array{{{"after_days", 0}, {"percent", some(0, 50)}}, {{"after_days", 30}, {"percent", 100}}}}};
  }
  object user(int i) {
    object user{
        {"email", email(i)}, {"name", named("Person ", some(0, 9))}, {"calendar", named("Calendar ", some(0, 2))}};
    user["role"] = std::array{"rep", "manager", "ops", "admin"}.at(static_cast<std::size_t>(some(0, 3)));
    user["active"] = perhaps();
    if (perhaps()) user["zone"] = "Asia/Riyadh";
    if (perhaps()) user["joined"] = day(-400, -100);
    if (perhaps()) user["left"] = day(0, 400);
    if (perhaps()) user["ramp"] = named("Ramp ", some(0, 1));
    if (user.contains("ramp") && perhaps()) user["ramp_from"] = day(-100, 100);
    array memberships;
    for (int m = 0; m < 3; ++m) {
      if (!perhaps()) continue;
      object membership;
      if (perhaps()) membership["team"] = named("Team ", 9 - some(0, 3));
      if (m > 0 || perhaps()) membership["from"] = day(m * 100 - 200, m * 100 - 101);
      memberships.push_back(membership);
    }
    user["memberships"] = memberships;
    return user;
  }
  object part_time(int) { return {{"user", email(some(0, 5))}, {"from", day(-100, 100)}, {"week", week()}}; }
  object leave(int) {
    object leave{{"user", email(some(0, 5))}, {"from", day(-50, 0)}};
    if (perhaps()) leave["to"] = day(1, 50);
    if (perhaps()) leave["minutes"] = some(1, 1440);
    return leave;
  }
  object kind(int i) {
    object outcome{{"outcome", "good"}};
    if (perhaps()) outcome["label"] = "Good";
    return {{"kind", named("kind", i)},
            {"client_facing", perhaps()},
            {"has_duration", perhaps()},
            {"outcomes", array{outcome}}};
  }
  object rule() {
    object rule{{"unit", perhaps() ? "contacts" : "activities"}, {"min_duration_s", some(0, 90)}};
    if (perhaps()) rule["kinds"] = array{"kind1", "call"};
    if (perhaps()) rule["directions"] = array{"outbound"};
    if (perhaps()) rule["relations"] = array{"new", "lead"};
    if (perhaps()) rule["temperatures"] = array{"hot", "cold"};
    if (perhaps()) rule["topics"] = array{"tax", "pension"};
    if (perhaps()) rule["repeat_window_s"] = some(0, 900);
    if (perhaps()) rule["after_signal"] = object{{"kinds", array{"click"}}, {"within_days", some(1, 90)}};
    return rule;
  }
  object subject() {
    object subject;
    switch (some(0, 3)) {
      case 0: subject["rep"] = email(some(0, 5)); break;
      case 1: subject["team"] = named("Team ", 9 - some(0, 3)); break;
      case 2: subject["phase"] = named("Phase ", some(0, 1)); break;
      default: subject["role"] = "ops"; break;
    }
    if (perhaps()) subject["amount"] = some(50, 60);
    if (subject.contains("amount") && perhaps()) subject["stretch"] = some(60, 90);
    return subject;
  }
  /// Two versions of each key: one that began before today, one of a day to come.
  object quota(int i) {
    object quota{{"key", named("q", i % 3)},
                 {"name", named("Quota ", i % 3)},
                 {"period", i % 3 == 0 ? "week" : "month"},
                 {"amount", some(20, 40)},
                 {"rule", rule()},
                 {"subjects", array{subject(), subject()}}};
    quota["from"] = i < 3 ? day(-300, 0) : day(20, 300);
    if (perhaps()) quota["floor"] = some(0, 20);
    if (perhaps()) quota["excuses"] = object{{"leave", false}, {"ramp", perhaps()}};
    return quota;
  }

  testing_support::Random chance_;
};

std::string definitions_of(Product& product, OrgId org_id) {
  const auto admin = product.token(org_id, product.person(org_id, "admin@first.example").user_id, Scope::admin);
  const auto read = product.get(admin, "/definitions");
  EXPECT_EQ(read.status, 200) << read.text;
  return read.text;
}

TEST(Definitions, ChangeNothingWhenTheyAreAppliedAgainAndMakeTheSameCompanyElsewhere) {
  Product here;
  Product elsewhere;
  const OrgId org_id = here.found("first");
  const OrgId empty = elsewhere.found("first");
  Draft draft;
  here.apply(org_id, boost::json::serialize(draft.document()));
  here.apply(org_id, R"({"organisation": {"monitoring": "verdicts", "notice": {"contact": "Works council"}}})");
  const std::string read = definitions_of(here, org_id);
  const auto admin = here.token(org_id, here.person(org_id, "admin@first.example").user_id, Scope::admin);
  const auto again = here.post(admin, "/apply", read);
  EXPECT_EQ(again.number_at("/created"), 0) << again.text;
  EXPECT_EQ(again.number_at("/changed"), 0) << again.text;
  EXPECT_EQ(again.number_at("/refused"), 0) << again.text;
  EXPECT_GT(again.number_at("/unchanged"), 25) << again.text;
  EXPECT_EQ(definitions_of(here, org_id), read);
  elsewhere.apply(empty, read);
  EXPECT_EQ(definitions_of(elsewhere, empty), read);
}

/// Drawn again and again over what is there already.
TEST(Definitions, ChangeNothingAfterManyDocuments) {
  Product product;
  const OrgId org_id = product.found("first");
  const auto admin = product.token(org_id, product.person(org_id, "admin@first.example").user_id, Scope::admin);
  Draft draft;
  for (int i = 0; i < 6; ++i) {
    const auto applied = product.post(admin, "/apply", boost::json::serialize(draft.document()));
    ASSERT_EQ(applied.status, 200) << applied.text;
    const auto again = product.post(admin, "/apply", definitions_of(product, org_id));
    EXPECT_EQ(again.number_at("/created") + again.number_at("/changed") + again.number_at("/refused"), 0) << again.text;
  }
  EXPECT_EQ(product.differences(org_id), std::vector<std::string>());
}

std::string told(const std::vector<QuotaInForce>& quotas) {
  std::string text;
  for (const QuotaInForce& quota : quotas) {
    text += quota.quota.key + " " + quota.quota.name + " " + to_text(quota.rule.rule_id) + ":";
    for (const QuotaDay& day : quota.days) text += day.amounts ? " " + std::to_string(day.amounts->quota) : " -";
    text += "\n";
  }
  return text;
}

/// The book of one rep leaves out what only others are asked, and nothing that the rep is.
TEST(Definitions, AskARepTheSameWhereTheQuotasOfOthersAreLeftOut) {
  Product product;
  const OrgId org_id = product.found("first");
  Draft draft;
  const auto admin = product.token(org_id, product.person(org_id, "admin@first.example").user_id, Scope::admin);
  // Some change a period that is over, and are refused: what is there then is asked.
  for (int i = 0; i < 6; ++i)
    ASSERT_EQ(product.post(admin, "/apply", boost::json::serialize(draft.document())).status, 200);
  product.apply(org_id,
                json("{'quotas': [{'key': 'own', 'name': 'Own', 'period': 'week', 'amount': 5, 'rule': {'kinds':"
                     " ['call']}, 'from': '2026-01-01', 'reps': ['u1@first.example']}]}"));
  std::string asked;
  product.write(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const QuotaBook all, read_book(stores));
    PACELINE_TRY(const auto users, stores.people.users());
    for (const User& user : users) {
      PACELINE_TRY(const QuotaBook own, read_book_of(user.user_id, stores));
      PACELINE_TRY(const RepTerms terms, terms_of(user.user_id, stores));
      for (const int days : {-200, -30, 0, 100}) {
        const Day day = day_of({2026, 11, 18}) + days;
        asked += told(quotas_in_force(own, terms, day));
        EXPECT_EQ(told(quotas_in_force(own, terms, day)), told(quotas_in_force(all, terms, day))) << user.email << days;
      }
    }
    return {};
  });
  EXPECT_NE(asked.find("own Own"), std::string::npos) << asked;
  product.write(org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto users, stores.people.users());
    for (const User& user : users) {
      PACELINE_TRY(const auto own, stores.quotas.quotas_for(user.user_id));
      const bool has = std::any_of(own.begin(), own.end(), [](const Quota& quota) { return quota.key == "own"; });
      EXPECT_EQ(has, user.email == "u1@first.example") << user.email;
    }
    return {};
  });
}

}  // namespace
}  // namespace paceline::product
