// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "api/forms/report.h"
#include "cli/all_pages.h"
#include "cli/commands.h"
#include "cli/report_lines.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

namespace form = api::form;

/// `what`: "/reports", or "/reports/verdicts".
api::Request list_request(const Place& place, const ReportChoice& choice, const std::string& what = "/reports") {
  return get(place, what,
             {{"rep", choice.rep},
              {"quota", choice.quota},
              {"period", choice.period},
              {"team", choice.team},
              {"limit", "500"}});
}

/// "/reports/ID" of the report that is chosen in a list of `Line`s; else the exit code, and the refusal is printed.
template <class Line>
tl::expected<std::string, int> path_of(Environment& environment, const Place& place, const ReportChoice& choice,
                                       const std::string& what = "/reports") {
  const auto response = environment.ask(place, list_request(place, choice, what));
  if (!response || response->status >= 400) return tl::unexpected(answer(place.json, response));
  const auto list = json::read<form::List<Line>>(response->body);
  if (!list) return tl::unexpected(refuse(list.error()));
  if (list->items.empty()) return tl::unexpected(refuse({Fault::not_found, "report.not_found", {}, {}}));
  return "/reports/" + to_text(list->items.front().report_id);
}

/// The items of the answer, a line each.
template <class Item>
int lines(const Result<api::Response>& response, const std::string& format) {
  if (format != "csv" && format != "jsonl")
    return refuse({Fault::invalid, "export.format_unknown", {}, "csv or jsonl"});
  if (!response || response->status >= 400) return answer(true, response);
  const auto list = json::read<form::List<Item>>(response->body);
  if (!list) return refuse(list.error());
  const bool csv = format == "csv";
  if (csv) print(true, columns_of(static_cast<const Item*>(nullptr)));
  for (const Item& item : list->items) print(true, csv ? csv_line(item) : json::write(item));
  return kOk;
}

}  // namespace

int period_close(Environment& environment, const Place& place, const ReportChoice& choice) {
  const std::string body = choice.rep.empty() ? "{}" : "{\"rep\":" + json_text(choice.rep) + "}";
  const std::string path = "/quotas/" + choice.quota + "/periods/" + choice.period + "/close";
  std::int64_t made = 0;
  for (;;) {
    auto response = environment.ask(place, post(place, path, body, environment.new_key()));
    if (!response || response->status >= 400) return answer(place.json, response);
    auto closed = json::read<form::ClosedPeriod>(response->body);
    if (!closed) return refuse(closed.error());
    made += closed->made;
    if (closed->left > 0 && closed->made > 0) continue;  // one request makes a part of many reports
    closed->made = made;
    response->body = json::write(*closed);
    return answer(place.json, response);
  }
}

int period_report(Environment& environment, const Place& place, const ReportChoice& choice) {
  const auto path = path_of<form::ReportLine>(environment, place, choice);
  if (!path) return path.error();
  return answer(place.json, environment.ask(place, get(place, *path + (choice.late ? "/late" : ""))));
}

int period_evidence(Environment& environment, const Place& place, const ReportChoice& choice) {
  const auto path = path_of<form::ReportLine>(environment, place, choice);
  if (!path) return path.error();
  const auto request = get(place, *path + "/evidence", {{"limit", "500"}});
  if (choice.format.empty()) return answer_all(environment, place, request);
  return lines<form::ReportRow>(ask_all(environment, place, request), choice.format);
}

int period_history(Environment& environment, const Place& place, const ReportChoice& choice) {
  if (choice.format.empty()) return answer_all(environment, place, list_request(place, choice));
  return lines<form::ReportLine>(ask_all(environment, place, list_request(place, choice)), choice.format);
}

int period_verdicts(Environment& environment, const Place& place, const ReportChoice& choice) {
  return answer_all(environment, place, list_request(place, choice, "/reports/verdicts"));
}

int period_decide(Environment& environment, const Place& place, const ReportChoice& choice,
                  const DecisionOptions& decision) {
  const auto path = path_of<form::VerdictLine>(environment, place, choice, "/reports/verdicts");
  if (!path) return path.error();
  boost::json::object body{{"verdict", decision.verdict}};
  if (!decision.excuse.empty()) body["excuse"] = decision.excuse;
  if (!decision.note.empty()) body["note"] = decision.note;
  return answer(place.json, environment.ask(place, post(place, *path + "/decision", boost::json::serialize(body),
                                                        environment.new_key())));
}

}  // namespace paceline::cli
