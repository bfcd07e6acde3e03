// SPDX-License-Identifier: Apache-2.0
// Opportunities as two people change them at once, as they were, and as a monitoring profile lets them be seen.
#include <thread>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

class Opportunities : public testing::Test {
 protected:
  std::string add(const Person& rep, const std::string& name) {
    const auto added = c.product.post(c.session(rep), "/opportunities",
                                      json("{'name': '" + name + "', 'amounts': [{'amount': {'amount_minor': 500}}]}"));
    EXPECT_EQ(added.status, 201) << added.text;
    return added.text_at("/opportunity_id");
  }
  Answered move(const Person& who, const std::string& id, const std::string& stage, const std::string& seen) {
    Sending sending;
    sending.headers.emplace_back("if-match", seen);
    return c.product.post(c.session(who), "/opportunities/" + id + "/moves", json("{'stage': '" + stage + "'}"),
                          sending);
  }
  Company c;
};

TEST_F(Opportunities, TheSecondOfTwoPeopleIsToldWhatItIsNow) {
  const std::string id = add(c.ana, "Alpha");
  const auto read = c.product.get(c.session(c.ana), "/opportunities/" + id);
  const std::string version = std::to_string(read.number_at("/version"));
  EXPECT_EQ(move(c.mila, id, "qualified", '"' + version + '"').status, 200);
  const auto second = move(c.ana, id, "estimate", '"' + version + '"');
  EXPECT_EQ(second.told(), "409 opportunity.changed");
  EXPECT_NE(second.text_at("/detail").find("stage qualified, changed by Mila Manager"), std::string::npos)
      << second.text;
  EXPECT_EQ(c.product.get(c.session(c.ana), "/opportunities/" + id).text_at("/stage/key"), "qualified");
  EXPECT_EQ(move(c.ana, id, "estimate", "5").told(), "400 request.if_match.malformed");
  EXPECT_EQ(move(c.ana, id, "estimate", "*").status, 200);
}

TEST_F(Opportunities, MovedByManyAtOnceLoseNoMove) {
  const std::string id = add(c.ana, "Alpha");
  const Caller ana = c.session(c.ana);
  const Caller mila = c.session(c.mila);
  std::vector<int> statuses(8);
  std::vector<std::thread> threads;
  for (int n = 0; n < 8; ++n) {
    threads.emplace_back([&, n] {
      const std::string body = json("{'amounts': [{'amount': {'amount_minor': " + std::to_string(n) + "}}]}");
      Sending sending;
      sending.key = "many-" + std::to_string(n);
      statuses[static_cast<std::size_t>(n)] =
          c.product.post(n % 2 == 0 ? ana : mila, "/opportunities/" + id + "/amounts", body, sending).status;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(statuses, std::vector<int>(8, 200));
  EXPECT_EQ(c.product.number("SELECT count(*) FROM opportunity_fact WHERE kind = 'amount_change'"), 9);
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

TEST_F(Opportunities, OfTwoBatchesInOppositeOrderAreChangedByBoth) {
  const Caller ana = c.session(c.ana);
  const auto put = [&](const std::string& items, const std::string& key) {
    Sending sending;
    sending.key = key;
    return c.product.post(ana, "/opportunities/batch", json("{'items': [" + items + "]}"), sending).told();
  };
  const auto item = [](const std::string& key, int money) {
    return "{'name': '" + key + "', 'key': '" + key +
           "', 'amounts': [{'amount': {'amount_minor': " + std::to_string(money) + "}}]}";
  };
  ASSERT_EQ(put(item("A", 1) + "," + item("B", 1), "first"), "200");
  std::vector<std::string> told(8);
  std::vector<std::thread> threads;
  for (int n = 0; n < 8; ++n) {
    threads.emplace_back([&, n] {
      const std::string a = item("A", n + 2);
      const std::string b = item("B", n + 2);
      told[static_cast<std::size_t>(n)] = put(n % 2 == 0 ? a + "," + b : b + "," + a, "batch-" + std::to_string(n));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(told, std::vector<std::string>(8, "200"));
  EXPECT_EQ(c.product.number("SELECT count(*) FROM opportunity_fact WHERE kind = 'amount_change'"), 18);
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

TEST_F(Opportunities, OfLastMonthStayWhatTheyWere) {
  const std::string id = add(c.ana, "Alpha");
  const std::string then = to_text(c.product.clock.now());
  c.product.clock.advance_seconds(30 * kSecondsPerDay);
  const auto list = [&] { return c.product.get(c.session(c.ana), "/opportunities?as_of=" + then).text; };
  const std::string before = list();
  const auto post = [&](const std::string& what, const std::string& body) {
    EXPECT_EQ(c.product.post(c.session(c.ana), "/opportunities/" + id + what, json(body)).status, 200) << what;
  };
  post("/amounts", "{'amounts': [{'amount': {'amount_minor': 9}}]}");
  post("/close-days", "{'close_day': '2027-01-01'}");
  post("/close-days", "{'close_day': '2027-02-01'}");
  post("/moves", "{'stage': 'won'}");
  post("/moves", "{'stage': 'new', 'reason': 'withdrawn'}");
  post("/void", "{'reason': 'entered twice'}");
  EXPECT_EQ(list(), before);
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/opportunities"), "name"), std::vector<std::string>());
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

TEST_F(Opportunities, GiveTheirNextStepsToANewRepAndThePastKeepsWhoseTheyWere) {
  using Texts = std::vector<std::string>;
  const std::string id = add(c.ana, "Alpha");
  const auto say = [&](const char* what) {
    const auto said = c.product.post(c.session(c.ana), "/opportunities/" + id + "/next-steps",
                                     json("{'what': '" + std::string(what) + "', 'due_at': '2026-12-01T09:00:00Z'}"));
    EXPECT_EQ(said.status, 201) << said.text;
    return said.text_at("/next_step_id");
  };
  const std::string call = say("Call");
  const std::string write = say("Write");
  const std::string first = to_text(c.product.clock.now());
  c.product.clock.advance_seconds(60);
  const auto end = [&](const Person& who, const std::string& step) {
    return c.product.post(c.session(who), "/next-steps/" + step + "/end", json("{'state': 'done'}")).told();
  };
  EXPECT_EQ(end(c.ana, write), "200");
  const std::string second = to_text(c.product.clock.now());
  c.product.clock.advance_seconds(60);
  const auto given =
      c.product.post(c.session(c.mila), "/opportunities/" + id + "/changes", json("{'rep': '" + c.boris.email + "'}"));
  ASSERT_EQ(given.status, 200) << given.text;
  const auto whats = [&](const Person& who, const std::string& moment) {
    const std::string as_of = moment.empty() ? "" : "?as_of=" + moment;
    return texts_of(c.product.get(c.session(who), "/next-steps" + as_of), "what");
  };
  EXPECT_EQ(whats(c.ana, ""), Texts{});
  EXPECT_EQ(whats(c.boris, ""), Texts{"Call"});
  EXPECT_EQ(whats(c.ana, first), (Texts{"Call", "Write"}));
  EXPECT_EQ(whats(c.ana, second), Texts{"Call"}) << "what was done by then";
  EXPECT_EQ(whats(c.boris, second), Texts{}) << "whose it became later";
  const auto states = [&](const std::string& moment) {
    const auto told = c.product.get(c.session(c.mila), "/opportunities/" + id + "?as_of=" + moment);
    Texts all;
    for (const auto& each : told.at("/next_steps").as_array()) all.emplace_back(each.at("state").as_string());
    return all;
  };
  EXPECT_EQ(states(first), (Texts{"open", "open"}));
  EXPECT_EQ(states(second), (Texts{"open", "done"}));
  EXPECT_EQ(end(c.mila, call), "409 next_step.ended") << "it is another one by now";
  EXPECT_EQ(c.product.differences(c.first), Texts{});
}

TEST_F(Opportunities, AreThoseOfTheOwnTeamsAndOfNobodyElse) {
  for (const auto& [who, name] :
       {std::pair(c.ana, "of Ana"), {c.boris, "of Boris"}, {c.carl, "of Carl"}, {c.zoe, "of Zoe"}})
    (void)add(who, name);
  using Texts = std::vector<std::string>;
  const auto names = [&](const Person& who, const std::string& query = "") {
    return texts_of(c.product.get(c.session(who), "/opportunities" + query), "name");
  };
  EXPECT_EQ(names(c.ana), (Texts{"of Ana"}));
  EXPECT_EQ(names(c.mila), (Texts{"of Boris", "of Ana"}));
  EXPECT_EQ(names(c.olga), (Texts{"of Carl", "of Boris", "of Ana"}));
  EXPECT_EQ(names(c.olga, "?team=West"), (Texts{"of Carl"}));
  EXPECT_EQ(names(c.olga, "?limit=1"), (Texts{"of Carl"}));
  EXPECT_EQ(c.product.get(c.session(c.mila), "/opportunities?team=West").told(), "403 access.forbidden");
  c.product.apply(c.first, json("{'organisation': {'monitoring': 'own_figures'}}"));
  EXPECT_EQ(names(c.mila), Texts());
  EXPECT_EQ(names(c.ana), (Texts{"of Ana"}));
}

TEST_F(Opportunities, AreNotTakenOverByTheirKey) {
  const auto put = [&](const Person& who, const std::string& item) {
    return c.product.post(c.session(who), "/opportunities/batch", json("{'items': [" + item + "]}"));
  };
  EXPECT_EQ(put(c.ana, "{'name': 'Alpha', 'key': 'O-1'}").number_at("/added"), 1);
  const auto taken = put(c.boris, "{'name': 'Mine', 'key': 'O-1', 'stage': 'qualified'}");
  EXPECT_EQ(taken.number_at("/refused"), 1) << taken.text;
  EXPECT_EQ(taken.text_at("/faults/0/code"), "access.forbidden");
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/opportunities"), "name"), std::vector<std::string>{"Alpha"});
  EXPECT_EQ(put(c.mila, "{'name': 'Alpha and Omega', 'key': 'O-1'}").number_at("/refused"), 0);
  const auto hers = c.product.get(c.session(c.ana), "/opportunities");
  EXPECT_EQ(texts_of(hers, "name"), std::vector<std::string>{"Alpha and Omega"}) << "it stays with its rep";
}

TEST_F(Opportunities, NameNoContactOrAccountThatTheRepMayNotRead) {
  const std::string id = add(c.ana, "Alpha");
  const ContactId contact = c.product.add_contact(c.first, "Carla of Boris", c.boris.user_id, "Boris Ltd");
  const std::string one = "/opportunities/" + id;
  const auto people = json("{'people': [{'contact_id': '" + to_text(contact) + "', 'part': 'user'}]}");
  EXPECT_EQ(c.product.post(c.session(c.ana), one + "/people", people).told(), "403 access.forbidden");
  const auto change = json("{'contact_id': '" + to_text(contact) + "'}");
  EXPECT_EQ(c.product.post(c.session(c.ana), one + "/changes", change).told(), "403 access.forbidden");
  EXPECT_EQ(c.product.post(c.session(c.mila), one + "/people", people).status, 200);
}

TEST_F(Opportunities, AreNotKnownBeforeTheyHappened) {
  const auto added = c.product.post(
      c.session(c.ana), "/opportunities",
      json("{'name': 'Alpha', 'occurred_at': '2026-11-09T09:00:00Z', 'known_at': '2026-11-01T09:00:00Z'}"));
  EXPECT_EQ(added.told(), "400 opportunity.known_at.before_occurred_at");
  const auto sold = c.product.post(
      c.session(c.ana), "/sales",
      json("{'lines': [{'amount': {'amount_minor': 5}}], 'occurred_at': '2026-11-09T09:00:00Z', 'known_at': "
           "'2026-11-01T09:00:00Z'}"));
  EXPECT_EQ(sold.told(), "400 opportunity.known_at.before_occurred_at");
}

TEST_F(Opportunities, AreHandedOverWithTheirNextSteps) {
  const std::string id = add(c.ana, "Alpha");
  const std::string lost = add(c.ana, "Gone");
  EXPECT_EQ(
      c.product
          .post(c.session(c.ana), "/opportunities/" + lost + "/moves", json("{'stage': 'lost', 'reason': 'price'}"))
          .status,
      200);
  EXPECT_EQ(c.product
                .post(c.session(c.ana), "/opportunities/" + id + "/next-steps",
                      json("{'what': 'Call', 'due_at': '2026-12-01T09:00:00Z'}"))
                .status,
            201);
  const auto handed =
      c.product.post(c.session(c.mila), "/users/" + to_text(c.ana.user_id) + "/hand-over",
                     json("{'to': '" + c.boris.email + "', 'from': '2026-11-18', 'contacts': true, 'quotas': false}"));
  EXPECT_EQ(handed.number_at("/opportunities"), 1) << handed.text;
  EXPECT_EQ(texts_of(c.product.get(c.session(c.boris), "/opportunities"), "name"), std::vector<std::string>{"Alpha"});
  EXPECT_EQ(texts_of(c.product.get(c.session(c.boris), "/next-steps"), "what"), std::vector<std::string>{"Call"});
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/opportunities"), "name"), std::vector<std::string>{"Gone"});
  EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
}

TEST_F(Opportunities, AreHandedOverWithTheAccountsOfTheLeaver) {
  const auto account =
      c.product.post(c.session(c.mila), "/accounts", json("{'name': 'Alpha Ltd', 'owner': '" + c.ana.email + "'}"));
  const std::string path = "/accounts/" + account.text_at("/account_id");
  EXPECT_EQ(c.product.get(c.session(c.boris), path).told(), "403 access.forbidden");
  const auto handed =
      c.product.post(c.session(c.mila), "/users/" + to_text(c.ana.user_id) + "/hand-over",
                     json("{'to': '" + c.boris.email + "', 'from': '2026-11-18', 'contacts': true, 'quotas': false}"));
  EXPECT_EQ(handed.number_at("/accounts"), 1) << handed.text;
  EXPECT_EQ(c.product.get(c.session(c.boris), path).text_at("/owner/name"), "Boris Ilic");
  EXPECT_EQ(c.product.get(c.session(c.ana), path).told(), "403 access.forbidden");
}

TEST_F(Opportunities, WithoutARateSayNothingToOthers) {
  const auto sell = [&](const Person& who, const std::string& currency) {
    return c.product.post(c.session(who), "/sales",
                          json("{'lines': [{'amount': {'amount_minor': 5, 'currency': '" + currency + "'}}]}"));
  };
  EXPECT_EQ(sell(c.ana, "EUR").status, 201);
  EXPECT_EQ(sell(c.boris, "USD").status, 201);
  EXPECT_EQ(c.product.get(c.session(c.ana), "/sales").status, 200);
  EXPECT_EQ(c.product.get(c.session(c.boris), "/sales").number_at("/items/0/unpriced"), 1);
  EXPECT_EQ(c.product.get(c.session(c.ana), "/sales").number_at("/items/0/unpriced"), 0);
}

}  // namespace
}  // namespace paceline::product
