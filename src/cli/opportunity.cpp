// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

constexpr std::array kChangeWords{"name", "rep", "source", "account_id", "contact_id"};

using Assignments = std::map<std::string, std::string>;

Result<Assignments> assignments_of(const std::vector<std::string>& set) {
  Assignments all;
  for (const std::string& each : set) {
    const auto equals = each.find('=');
    if (equals == std::string::npos || equals == 0)
      return fail(Fault::invalid, "set.malformed", {}, "write NAME=VALUE");
    all[each.substr(0, equals)] = each.substr(equals + 1);
  }
  return all;
}

std::string text_or_null(const std::string& value) {
  return value.empty() ? "null" : json_text(value);
}

/// Where the assignments go, and the body: one route a command, so that a refusal leaves nothing half done.
Result<std::pair<std::string, std::string>> route_and_body(const Assignments& set) {
  const auto only = [&](auto allowed) {
    return std::all_of(set.begin(), set.end(), [&](const auto& each) { return allowed(each.first); });
  };
  if (only([](const std::string& name) { return name == "close_day"; }))
    return std::pair(std::string("/close-days"), "{\"close_day\":" + text_or_null(set.begin()->second) + "}");
  const bool amount = set.contains("amount_minor") && only([](const std::string& name) {
                        return name == "amount_minor" || name == "currency" || name == "product_line";
                      });
  if (amount) {
    const std::string& minor = set.at("amount_minor");
    if (minor.empty() || minor.find_first_not_of("0123456789") != std::string::npos)
      return fail(Fault::invalid, "line.malformed", "amount_minor", minor);
    std::string money = "\"amount_minor\":" + set.at("amount_minor");
    if (set.contains("currency")) money += ",\"currency\":" + json_text(set.at("currency"));
    std::string item = "\"amount\":{" + money + "}";
    if (set.contains("product_line")) item += ",\"product_line\":" + json_text(set.at("product_line"));
    return std::pair(std::string("/amounts"), "{\"amounts\":[{" + item + "}]}");
  }
  const bool change = only([](const std::string& name) {
    return std::find(kChangeWords.begin(), kChangeWords.end(), name) != kChangeWords.end();
  });
  if (!change)
    return fail(
        Fault::invalid, "set.malformed", {},
        "one of these three in a command: close_day; amount_minor with currency and product_line; any of name, rep, source, account_id, contact_id");
  std::string members;
  for (const auto& [name, value] : set)
    members += (members.empty() ? "" : ",") + json_text(name) + ":" + text_or_null(value);
  return std::pair(std::string("/changes"), "{" + members + "}");
}

}  // namespace

int opportunity_list(Environment& environment, const Place& place, const OpportunityFilter& filter) {
  return answer_all(environment, place,
                    get(place, "/opportunities",
                        {{"rep", filter.rep},
                         {"team", filter.team},
                         {"stage", filter.stage},
                         {"state", filter.state},
                         {"product_line", filter.product_line},
                         {"territory", filter.territory},
                         {"limit", "500"}}));
}

int opportunity_set(Environment& environment, const Place& place, const std::string& id,
                    const std::vector<std::string>& set) {
  const auto assignments = assignments_of(set);
  if (!assignments) return refuse(assignments.error());
  const auto route = route_and_body(*assignments);
  if (!route) return refuse(route.error());
  return answer(place.json, environment.ask(place, post(place, "/opportunities/" + id + route->first, route->second,
                                                        environment.new_key())));
}

int sale_list(Environment& environment, const Place& place, const SalesChoice& choice) {
  return answer_all(environment, place,
                    get(place, "/sales",
                        {{"by", choice.by},
                         {"from", choice.from},
                         {"to", choice.to},
                         {"rep", choice.rep},
                         {"team", choice.team},
                         {"limit", "500"}}));
}

int standing(Environment& environment, const Place& place, const StandingChoice& choice) {
  if (!choice.part.empty()) {
    return answer_all(environment, place,
                      get(place, "/standing/rows",
                          {{"rep", choice.rep},
                           {"team", choice.team},
                           {"territory", choice.territory},
                           {"product_line", choice.product_line},
                           {"period", choice.period},
                           {"part", choice.part == "all" ? "" : choice.part},
                           {"stage", choice.stage},
                           {"limit", "500"}}));
  }
  return answer(place.json, environment.ask(place, get(place, "/standing",
                                                       {{"rep", choice.rep},
                                                        {"team", choice.team},
                                                        {"territory", choice.territory},
                                                        {"product_line", choice.product_line},
                                                        {"period", choice.period},
                                                        {"quota_minor", choice.quota_minor},
                                                        {"quota", choice.quota}})));
}

}  // namespace paceline::cli
