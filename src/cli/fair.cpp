// SPDX-License-Identifier: Apache-2.0
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {

int settings(Environment& environment, const Place& place) {
  return answer(place.json, environment.ask(place, get(place, "/settings")));
}

int notice(Environment& environment, const Place& place) {
  return answer(place.json, environment.ask(place, get(place, "/notice")));
}

int looks(Environment& environment, const Place& place, const std::string& rep) {
  return answer_all(environment, place, get(place, "/reps/" + rep + "/looks", {{"limit", "500"}}));
}

int leads_to(Environment& environment, const Place& place, const LeadsToChoice& choice) {
  const std::string whose = choice.team.empty() ? "/reps/" + choice.rep : "/teams/" + choice.team;
  const auto request =
      get(place, whose + "/leads-to", {{"from", choice.from}, {"to", choice.to}, {"within_days", choice.within_days}});
  return answer(place.json, environment.ask(place, request));
}

int leaderboard(Environment& environment, const Place& place, const std::string& team) {
  return answer(place.json, environment.ask(place, get(place, "/teams/" + team + "/leaderboard")));
}

}  // namespace paceline::cli
