// SPDX-License-Identifier: Apache-2.0
// A router over a table of its own, with steps that a test can make refuse.
#pragma once

#include "api/router.h"

namespace paceline::api::sample {

struct Greeting {
  json::Text<1, 10> name;
  std::optional<int> times;
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (name, times))

struct Greeted {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Greeted, (), (text))

struct GreetingsQuery : form::MomentPageQuery {
  std::optional<json::Text<1, 5>> who;
};
BOOST_DESCRIBE_STRUCT(GreetingsQuery, (form::MomentPageQuery), (who))

inline constexpr Route kRoutes[] = {
    {Method::get, "/api/v1/open", "get_open", Right::anyone, kNoQuery, kNoBody, answers<Greeted>(), Repeat::freely,
     "-"},
    {Method::get, "/api/v1/greetings", "list_greetings", Right::signed_in, query<GreetingsQuery>(), kNoBody,
     answers<form::List<Greeted>>(), Repeat::freely, "-"},
    {Method::post, "/api/v1/greetings", "add_greeting", Right::signed_in, kNoQuery, body<Greeting>(),
     answers<Greeted>(201), Repeat::once, "-"},
    {Method::get, "/api/v1/greetings/newest", "get_newest", Right::signed_in, kNoQuery, kNoBody, answers<Greeted>(),
     Repeat::freely, "-"},
    {Method::get, "/api/v1/greetings/{greeting}", "get_greeting", Right::signed_in, query<form::Query>(), kNoBody,
     answers<Greeted>(), Repeat::freely, "-"},
    {Method::remove, "/api/v1/greetings/{greeting}", "remove_greeting", Right::signed_in, kNoQuery, kNoBody, kNoContent,
     Repeat::freely, "-"},
    {Method::get, "/api/v1/silent", "get_silent", Right::anyone, kNoQuery, kNoBody, answers<Greeted>(), Repeat::freely,
     "-"},
};

/// What the steps answer, and in which order they were asked.
struct Script {
  std::optional<Error> authenticate, admit, authorise, once;
  bool nobody = false;
  std::string csrf_token;
  std::vector<std::string> asked;

  [[nodiscard]] Result<void> step(const char* name, const std::optional<Error>& refusal) {
    asked.emplace_back(name);
    if (refusal) return tl::unexpected(*refusal);
    return {};
  }
};

inline Steps steps_of(Script& script) {
  Steps steps;
  steps.authenticate = [&](const Request&) -> Result<std::optional<Recognised>> {
    PACELINE_CHECK(script.step("authenticate", script.authenticate));
    if (script.nobody) return std::optional<Recognised>();
    return std::optional(
        Recognised{Actor{OrgId(1), UserId(2), Role::rep, {}, {}, {}, Monitoring::full}, script.csrf_token});
  };
  steps.admit = [&](const Call&) { return script.step("admit", script.admit); };
  steps.authorise = [&](const Call&) { return script.step("authorise", script.authorise); };
  steps.once = [&](const Call& call, const std::function<Response(Stores*)>& act) {
    const auto known = script.step("once", script.once);
    if (!known) return problem(known.error());
    auto response = act(nullptr);
    response.headers.emplace_back("Key", std::string(call.idempotency_key));
    return response;
  };
  steps.report = [&](const Request&, std::string_view what) { script.asked.emplace_back(what); };
  return steps;
}

inline Router router_of(Script& script) {
  Router router(kRoutes, steps_of(script));
  router.on("get_open", [](const Call&) { return Greeted{"open"}; });
  router.on("list_greetings", [](const Call&, const GreetingsQuery& query) -> Result<form::List<Greeted>> {
    return form::List<Greeted>{{{query.who ? query.who->value : "all"}, {std::to_string(query.limit.value)}}, {}};
  });
  router.on("add_greeting", [&](const Call& call, const Greeting& greeting) -> Checked<Greeted> {
    script.asked.emplace_back("handler");
    if (greeting.name.value == "twice")
      return tl::unexpected(
          Errors{{Fault::conflict, "sample.there_already", "/name", {}}, {Fault::invalid, "sample.rude", "/name", {}}});
    if (greeting.name.value == "throw") throw std::runtime_error("a library's own words");
    return Greeted{greeting.name.value + ' ' + std::to_string(call.actor().user_id.value())};
  });
  router.on("get_newest", [](const Call& call) -> Result<Response> {
    auto response = answer_with(call, Greeted{"newest"});
    response.headers.emplace_back("Age", "0");
    return response;
  });
  router.on("get_greeting", [](const Call& call, const form::Query&) -> Result<Greeted> {
    PACELINE_TRY(const auto id, call.path_id<ContactId>("greeting"));
    return Greeted{to_text(id)};
  });
  router.on("remove_greeting", [](const Call&) -> Result<void> { return {}; });
  return router;
}

inline Request request_of(Method method, std::string path, std::string body = {}) {
  Request request;
  request.method = method;
  request.path = std::move(path);
  if (!body.empty()) request.headers["content-type"] = "application/json";
  request.headers["idempotency-key"] = "k-1";
  request.body = std::move(body);
  return request;
}

}  // namespace paceline::api::sample
