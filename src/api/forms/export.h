// SPDX-License-Identifier: Apache-2.0
// Which rows of a table leave, and how they are written.
#pragma once

#include <boost/describe/enum.hpp>

#include "api/forms/list.h"

namespace paceline::api::form {

BOOST_DEFINE_ENUM_CLASS(ExportFormat, csv, jsonl, xlsx)

/// What a table is asked by; one that it does not know is refused as its own route does.
struct ExportQuery : MomentQuery {
  std::optional<ExportFormat> format;  ///< absent: csv
  std::optional<ShortText> rep;        ///< absent: everybody whose rows the caller may see
  std::optional<ShortText> team;
  std::optional<ShortText> quota;
  std::optional<ShortText> report;
  std::optional<ShortText> import;
  std::optional<ShortText> opportunity;
  std::optional<ShortText> account;
  std::optional<ShortText> stage;
  std::optional<ShortText> state;
  std::optional<ShortText> product_line;
  std::optional<ShortText> territory;
  std::optional<ShortText> by;    ///< of sales-sums
  std::optional<ShortText> part;  ///< of standing-rows
  std::optional<json::Text<1, 40>> period;
  std::optional<Day> from;
  std::optional<Day> to;  ///< the first day after
  std::optional<Instant> due_before;
  std::optional<json::Whole<1, 90>> within_days;
};
BOOST_DESCRIBE_STRUCT(ExportQuery, (MomentQuery),
                      (format, rep, team, quota, report, import, opportunity, account, stage, state, product_line,
                       territory, by, part, period, from, to, due_before, within_days))

}  // namespace paceline::api::form
