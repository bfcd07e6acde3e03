// SPDX-License-Identifier: Apache-2.0
// Requests that no honest client sends: each gets a plain refusal, and nothing is stored, shown or broken.
#include <boost/json/serialize.hpp>

#include "tests/product/company.h"

namespace paceline::product {
namespace {

class Attack : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_EQ(c.product.reports, std::vector<std::string>());
    EXPECT_EQ(c.product.differences(c.first), std::vector<std::string>());
  }
  Answered get(const std::string& path) { return c.product.get(ana, path); }
  Answered post(const std::string& path, const std::string& body) { return c.product.post(ana, path, body); }

  Company c;
  Caller ana = c.session(c.ana);
  Caller adam = c.session(c.adam);
};

TEST_F(Attack, ABatchOverItsLimitIsRefusedWhole) {
  const auto batch = [](int n) {
    std::string body = R"({"items":[{"kind":"call"})";
    for (int i = 1; i < n; ++i) body += R"(,{"kind":"call"})";
    return body + "]}";
  };
  EXPECT_EQ(post("/activities/batch", batch(501)).told(), "400 list.too_long");
  EXPECT_EQ(c.product.number("SELECT count(*) FROM activity"), 0);
  EXPECT_EQ(post("/activities/batch", batch(500)).number_at("/added"), 500);
  EXPECT_EQ(post("/activities/batch", R"({"items":[]})").number_at("/added"), 0);
}

TEST_F(Attack, DeepJsonIsRefused) {
  for (const std::size_t depth : {33, 1'000, 400'000}) {
    EXPECT_EQ(post("/activities", std::string(depth, '[')).told(), "400 json.too_deep");
    std::string objects;
    for (std::size_t i = 0; i < depth; ++i) objects += R"({"a":)";
    EXPECT_EQ(post("/activities", objects).told(), "400 json.too_deep");
  }
}

TEST_F(Attack, BodiesThatAreNotTheFormAreRefused) {
  for (const std::string& body : {std::string("["),
                                  std::string("null"),
                                  std::string("7"),
                                  std::string("\"x\""),
                                  std::string("{}{}"),
                                  std::string("\xEF\xBB\xBF{}"),
                                  std::string("{\"kind\":\"\xC3(\"}"),
                                  std::string("{\"kind\":\"\xED\xA0\x80\"}"),
                                  json("{'kind': 'call', 'kind': 'call'}"),
                                  json("{'kind': ['call']}"),
                                  json("{'kind': 'call', 'role': 'admin'}"),
                                  json("{'kind': 'call', 'duration_s': 1e3}"),
                                  json("{'kind': 'call', 'duration_s': 86401}"),
                                  json("{'kind': 'call', 'duration_s': 99999999999999999999}"),
                                  json("{'kind': 'call', 'rep_id': '1'}"),
                                  json("{'kind': 'call', 'state': 'voided'}"),
                                  json("{'kind': 'call', 'known_at': '2026-11-18T12:06:00Z'}"),
                                  json("{'kind': 'call', 'occurred_at': '0001-01-01T00:00:00Z'}"),
                                  json("{'kind': ''}"),
                                  json("{'kind': 'call', 'external_id': ''}"),
                                  json("{'kind': 'CALL'}"),
                                  json("{'kind': 'call\\u0000'}")})
    EXPECT_EQ(post("/activities", body).status, 400) << body;
  EXPECT_EQ(c.product.number("SELECT count(*) FROM activity"), 0);
}

TEST_F(Attack, TextThatLooksLikeSqlIsText) {
  (void)c.product.add_contact(c.first, "Kept", c.boris.user_id);
  for (const std::string& text : {std::string("' OR 1=1 --"), std::string("'; DROP TABLE activity; --"),
                                  std::string("%"), std::string("_"), std::string("\\"), std::string("$1")}) {
    EXPECT_EQ(texts_of(get("/contacts?prefix=k&limit=5"), "name"), std::vector<std::string>());
    EXPECT_LT(get("/contacts?prefix=" + text).status, 500) << text;
    for (const std::string path : {"/activities?rep=", "/signals?rep="})
      EXPECT_EQ(get(path + text).told(), "404 rep.not_found") << text;
    EXPECT_EQ(get("/quotas/" + text + "/pace").told(), "404 quota.not_found") << text;
    EXPECT_EQ(c.product.get(adam, "/teams/" + text + "/pace").told(), "404 team.not_found") << text;
    boost::json::object body{{"kind", "call"}, {"topic", text}, {"note", text}, {"external_id", text}};
    const auto logged = post("/activities", boost::json::serialize(body));
    EXPECT_EQ(logged.status, 201) << logged.text;
    EXPECT_EQ(logged.text_at("/activity/topic"), text);
  }
  EXPECT_EQ(c.product.number("SELECT count(*) FROM activity"), 6);
}

TEST_F(Attack, ANulIsRefusedWhereverItStands) {
  const std::string nul(1, '\0');
  for (const std::string path : {"/contacts?prefix=", "/activities?rep=", "/activities?cursor="}) {
    const auto answered = get(path + nul);
    EXPECT_TRUE(answered.status == 400 || answered.status == 404) << path << answered.text;
  }
  EXPECT_EQ(get("/contacts/" + nul).told(), "400 id.malformed");
  EXPECT_EQ(get("/reps/" + nul + "/pace").told(), "404 rep.not_found");
  EXPECT_EQ(c.product.get(adam, "/teams/" + nul + "/pace").told(), "404 team.not_found");
  for (const std::string member :
       {"topic", "note", "external_id", "source", "rep", "contact", "outcome", "product_line"})
    EXPECT_EQ(post("/activities", "{\"kind\":\"call\",\"" + member + "\":\"a\\u0000b\"}").status, 400) << member;
  for (const std::string member : {"name", "account_name", "phone", "email", "source", "key"})
    EXPECT_EQ(post("/contacts", "{\"name\":\"N\",\"" + member + "\":\"a\\u0000b\"}").status, 400) << member;
  EXPECT_EQ(
      c.product.post(ana, "/activities", R"({"kind":"call"})", {.key = "a" + nul, .peer = "", .headers = {}}).told(),
      "400 idempotency.key.malformed");
}

TEST_F(Attack, BidirectionalTextIsKeptAsItCameAndFound) {
  const std::string arabic = "\xD8\xB9\xD9\x84\xD9\x8A";            // ali
  const std::string turned = "\xE2\x80\xAE" + arabic + " gnp.exe";  // right-to-left override
  const boost::json::object body{{"name", turned}};
  const auto added = post("/contacts", boost::json::serialize(body));
  ASSERT_EQ(added.status, 201) << added.text;
  EXPECT_EQ(added.text_at("/name"), turned);
  EXPECT_EQ(texts_of(get("/contacts?prefix=" + arabic), "name"), std::vector{turned});
}

TEST_F(Attack, IdsThatAreNoneAreRefused) {
  for (const std::string& id : {std::string("0"), std::string("-1"), std::string("+1"), std::string("1e3"),
                                std::string("01"), std::string("9223372036854775808"), std::string("0x10"),
                                std::string(" 1"), std::string("1 "), std::string("me")}) {
    EXPECT_EQ(get("/contacts/" + id).told(), "400 id.malformed") << id;
    EXPECT_EQ(post("/activities/" + id + "/void", R"({"reason":"x"})").told(), "400 id.malformed") << id;
    EXPECT_EQ(post("/activities", R"({"kind":"call","contact_id":")" + id + "\"}").status, 400) << id;
    EXPECT_EQ(get("/activities?rep=" + id).told(), id == "me" ? "200" : "404 rep.not_found") << id;
  }
  EXPECT_EQ(post("/activities", R"({"kind":"call","contact_id":5})").status, 400);
}

TEST_F(Attack, AnIdOfAnotherKindOfThingIsNotThere) {
  const auto contact = to_text(c.product.add_contact(c.first, "Somebody", c.ana.user_id));
  const auto activity = to_text(c.product.add_call(c.first, c.ana.user_id));
  const auto quota = to_text(c.quota(c.first, "calls"));
  const auto team = to_text(c.team(c.first, "East"));
  const auto rep = to_text(c.ana.user_id);
  for (const auto& id : {contact, activity, quota, team, to_text(c.first)}) {
    EXPECT_EQ(get("/activities?rep=" + id).told(), "404 rep.not_found");
    EXPECT_EQ(get("/quotas/calls/evidence?rep=" + id).told(), "404 rep.not_found");
  }
  for (const auto& id : {contact, activity, team, rep})
    EXPECT_EQ(get("/quotas/" + id + "/pace").told(), "404 quota.not_found");
  for (const auto& id : {contact, activity, quota, rep})
    EXPECT_EQ(c.product.get(adam, "/teams/" + id + "/pace").told(), "404 team.not_found");
  for (const auto& id : {activity, quota, team, rep}) EXPECT_EQ(get("/contacts/" + id).told(), "404 contact.not_found");
  for (const auto& id : {contact, quota, team, rep})
    EXPECT_EQ(post("/activities/" + id + "/void", R"({"reason":"x"})").told(), "404 activity.not_found");
}

TEST_F(Attack, ACursorThatIsNoneIsRefusedOrEmpty) {
  (void)c.product.add_call(c.first, c.ana.user_id);
  for (const std::string cursor : {"x", "1", ".", "1.", ".1", "1.x", "-1.1", "1.-1", "99999999999999999999.1", "1.1.1"})
    for (const std::string path : {"/activities", "/quotas/calls/evidence"})
      EXPECT_EQ(get(path + "?cursor=" + cursor).told(), "400 query.cursor.malformed") << path << cursor;
  EXPECT_EQ(texts_of(get("/activities?cursor=1.1"), "kind"), std::vector<std::string>());
  for (const std::string path : {"/kinds", "/quotas", "/reps"}) {
    for (const std::string cursor : {"x", "-1", "1x", "0x1", "99999999999999999999999", " 1"})
      EXPECT_EQ(get(path + "?cursor=" + cursor).told(), "400 query.cursor.malformed") << path << cursor;
    EXPECT_EQ(texts_of(get(path + "?cursor=18446744073709551615"), "x"), std::vector<std::string>()) << path;
  }
  for (const std::string limit : {"0", "-1", "501", "1.0", "x", "99999999999999999999"})
    EXPECT_EQ(get("/activities?limit=" + limit).told(), "400 query.limit.out_of_range") << limit;
}

/// Each of these reaches a calendar; none may end the process.
TEST_F(Attack, MomentsAndPeriodsAtTheEndsOfTimeAreAnswered) {
  (void)c.product.add_call(c.first, c.ana.user_id);
  c.product.apply(c.first, json(R"({'quotas': [
    {'key': 'day', 'name': 'D', 'period': 'day', 'amount': 5, 'rule': {}, 'teams': ['East'], 'from': '1970-01-01'},
    {'key': 'month', 'name': 'M', 'period': 'month', 'amount': 5, 'rule': {'unit': 'contacts'}, 'teams': ['East'], 'from': '1970-01-01'},
    {'key': 'quarter', 'name': 'Q', 'period': 'quarter', 'amount': 0, 'rule': {'unit': 'accounts'}, 'teams': ['East'], 'from': '1970-01-01'},
    {'key': 'late', 'name': 'L', 'period': 'week', 'amount': 1000000000000, 'rule': {}, 'teams': ['East'], 'from': '9999-12-31'}]})"));
  for (const std::string moment : {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000001Z", "9999-12-31T23:59:59.999999Z",
                                   "9999-12-31T23:59:59-00:00", "2026-11-18T12:00:00.000001Z"}) {
    const std::string as_of = "as_of=" + moment;
    for (const std::string path : {"/reps/me/pace?", "/quotas/calls/pace?", "/quotas/calls/evidence?",
                                   "/quotas/day/pace?", "/quotas/month/pace?", "/quotas/quarter/pace?",
                                   "/quotas/late/pace?", "/activities?", "/signals?", "/contacts?", "/kinds?"})
      EXPECT_LT(get(path + as_of).status, 500) << path << as_of << get(path + as_of).text;
    EXPECT_LT(c.product.get(adam, "/teams/East/pace?" + as_of).status, 500) << as_of;
  }
  for (const std::string period :
       {"1970-W01", "9998-W52", "9999-W52", "1970-01", "9998-12", "1970-Q1", "9998-Q4", "1970-01-01", "9999-12-31",
        "9998-12-31", "2026-W00", "2026-W54", "2026-13", "2026-Q5", "0000-W01", "2026-W4", "-026-W01", "2026-02-30"}) {
    for (const std::string quota : {"calls", "day", "month", "quarter", "late"}) {
      EXPECT_LT(get("/quotas/" + quota + "/pace?period=" + period).status, 500) << quota << period;
      EXPECT_LT(get("/quotas/" + quota + "/evidence?period=" + period).status, 500) << quota << period;
    }
  }
  for (const std::string days : {"from=1970-01-01&to=9999-12-31", "from=9999-12-31&to=1970-01-01", "to=1970-01-01"})
    EXPECT_EQ(get("/activities?" + days).status, 200) << days;
}

TEST_F(Attack, TheFirstDayOfAllIsCountedLikeAnyOther) {
  c.product.apply(
      c.first,
      json(R"({'users': [{'email': 'ana@first.example', 'name': 'Ana', 'zone': 'America/Phoenix', 'team': 'East'}],
    'quotas': [{'key': 'firsts', 'name': 'F', 'period': 'week', 'amount': 5, 'rule': {'unit': 'contacts'}, 'teams': ['East'],
                'from': '1970-01-01'}]})"));
  const auto contact = to_text(c.product.add_contact(c.first, "Old", c.ana.user_id));
  const auto logged = post(
      "/activities", json("{'kind': 'call', 'occurred_at': '1970-01-01T00:00:00Z', 'contact_id': '" + contact + "'}"));
  EXPECT_EQ(logged.told(), "400 instant.out_of_range") << "it is the last evening of 1969 there";
  const auto next = post(
      "/activities", json("{'kind': 'call', 'occurred_at': '1970-01-01T07:00:00Z', 'contact_id': '" + contact + "'}"));
  EXPECT_EQ(next.status, 201) << next.text;
  EXPECT_EQ(get("/quotas/firsts/pace?period=1970-W01").number_at("/counted"), 1);
}

/// The system is nobody in particular: there is no "me".
TEST_F(Attack, TheOperatorWhoIsNobodyHasNoFigures) {
  for (const std::string path : {"/activities", "/signals", "/reps/me/pace", "/quotas/calls/pace",
                                 "/quotas/calls/evidence", "/session", "/reps", "/contacts", "/live"}) {
    api::Request request;
    request.path = "/api/v1" + path;
    request.door = api::Door::operator_;
    request.headers["x-paceline-org"] = to_text(c.first);
    EXPECT_LT(c.product.send(request).status, 500) << path;
    request.headers["x-paceline-as"] = "zoe@second.example";
    EXPECT_EQ(c.product.send(request).told(), "404 user.not_found") << path;
  }
}

TEST_F(Attack, AKeyOfOneUserSaysNothingToAnother) {
  const Sending same{.key = "the-same-key", .peer = "", .headers = {}};
  const auto first = c.product.post(ana, "/contacts", json("{'name': 'Secret of Ana'}"), same);
  ASSERT_EQ(first.status, 201);
  for (const Person& who : {c.boris, c.adam, c.zoe}) {
    const auto other = c.product.post(c.session(who), "/contacts", json("{'name': 'Another'}"), same);
    EXPECT_EQ(other.status, 201) << other.text;
    EXPECT_EQ(other.text_at("/name"), "Another");
  }
  EXPECT_EQ(c.product.post(ana, "/contacts", json("{'name': 'Another'}"), same).told(), "409 idempotency.key.reused");
  EXPECT_EQ(c.product.post(ana, "/contacts/batch", json("{'items': []}"), same).told(), "409 idempotency.key.reused");
  EXPECT_EQ(c.product.post(ana, "/contacts", json("{'name': 'Secret of Ana'}"), same).text, first.text);
}

/// Definitions: an address that the other organisation has is refused, and the rest of the document stands.
TEST_F(Attack, AnAddressOfAnotherOrganisationRefusesThatUserAlone) {
  const auto applied = c.product.post(adam, "/apply", json(R"({
    'users': [{'email': 'zoe@second.example', 'name': 'Taken'}, {'email': 'new@first.example', 'name': 'New'}],
    'teams': [{'name': 'North'}]})"));
  EXPECT_EQ(applied.status, 200) << applied.text;
  EXPECT_EQ(applied.number_at("/refused"), 1);
  EXPECT_EQ(applied.number_at("/created"), 2);
  EXPECT_EQ(applied.text_at("/faults/0/code"), "user.email.taken");
  EXPECT_EQ(c.product.person(c.first, "new@first.example").role, Role::rep);
}

TEST_F(Attack, NobodyIsMadeTheSystem) {
  const auto applied = c.product.post(
      adam, "/apply", json("{'users': [{'email': 'ana@first.example', 'name': 'A', 'role': 'system'}]}"));
  EXPECT_EQ(applied.number_at("/refused"), 1) << applied.text;
  EXPECT_EQ(c.product.get(ana, "/users").status, 403);
}

}  // namespace
}  // namespace paceline::product
