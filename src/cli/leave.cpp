// SPDX-License-Identifier: Apache-2.0
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

std::string path_of(const LeaveOptions& options) {
  return "/reps/" + options.rep + "/leave";
}

}  // namespace

int leave_list(Environment& environment, const Place& place, const LeaveOptions& options) {
  if (options.team.empty()) return answer_all(environment, place, get(place, path_of(options), {{"limit", "500"}}));
  return answer_all(
      environment, place,
      get(place, "/leave", {{"team", options.team}, {"from", options.from}, {"to", options.to}, {"limit", "500"}}));
}

int leave_add(Environment& environment, const Place& place, const LeaveOptions& options) {
  std::string body = R"({"from":)" + json_text(options.from);
  if (!options.to.empty()) body += R"(,"to":)" + json_text(options.to);
  if (!options.minutes.empty()) body += R"(,"minutes":)" + options.minutes;
  return answer(place.json, environment.ask(place, post(place, path_of(options), body + "}", environment.new_key())));
}

int leave_remove(Environment& environment, const Place& place, const LeaveOptions& options) {
  const std::string path = path_of(options) + "/" + options.id + "/remove";
  return answer(place.json, environment.ask(place, post(place, path, "", environment.new_key())));
}

}  // namespace paceline::cli
