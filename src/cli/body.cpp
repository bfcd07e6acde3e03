// SPDX-License-Identifier: Apache-2.0
#include "cli/body.h"

#include "cli/requests.h"

namespace paceline::cli {

std::string body_of(const Members& texts, const Members& values) {
  std::string members;
  const auto add = [&](const std::string& name, const std::string& json) {
    members += (members.empty() ? "" : ",") + json_text(name) + ":" + json;
  };
  for (const auto& [name, text] : texts) {
    if (!text.empty()) add(name, json_text(text));
  }
  for (const auto& [name, json] : values) {
    if (!json.empty()) add(name, json);
  }
  return "{" + members + "}";
}

}  // namespace paceline::cli
