// SPDX-License-Identifier: Apache-2.0
// Who is invited, who leaves, and what they can still open. The clock stands at 2026-11-18 12:00 UTC, a Wednesday.
#include "tests/product/company.h"

namespace paceline::product {
namespace {

constexpr const char* kPassword = "a long enough one";

struct House : Company {
  Caller admin = session(adam);

  std::string invitation_of(const Person& person) {
    return product.post(admin, "/users/" + person.email + "/invitation", "").text_at("/token");
  }
  Answered join(const std::string& token, const std::string& password = kPassword,
                const std::string& peer = "192.0.2.9") {
    Sending sending;
    sending.peer = peer;
    return product.post({}, "/join", json("{'token': '" + token + "', 'password': '" + password + "'}"), sending);
  }
  Answered sign_in(const Person& person, const std::string& password = kPassword) {
    return product.post({}, "/session", json("{'email': '" + person.email + "', 'password': '" + password + "'}"));
  }
  Answered depart(const Person& person, const std::string& last_day) {
    return product.post(admin, "/users/" + person.email + "/departure", json("{'last_day': '" + last_day + "'}"));
  }
};

TEST(ComingAndGoing, JoiningSetsThePasswordAndEndsEveryEarlierSession) {
  House house;
  const Caller before = house.session(house.ana);
  const auto joined = house.join(house.invitation_of(house.ana));
  EXPECT_EQ(joined.status, 200) << joined.text;
  EXPECT_EQ(joined.text_at("/user/email"), house.ana.email);
  EXPECT_EQ(house.product.get(before, "/session").told(), "401 session.required");
  EXPECT_EQ(house.sign_in(house.ana).status, 200);
  EXPECT_EQ(house.sign_in(house.ana, "another long one").told(), "401 session.refused");
}

TEST(ComingAndGoing, AnInvitationIsForOneUseAndSevenDaysAndANewOneEndsTheOld) {
  House house;
  const std::string old = house.invitation_of(house.ana);
  const std::string token = house.invitation_of(house.ana);
  EXPECT_EQ(house.join(old).told(), "404 invitation.unknown");
  house.product.clock.advance_seconds(7 * kSecondsPerDay - 1);
  EXPECT_EQ(house.join(token, "too short").told(), "400 password.too_short");
  EXPECT_EQ(house.join(token).status, 200);
  EXPECT_EQ(house.join(token).told(), "404 invitation.unknown");
  house.admin = house.session(house.adam);
  const std::string late = house.invitation_of(house.boris);
  house.product.clock.advance_seconds(7 * kSecondsPerDay);
  EXPECT_EQ(house.join(late).told(), "409 invitation.expired");
}

TEST(ComingAndGoing, TriesToJoinAreCountedAsTriesToSignIn) {
  House house;
  std::string token = house.invitation_of(house.ana);
  const std::string good = token;
  token.back() = token.back() == 'A' ? 'B' : 'A';
  for (int i = 0; i < api::SignInTries::kMostOfEmail; ++i) {
    EXPECT_EQ(house.join(token, kPassword, "192.0.2." + std::to_string(i)).told(), "404 invitation.unknown");
  }
  EXPECT_EQ(house.join(good, kPassword, "192.0.2.200").told(), "429 session.too_many_tries");
  house.product.clock.advance_seconds(api::SignInTries::kWindowSeconds);
  EXPECT_EQ(house.join(good).status, 200);
}

TEST(ComingAndGoing, WhoLeftYesterdayHasNoSessionTokenOrPasswordAnyMore) {
  House house;
  ASSERT_EQ(house.join(house.invitation_of(house.ana)).status, 200);
  const Caller session = house.session(house.ana);
  const Caller token = house.token(house.ana, Scope::log);
  const std::string feed = house.product.post(session, "/calendar-feed", "").text_at("/path");
  ASSERT_FALSE(feed.empty());
  EXPECT_EQ(house.product.number("SELECT count(*) FROM calendar_feed WHERE revoked_at IS NULL"), 1);
  const std::string invitation = house.invitation_of(house.ana);
  EXPECT_EQ(house.depart(house.ana, "2026-11-17").status, 200);
  EXPECT_EQ(house.product.get(session, "/session").told(), "401 session.required");
  EXPECT_EQ(house.product.get(token, "/session").told(), "401 token.refused");
  EXPECT_EQ(house.sign_in(house.ana).told(), "401 session.refused");
  EXPECT_EQ(house.join(invitation).told(), "404 invitation.unknown");
  EXPECT_EQ(house.product.post(house.admin, "/users/" + house.ana.email + "/invitation", "").told(),
            "409 user.inactive");
  EXPECT_EQ(house.product.number("SELECT count(*) FROM token WHERE revoked_at IS NOT NULL"), 1);
  EXPECT_EQ(house.product.number("SELECT count(*) FROM calendar_feed WHERE revoked_at IS NULL"), 0);
}

TEST(ComingAndGoing, WhoLeavesTodayWorksToTheEndOfTheDay) {
  House house;
  const Caller session = house.session(house.ana);
  const Caller token = house.token(house.ana, Scope::log);
  EXPECT_EQ(house.depart(house.ana, "2026-11-18").status, 200);
  EXPECT_EQ(house.product.get(session, "/session").status, 200);
  house.product.clock.advance_seconds(12 * 3600 - 1);
  EXPECT_EQ(house.product.get(token, "/session").status, 200);
  house.product.clock.advance_seconds(1);
  EXPECT_EQ(house.product.get(session, "/session").told(), "401 session.required");
  EXPECT_EQ(house.product.get(token, "/session").told(), "401 token.refused");
}

TEST(ComingAndGoing, TheLastAdminStays) {
  House house;
  EXPECT_EQ(house.depart(house.adam, "2026-12-31").status, 200);
  const auto other = house.product.person(house.first, "admin@first.example");
  EXPECT_EQ(house.depart(other, "2026-12-31").told(), "409 user.last_admin");
  const auto demoted = house.product.post(
      house.admin, "/apply", json("{'users': [{'email': 'admin@first.example', 'name': 'A', 'role': 'ops'}]}"));
  EXPECT_EQ(demoted.text_at("/faults/0/code"), "user.last_admin") << demoted.text;
}

TEST(ComingAndGoing, OtherSessionsEndAndTokensAreRevoked) {
  House house;
  const Caller here = house.session(house.ana);
  const Caller there = house.session(house.ana);
  const Caller token = house.token(house.ana, Scope::read);
  const auto sessions = house.product.get(here, "/sessions");
  ASSERT_EQ(sessions.at("/items").as_array().size(), 2U) << sessions.text;
  EXPECT_EQ(house.product.send(here, api::Method::remove, "/sessions/others", "").status, 204);
  EXPECT_EQ(house.product.get(here, "/session").status, 200);
  EXPECT_EQ(house.product.get(there, "/session").told(), "401 session.required");
  const std::string id = house.product.get(here, "/tokens").text_at("/items/0/token_id");
  EXPECT_EQ(house.product.send(here, api::Method::remove, "/tokens/" + id, "").status, 204);
  EXPECT_EQ(house.product.get(token, "/session").told(), "401 token.refused");
  EXPECT_EQ(house.product.send(here, api::Method::remove, "/tokens/" + id, "").told(), "404 token.not_found");
}

/// What was written down while people came and went holds neither a secret nor its fingerprint.
TEST(ComingAndGoing, LeavesNoSecretInTheAudit) {
  House house;
  const std::string token = house.invitation_of(house.ana);
  ASSERT_EQ(house.join(token).status, 200);
  const std::string secret = token.substr(token.rfind('.') + 1);
  for (const std::string& word : {secret, house.product.secrets.fingerprint(secret), std::string(kPassword)}) {
    EXPECT_EQ(
        house.product.number("SELECT count(*) FROM audit WHERE detail = '" + word + "' OR subject = '" + word + "'"),
        0);
  }
  EXPECT_EQ(house.product.number("SELECT count(*) FROM audit WHERE action = 'invitation.make'"), 1);
  EXPECT_EQ(house.product.number("SELECT count(*) FROM audit WHERE action = 'invitation.use'"), 1);
  EXPECT_EQ(house.product.reports, std::vector<std::string>());
}

}  // namespace
}  // namespace paceline::product
