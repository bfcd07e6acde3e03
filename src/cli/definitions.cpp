// SPDX-License-Identifier: Apache-2.0
#include "api/forms/calendar.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/requests.h"

namespace paceline::cli {

int definitions(Environment& environment, const Place& place) {
  return answer(place.json, environment.ask(place, get(place, "/definitions")));
}

int calendar_read(Environment& environment, const Place& place, const std::string& file) {
  auto text = read_file(file);
  if (!text) return refuse(text.error());
  if (!is_utf8(*text)) return refuse({Fault::invalid, "json.invalid_utf8", {}, file});
  const std::string format = file.ends_with(".ics") || file.ends_with(".ICS") ? "ics" : "csv";
  const std::string body = R"({"format":)" + json_text(format) + R"(,"text":)" + json_text(*text) + "}";
  const auto response = environment.ask(place, post(place, "/calendars/read", body, environment.new_key()));
  const int code = answer(place.json, response);
  if (code != kOk) return code;
  const auto read = json::read<api::form::CalendarDays>(response->body);
  return read && !read->faults.empty() ? exit_code_of(Fault::invalid) : kOk;
}

}  // namespace paceline::cli
