// SPDX-License-Identifier: Apache-2.0
// What a query asks for is obeyed, and what a route does not obey it refuses.
#include "tests/product/company.h"

namespace paceline::product {
namespace {

using Texts = std::vector<std::string>;

class Queries : public testing::Test {
 protected:
  Answered get(const std::string& path) { return c.product.get(c.session(c.adam), path); }
  Texts found(const std::string& typed) {
    const auto list = get("/contacts?prefix=" + typed);
    EXPECT_EQ(list.status, 200) << typed << list.text;
    return texts_of(list, "name");
  }
  void add(const std::string& name, const std::string& account, const std::string& phone) {
    const std::string body =
        json("{'name': '" + name + "', 'account_name': '" + account + "', 'phone': '" + phone + "'}");
    ASSERT_EQ(c.product.post(c.session(c.adam), "/contacts", body).status, 201);
  }
  Company c;
};

TEST_F(Queries, AContactIsFoundByAllTheWordsThatAreTyped) {
  add("Maria Petrova", "Alpha 24 Ltd", "+359 88 123 456");
  add("Maria Ivanova", "Beta Ltd", "0888 7");
  EXPECT_EQ(found("maria").size(), 2U);
  EXPECT_EQ(found("maria pet"), (Texts{"Maria Petrova"}));
  EXPECT_EQ(found("mar bet"), (Texts{"Maria Ivanova"}));
  EXPECT_EQ(found("ltd ivan MARIA"), (Texts{"Maria Ivanova"}));
  EXPECT_EQ(found("maria 24"), (Texts{"Maria Petrova"}));
  EXPECT_EQ(found("maria petrov ivan"), Texts());
}

TEST_F(Queries, APhoneNumberIsOneWordHoweverItIsGrouped) {
  add("Maria Petrova", "Alpha Ltd", "+359 88 123 456");
  add("Maria Ivanova", "Beta Ltd", "+359 2 88 123");
  for (const char* typed : {"+359 88 123", "359 (88) 12", "359-88", "359.88.123.456"})
    EXPECT_EQ(found(typed), (Texts{"Maria Petrova"})) << typed;
  EXPECT_EQ(found("88 123"), Texts());
}

TEST_F(Queries, AParameterThatARouteDoesNotObeyIsRefused) {
  for (const std::string path : {"/contacts", "/quotas", "/users", "/reps", "/counts", "/kinds", "/topics"})
    EXPECT_EQ(get(path + "?as_of=2026-11-01T00:00:00Z").told(), "400 query.unknown") << path;
  for (const std::string path : {"/settings", "/webhooks"})
    EXPECT_EQ(get(path + "?cursor=1").told(), "400 query.unknown") << path;
}

TEST_F(Queries, AMomentToComeIsRefused) {
  for (const std::string path : {"/reps/me/pace", "/teams/East/pace", "/quotas/calls/pace", "/quotas/calls/evidence",
                                 "/activities", "/signals"}) {
    EXPECT_EQ(get(path + "?as_of=2026-11-18T12:05:00Z").status, 200) << path;
    EXPECT_EQ(get(path + "?as_of=2026-11-18T12:05:01Z").told(), "400 query.as_of.in_future") << path;
  }
}

/// The rep moves from Tokyo to Phoenix: the day of what happened later can be the earlier one.
TEST_F(Queries, AListOfActivitiesSkipsNothingAfterAMoveToAnotherZone) {
  const auto log = [&](const std::string& at) {
    ASSERT_EQ(
        c.product.post(c.session(c.ana), "/activities", json("{'kind': 'call', 'occurred_at': '" + at + "'}")).status,
        201);
  };
  const auto live_in = [&](const std::string& zone) {
    c.product.apply(c.first,
                    json("{'users': [{'email': 'ana@first.example', 'name': 'Ana Duarte', 'zone': '" + zone + "'}]}"));
  };
  live_in("Asia/Tokyo");
  log("2026-11-16T16:00:00Z");  // the 17th there
  log("2026-11-16T14:00:00Z");
  live_in("America/Phoenix");
  log("2026-11-17T04:00:00Z");  // the 16th there
  log("2026-11-17T08:00:00Z");
  const Texts all{"2026-11-17T08:00:00Z", "2026-11-17T04:00:00Z", "2026-11-16T16:00:00Z", "2026-11-16T14:00:00Z"};
  for (const std::string as_of : {"", "&as_of=2026-11-18T12:00:00Z"}) {
    for (const int limit : {1, 2, 3, 4}) {
      const std::string path = "/activities?rep=ana@first.example&limit=" + std::to_string(limit) + as_of;
      Texts times;
      for (std::string cursor = "first"; !cursor.empty();) {
        const auto page = get(cursor == "first" ? path : path + "&cursor=" + cursor);
        for (auto& time : texts_of(page, "occurred_at")) times.push_back(std::move(time));
        cursor = page.at("/next").is_null() ? "" : page.text_at("/next");
      }
      EXPECT_EQ(times, all) << path;
    }
  }
}

/// Ana and her pace on Monday morning, with the four weeks before known or not.
class History : public testing::Test {
 protected:
  History() { c.product.clock.set(*parse_instant("2026-11-16T08:00:00Z")); }
  void log(const std::string& kind, const std::string& day) {
    const auto body = json("{'kind': '" + kind + "', 'occurred_at': '" + day + "T10:00:00Z'}");
    ASSERT_EQ(c.product.post(c.session(c.ana), "/activities", body).status, 201);
  }
  std::string state(const std::string& as_of = "") {
    return c.product.get(c.session(c.ana), "/quotas/calls/pace" + as_of).text_at("/state");
  }
  Company c;
};

TEST_F(History, OfANewRepSaysNothing) {
  EXPECT_EQ(state(), "too_early");
}

TEST_F(History, OfFourEmptyWeeksPullsTheRateDown) {
  log("call", "2026-10-01");
  EXPECT_EQ(state(), "behind");
  EXPECT_EQ(state("?as_of=2026-11-16T07:00:00Z"), "too_early");  // it was told at 8
}

TEST_F(History, OfWeeksWithOtherWorkOnlyPullsTheRateDown) {
  log("email", "2026-11-09");
  EXPECT_EQ(state(), "behind");
}

}  // namespace
}  // namespace paceline::product
