// SPDX-License-Identifier: Apache-2.0
#include "api/authenticate.h"

#include "api/cookie.h"
#include "app/webhooks.h"

namespace paceline::api {
namespace {

constexpr std::string_view kDeliveries = "/api/v1/call-records";

Result<std::optional<Recognised>> operators_caller(const Request& request, const Backend& backend) {
  const auto header = [&](const char* name) {
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::nullopt : std::optional(found->second);
  };
  PACELINE_TRY(auto recognised,
               actor_of_operator(header("x-paceline-org").value_or(""), header("x-paceline-as"), backend.identity()));
  return std::optional(std::move(recognised));
}

std::string header_of(const Request& request, const char* name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string() : found->second;
}

/// A signature is good for the one route that webhooks deliver to.
Result<std::optional<Recognised>> sender(const Request& request, const Backend& backend) {
  if (request.method != Method::post || request.path != kDeliveries)
    return fail(Fault::unauthenticated, "webhook.refused");
  PACELINE_TRY(auto recognised,
               actor_of_webhook({header_of(request, "x-paceline-webhook"), header_of(request, "x-paceline-timestamp"),
                                 header_of(request, "x-paceline-signature"), request.body},
                                backend.identity()));
  return std::optional(std::move(recognised));
}

}  // namespace

Result<std::optional<Recognised>> authenticate(const Request& request, const Backend& backend) {
  if (request.door == Door::operator_) return operators_caller(request, backend);
  const auto authorization = request.headers.find("authorization");
  if (authorization != request.headers.end()) {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization->second.starts_with(scheme)) return fail(Fault::unauthenticated, "token.refused");
    PACELINE_TRY(auto recognised, actor_of_token(authorization->second.substr(scheme.size()), backend.identity()));
    return std::optional(std::move(recognised));
  }
  if (request.headers.count("x-paceline-signature") > 0) return sender(request, backend);
  const auto credential = session_credential(request);
  if (!credential) return std::optional<Recognised>();
  PACELINE_TRY(auto recognised, actor_of_session(*credential, backend.identity()));
  return std::optional(std::move(recognised));
}

}  // namespace paceline::api
