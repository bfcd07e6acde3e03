// SPDX-License-Identifier: Apache-2.0
#include "cli/all_pages.h"

#include <boost/json.hpp>

#include "cli/console.h"
#include "json/any.h"

namespace paceline::cli {
namespace {

/// The cursor of the following page; empty when there is none.
std::string next_of(const boost::json::object& page) {
  const auto* next = page.if_contains("next");
  return next != nullptr && next->is_string() ? std::string(next->as_string()) : "";
}

}  // namespace

Result<api::Response> ask_all(Environment& environment, const Place& place, const api::Request& request) {
  std::optional<boost::json::object> whole;
  for (std::string cursor; !whole || !cursor.empty();) {
    api::Request page_request = request;
    if (!cursor.empty()) page_request.query.emplace_back("cursor", cursor);
    auto response = environment.ask(place, page_request);
    if (!response || response->status >= 400) return response;
    boost::json::object page = boost::json::parse(response->body).as_object();
    cursor = next_of(page);
    if (!whole) {
      whole = std::move(page);
      continue;
    }
    for (boost::json::value& item : page["items"].as_array()) (*whole)["items"].as_array().push_back(std::move(item));
  }
  (*whole)["next"] = nullptr;
  api::Response response;
  response.body = paceline::json::write(*whole);
  return response;
}

int answer_all(Environment& environment, const Place& place, const api::Request& request) {
  return answer(place.json, ask_all(environment, place, request));
}

}  // namespace paceline::cli
