// SPDX-License-Identifier: Apache-2.0
// Period reports and their rows as lines of CSV (RFC 4180): what a spreadsheet opens.
#pragma once

#include <string>
#include <string_view>

#include "api/forms/report.h"

namespace paceline::cli {

/// The first line; the argument only says of what.
[[nodiscard]] std::string_view columns_of(const api::form::ReportLine* of);
[[nodiscard]] std::string_view columns_of(const api::form::ReportRow* of);

[[nodiscard]] std::string csv_line(const api::form::ReportLine& line);
[[nodiscard]] std::string csv_line(const api::form::ReportRow& row);

}  // namespace paceline::cli
