// SPDX-License-Identifier: Apache-2.0
#include "api/router.h"

#include <gtest/gtest.h>

#include <regex>

#include "tests/api/sample_router.h"

namespace paceline::api::sample {
namespace {

/// "400 code pointer, code pointer" of a refusal, "201 body" of an answer.
std::string said(const Response& response) {
  auto text = std::to_string(response.status);
  if (response.content_type != "application/problem+json") return text + ' ' + response.body;
  const std::regex fault(R"re("pointer":"([^"]*)","code":"([^"]*)")re");
  for (std::sregex_iterator it(response.body.begin(), response.body.end(), fault), end; it != end; ++it)
    text += ' ' + it->str(2) + (it->str(1).empty() ? "" : '@' + it->str(1));
  return text;
}

class RouterTest : public testing::Test {
 protected:
  std::string ask(const Request& request) { return said(router_.handle(request)); }
  std::string get(std::string path) { return ask(request_of(Method::get, std::move(path))); }
  std::string post(std::string body) { return ask(request_of(Method::post, "/api/v1/greetings", std::move(body))); }

  Script script_;
  Router router_ = router_of(script_);
};

TEST_F(RouterTest, FindsTheRouteWithTheFewestNames) {
  EXPECT_EQ(get("/api/v1/open"), R"(200 {"text":"open"})");
  EXPECT_EQ(get("/api/v1/greetings/newest"), R"(200 {"text":"newest"})");
  EXPECT_EQ(router_.handle(request_of(Method::get, "/api/v1/greetings/newest")).headers.front().first, "Age");
  EXPECT_EQ(get("/api/v1/greetings/17"), R"(200 {"text":"17"})");
}

TEST_F(RouterTest, KnowsNoOtherPath) {
  for (const auto* path : {"", "/", "/api/v1", "/api/v1/", "/api/v1/Open", "/api/v1/open/", "/api/v1/open/x",
                           "/api/v1//open", "/api/v1/greetings/", "/api/v1/greetings/1/2", "api/v1/open", "/openx"})
    EXPECT_EQ(get(path), "404 route.not_found") << path;
}

TEST_F(RouterTest, SaysWhichMethodsAPathHas) {
  const auto response = router_.handle(request_of(Method::put, "/api/v1/greetings/17"));
  EXPECT_EQ(said(response), "405 route.method_not_allowed");
  EXPECT_EQ(response.headers, (std::vector<std::pair<std::string, std::string>>{{"Allow", "GET, HEAD, DELETE"}}));
  EXPECT_EQ(ask(request_of(Method::head, "/api/v1/open")), R"(200 {"text":"open"})");
}

TEST_F(RouterTest, AsksEveryStepInOrder) {
  EXPECT_EQ(post(R"({"name":"Ana"})"), R"(201 {"text":"Ana 2"})");
  EXPECT_EQ(script_.asked, (std::vector<std::string>{"authenticate", "admit", "authorise", "once", "handler"}));
}

TEST_F(RouterTest, AnEarlierStepHidesALaterOne) {
  const auto bad = [](Request request) { return request.headers.erase("idempotency-key"), request; };
  const auto request = bad(request_of(Method::post, "/api/v1/greetings", R"({"name":1})"));
  auto text = request;
  text.headers["content-type"] = "text/plain";
  script_.authenticate = Error{Fault::unauthenticated, "sample.token", {}, {}};
  script_.admit = Error{Fault::too_many, "sample.slower", {}, {}};
  script_.authorise = Error{Fault::forbidden, "sample.no", {}, {}};
  script_.once = Error{Fault::conflict, "sample.reused", {}, {}};
  script_.csrf_token = "secret";
  EXPECT_EQ(ask(text), "401 sample.token");
  script_.authenticate.reset();
  EXPECT_EQ(ask(text), "403 session.csrf_mismatch");
  script_.csrf_token.clear();
  EXPECT_EQ(ask(text), "429 sample.slower");
  script_.admit.reset();
  EXPECT_EQ(ask(text), "415 body.not_json");
  EXPECT_EQ(ask(request), "403 sample.no");
  script_.authorise.reset();
  EXPECT_EQ(ask(request), "400 idempotency.key.missing");
  EXPECT_EQ(post(R"({"name":1})"), "409 sample.reused");
  script_.once.reset();
  EXPECT_EQ(post(R"({"name":1})"), "400 type.mismatch@/name");
}

TEST_F(RouterTest, RequiresSomebodyUnlessTheRouteIsForAnyone) {
  script_.nobody = true;
  const auto response = router_.handle(request_of(Method::get, "/api/v1/greetings"));
  EXPECT_EQ(said(response), "401 session.required");
  EXPECT_EQ(response.headers.front().first, "WWW-Authenticate");
  EXPECT_EQ(get("/api/v1/open"), R"(200 {"text":"open"})");
  EXPECT_EQ(script_.asked, (std::vector<std::string>{"authenticate", "admit", "authorise"}));
}

TEST_F(RouterTest, ABrowserThatWritesShowsItsToken) {
  script_.csrf_token = "secret";
  EXPECT_EQ(get("/api/v1/greetings/newest"), R"(200 {"text":"newest"})");
  auto request = request_of(Method::remove, "/api/v1/greetings/1");
  for (const auto* wrong : {"", "Secret", "secret ", "secre"}) {
    request.headers["x-csrf-token"] = wrong;
    EXPECT_EQ(ask(request), "403 session.csrf_mismatch") << wrong;
  }
  request.headers["x-csrf-token"] = "secret";
  EXPECT_EQ(ask(request), "204 ");
}

TEST_F(RouterTest, TakesJsonAndNothingElse) {
  auto request = request_of(Method::post, "/api/v1/greetings", R"({"name":"Ana"})");
  for (const auto* type : {"", "text/plain", "application/jsonx", "application/x-www-form-urlencoded", "json"}) {
    request.headers["content-type"] = type;
    EXPECT_EQ(ask(request), "415 body.not_json") << type;
  }
  for (const auto* type : {"application/json", "Application/JSON; charset=utf-8", "application/json ;charset=utf-8"}) {
    request.headers["content-type"] = type;
    EXPECT_EQ(ask(request), R"(201 {"text":"Ana 2"})") << type;
  }
  request.headers.erase("content-type");
  EXPECT_EQ(ask(request), "415 body.not_json");
  EXPECT_EQ(post(""), "400 json.malformed");
  EXPECT_EQ(ask(request_of(Method::get, "/api/v1/open", "{}")), "400 body.unexpected");
}

TEST_F(RouterTest, ReadsTheQueryWithEveryFault) {
  auto request = request_of(Method::get, "/api/v1/greetings");
  request.query = {{"limit", "7"}, {"who", "Ana"}, {"as_of", "2026-11-27T09:31:00Z"}};
  EXPECT_EQ(ask(request), R"(200 {"items":[{"text":"Ana"},{"text":"7"}],"next":null})");
  request.query = {};
  EXPECT_EQ(ask(request), R"(200 {"items":[{"text":"all"},{"text":"50"}],"next":null})");
  request.query = {{"limit", "501"}, {"who", "Ana Duarte"}, {"as_of", "today"}, {"sort", "name"}};
  EXPECT_EQ(ask(request),
            "400 query.limit.out_of_range@?limit instant.malformed@?as_of text.too_long@?who query.unknown@?sort");
  for (const auto* limit : {"0", "-1", "50.0", "x", "99999999999999999999"}) {
    request.query = {{"limit", limit}};
    EXPECT_EQ(ask(request), "400 query.limit.out_of_range@?limit") << limit;
  }
  request = request_of(Method::get, "/api/v1/open");
  request.query = {{"as_of", "2026-11-27T09:31:00Z"}};
  EXPECT_EQ(ask(request), "400 query.unknown@?as_of");
}

TEST_F(RouterTest, ChecksTheIdempotencyKey) {
  auto request = request_of(Method::post, "/api/v1/greetings", R"({"name":"Ana"})");
  for (const auto& key :
       {std::string(), std::string(101, 'k'), std::string("a b"), std::string("\xC3\xA9"), std::string("a\x7f")}) {
    request.headers["idempotency-key"] = key;
    EXPECT_EQ(ask(request), "400 idempotency.key.malformed") << key;
  }
  request.headers["idempotency-key"] = std::string(100, '~');
  EXPECT_EQ(router_.handle(request).headers.back().second, std::string(100, '~'));
}

TEST_F(RouterTest, NamesThePartOfThePathThatIsNoId) {
  EXPECT_EQ(get("/api/v1/greetings/0"), "400 id.malformed@{greeting}");
}

TEST_F(RouterTest, AnswersSeveralFaultsWithTheStatusOfTheFirstInPrecedence) {
  EXPECT_EQ(post(R"({"name":"twice"})"), "400 sample.there_already@/name sample.rude@/name");
}

TEST_F(RouterTest, KeepsALibrarysWordsToItself) {
  EXPECT_EQ(post(R"({"name":"throw"})"), "500 internal.unexpected");
  EXPECT_EQ(script_.asked.back(), "a library's own words at /api/v1/greetings");
}

TEST_F(RouterTest, ListsWhatNobodyAnswers) {
  EXPECT_EQ(router_.missing_handlers(), std::vector<std::string>{"get_silent"});
  EXPECT_EQ(get("/api/v1/silent"), "503 route.not_ready");
}

using RouterDeathTest = RouterTest;

TEST_F(RouterDeathTest, RefusesAHandlerThatIsNotTheTables) {
  EXPECT_DEATH(router_.on("get_nothing", [](const Call&) { return Greeted{}; }), "found");
  EXPECT_DEATH(router_.on("get_open", [](const Call&) { return Greeted{}; }), "first");
  EXPECT_DEATH(router_.on("get_silent", [](const Call&) { return Greeting{}; }), "get_silent answers this form");
  EXPECT_DEATH(router_.on("get_silent", [](const Call&) {}), "get_silent answers this form");
  EXPECT_DEATH(router_.on("get_silent", [](const Call&, const Greeting&) { return Greeted{}; }), "takes the body");
  EXPECT_DEATH(router_.on("get_silent", [](const Call&, const form::Query&) { return Greeted{}; }), "takes the query");
}

TEST(Problem, HasTheFormOfRfc9457) {
  const auto response = problem({Fault::not_found, "contact.not_found", "{contact}", "no such contact"});
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.body, R"({"type":"about:blank","title":"Not Found","status":404,"code":"contact.not_found",)"
                           R"("detail":"no such contact","faults":[{"pointer":"{contact}","code":"contact.not_found",)"
                           R"("detail":"no such contact"}]})");
}

TEST(Problem, GivesEachFaultItsStatus) {
  const std::vector<std::pair<Fault, int>> table{
      {Fault::invalid, 400},  {Fault::unauthenticated, 401}, {Fault::forbidden, 403},  {Fault::not_found, 404},
      {Fault::conflict, 409}, {Fault::too_many, 429},        {Fault::unavailable, 503}};
  for (const auto& [fault, status] : table) EXPECT_EQ(problem({fault, "a.b", {}, {}}).status, status);
}

TEST(Problem, TheEarliestInPrecedenceDecidesAndAllAreListed) {
  const auto response = problem(Errors{{Fault::conflict, "c.c", "/c", {}},
                                       {Fault::not_found, "n.n", "/n", {}},
                                       {Fault::invalid, "i.i", "/i", {}},
                                       {Fault::invalid, "i.j", "/j", {}}});
  EXPECT_EQ(said(response), "400 c.c@/c n.n@/n i.i@/i i.j@/j");
  EXPECT_NE(response.body.find(R"("status":400,"code":"i.i")"), std::string::npos);
}

}  // namespace
}  // namespace paceline::api::sample
