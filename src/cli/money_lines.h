// SPDX-License-Identifier: Apache-2.0
// Lines of money as a command takes them: [PRODUCT_LINE=][QUANTITYx]MINOR, the money in minor units, the quantity with
// at most three decimals.
// Worked example: "gtx=2.5x80000" is 2.5 of gtx at 800.00 each, where the currency has two decimals; "80000" is 800.00
// of no product line in particular.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace paceline::cli {

struct MoneyLine {
  std::string product_line;                    ///< key or id; empty: none in particular
  std::optional<std::int64_t> quantity_milli;  ///< thousandths; absent: not said
  std::int64_t minor = 0;
};

/// Returns every line that is none: invalid "line.malformed" at "/lines/N".
[[nodiscard]] Checked<std::vector<MoneyLine>> money_lines_of(const std::vector<std::string>& texts, bool with_quantity);

/// {"amount_minor":…,"currency":…}, without a currency if there is none.
[[nodiscard]] std::string money_json(std::int64_t minor, const std::string& currency);

/// A list of {"product_line":…,"amount":{…}}, and of product lines at their list price; empty if there is none.
[[nodiscard]] std::string amounts_json(const std::vector<MoneyLine>& lines, const std::string& currency,
                                       const std::vector<std::string>& at_list_price = {});

}  // namespace paceline::cli
