// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {

int apply_file(Environment& environment, const Place& place, const std::string& file) {
  auto text = read_file(file);
  if (!text) return refuse(text.error());
  const auto response = environment.ask(place, post(place, "/apply", *std::move(text), environment.new_key()));
  return answer(place.json, response);
}

}  // namespace paceline::cli
