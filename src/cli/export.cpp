// SPDX-License-Identifier: Apache-2.0
#include "api/forms/count.h"
#include "cli/commands.h"
#include "cli/count_lines.h"
#include "cli/requests.h"

namespace paceline::cli {
namespace {

using api::form::Count;

/// Writes page after page, so that a large table needs little memory. Returns the exit code.
int write_counts(Environment& environment, const Place& place, bool csv) {
  const std::string first = "0";
  for (std::string cursor = first; !cursor.empty();) {
    const auto response = environment.ask(place, get(place, "/counts", {{"limit", "500"}, {"cursor", cursor}}));
    if (!response || response->status >= 400) return answer(true, response);
    const auto page = json::read<api::form::List<Count>>(response->body);
    if (!page) return refuse(page.error());
    if (csv && cursor == first) print(true, kCountColumns);
    for (const Count& count : page->items) print(true, csv ? csv_line(count) : json::write(count));
    cursor = page->next.value_or("");
  }
  return kOk;
}

}  // namespace

int export_table(Environment& environment, const Place& place, const ExportOptions& options) {
  const bool lines = options.format == "csv" || options.format == "jsonl";
  if (options.table == "counts" && lines) return write_counts(environment, place, options.format == "csv");
  if (!lines && options.format != "xlsx")
    return refuse({Fault::invalid, "export.format_unknown", {}, "csv, jsonl or xlsx"});
  Query query{{"format", options.format},
              {"rep", options.rep},
              {"team", options.team},
              {"quota", options.quota},
              {"report", options.report},
              {"import", options.import},
              {"period", options.period},
              {"from", options.from},
              {"to", options.to},
              {"opportunity", options.opportunity},
              {"account", options.account},
              {"stage", options.stage},
              {"state", options.state},
              {"product_line", options.product_line},
              {"territory", options.territory},
              {"by", options.by},
              {"part", options.part}};
  const auto response = environment.ask_in_parts(place, get(place, "/export/" + options.table, query), write_bytes);
  if (!response || response->status >= 400) return answer(place.json, response);
  return kOk;
}

}  // namespace paceline::cli
