// SPDX-License-Identifier: Apache-2.0
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {

int template_list(Environment& environment, const Place& place) {
  return answer_all(environment, place, get(place, "/templates", {{"limit", "500"}}));
}

int template_show(Environment& environment, const Place& place, const std::string& name) {
  return answer(true, environment.ask(place, get(place, "/templates/" + name)));
}

}  // namespace paceline::cli
