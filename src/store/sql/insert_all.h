// SPDX-License-Identifier: Apache-2.0
// Many rows in few statements: the INSERT is written once, for one row, and its tuple is repeated for 100 or 10 rows.
// A database in the same process takes them one by one, with the statement prepared once: that costs it less.
//
// Worked example (tests/contract/insert_all_test.cpp): "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO
// NOTHING" for two rows is "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT (a) DO NOTHING".
#pragma once

#include <string>
#include <vector>

#include "store/sql/rows.h"

namespace paceline::store {

/// The text for so many rows. REQUIRES: one tuple ($1, $2, ... in order) after VALUES.
[[nodiscard]] std::string for_rows(std::string_view insert, std::size_t rows);

/// Returns how many rows were inserted or changed. REQUIRES: every row has as many values as the tuple, fewer than 300.
[[nodiscard]] Result<std::int64_t> insert_all(Connection& connection, const Statement& insert,
                                              const std::vector<Parameters>& rows);

}  // namespace paceline::store
