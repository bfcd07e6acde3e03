// SPDX-License-Identifier: Apache-2.0
#include "api/forms/apply.h"

#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {

int apply_file(Environment& environment, const Place& place, const std::string& file) {
  auto text = read_file(file);
  if (!text) return refuse(text.error());
  const auto response = environment.ask(place, post(place, "/apply", *std::move(text), environment.new_key()));
  const int code = answer(place.json, response);
  if (code != kOk) return code;
  const auto applied = json::read<api::form::Applied>(response->body);
  return applied && applied->refused > 0 ? exit_code_of(Fault::invalid) : kOk;
}

}  // namespace paceline::cli
