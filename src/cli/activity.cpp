// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

/// k=v as a member of JSON; "k=" empties it; duration_s is a number.
Result<std::string> member_of(const std::string& assignment) {
  const auto equals = assignment.find('=');
  if (equals == std::string::npos || equals == 0) return fail(Fault::invalid, "set.malformed", {}, "write NAME=VALUE");
  const std::string name = assignment.substr(0, equals);
  const std::string value = assignment.substr(equals + 1);
  if (value.empty()) return json_text(name) + ":null";
  const bool number =
      name == "duration_s" && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  return json_text(name) + ":" + (number ? value : json_text(value));
}

}  // namespace

int activity_add(Environment& environment, const Place& place, const std::string& file) {
  return send_lines(environment, place, file, "/activities/batch");
}

int activity_list(Environment& environment, const Place& place, const ActivityFilter& filter) {
  const auto request =
      get(place, "/activities", {{"rep", filter.rep}, {"from", filter.from}, {"to", filter.to}, {"limit", "500"}});
  return answer_all(environment, place, request);
}

int activity_void(Environment& environment, const Place& place, const std::string& id, const std::string& reason) {
  const std::string body = R"({"reason":)" + json_text(reason) + "}";
  return answer(place.json,
                environment.ask(place, post(place, "/activities/" + id + "/void", body, environment.new_key())));
}

int activity_correct(Environment& environment, const Place& place, const std::string& id,
                     const std::vector<std::string>& set, const std::string& reason) {
  std::string members;
  for (const std::string& assignment : set) {
    const auto member = member_of(assignment);
    if (!member) return refuse(member.error());
    members += (members.empty() ? "" : ",") + *member;
  }
  const std::string body = R"({"set":{)" + members + R"(},"reason":)" + json_text(reason) + "}";
  return answer(place.json,
                environment.ask(place, post(place, "/activities/" + id + "/correct", body, environment.new_key())));
}

int signal_add(Environment& environment, const Place& place, const std::string& file) {
  return send_lines(environment, place, file, "/signals/batch");
}

}  // namespace paceline::cli
