// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {

int contact_add(Environment& environment, const Place& place, const NewContactOptions& options) {
  std::string members = R"("name":)" + json_text(options.name);
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) members += "," + json_text(name) + ":" + json_text(value);
  };
  add("account_name", options.account);
  add("phone", options.phone);
  add("email", options.email);
  add("key", options.key);
  return answer(place.json,
                environment.ask(place, post(place, "/contacts", "{" + members + "}", environment.new_key())));
}

int contact_find(Environment& environment, const Place& place, const std::string& prefix) {
  return answer(place.json, environment.ask(place, get(place, "/contacts", {{"prefix", prefix}, {"limit", "50"}})));
}

}  // namespace paceline::cli
