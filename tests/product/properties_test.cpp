// SPDX-License-Identifier: Apache-2.0
// What holds for every company and every day.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <functional>

#include "tests/product/careless_run.h"

namespace paceline::product {
namespace {

constexpr const char* kPeople = R"({
  'teams': [{'name': 'Run'}],
  'users': [{'email': '1@ORG.example', 'name': 'One', 'team': 'Run'}, {'email': '2@ORG.example', 'name': 'Two', 'team': 'Run'}],
  'contacts': [{'name': 'A', 'key': 'a', 'account_name': 'X'}, {'name': 'B', 'key': 'b', 'account_name': 'X'}, {'name': 'C', 'key': 'c'}],
  'quotas': [
    {'key': 'calls', 'name': 'C', 'period': 'week', 'amount': 9, 'teams': ['Run'], 'from': '2026-01-01',
     'rule': {'kinds': ['call'], 'min_duration_s': 20}},
    {'key': 'days', 'name': 'D', 'period': 'day', 'amount': 9, 'teams': ['Run'], 'from': '2026-01-01', 'rule': {}},
    {'key': 'contacts', 'name': 'K', 'period': 'week', 'amount': 9, 'teams': ['Run'], 'from': '2026-01-01',
     'rule': {'unit': 'contacts', 'outcomes': ['answered']}},
    {'key': 'accounts', 'name': 'A', 'period': 'month', 'amount': 9, 'teams': ['Run'], 'from': '2026-01-01',
     'rule': {'unit': 'accounts'}},
    {'key': 'warm', 'name': 'W', 'period': 'month', 'amount': 9, 'teams': ['Run'], 'from': '2026-01-01',
     'rule': {'unit': 'contacts', 'after_signal': {'kinds': ['click'], 'within_days': 2}}}]})";

/// One organisation of the product, with two reps and quotas of every unit.
struct Office {
  Office(Product& a_product, const std::string& a_name)
      : product(a_product), name(a_name), org_id(product.found(name)) {
    std::string document = json(kPeople);
    for (auto at = document.find("ORG"); at != std::string::npos; at = document.find("ORG"))
      document.replace(at, 3, name);
    product.apply(org_id, document);
    admin =
        product.session(org_id, product.person(org_id, "admin@" + name + ".example").user_id, 1000 * kSecondsPerDay);
  }
  [[nodiscard]] std::string rep(int number) const { return std::to_string(number) + "@" + name + ".example"; }

  /// Everything that the quotas count, "calls 1@ 2026-W47 3".
  [[nodiscard]] std::vector<std::string> figures() {
    std::vector<std::string> all;
    for (const std::string quota : {"calls", "days", "contacts", "accounts", "warm"}) {
      for (int number : {1, 2}) {
        const auto pace = product.get(admin, "/quotas/" + quota + "/pace?rep=" + rep(number));
        all.push_back(quota + " " + std::to_string(number) + ": " + std::to_string(pace.number_at("/counted")));
      }
    }
    return all;
  }

  Product& product;
  std::string name;
  OrgId org_id;
  Caller admin;
};

/// A call of some rep with some contact on the day of the test.
boost::json::object some_call(Office& office, testing_support::Random& chance) {
  boost::json::object call{{"kind", "call"}, {"rep", office.rep(static_cast<int>(chance.between(1, 2)))}};
  call["contact"] = std::string(1, static_cast<char>('a' + chance.between(0, 2)));
  call["occurred_at"] =
      "2026-11-18T1" + std::to_string(chance.between(0, 1)) + ":0" + std::to_string(chance.between(0, 9)) + ":00Z";
  call["duration_s"] = chance.between(0, 1) * 60;
  call["outcome"] = chance.between(0, 1) == 0 ? "answered" : "no_answer";
  return call;
}

/// Edits of one thing stay in their order; those of different things come in any.
struct Edits {
  std::vector<std::string> bodies;  ///< the activity, then its corrections, then perhaps a void
  std::string path;                 ///< of the activity, once it is there
};

void apply_next(Office& office, Edits& edits, std::size_t step) {
  const std::string& body = edits.bodies[step];
  office.product.clock.advance_seconds(1);
  if (body.starts_with("signal")) {
    ASSERT_EQ(office.product.post(office.admin, "/signals/batch", body.substr(6)).number_at("/added"), 1);
  } else if (step == 0) {
    const auto logged = office.product.post(office.admin, "/activities", body);
    ASSERT_EQ(logged.status, 201) << logged.text;
    edits.path = "/activities/" + logged.text_at("/activity/activity_id");
  } else {
    const bool voids = body.find("\"set\"") == std::string::npos;
    ASSERT_EQ(office.product.post(office.admin, edits.path + (voids ? "/void" : "/correct"), body).status, 200);
  }
}

TEST(Properties, TheOrderOfEditsDoesNotMatter) {
  Product product;
  testing_support::Random chance;
  for (int story = 0; story < 4; ++story) {
    std::vector<std::string> figures;
    const auto drawn = [&](Office& office, testing_support::Random& of_story) {
      std::vector<Edits> all;
      for (int i = 0; i < 14; ++i) {
        Edits edits{{boost::json::serialize(some_call(office, of_story))}, ""};
        if (i % 3 == 0)
          edits.bodies.push_back(json("{'set': {'outcome': 'answered', 'duration_s': 30}, 'reason': 'r'}"));
        if (i % 4 == 0) edits.bodies.push_back(json("{'reason': 'r'}"));
        all.push_back(edits);
      }
      for (const std::string contact : {"a", "b", "c"})
        all.push_back({{json("signal{'items': [{'kind': 'click', 'contact': '" + contact +
                             "', 'occurred_at': '2026-11-18T10:05:00Z'}]}")},
                       ""});
      return all;
    };
    for (int order = 0; order < 6; ++order) {
      product.clock.set(*parse_instant("2026-11-18T12:00:00Z"));
      Office office(product, "o" + std::to_string(story) + "-" + std::to_string(order));
      testing_support::Random of_story;  // the same in every order
      for (int i = 0; i < story; ++i) (void)of_story.between(0, 1);
      auto all = drawn(office, of_story);
      std::vector<std::size_t> next(all.size(), 0);
      for (std::size_t left = 0; left < 1000; ++left) {
        const auto at = static_cast<std::size_t>(chance.between(0, static_cast<std::int64_t>(all.size()) - 1));
        if (next[at] < all[at].bodies.size()) apply_next(office, all[at], next[at]++);
      }
      for (std::size_t i = 0; i < all.size(); ++i)
        while (next[i] < all[i].bodies.size()) apply_next(office, all[i], next[i]++);
      if (order == 0) figures = office.figures();
      EXPECT_EQ(office.figures(), figures) << "story " << story << " order " << order;
      EXPECT_EQ(product.differences(office.org_id), std::vector<std::string>());
    }
  }
}

std::vector<std::int64_t> rows_of_every_table(Product& product) {
  std::vector<std::int64_t> rows;
  for (const std::string table : {"activity",      "activity_now", "activity_change", "activity_change_field",
                                  "activity_text", "signal",       "contact",         "contact_detail",
                                  "contact_word",  "account",      "change",          "audit",
                                  "idempotency",   "count_day",    "count_first",     "member",
                                  "team",          "membership",   "login",           "calendar",
                                  "kind",          "quota",        "quota_version",   "quota_asked",
                                  "rule",          "rule_value"})
    rows.push_back(product.number("SELECT count(*) FROM " + table));
  rows.push_back(product.number("SELECT sum(version) FROM cell_version"));
  return rows;
}

TEST(Properties, ARepeatedRequestIsAnsweredAlikeAndStoresNothing) {
  Product product;
  Office office(product, "o");
  const auto activity =
      product.post(office.admin, "/activities", json("{'kind': 'call', 'rep': '1@o.example', 'contact': 'a'}"));
  const std::string path = "/activities/" + activity.text_at("/activity/activity_id");
  const std::vector<std::pair<std::string, std::string>> requests{
      {"/activities", json("{'kind': 'call', 'rep': '1@o.example', 'note': 'n'}")},
      {"/activities/batch", json("{'items': [{'kind': 'call', 'rep': '1@o.example'}, {'kind': 'nothing'}]}")},
      {path + "/correct", json("{'set': {'duration_s': 90}, 'reason': 'r'}")},
      {path + "/void", json("{'reason': 'r'}")},
      {"/contacts", json("{'name': 'New', 'account_name': 'Y'}")},
      {"/contacts/batch", json("{'items': [{'name': 'New'}, {'name': ''}]}")},
      {"/signals/batch",
       json("{'items': [{'kind': 'click', 'contact': 'a'}, {'kind': 'click', 'contact': 'nobody'}]}")},
      {"/apply", json("{'teams': [{'name': 'Again'}]}")}};
  for (const auto& [to, body] : requests) {
    const Sending sending{.key = "k" + to, .peer = "", .headers = {}};
    const auto first = product.post(office.admin, to, body, sending);
    ASSERT_LT(first.status, 300) << to << first.text;
    const auto rows = rows_of_every_table(product);
    product.clock.advance_seconds(86'400);
    for (int i = 0; i < 3; ++i) {
      const auto again = product.post(office.admin, to, body, sending);
      EXPECT_EQ(again.status, first.status) << to;
      EXPECT_EQ(again.text, first.text) << to;
    }
    EXPECT_EQ(product.post(office.admin, to, body + " ", sending).told(), "409 idempotency.key.reused") << to;
    EXPECT_EQ(rows_of_every_table(product), rows) << to;
  }
}

/// What was refused was not done, so its key is free for the corrected request.
TEST(Properties, ARefusedRequestStoresNothingAndKeepsNoKey) {
  Product product;
  Office office(product, "o");
  const auto rows = rows_of_every_table(product);
  const Sending sending{.key = "k", .peer = "", .headers = {}};
  EXPECT_EQ(
      product.post(office.admin, "/activities", json("{'kind': 'nothing', 'rep': '1@o.example'}"), sending).status,
      400);
  EXPECT_EQ(rows_of_every_table(product), rows);
  EXPECT_EQ(product.post(office.admin, "/activities", json("{'kind': 'call', 'rep': '1@o.example'}"), sending).status,
            201);
}

TEST(Properties, ABatchOfManyIsAsManyAlone) {
  Product product;
  Office together(product, "together");
  Office alone(product, "alone");
  testing_support::Random chance;
  boost::json::array items;
  for (int i = 0; i < 120; ++i) {
    boost::json::object call = some_call(together, chance);
    call["external_id"] = "x" + std::to_string(chance.between(1, 100));  // some come twice, some of them differ
    items.push_back(call);
    const std::string rep(call["rep"].as_string());
    call["rep"] = rep.substr(0, 2) + "alone.example";
    const auto status = product.post(alone.admin, "/activities", boost::json::serialize(call)).status;
    EXPECT_TRUE(status == 201 || status == 409) << status;
  }
  const boost::json::object body{{"items", items}};
  const auto batch = product.post(together.admin, "/activities/batch", boost::json::serialize(body));
  const auto stored = [&](const Office& office) {
    return product.number("SELECT count(*) FROM activity WHERE org_id = " + to_text(office.org_id));
  };
  EXPECT_EQ(batch.number_at("/added") + batch.number_at("/unchanged") + batch.number_at("/refused"), 120);
  EXPECT_EQ(batch.number_at("/added"), stored(together));
  EXPECT_EQ(stored(together), stored(alone));
  EXPECT_EQ(together.figures(), alone.figures());
  for (const auto& office : {together, alone})
    EXPECT_EQ(product.differences(office.org_id), std::vector<std::string>());
}

/// A run of a few weeks, with the rules of two quotas asked for in other periods too.
struct ShortRun : CarelessRun {
  ShortRun() {
    const auto all = quotas_at_first();
    add_quotas(
        {{"all-week", "week", all[1].rule}, {"all-month", "month", all[1].rule}, {"calls-day", "day", all[0].rule}});
    for (int i = 0; i < 800; ++i) one_operation();
    product.clock.advance_seconds(1);
  }
  Answered pace(const std::string& quota, const std::string& query) {
    auto answered = product.get(admin, "/quotas/" + quota + "/pace?rep=boris@run.example" + query);
    EXPECT_EQ(answered.status, 200) << answered.text;
    return answered;
  }
};

TEST(Properties, WhatIsMaintainedIsWhatTheFactsSayNow) {
  ShortRun run;
  const std::string a_moment_ago = "&as_of=" + to_text(Instant(run.now_us() - 1));
  for (const auto& quota : run.quotas) {
    const auto maintained = run.pace(quota.key, "").number_at("/counted");
    EXPECT_EQ(run.pace(quota.key, "&as_of=" + to_text(run.product.clock.now())).number_at("/counted"), maintained);
    EXPECT_EQ(run.pace(quota.key, a_moment_ago).number_at("/counted"), maintained) << quota.key;
    for (const std::string& query : {std::string("?rep=boris@run.example"), "?rep=boris@run.example" + a_moment_ago}) {
      const auto evidence = run.product.get(run.admin, "/quotas/" + quota.key + "/evidence" + query);
      EXPECT_EQ(evidence.number_at("/counted"), maintained) << quota.key;
    }
  }
}

TEST(Properties, APeriodIsTheSumOfItsDays) {
  ShortRun run;
  const int today = day_of_rep(1, run.now_us());
  const auto sum_of_days = [&](const std::string& quota, PlainSpan span) {
    std::int64_t sum = 0;
    for (int day = span.from; day < span.to && day <= today; ++day)
      sum += run.pace(quota, "&period=" + paceline::to_text(Day(day))).number_at("/counted");
    return sum;
  };
  EXPECT_EQ(run.pace("all-week", "").number_at("/counted"), sum_of_days("all-day", span_of("week", today)));
  EXPECT_EQ(run.pace("all-month", "").number_at("/counted"), sum_of_days("all-day", span_of("month", today)));
  EXPECT_EQ(run.pace("calls-week", "").number_at("/counted"), sum_of_days("calls-day", span_of("week", today)));
  for (const auto& quota : run.quotas) {
    const auto pace = run.pace(quota.key, "");
    std::int64_t sum = 0;
    for (const auto& day : pace.at("/days").as_array())
      if (day.at("counted").is_int64()) sum += day.at("counted").as_int64();
    EXPECT_EQ(sum, pace.number_at("/counted")) << quota.key;
  }
}

/// Tells whether the counts of the office are those of its facts, and how many contacts count this week.
std::int64_t contacts_this_week(Office& office) {
  EXPECT_EQ(office.product.differences(office.org_id), std::vector<std::string>());
  return office.product.get(office.admin, "/quotas/contacts/pace?rep=" + office.rep(1)).number_at("/counted");
}

void log_answered(Office& office, const std::string& contact, const std::string& day) {
  const auto logged =
      office.product.post(office.admin, "/activities",
                          json("{'kind': 'call', 'outcome': 'answered', 'rep': '" + office.rep(1) + "', 'contact': '" +
                               contact + "', 'occurred_at': '" + day + "T09:00:00Z'}"));
  ASSERT_EQ(logged.status, 201) << logged.text;
}

std::string contacts_quota(const std::string& outcome) {
  return json(
      "{'quotas': [{'key': 'contacts', 'name': 'K', 'period': 'week', 'amount': 9, 'teams': ['Run'],"
      " 'from': '2026-01-01', 'reason': 'a test', 'rule': {'unit': 'contacts', 'outcomes': ['" +
      outcome + "']}}]}");
}

/// A rule that nobody asks for any more leaves no cells behind, and finds none when it comes back.
TEST(Properties, ARuleThatIsReplacedTwiceLeavesNothingBehind) {
  Product product;
  Office office(product, "o");
  log_answered(office, "a", "2026-11-16");
  EXPECT_EQ(contacts_this_week(office), 1);
  product.apply(office.org_id, contacts_quota("agreed"));
  EXPECT_EQ(contacts_this_week(office), 0);
  product.apply(office.org_id, contacts_quota("no_answer"));
  log_answered(office, "b", "2026-11-16");
  EXPECT_EQ(contacts_this_week(office), 0);
  product.apply(office.org_id, contacts_quota("answered"));
  EXPECT_EQ(contacts_this_week(office), 2);
}

TEST(Properties, ACalendarWhoseWeeksBeginOnAnotherDayMovesThePeriods) {
  Product product;
  Office office(product, "o");
  log_answered(office, "a", "2026-11-15");  // a Sunday
  log_answered(office, "b", "2026-11-16");
  EXPECT_EQ(contacts_this_week(office), 1);
  product.apply(office.org_id, json("{'calendars': [{'name': 'Standard week', 'week_start': 'sunday'}]}"));
  EXPECT_EQ(contacts_this_week(office), 2);
  log_answered(office, "c", "2026-11-15");
  EXPECT_EQ(contacts_this_week(office), 3);
  product.apply(office.org_id, json("{'calendars': [{'name': 'Other', 'week_start': 'monday'}],"
                                    "'users': [{'email': '1@o.example', 'name': 'One', 'calendar': 'Other'}]}"));
  EXPECT_EQ(contacts_this_week(office), 1);
}

/// A rep's zone, team and leaving change no day and no figure of what was already there.
TEST(Properties, WhatBecomesOfARepMovesNoDayThatIsStored) {
  Product product;
  Office office(product, "o");
  log_answered(office, "a", "2026-11-16");
  log_answered(office, "b", "2026-11-17");
  product.apply(office.org_id,
                json("{'users': [{'email': '1@o.example', 'name': 'One', 'zone': 'Pacific/Kiritimati'}]}"));
  EXPECT_EQ(contacts_this_week(office), 2);
  product.apply(office.org_id, json("{'users': [{'email': '1@o.example', 'name': 'One', 'active': false}]}"));
  EXPECT_EQ(contacts_this_week(office), 2);
}

}  // namespace
}  // namespace paceline::product
