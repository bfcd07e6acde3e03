// SPDX-License-Identifier: Apache-2.0
// What is inside the answers: lists, searches, pages and live streams show nobody more than their own.
#include <algorithm>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

using Texts = std::vector<std::string>;

Texts sorted(Texts texts) {
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(Sight, OfContactsIsTheOwnOnesTheTeamsAndNobodys) {
  Company c;
  for (const auto& [who, name] : {std::pair(c.ana, "Quince of Ana"),
                                  {c.boris, "Quince of Boris"},
                                  {c.carl, "Quince of Carl"},
                                  {c.mila, "Quince of Mila"},
                                  {c.zoe, "Quince of Zoe"}})
    (void)c.product.add_contact(c.org_of(who), name, who.user_id, "Orchard");
  (void)c.product.add_contact(c.first, "Quince of nobody", {});
  const auto found = [&](const Person& who, const std::string& query) {
    return sorted(texts_of(c.product.get(c.session(who), "/contacts" + query), "name"));
  };
  const Texts all{"Quince of Ana", "Quince of Boris", "Quince of Carl", "Quince of Mila", "Quince of nobody"};
  for (const std::string query : {"", "?prefix=quin", "?prefix=QUINCE&limit=500"}) {
    EXPECT_EQ(found(c.ana, query), (Texts{"Quince of Ana", "Quince of nobody"})) << query;
    EXPECT_EQ(found(c.mila, query), (Texts{all[0], all[1], all[3], all[4]})) << query;
    EXPECT_EQ(found(c.wim, query), (Texts{"Quince of Carl", "Quince of nobody"})) << query;
    EXPECT_EQ(found(c.olga, query), all) << query;
    EXPECT_EQ(found(c.adam, query), all) << query;
    EXPECT_EQ(found(c.zed, query), (Texts{"Quince of Zoe"})) << query;
  }
  EXPECT_EQ(found(c.carl, "?prefix=ana"), Texts());
  EXPECT_EQ(found(c.carl, "?prefix=orchard"), (Texts{"Quince of Carl"}));
}

TEST(Sight, OfSignalsIsThoseOfOnesOwnContacts) {
  Company c;
  const auto of_boris = c.product.add_contact(c.first, "Contact of Boris", c.boris.user_id);
  const std::string body =
      json("{'items': [{'kind': 'click', 'topic': 'loans', 'contact_id': '" + to_text(of_boris) + "'}]}");
  ASSERT_EQ(c.product.post(c.session(c.boris), "/signals/batch", body).number_at("/added"), 1);
  EXPECT_EQ(texts_of(c.product.get(c.session(c.boris), "/signals"), "contact_name"), (Texts{"Contact of Boris"}));
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/signals"), "contact_name"), Texts());
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/signals?rep=me&as_of=2026-11-18T12:05:00Z"), "kind"), Texts());
}

TEST(Sight, OfAnAccountThatAnotherRepOwnsIsNotTheNameEither) {
  Company c;
  const auto add = [&](const Person& who, const std::string& body) {
    return c.product.post(c.session(who), "/accounts", json(body));
  };
  EXPECT_EQ(add(c.carl, "{'name': 'Orchard Ltd', 'key': 'k-7', 'owner': '" + c.carl.email + "'}").status, 201);
  EXPECT_EQ(add(c.ana, "{'name': 'Part', 'parent': 'k-7'}").told(), "403 access.forbidden");
  const auto own = add(c.ana, "{'name': 'Own', 'owner': '" + c.ana.email + "'}");
  EXPECT_EQ(
      c.product
          .post(c.session(c.ana), "/accounts/" + own.text_at("/account_id") + "/changes", json("{'parent': 'k-7'}"))
          .told(),
      "403 access.forbidden");
  EXPECT_EQ(add(c.adam, "{'name': 'Part of it', 'parent': 'k-7'}").text_at("/parent/name"), "Orchard Ltd");
}

TEST(Sight, OfPeopleIsByRole) {
  Company c;
  const auto names = [&](const Person& who) {
    return sorted(texts_of(c.product.get(c.session(who), "/reps"), "name"));
  };
  EXPECT_EQ(names(c.ana), (Texts{"Ana Duarte"}));
  EXPECT_EQ(names(c.mila), (Texts{"Ana Duarte", "Boris Ilic", "Mila Manager"}));
  EXPECT_EQ(names(c.olga),
            (Texts{"Ana Duarte", "Boris Ilic", "Carl Meyer", "Mila Manager", "Olga Ops", "Wim Manager"}));
  EXPECT_EQ(names(c.zed), (Texts{"Zed Manager", "Zoe Other"}));
  const auto users = texts_of(c.product.get(c.session(c.zoe_admin), "/users"), "email");
  EXPECT_EQ(sorted(users), (Texts{"admin@second.example", "zed@second.example", "zoe@second.example"}));
}

TEST(Sight, OfDefinitionsIsThoseOfTheOwnOrganisation) {
  Company c;
  const auto all = [&](const Person& who, const std::string& list) { return c.product.get(c.session(who), list).text; };
  for (const Person& who : {c.ana, c.adam}) {
    EXPECT_EQ(all(who, "/kinds").find("fair"), std::string::npos);
    EXPECT_EQ(all(who, "/topics").find("secret"), std::string::npos);
    EXPECT_EQ(all(who, "/quotas").find("dials"), std::string::npos);
  }
  EXPECT_NE(all(c.zoe, "/topics").find("secret"), std::string::npos);
  (void)c.product.add_call(c.first, c.ana.user_id);
  EXPECT_EQ(texts_of(c.product.get(c.session(c.zoe_admin), "/counts"), "rep_id"), Texts());
  EXPECT_EQ(texts_of(c.product.get(c.session(c.adam), "/counts"), "rep_id"), (Texts{to_text(c.ana.user_id)}));
}

/// The reps of a team. A manager sees the team of today: neither who left it, in the past, nor who is to come, in the
/// future.
TEST(Sight, OfATeamAtAnotherMomentIsThatOfItsMembersOfToday) {
  Company c;
  c.product.apply(c.first, json(R"({'users': [
    {'email': 'dora@first.example', 'name': 'Dora Left', 'team': 'East', 'from': '2026-01-01'},
    {'email': 'dora@first.example', 'name': 'Dora Left', 'team': 'West', 'from': '2026-11-01'},
    {'email': 'boris@first.example', 'name': 'Boris Ilic', 'team': 'West', 'from': '2026-11-20'}]})"));
  const auto reps = [&](const Person& who, const std::string& path) {
    return sorted(texts_of(c.product.get(c.session(who), path), "rep_name"));
  };
  const Texts east{"Ana Duarte", "Boris Ilic"};
  EXPECT_EQ(reps(c.mila, "/teams/East/pace"), east);
  EXPECT_EQ(reps(c.mila, "/teams/East/pace?as_of=2026-10-15T12:00:00Z"), east);
  EXPECT_EQ(reps(c.wim, "/teams/West/pace"), (Texts{"Carl Meyer", "Dora Left"}));
  EXPECT_EQ(c.product.get(c.session(c.wim), "/teams/West/pace?as_of=2026-11-21T12:00:00Z").told(),
            "400 query.as_of.in_future");
  const Texts then{"Ana Duarte", "Boris Ilic", "Dora Left"};
  EXPECT_EQ(reps(c.olga, "/teams/East/pace?as_of=2026-10-15T12:00:00Z"), then);
  EXPECT_EQ(c.product.get(c.session(c.mila), "/reps/dora@first.example/pace").told(), "403 access.forbidden");
}

TEST(Sight, MovesWithTheRepToTheOtherTeamOnThatDay) {
  Company c;
  c.product.apply(c.first, json(R"({'users': [
    {'email': 'boris@first.example', 'name': 'Boris Ilic', 'team': 'West', 'from': '2026-11-20'}]})"));
  const std::string path = "/reps/boris@first.example/pace";
  const Caller mila = c.session(c.mila);
  const Caller wim = c.session(c.wim);
  EXPECT_EQ(c.product.get(mila, path).status, 200);
  EXPECT_EQ(c.product.get(wim, path).status, 403);
  c.product.clock.set(*parse_instant("2026-11-20T00:00:00Z"));
  EXPECT_EQ(c.product.get(mila, path).status, 403);
  EXPECT_EQ(c.product.get(wim, path).status, 200);
}

/// A cursor says where a page begins, never whose page it is.
TEST(Sight, IsNotWidenedByACursorOrByAMoment) {
  Company c;
  for (int i = 0; i < 3; ++i) (void)c.product.add_call(c.first, c.boris.user_id);
  const auto of_ana = c.product.add_call(c.first, c.ana.user_id);
  const auto page = c.product.get(c.session(c.boris), "/activities?limit=1");
  const std::string cursor = page.text_at("/next");
  ASSERT_FALSE(cursor.empty());
  for (const std::string& path : {"/activities?cursor=" + cursor,
                                  std::string("/activities?as_of=2026-11-18T12:05:00Z&cursor=9000000000000000.1")})
    for (const auto& rep : texts_of(c.product.get(c.session(c.ana), path), "rep")) EXPECT_EQ(rep, c.ana.email) << path;
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/activities"), "activity_id"), (Texts{to_text(of_ana)}));
  for (const auto& rep : texts_of(c.product.get(c.session(c.ana), "/reps?cursor=0"), "name"))
    EXPECT_EQ(rep, "Ana Duarte");
  EXPECT_EQ(texts_of(c.product.get(c.session(c.ana), "/reps?cursor=1"), "name"), Texts());
  EXPECT_EQ(texts_of(c.product.get(c.session(c.zoe), "/activities?cursor=" + cursor), "rep"), Texts());
}

std::vector<std::int64_t> reps_told(Company& c, const Person& who) {
  const auto answered =
      c.product.get(c.session(who), "/live", {.key = "", .peer = "p", .headers = {{"last-event-id", "0"}}});
  EXPECT_EQ(answered.status, 200);
  std::vector<std::int64_t> seen;
  const auto& live = answered.whole.live;
  EXPECT_TRUE(live.has_value());
  if (!live) return seen;
  EXPECT_EQ(live->org, c.org_of(who).value());
  for (const auto& event : c.product.live.after(live->org, 0, 1000)) {
    if (live->may_see(event)) seen.push_back(event.rep);
  }
  std::sort(seen.begin(), seen.end());
  return seen;
}

TEST(Sight, OfALiveStreamIsTheChangesOfThoseWhoseFiguresOneSees) {
  Company c;
  for (const Person& who : {c.ana, c.boris, c.carl, c.zoe}) (void)c.product.add_call(c.org_of(who), who.user_id);
  const auto id = [](const Person& who) { return who.user_id.value(); };
  const auto of_somebody = [&](const Person& who) {
    auto seen = reps_told(c, who);
    std::erase(seen, 0);
    return seen;
  };
  EXPECT_EQ(of_somebody(c.ana), (std::vector{id(c.ana)}));
  EXPECT_EQ(of_somebody(c.mila), (std::vector{id(c.ana), id(c.boris)}));
  EXPECT_EQ(of_somebody(c.wim), (std::vector{id(c.carl)}));
  EXPECT_EQ(of_somebody(c.olga), (std::vector{id(c.ana), id(c.boris), id(c.carl)}));
  EXPECT_EQ(of_somebody(c.zoe_admin), (std::vector{id(c.zoe)}));
}

/// The figures of a rep who does not own the contact move too.
TEST(Sight, OfALiveStreamHasASignalForEachRepWhoseFiguresItMoved) {
  Company c;
  c.product.apply(c.first, json(R"({'quotas': [{'key': 'warm', 'name': 'Warm', 'period': 'week', 'amount': 5,
    'rule': {'after_signal': {'kinds': ['click']}}, 'teams': ['East'], 'from': '2026-01-01'}]})"));
  const auto contact = c.product.add_contact(c.first, "Contact of Boris", c.boris.user_id);
  (void)c.product.add_call(c.first, c.ana.user_id, contact);
  const auto before = reps_told(c, c.ana).size();
  const std::string body = json("{'items': [{'kind': 'click', 'occurred_at': '2026-11-18T11:00:00Z', 'contact_id': '" +
                                to_text(contact) + "'}]}");
  ASSERT_EQ(c.product.post(c.session(c.boris), "/signals/batch", body).number_at("/added"), 1);
  EXPECT_EQ(c.product.get(c.session(c.ana), "/quotas/warm/pace").number_at("/counted"), 1);
  EXPECT_GT(reps_told(c, c.ana).size(), before);
}

TEST(Sight, OfManyLiveStreamsIsOneQuestion) {
  Company c;
  (void)c.product.add_call(c.first, c.ana.user_id);
  const std::int64_t first = c.first.value();
  const std::int64_t second = c.second.value();
  const auto both = c.product.live.newest({first, second});
  EXPECT_EQ(both.at(first), c.product.live.after(first, 0, 1000).back().seq);
  EXPECT_EQ(both.at(second), c.product.live.after(second, 0, 1000).back().seq);
  std::vector<std::int64_t> many{second};
  for (std::int64_t unknown = 1; unknown <= 1'500; ++unknown) many.push_back(unknown);
  EXPECT_EQ(c.product.live.newest(many), (std::map<std::int64_t, std::int64_t>{{second, both.at(second)}}));
  EXPECT_TRUE(c.product.live.newest({}).empty());
}

}  // namespace
}  // namespace paceline::product
