// SPDX-License-Identifier: Apache-2.0
// Shares of a sale as a command takes them: REP=BASIS_POINTS. Whether they are 10000 together, the API says.
// Worked example: "ann@acme.example=6000" is 60 % for Ann; "ann@acme.example" and "=6000" are none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace paceline::cli {

struct SaleShare {
  std::string rep;  ///< address, id or me
  std::int64_t basis_points = 0;
};

/// Returns every share that is none: invalid "line.malformed" at "/shares/N".
[[nodiscard]] Checked<std::vector<SaleShare>> sale_shares_of(const std::vector<std::string>& texts);

/// A list of {"rep":…,"share_bp":…}; empty if there is none.
[[nodiscard]] std::string sale_shares_json(const std::vector<SaleShare>& shares);

}  // namespace paceline::cli
