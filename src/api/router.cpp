// SPDX-License-Identifier: Apache-2.0
#include "api/router.h"

#include <algorithm>
#include <exception>

namespace paceline::api {
namespace {

constexpr std::size_t kLongestKey = 100;

std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);  // '/'
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

/// The values of the pattern's "{name}"s; nothing when the path is another one.
std::optional<std::vector<std::pair<std::string_view, std::string_view>>> match(std::string_view pattern,
                                                                                std::string_view path) {
  std::vector<std::pair<std::string_view, std::string_view>> values;
  while (pattern.starts_with('/') && path.starts_with('/')) {
    const auto expected = take_segment(pattern);
    const auto found = take_segment(path);
    if (expected.starts_with('{') && !found.empty()) {
      values.emplace_back(expected.substr(1, expected.size() - 2), found);
    } else if (expected != found) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return values;
}

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::remove: return "DELETE";
  }
  return {};
}

bool reads(Method method) {
  return method == Method::get || method == Method::head;
}

Response no_such_route(std::span<const Route> routes, const Request& request) {
  std::string allowed;
  for (const auto& route : routes) {
    if (!match(route.path, request.path)) continue;
    allowed += (allowed.empty() ? "" : ", ") + std::string(name_of(route.method));
    if (route.method == Method::get) allowed += ", HEAD";
  }
  if (allowed.empty()) return problem({Fault::not_found, "route.not_found", {}, "nothing is at this path"});
  auto response = problem(405, {Fault::invalid, "route.method_not_allowed", {}, "allowed here: " + allowed});
  response.headers.emplace_back("Allow", allowed);
  return response;
}

bool is_of_type(std::string_view wanted, const Request& request) {
  const auto type = request.headers.find("content-type");
  if (type == request.headers.end()) return false;
  auto text = type->second.substr(0, type->second.find(';'));
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text == wanted;
}

/// What can be refused without reading: the kind of the body, parameters where none belong.
std::optional<Response> wrong_shape(const Call& call) {
  const bool has_body = !call.request.body.empty();
  if (has_body && !call.route.body) return problem({Fault::invalid, "body.unexpected", {}, "this route takes no body"});
  const bool bytes = call.route.body == shape<form::Bytes>();
  if (has_body && bytes && !is_of_type("application/octet-stream", call.request))
    return problem(415, {Fault::invalid, "body.not_bytes", {}, "Content-Type must be application/octet-stream"});
  if (has_body && !bytes && !is_of_type("application/json", call.request))
    return problem(415, {Fault::invalid, "body.not_json", {}, "Content-Type must be application/json"});
  if (call.route.query || call.request.query.empty()) return std::nullopt;
  json::Faults faults;
  json::add_query_faults(call.request.query, faults, nullptr, 0);
  return problem(std::move(faults).take());
}

Result<std::string_view> idempotency_key(const Call& call) {
  PACELINE_TRY(const auto told, call.told_key());
  if (told) return *told;
  if (call.caller && !call.caller->signature.empty()) return std::string_view(call.caller->signature);
  return fail(Fault::invalid, "idempotency.key.missing", {}, "the header Idempotency-Key is required");
}

}  // namespace

Result<std::optional<std::string_view>> Call::told_key() const {
  const auto key = header("idempotency-key");
  if (!key) return std::optional<std::string_view>();
  const bool visible = std::all_of(key->begin(), key->end(), [](char c) { return '!' <= c && c <= '~'; });
  if (key->empty() || key->size() > kLongestKey || !visible)
    return fail(Fault::invalid, "idempotency.key.malformed", {}, "1 to 100 visible ASCII characters");
  return key;
}

const Actor& Call::actor() const {
  PACELINE_ASSERT(caller.has_value());
  return caller->actor;
}

Stores& Call::stores() const {
  PACELINE_ASSERT(transaction != nullptr);
  return *transaction;
}

std::string_view Call::path_text(std::string_view name) const {
  const auto found = std::find_if(path.begin(), path.end(), [name](const auto& value) { return value.first == name; });
  PACELINE_ASSERT(found != path.end());
  return found->second;
}

std::optional<std::string_view> Call::header(std::string_view name) const {
  const auto found = request.headers.find(std::string(name));
  if (found == request.headers.end()) return std::nullopt;
  return found->second;
}

void detail::require(bool holds, const Route& route, std::string_view what) {
  const auto claim = "the handler of " + std::string(route.operation_id) + ' ' + std::string(what) + " of the table";
  if (!holds) assertion_failed(claim, __FILE__, __LINE__);
}

Router::Router(std::span<const Route> routes, Steps steps) : routes_(routes), steps_(std::move(steps)) {
  PACELINE_ASSERT(steps_.authenticate && steps_.admit && steps_.authorise && steps_.once && steps_.report);
}

const Route& Router::route_of(std::string_view operation_id) const {
  const auto found = std::find_if(routes_.begin(), routes_.end(),
                                  [&](const Route& route) { return route.operation_id == operation_id; });
  PACELINE_ASSERT(found != routes_.end());
  return *found;
}

void Router::put(std::string_view operation_id, RouteHandler handler) {
  const bool first = handlers_.emplace(operation_id, std::move(handler)).second;
  PACELINE_ASSERT(first);
}

std::vector<std::string> Router::missing_handlers() const {
  std::vector<std::string> missing;
  for (const auto& route : routes_)
    if (handlers_.find(route.operation_id) == handlers_.end()) missing.emplace_back(route.operation_id);
  return missing;
}

Response Router::handle(const Request& request) const {
  Asked asked;
  Response response;
  try {
    response = answer(request, asked);
  } catch (const std::exception& problem_nobody_expected) {
    // The pattern and not the path, in which an address of mail may stand.
    steps_.report(request, std::string(problem_nobody_expected.what()) + " at " + std::string(asked.route));
    response = problem(500, {Fault::unavailable, "internal.unexpected", {}, "the server's log says more"});
  }
  response.asked = asked;
  return response;
}

Response Router::answer(const Request& request, Asked& asked) const {
  const auto method = request.method == Method::head ? Method::get : request.method;
  const Route* best = nullptr;
  Call call{request, routes_.front()};
  for (const auto& route : routes_) {
    if (route.method != method) continue;
    auto values = match(route.path, request.path);
    if (!values || (best != nullptr && values->size() >= call.path.size())) continue;
    best = &route;
    call.path = *std::move(values);
  }
  if (best == nullptr) return no_such_route(routes_, request);
  Call found{request, *best, std::move(call.path)};
  asked.route = best->path;
  if (const auto known = identify(found); !known) return problem(known.error());
  if (found.caller) asked.org = found.caller->actor.org_id.value();
  if (found.caller) asked.user = found.caller->actor.user_id.value();
  return run(found);
}

/// Steps 2 and 3.
Result<void> Router::identify(Call& call) const {
  if (call.route.right == Right::anyone) return {};
  PACELINE_TRY(call.caller, steps_.authenticate(call.request));
  if (!call.caller) return fail(Fault::unauthenticated, "session.required", {}, "sign in, or send a token");
  const auto& token = call.caller->csrf_token;
  if (token.empty() || reads(call.request.method) || call.header("x-csrf-token") == token) return {};
  return fail(Fault::forbidden, "session.csrf_mismatch", {}, "the header X-CSRF-Token is not that of the session");
}

/// Steps 4 to 8.
Response Router::run(Call& call) const {
  if (const auto admitted = steps_.admit(call); !admitted) return problem(admitted.error());
  if (auto refusal = wrong_shape(call)) return *std::move(refusal);
  if (const auto allowed = steps_.authorise(call); !allowed) return problem(allowed.error());
  const auto found = handlers_.find(call.route.operation_id);
  if (found == handlers_.end()) return problem({Fault::unavailable, "route.not_ready", {}, "nobody answers it yet"});
  const auto& handler = found->second;
  if (call.route.repeat == Repeat::freely) return handler(call);
  const auto key = idempotency_key(call);
  if (!key) return problem(key.error());
  call.idempotency_key = *key;
  return steps_.once(call, [&](Stores* transaction) {
    call.transaction = transaction;
    return handler(call);
  });
}

}  // namespace paceline::api
