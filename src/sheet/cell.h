// SPDX-License-Identifier: Apache-2.0
// One cell of a table that leaves the program.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace paceline::sheet {

/// Empty, a whole number, another number, yes or no, or text.
using Cell = std::variant<std::monostate, std::int64_t, double, bool, std::string>;
using Row = std::vector<Cell>;

}  // namespace paceline::sheet
