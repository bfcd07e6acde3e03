// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/requests.h"
#include "cli/text.h"

namespace paceline::cli {

int webhook_add(Environment& environment, const Place& place, const std::string& source) {
  const std::string body = R"({"source":)" + json_text(source) + "}";
  return answer(place.json, environment.ask(place, post(place, "/webhooks", body, environment.new_key())));
}

int webhook_list(Environment& environment, const Place& place) {
  return answer(place.json, environment.ask(place, get(place, "/webhooks")));
}

int webhook_renew(Environment& environment, const Place& place, const std::string& id) {
  const std::string path = "/webhooks/" + id + "/secret";
  return answer(place.json, environment.ask(place, post(place, path, "", environment.new_key())));
}

int webhook_revoke(Environment& environment, const Place& place, const std::string& id) {
  api::Request request = post(place, "/webhooks/" + id, "", environment.new_key());
  request.method = api::Method::remove;
  return answer(place.json, environment.ask(place, request));
}

}  // namespace paceline::cli
