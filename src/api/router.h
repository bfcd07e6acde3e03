// SPDX-License-Identifier: Apache-2.0
// From a request to its answer. Each step may refuse, in this order; a later one is not asked then:
//   1. route        404 "route.not_found"; 405 "route.method_not_allowed" with Allow. HEAD is answered as GET
//   2. authenticate 401 "session.required", or what the step says. Not for a route that is for anyone
//   3. csrf         403 "session.csrf_mismatch": a browser's session that writes without its own X-CSRF-Token
//   4. admit        429 by the step: how often may this client or user come
//   5. body type    415 "body.not_json" or "body.not_bytes"; 400 "body.unexpected"; 400 "query.unknown" where the route
//   takes no query
//   6. authorise    403 by the step
//   7. once         400 "idempotency.key.missing" or "idempotency.key.malformed"; 409 by the step
//   8. handler      400 with every fault of query and body; then what the use case says
// An exception in any of them is reported and answered with 500 "internal.unexpected". Thread-safe once every handler
// is registered.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "api/typed_handler.h"

namespace paceline::api {

/// What the router does not know by itself. REQUIRES: every one is set.
struct Steps {
  /// Nobody: the request shows no credentials. Returns unauthenticated for credentials that are not good (any more).
  std::function<Result<std::optional<Recognised>>(const Request&)> authenticate;
  /// Returns too_many.
  std::function<Result<void>(const Call&)> admit;
  /// May the caller's role and token do such a thing at all? Whose data it is, the use case asks.
  std::function<Result<void>(const Call&)> authorise;
  /// Answers again what call.idempotency_key was answered before, or runs `act` in a transaction that keeps its answer.
  std::function<Response(const Call& call, const std::function<Response(Stores*)>& act)> once;
  /// Told what nobody expected, for the log.
  std::function<void(const Request&, std::string_view what)> report;
};

class Router {
 public:
  /// REQUIRES: the routes outlive the router.
  Router(std::span<const Route> routes, Steps steps);

  /// REQUIRES: a route has this operation_id and no handler yet; the callable has its forms (typed_handler.h).
  template <class Callable>
  void on(std::string_view operation_id, Callable callable) {
    put(operation_id, typed_handler(route_of(operation_id), std::move(callable)));
  }

  /// The routes that nobody answers yet. A program with one must not start.
  [[nodiscard]] std::vector<std::string> missing_handlers() const;

  [[nodiscard]] Response handle(const Request& request) const;

 private:
  [[nodiscard]] const Route& route_of(std::string_view operation_id) const;
  void put(std::string_view operation_id, RouteHandler handler);
  [[nodiscard]] Response answer(const Request& request, Asked& asked) const;
  [[nodiscard]] Result<void> identify(Call& call) const;
  [[nodiscard]] Response run(Call& call) const;

  std::span<const Route> routes_;
  Steps steps_;
  std::map<std::string, RouteHandler, std::less<>> handlers_;
};

}  // namespace paceline::api
