// SPDX-License-Identifier: Apache-2.0
#include "api/forms/problem.h"
#include "api/forms/team.h"
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

using Paces = api::form::List<api::form::Pace>;

/// The same request for one rep.
api::Request pace_request(const Place& place, const QuotaChoice& choice, const std::string& rep) {
  return get(place, "/quotas/" + choice.quota + "/pace", {{"rep", rep}, {"period", choice.period}});
}

/// Where each rep of the team that the quota asks stands.
int team_quota(Environment& environment, const Place& place, const QuotaChoice& choice) {
  const auto response = ask_all(environment, place, get(place, "/teams/" + choice.team + "/pace", {{"limit", "500"}}));
  if (!response || response->status >= 400) return answer(place.json, response);
  const auto team = json::read<api::form::List<api::form::RepPace>>(response->body);
  if (!team) return refuse(team.error());
  Paces paces;
  for (const auto& rep : team->items) {
    const auto shown = environment.ask(place, pace_request(place, choice, to_text(rep.rep_id)));
    if (!shown) return answer(place.json, shown);
    const auto problem = json::read<api::form::Problem>(shown->body);
    if (problem && problem->code == "quota.not_for_rep") continue;
    if (shown->status >= 400) return answer(place.json, shown);
    const auto pace = json::read<api::form::PaceDetail>(shown->body);
    if (!pace) return refuse(pace.error());
    paces.items.push_back(*pace);
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
  return answer(place.json, environment.ask(place, pace_request(place, choice, choice.rep)));
}

int quota_evidence(Environment& environment, const Place& place, const QuotaChoice& choice) {
  const auto request = get(place, "/quotas/" + choice.quota + "/evidence",
                           {{"rep", choice.rep}, {"period", choice.period}, {"limit", "500"}});
  return answer_all(environment, place, request);
}

int quota_history(Environment& environment, const Place& place, const QuotaChoice& choice) {
  return answer(place.json,
                environment.ask(place, get(place, "/quotas/" + choice.quota + "/history", {{"rep", choice.rep}})));
}

int team_quotas(Environment& environment, const Place& place, const std::string& team) {
  return answer(place.json, environment.ask(place, get(place, "/teams/" + team + "/quotas")));
}

int team_pace(Environment& environment, const Place& place, const std::string& team) {
  return answer_all(environment, place, get(place, "/teams/" + team + "/pace", {{"limit", "500"}}));
}

int team_totals(Environment& environment, const Place& place, const std::string& team) {
  return answer(place.json, environment.ask(place, get(place, "/teams/" + team + "/totals")));
}

}  // namespace paceline::cli
