// SPDX-License-Identifier: Apache-2.0
#include "api/forms/team.h"
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

using Paces = api::form::List<api::form::Pace>;

/// Where each rep of the team stands against one quota.
int team_quota(Environment& environment, const Place& place, const QuotaChoice& choice) {
  const auto response = environment.ask(place, get(place, "/teams/" + choice.team + "/pace", {{"limit", "500"}}));
  if (!response || response->status >= 400) return answer(place.json, response);
  const auto team = json::read<api::form::List<api::form::RepPace>>(response->body);
  if (!team) return refuse(team.error());
  Paces paces;
  for (const auto& rep : team->items) {
    for (const auto& pace : rep.quotas) {
      if (pace.key == choice.quota || to_text(pace.quota_id) == choice.quota) paces.items.push_back(pace);
    }
  }
  print(place.json, json::write(paces));
  return kOk;
}

}  // namespace

int quota_list(Environment& environment, const Place& place) {
  return answer_all(environment, place, get(place, "/quotas", {{"limit", "500"}}));
}

int quota_show(Environment& environment, const Place& place, const QuotaChoice& choice) {
  if (!choice.team.empty()) return team_quota(environment, place, choice);
  const auto request =
      get(place, "/quotas/" + choice.quota + "/pace", {{"rep", choice.rep}, {"period", choice.period}});
  return answer(place.json, environment.ask(place, request));
}

int quota_evidence(Environment& environment, const Place& place, const QuotaChoice& choice) {
  const auto request = get(place, "/quotas/" + choice.quota + "/evidence",
                           {{"rep", choice.rep}, {"period", choice.period}, {"limit", "500"}});
  return answer_all(environment, place, request);
}

int team_pace(Environment& environment, const Place& place, const std::string& team) {
  return answer_all(environment, place, get(place, "/teams/" + team + "/pace", {{"limit", "500"}}));
}

}  // namespace paceline::cli
