// SPDX-License-Identifier: Apache-2.0
// Who somebody is: sessions, their CSRF tokens, tokens of programs, and when each of them ends.
#include "tests/product/company.h"

namespace paceline::product {
namespace {

constexpr const char* kCall = R"({"kind":"call"})";

std::int64_t stored_activities(Company& c) {
  return c.product.number("SELECT count(*) FROM activity");
}

std::string sign_in_body(const std::string& email, const std::string& password) {
  return json("{'email': '" + email + "', 'password': '" + password + "'}");
}

TEST(Session, IsMadeByThePasswordAndGivesCookieAndCsrfToken) {
  Company c;
  const std::string password = c.product.password(c.first, c.ana.user_id);
  const auto answered = c.product.post({}, "/session", sign_in_body(" ANA@first.example ", password));
  ASSERT_EQ(answered.status, 200) << answered.text;
  ASSERT_EQ(answered.whole.headers.size(), 1U);
  const std::string cookie = answered.whole.headers[0].second;
  EXPECT_NE(cookie.find("; HttpOnly; SameSite=Strict"), std::string::npos) << cookie;
  const std::string credential = cookie.substr(17, cookie.find(';') - 17);
  const Caller caller{credential, answered.text_at("/csrf_token"), ""};
  EXPECT_EQ(c.product.get(caller, "/session").text_at("/user/email"), "ana@first.example");
  EXPECT_EQ(c.product.post(caller, "/activities", kCall).status, 201);
  EXPECT_EQ(c.product.number("SELECT count(*) FROM session WHERE fingerprint = '" + credential + "'"), 0);
  EXPECT_EQ(answered.text.find(credential), std::string::npos);
}

TEST(Session, OfAUserAreFiftyAtMostAndTheOldestEnds) {
  Company c;
  std::vector<Caller> earlier;
  for (int time = 0; time < 50; ++time) {
    c.product.clock.advance_seconds(1);
    earlier.push_back(c.session(c.ana));
  }
  c.product.clock.advance_seconds(1);
  const std::string password = c.product.password(c.first, c.ana.user_id);
  ASSERT_EQ(c.product.post({}, "/session", sign_in_body("ana@first.example", password)).status, 200);
  EXPECT_EQ(c.product.get(earlier[0], "/session").told(), "401 session.required");
  EXPECT_EQ(c.product.get(earlier[1], "/session").told(), "200");
  EXPECT_EQ(c.product.get(earlier[49], "/session").told(), "200");
}

TEST(Session, SaysWhereTheStreamOfChangesGoesOn) {
  Company c;
  const Caller ana = c.session(c.ana);
  const std::string before = c.product.get(ana, "/session").text_at("/newest_change");
  EXPECT_EQ(c.product.post(ana, "/activities", kCall).status, 201);
  const std::string after = c.product.get(ana, "/session").text_at("/newest_change");
  EXPECT_GT(std::stoll(after), std::stoll(before));
  const auto begins = [&](const std::string& asked) {
    const auto answered = c.product.get(ana, "/live" + asked);
    return answered.whole.live ? std::to_string(answered.whole.live->after_seq) : answered.told();
  };
  EXPECT_EQ(begins("?after=" + before), before);
  EXPECT_EQ(begins(""), after);
  EXPECT_EQ(begins("?after=9007199254740991"), after) << "a database that was set back";
  EXPECT_EQ(begins("?after=-1"), "400 number.out_of_range");
}

TEST(Session, ShowsTheOwnNumbers) {
  Company c;
  c.product.apply(c.first, json("{'users': [{'email': 'ana@first.example', 'name': 'Ana', 'phones': ['101']}]}"));
  EXPECT_EQ(c.product.get(c.session(c.ana), "/session").text_at("/user/phones/0"), "101");
  EXPECT_EQ(c.product.get(c.session(c.boris), "/session").text.find("101\""), std::string::npos);
}

TEST(Session, IsRefusedAlikeForAnUnknownAddressAWrongPasswordAndOneWhoLeft) {
  Company c;
  const std::string password = c.product.password(c.first, c.boris.user_id);
  c.product.apply(c.first, json("{'users': [{'email': 'boris@first.example', 'name': 'Boris', 'active': false}]}"));
  const auto unknown = c.product.post({}, "/session", sign_in_body("nobody@first.example", "x"));
  const auto wrong = c.product.post({}, "/session", sign_in_body("ana@first.example", "x"));
  const auto left = c.product.post({}, "/session", sign_in_body("boris@first.example", password));
  const auto no_address = c.product.post({}, "/session", sign_in_body("not an address", "x"));
  EXPECT_EQ(unknown.told(), "401 session.refused");
  EXPECT_EQ(wrong.text, unknown.text);
  EXPECT_EQ(left.text, unknown.text);
  EXPECT_EQ(no_address.text, unknown.text);
}

TEST(Session, WritesOnlyWithItsOwnCsrfToken) {
  Company c;
  const Caller ana = c.session(c.ana);
  const Caller again = c.session(c.ana);
  const Caller boris = c.session(c.boris);
  for (const std::string& token : {std::string(), again.csrf_token, boris.csrf_token, ana.csrf_token + "x"}) {
    const Caller forged{ana.cookie, token, ""};
    EXPECT_EQ(c.product.post(forged, "/activities", kCall).told(), "403 session.csrf_mismatch");
    EXPECT_EQ(c.product.post(forged, "/activities/preview", kCall).told(), "403 session.csrf_mismatch");
    EXPECT_EQ(c.product.send(forged, api::Method::remove, "/session", "").told(), "403 session.csrf_mismatch");
    EXPECT_EQ(c.product.get(forged, "/session").status, 200);
  }
  EXPECT_EQ(stored_activities(c), 0);
  EXPECT_EQ(c.product.post(ana, "/activities", kCall).status, 201);
}

TEST(Session, OfOneOrganisationIsNothingInTheOther) {
  Company c;
  const Caller zoe = c.session(c.zoe);
  const std::string secret = zoe.cookie.substr(zoe.cookie.find('.'));
  const Caller moved{to_text(c.first) + secret, zoe.csrf_token, ""};
  EXPECT_EQ(c.product.get(moved, "/session").told(), "401 session.required");
  EXPECT_EQ(c.product.post(moved, "/activities", kCall).told(), "401 session.required");
  const Caller token = c.token(c.zoe_admin, Scope::admin);
  const std::string token_secret = token.bearer.substr(token.bearer.find('.'));
  EXPECT_EQ(c.product.get({"", "", to_text(c.first) + token_secret}, "/users").told(), "401 token.refused");
  const std::string of_ana = "/activities?rep=" + to_text(c.ana.user_id);
  EXPECT_EQ(c.product.get(c.session(c.zoe_admin), of_ana).told(), "404 rep.not_found");
  EXPECT_EQ(c.product.get(token, of_ana).told(), "404 rep.not_found");
}

TEST(Session, EndsWhenTheUserLeavesAndSoDoTheTokens) {
  Company c;
  const Caller session = c.session(c.ana);
  const Caller token = c.token(c.ana, Scope::log);
  EXPECT_EQ(c.product.get(session, "/session").status, 200);
  c.product.apply(c.first, json("{'users': [{'email': 'ana@first.example', 'name': 'Ana Duarte', 'active': false}]}"));
  EXPECT_EQ(c.product.get(session, "/session").told(), "401 session.required");
  EXPECT_EQ(c.product.post(session, "/activities", kCall).told(), "401 session.required");
  EXPECT_EQ(c.product.get(token, "/session").told(), "401 token.refused");
  EXPECT_EQ(c.product.post(token, "/activities", kCall).told(), "401 token.refused");
  EXPECT_EQ(c.product.get(session, "/live").told(), "401 session.required");
}

TEST(Session, HasTheRoleOfNowNotThatOfTheSignIn) {
  Company c;
  const Caller adam = c.session(c.adam);
  const Caller token = c.token(c.adam, Scope::admin);
  EXPECT_EQ(c.product.get(adam, "/users").status, 200);
  c.product.apply(c.first, json("{'users': [{'email': 'adam@first.example', 'name': 'Adam', 'role': 'rep'}]}"));
  EXPECT_EQ(c.product.get(adam, "/users").told(), "403 access.forbidden");
  EXPECT_EQ(c.product.get(token, "/users").told(), "403 access.forbidden");
  EXPECT_EQ(c.product.get(adam, "/reps/boris@first.example/pace").told(), "403 access.forbidden");
}

TEST(Session, LastsFourteenDaysToTheMicrosecond) {
  Company c;
  const Caller ana = c.session(c.ana);
  c.product.clock.advance_seconds(kSessionSeconds);
  c.product.clock.advance_microseconds(-1);
  EXPECT_EQ(c.product.get(ana, "/session").status, 200);
  c.product.clock.advance_microseconds(1);
  EXPECT_EQ(c.product.get(ana, "/session").told(), "401 session.required");
}

TEST(Session, EndsAloneWhenItIsSignedOut) {
  Company c;
  const Caller one = c.session(c.ana);
  const Caller other = c.session(c.ana);
  EXPECT_EQ(c.product.send(one, api::Method::remove, "/session", "").status, 204);
  EXPECT_EQ(c.product.get(one, "/session").told(), "401 session.required");
  EXPECT_EQ(c.product.get(other, "/session").status, 200);
}

TEST(Session, IsNotWhatLooksLikeOne) {
  Company c;
  const Caller ana = c.session(c.ana);
  const std::string org = to_text(c.first);
  for (const std::string& cookie :
       {std::string("x"), std::string("."), org, org + ".", "0" + ana.cookie, "-" + ana.cookie, ana.cookie + "x",
        org + ".' OR '1'='1", org + "." + std::string(1, '\0'), std::string(5000, '9'), ana.csrf_token})
    EXPECT_EQ(c.product.get({cookie, "", ""}, "/session").told(), "401 session.required") << cookie;
  for (const std::string& bearer : {std::string("x"), ana.cookie, ana.csrf_token, org + "."})
    EXPECT_EQ(c.product.get({"", "", bearer}, "/session").told(), "401 token.refused") << bearer;
  const Caller token = c.token(c.ana, Scope::read);
  EXPECT_EQ(c.product.get({token.bearer, "", ""}, "/session").told(), "401 session.required");
  Sending basic;
  basic.headers = {{"authorization", "Basic " + token.bearer}};
  EXPECT_EQ(c.product.get({}, "/session", basic).told(), "401 token.refused");
}

/// What the command line says of itself is for its own door alone.
TEST(Session, IsNotMadeByTheOperatorsHeadersFromTheNetwork) {
  Company c;
  Sending forged;
  forged.headers = {{"x-paceline-as", "adam@first.example"}, {"x-paceline-org", to_text(c.first)}};
  EXPECT_EQ(c.product.get({}, "/users", forged).told(), "401 session.required");
  EXPECT_EQ(c.product.get(c.session(c.ana), "/users", forged).told(), "403 access.forbidden");
  EXPECT_EQ(c.product.get(c.session(c.ana), "/session", forged).text_at("/user/email"), "ana@first.example");
}

TEST(Token, IsRefusedOnceRevoked) {
  Company c;
  const Caller token = c.token(c.ana, Scope::read);
  EXPECT_EQ(c.product.get(token, "/session").status, 200);
  EXPECT_EQ(c.product.alter("UPDATE token SET revoked_at = 1"), 1);
  EXPECT_EQ(c.product.get(token, "/session").told(), "401 token.refused");
}

TEST(Token, IsNotMadeByATokenThatMayNotDoEverything) {
  Company c;
  for (const Scope scope : {Scope::read, Scope::log, Scope::manage})
    EXPECT_EQ(c.product.post(c.token(c.adam, scope), "/tokens", json("{'scope': 'read'}")).told(),
              "403 access.scope_too_small");
  const auto made = c.product.post(c.token(c.ana, Scope::admin), "/tokens", json("{'scope': 'admin'}"));
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(c.product.get({"", "", made.text_at("/token")}, "/users").told(), "403 access.forbidden");
}

TEST(Token, OfAnotherUserIsWrittenDownUnderTheAdminWhoMadeIt) {
  Company c;
  ASSERT_EQ(c.product.post(c.session(c.adam), "/tokens", json("{'scope': 'log', 'user': 'ana@first.example'}")).status,
            201);
  EXPECT_EQ(c.product.number("SELECT actor_id FROM audit WHERE action = 'token.make'"), c.adam.user_id.value());
}

Answered try_to_sign_in(Company& c, const std::string& email, const std::string& peer) {
  return c.product.post({}, "/session", sign_in_body(email, "wrong"), {.key = "", .peer = peer, .headers = {}});
}

TEST(SignInTries, OfOneAddressAreTenInAQuarterOfAnHourFromWhereverTheyCome) {
  Company c;
  const auto peer = [n = 0]() mutable { return "2001:db8::" + std::to_string(++n); };
  auto next = peer;
  for (int i = 0; i < 10; ++i) EXPECT_EQ(try_to_sign_in(c, "ana@first.example", next()).status, 401);
  EXPECT_EQ(try_to_sign_in(c, "ana@first.example", next()).told(), "429 session.too_many_tries");
  EXPECT_EQ(try_to_sign_in(c, " ANA@First.Example", next()).told(), "429 session.too_many_tries");
  EXPECT_EQ(try_to_sign_in(c, "boris@first.example", next()).status, 401);
  const std::string password = c.product.password(c.first, c.ana.user_id);
  EXPECT_EQ(c.product.post({}, "/session", sign_in_body("ana@first.example", password)).status, 429);
  c.product.clock.advance_seconds(900);
  EXPECT_EQ(c.product.post({}, "/session", sign_in_body("ana@first.example", password)).status, 200);
}

TEST(SignInTries, OfOneClientAreAHundredWhoeverIsTried) {
  Company c;
  for (int i = 0; i < 100; ++i) {
    const auto answered = c.product.post({}, "/session", "{", {.key = "", .peer = "203.0.113.9", .headers = {}});
    EXPECT_EQ(answered.status, 400);
  }
  EXPECT_EQ(try_to_sign_in(c, "ana@first.example", "203.0.113.9").told(), "429 session.too_many_tries");
  EXPECT_EQ(try_to_sign_in(c, "ana@first.example", "203.0.113.10").status, 401);
}

}  // namespace
}  // namespace paceline::product
