// SPDX-License-Identifier: Apache-2.0
#include "api/steps.h"

#include "api/authenticate.h"
#include "api/forms/access.h"
#include "api/forms/session.h"
#include "app/invite.h"

namespace paceline::api {
namespace {

constexpr std::size_t kMostWindows = 100'000;

/// Role and scope alone: the most favourable relation (a manager enters the leave of the team, not the own). Whose data
/// it is, the handler asks (subjects.h).
Result<void> authorise_at_all(const Call& call) {
  if (call.route.right == Right::anyone) return {};
  auto own = authorise(call.actor(), call.route.right, Whose::own);
  if (own) return own;
  const auto own_team = authorise(call.actor(), call.route.right, Whose::own_team);
  return own_team || own_team.error().code == "access.scope_too_small" ? own_team : own;
}

/// Nothing when the body is not a sign-in, which the handler refuses.
std::optional<std::string> email_of_sign_in(const Request& request) {
  const auto form = json::read<form::SignIn>(request.body);
  if (!form) return std::nullopt;
  const auto email = parse_email(form->email.value);
  return email ? std::optional(*email) : std::nullopt;
}

/// Whose invitation the request shows; empty when that cannot be read.
std::string invited_user(const Request& request) {
  const auto form = json::read<form::Join>(request.body);
  return form ? claimed_user(form->token.value) : "";
}

Response replay(const FirstAnswer& answer) {
  Response response;
  response.status = answer.status;
  response.body = answer.body;
  response.headers.emplace_back("Idempotency-Replayed", "true");
  return response;
}

/// Runs `act` once for each key, in the transaction that also keeps its answer. A refusal undoes everything and is not
/// kept.
Response answer_once(const Call& call, const Backend& backend, const std::function<Response(Stores*)>& act) {
  const std::string body_hash = backend.secrets.fingerprint(std::string(call.route.operation_id) + '\n' +
                                                            call.request.path + '\n' + call.request.body);
  Response response;
  const auto stored = backend.unit.write(call.actor().org_id, [&](Stores& stores) -> Result<void> {
    PACELINE_TRY(const auto first, stores.ledger.first_answer(call.actor().user_id, call.idempotency_key));
    if (first && first->body_hash != body_hash) return fail(Fault::conflict, "idempotency.key.reused");
    if (first) {
      response = replay(*first);
      return stores.ledger.keep_answer_again(call.actor().user_id, call.idempotency_key);
    }
    response = act(&stores);
    if (response.status >= 400) return fail(Fault::conflict, "refused");
    const FirstAnswer answer{body_hash, response.status, response.body};
    return stores.ledger.keep_answer(call.actor().user_id, call.idempotency_key, answer, backend.clock.now());
  });
  if (!stored && stored.error().code != "refused") return problem(stored.error());
  return response;
}

}  // namespace

Result<void> SignInTries::count(const std::string& who, int most, Instant now) {
  const std::lock_guard lock(mutex_);
  if (windows_.size() > kMostWindows) windows_.clear();
  Window& window = windows_[who];
  const std::int64_t age_s = now.microseconds_since(window.began) / kMicrosecondsPerSecond;
  if (age_s < 0 || age_s >= kWindowSeconds) window = {now, 0};
  if (window.tries >= most) {
    return fail(Fault::too_many, "session.too_many_tries", {}, std::to_string(kWindowSeconds - age_s));
  }
  ++window.tries;
  return {};
}

Steps steps(const Backend& backend, SignInTries& tries, Report report) {
  Steps steps;
  steps.authenticate = [&backend](const Request& request) { return authenticate(request, backend); };
  steps.admit = [&backend, &tries](const Call& call) -> Result<void> {
    const bool joins = call.route.operation_id == "join";
    if ((call.route.operation_id != "sign_in" && !joins) || call.request.door == Door::operator_) return {};
    PACELINE_CHECK(tries.count("client " + call.request.peer, SignInTries::kMostOfClient, backend.clock.now()));
    if (joins)
      return tries.count("invitation " + invited_user(call.request), SignInTries::kMostOfEmail, backend.clock.now());
    const auto email = email_of_sign_in(call.request);
    return email ? tries.count("email " + *email, SignInTries::kMostOfEmail, backend.clock.now()) : Result<void>();
  };
  steps.authorise = [](const Call& call) { return authorise_at_all(call); };
  steps.once = [&backend](const Call& call, const std::function<Response(Stores*)>& act) {
    return answer_once(call, backend, act);
  };
  steps.report = std::move(report);
  return steps;
}

}  // namespace paceline::api
