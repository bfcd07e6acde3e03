// SPDX-License-Identifier: Apache-2.0
// What happened with a contact and with an account, who sees it, and what a search finds for whom.
#include "tests/product/company.h"

namespace paceline::product {
namespace {

using Texts = std::vector<std::string>;

class Histories : public testing::Test {
 protected:
  std::string made(const Person& who, const std::string& path, const std::string& body, const std::string& id) {
    c.product.clock.advance_seconds(60);
    const auto answer = c.product.post(c.session(who), path, json(body));
    EXPECT_LT(answer.status, 300) << path << ' ' << answer.text;
    return answer.text_at("/" + id);
  }
  void done(const Person& who, const std::string& path, const std::string& body) {
    c.product.clock.advance_seconds(60);
    const auto answer = c.product.post(c.session(who), path, json(body));
    EXPECT_LT(answer.status, 300) << path << ' ' << answer.text;
  }
  Answered history(const Person& who, const std::string& of, const std::string& query = "") {
    return c.product.get(c.session(who), of + "/history" + query);
  }
  /// "kind what before>how" of each event.
  static Texts told(const Answered& list) {
    Texts lines;
    const auto& items = list.at("/items").as_array();
    for (const auto& item : items) {
      const auto text = [&](const char* member) {
        const auto& value = item.as_object().at(member);
        return value.is_string() ? std::string(value.as_string()) : "-";
      };
      lines.push_back(text("kind") + ' ' + text("what") + ' ' + text("before") + '>' + text("how"));
    }
    return lines;
  }
  Company c;
};

TEST_F(Histories, OfAContactAreOneListInWhichNothingStandsTwice) {
  const ContactId contact = c.product.add_contact(c.first, "Carla One", c.ana.user_id, "Carla Ltd");
  const std::string id = to_text(contact);
  done(c.ana, "/signals/batch", "{'items': [{'contact_id': '" + id + "', 'kind': 'click', 'topic': 'gtx'}]}");
  c.product.clock.advance_seconds(60);
  (void)c.product.add_call(c.first, c.ana.user_id, contact);
  const std::string alpha =
      made(c.ana, "/opportunities", "{'name': 'Alpha', 'contact_id': '" + id + "'}", "opportunity_id");
  done(c.ana, "/opportunities/" + alpha + "/people",
       "{'people': [{'contact_id': '" + id + "', 'part': 'decision_maker'}]}");
  done(c.ana, "/opportunities/" + alpha + "/estimates",
       "{'send': true, 'key': 'E-1', 'lines': [{'unit_price_minor': 500}]}");
  const std::string met = made(c.ana, "/appointments",
                               "{'contact_id': '" + id + "', 'starts_at': '2026-11-16T09:00:00Z'}", "appointment_id");
  done(c.ana, "/appointments/" + met + "/end", "{'state': 'held'}");
  c.product.write(c.first, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(auto known, stores.contacts.find_contact(contact));
    known->phone = "+359 2 100";
    return stores.contacts.change_contact(*known, {c.product.ids.make<ChangeId>(),
                                                   contact,
                                                   "import.changed",
                                                   c.ana.user_id,
                                                   c.product.clock.now(),
                                                   {{"phone", std::nullopt, "+359 2 100"}}});
  });
  const std::string one = "/contacts/" + id;
  const Texts all{"change phone ->+359 2 100", "estimate Alpha ->sent", "part Alpha ->decision_maker",
                  "stage_move Alpha ->new",    "activity call ->-",     "signal click ->gtx",
                  "appointment meeting ->held"};
  const auto list = history(c.ana, one);
  EXPECT_EQ(told(list), all) << list.text;
  EXPECT_EQ(list.text_at("/items/1/text"), "E-1");
  EXPECT_EQ(list.number_at("/items/1/amount/amount_minor"), 500);
  EXPECT_EQ(list.text_at("/items/4/contact/name"), "Carla One");
  EXPECT_EQ(list.text_at("/items/6/appointment_id"), met);

  const auto first = history(c.ana, one, "?limit=4");
  const auto second = history(c.ana, one, "?limit=4&cursor=" + first.text_at("/next"));
  Texts both = told(first);
  for (const std::string& line : told(second)) both.push_back(line);
  EXPECT_EQ(both, all);
  EXPECT_TRUE(second.at("/next").is_null());
  EXPECT_EQ(history(c.ana, one, "?cursor=x").told(), "400 query.cursor.malformed");

  const auto detail = c.product.get(c.session(c.ana), one);
  EXPECT_EQ(detail.text_at("/account/name"), "Carla Ltd");
  const auto opportunities = c.product.get(c.session(c.ana), one + "/opportunities");
  EXPECT_EQ(texts_of(opportunities, "name"), Texts{"Alpha"});
  EXPECT_EQ(texts_of(opportunities, "part"), Texts{"decision_maker"});
}

TEST_F(Histories, OfAContactHaveOfOthersWorkOnlyWhatTheCallerMayRead) {
  const ContactId contact = c.product.add_contact(c.first, "Nobody's", {});
  const std::string one = "/contacts/" + to_text(contact);
  for (const Person& rep : {c.ana, c.boris, c.carl}) {
    c.product.clock.advance_seconds(60);
    (void)c.product.add_call(c.first, rep.user_id, contact);
    done(rep, "/opportunities", "{'name': 'Of " + rep.email + "', 'contact_id': '" + to_text(contact) + "'}");
  }
  const auto whose = [&](const Person& who) {
    std::set<std::string> emails;
    const auto list = history(who, one);
    const auto& items = list.at("/items").as_array();
    for (const auto& item : items) emails.emplace(item.at("rep").at("name").as_string());
    return emails.size();
  };
  EXPECT_EQ(whose(c.ana), 1U);
  EXPECT_EQ(whose(c.mila), 2U) << "of East";
  EXPECT_EQ(whose(c.olga), 3U);
  const auto opportunities = [&](const Person& who) {
    return texts_of(c.product.get(c.session(who), one + "/opportunities"), "name").size();
  };
  EXPECT_EQ(opportunities(c.ana), 1U);
  EXPECT_EQ(opportunities(c.mila), 2U);
  const std::string hers = "/contacts/" + to_text(c.product.add_contact(c.first, "Hers", c.ana.user_id));
  EXPECT_EQ(history(c.boris, hers).told(), "403 access.forbidden");
  EXPECT_EQ(c.product.get(c.session(c.boris), hers + "/opportunities").told(), "403 access.forbidden");
  EXPECT_EQ(history(c.zoe, hers).told(), "404 contact.not_found");
  c.product.apply(c.first, json("{'organisation': {'monitoring': 'own_figures'}}"));
  EXPECT_EQ(whose(c.mila), 0U);
  EXPECT_EQ(whose(c.ana), 1U);
}

TEST_F(Histories, OfAnAccountKeepItsFormerNamesAndItsOrders) {
  const std::string id = made(c.ana, "/accounts", "{'name': 'Beta', 'owner': 'me', 'region': 'West'}", "account_id");
  const std::string one = "/accounts/" + id;
  done(c.ana, "/sales", "{'key': 'S-1', 'account_id': '" + id + "', 'lines': [{'amount': {'amount_minor': 500}}]}");
  done(c.ana, one + "/changes", "{'region': 'East', 'from': '2026-11-20', 'owner': null}");
  done(c.adam, one + "/changes", "{'name': 'Beta Group', 'key': 'B-1'}");
  done(c.adam, one + "/changes", "{'name': 'Beta Group', 'key': 'B-2'}");
  const auto list = history(c.adam, one);
  EXPECT_EQ(told(list), (Texts{"owner owner Ana Duarte>-", "trait region West>East", "change key B-1>B-2",
                               "change name Beta>Beta Group", "change key ->B-1", "sale  ->-"}))
      << list.text;
  EXPECT_EQ(list.text_at("/items/5/text"), "S-1");
  EXPECT_EQ(list.number_at("/items/5/amount/amount_minor"), 500);
  EXPECT_EQ(list.text_at("/items/3/rep/rep_id"), to_text(c.adam.user_id));
  EXPECT_EQ(c.product.number("SELECT count(*) FROM account_change"), 3) << "what stays is no change";
}

TEST_F(Histories, OfAnAccountHaveWhatThosePeopleDidWhomTheCallerMayRead) {
  const auto add = [&](const std::string& name, const Person& owner) {
    const ContactId id = c.product.add_contact(c.first, name, owner.user_id, "Beta");
    done(owner, "/signals/batch", "{'items': [{'contact_id': '" + to_text(id) + "', 'kind': 'click'}]}");
    return to_text(id);
  };
  const std::string carla = add("Carla of Ana", c.ana);
  (void)add("Carl of Boris", c.boris);
  done(c.ana, "/appointments", "{'contact_id': '" + carla + "', 'starts_at': '2026-11-20T09:00:00Z'}");
  const std::string one =
      "/accounts/" + c.product.get(c.session(c.ana), "/contacts/" + carla).text_at("/account/account_id");
  const auto people = [&](const Person& who, const std::string& query = "") {
    return texts_of(c.product.get(c.session(who), one + "/contacts" + query), "name");
  };
  EXPECT_EQ(people(c.ana), Texts{"Carla of Ana"});
  EXPECT_EQ(people(c.mila), (Texts{"Carl of Boris", "Carla of Ana"}));
  EXPECT_EQ(people(c.mila, "?limit=1"), Texts{"Carl of Boris"});
  const std::string met = "appointment meeting ->set";
  EXPECT_EQ(told(history(c.ana, one)), (Texts{met, "signal click ->-"}));
  EXPECT_EQ(told(history(c.mila, one)), (Texts{met, "signal click ->-", "signal click ->-"}));
  EXPECT_EQ(told(history(c.boris, one)), Texts{"signal click ->-"});
}

TEST_F(Histories, AreFoundByNameAsFarAsTheCallerMayRead) {
  done(c.ana, "/accounts", "{'name': 'Ägide Works', 'owner': 'me'}");
  done(c.boris, "/accounts", "{'name': 'Works of Boris', 'owner': 'me'}");
  done(c.adam, "/accounts", "{'name': 'Nobody works'}");
  done(c.ana, "/opportunities", "{'name': 'Worktop', 'account_name': 'Ägide Works'}");
  done(c.boris, "/opportunities", "{'name': 'Works for all'}");
  const std::string voided = made(c.ana, "/opportunities", "{'name': 'Work undone'}", "opportunity_id");
  done(c.ana, "/opportunities/" + voided + "/void", "{'reason': 'a test'}");
  const auto names = [&](const Person& who, const std::string& query) {
    return texts_of(c.product.get(c.session(who), "/search?" + query), "name");
  };
  EXPECT_EQ(names(c.ana, "prefix=work"), (Texts{"Nobody works", "Ägide Works", "Worktop"}));
  EXPECT_EQ(names(c.ana, "prefix=work&limit=1"), (Texts{"Nobody works", "Worktop"}));
  EXPECT_EQ(names(c.ana, "prefix=works+agi"), (Texts{"Ägide Works"}));
  EXPECT_EQ(names(c.mila, "prefix=works"), (Texts{"Nobody works", "Works of Boris", "Ägide Works", "Works for all"}));
  EXPECT_EQ(names(c.zoe, "prefix=work"), Texts());
  EXPECT_EQ(names(c.ana, "prefix=orks"), Texts()) << "only beginnings";
  EXPECT_EQ(names(c.ana, "prefix=-"), Texts()) << "no word at all";
  EXPECT_EQ(c.product.get(c.session(c.ana), "/search").told(), "400 member.missing");
}

}  // namespace
}  // namespace paceline::product
