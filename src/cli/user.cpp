// SPDX-License-Identifier: Apache-2.0
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"
#include "json/json.h"

namespace paceline::cli {
namespace {

struct Password {
  std::string one_time_password;
};
BOOST_DESCRIBE_STRUCT(Password, (), (one_time_password))

Result<UserId> user_with(const std::string& email, OrgId org_id, const api::Backend& backend) {
  return read_as<UserId>(backend.unit, org_id, [&](Stores& stores) -> Result<UserId> {
    const auto address = parse_email(email);
    PACELINE_TRY(const auto user, stores.people.find_user_by_email(address ? *address : ""));
    if (!user) return fail(Fault::not_found, "user.not_found", {}, email);
    return user->user_id;
  });
}

}  // namespace

int user_invite(Environment& environment, const Place& place, const std::string& user) {
  const std::string path = "/users/" + user + "/invitation";
  return answer(place.json, environment.ask(place, post(place, path, "", environment.new_key())));
}

int user_depart(Environment& environment, const Place& place, const HandOverOptions& options) {
  std::string body = R"({"last_day":)" + json_text(options.day);
  if (!options.to.empty()) body += R"(,"hand_over_to":)" + json_text(options.to);
  const std::string path = "/users/" + options.user + "/departure";
  return answer(place.json, environment.ask(place, post(place, path, body + "}", environment.new_key())));
}

int user_stay(Environment& environment, const Place& place, const std::string& user) {
  const std::string path = "/users/" + user + "/departure/take-back";
  return answer(place.json, environment.ask(place, post(place, path, "", environment.new_key())));
}

int user_hand_over(Environment& environment, const Place& place, const HandOverOptions& options) {
  const auto truth = [](bool value) { return std::string(value ? "true" : "false"); };
  const std::string body = R"({"to":)" + json_text(options.to) + R"(,"from":)" + json_text(options.day) +
                           R"(,"contacts":)" + truth(!options.no_contacts) + R"(,"quotas":)" +
                           truth(!options.no_quotas) + "}";
  const std::string path = "/users/" + options.user + "/hand-over";
  return answer(place.json, environment.ask(place, post(place, path, body, environment.new_key())));
}

int user_list(Environment& environment, const Place& place) {
  return answer_all(environment, place, get(place, "/users", {{"limit", "500"}}));
}

int user_token(Environment& environment, const Place& place, const std::string& user, const std::string& scope) {
  const std::string body = R"({"user":)" + json_text(user) + R"(,"scope":)" + json_text(scope) + "}";
  return answer(place.json, environment.ask(place, post(place, "/tokens", body, environment.new_key())));
}

int user_password(Environment& environment, const Place& place, const std::string& user) {
  Password password;
  const auto owned = environment.own(place, [&](const api::Backend& backend) -> Result<void> {
    PACELINE_TRY(const auto org, operators_organisation(place.org, backend.identity()));
    PACELINE_TRY(const UserId user_id, user_with(user, org, backend));
    PACELINE_TRY(password.one_time_password, make_password(org, user_id, backend.identity()));
    return {};
  });
  if (!owned) return refuse(owned.error());
  print(place.json, json::write(password));
  return kOk;
}

}  // namespace paceline::cli
