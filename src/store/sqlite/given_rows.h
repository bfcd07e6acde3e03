// SPDX-License-Identifier: Apache-2.0
// The rows of an INSERT as a table, given_row, that a connection of SQLite can select from.
//
// A statement for each row looks its place up in each index anew; one statement for all of them goes on from where the
// row before stands, which takes 0.6 of the instructions (docs/benchmarks.md).
// Worked example: "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING" is, for given rows, "INSERT INTO t
// (a, b) SELECT c1, c2 FROM given_row WHERE true ON CONFLICT (a) DO NOTHING".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/sql/connection.h"

struct sqlite3;

namespace paceline::store {

class GivenRows {
 public:
  using Rows = std::span<const std::span<const Value>>;

  /// Makes the table known to a connection, which must not outlive this.
  void make_known_to(sqlite3* handle);
  /// What is in the table while a statement is executed: it keeps no row itself.
  void give(Rows rows) { rows_ = rows; }
  [[nodiscard]] Rows rows() const { return rows_; }

 private:
  Rows rows_;
};

/// The INSERT of one tuple ($1, $2, ... in order) as one of the given rows. Nothing: it has more columns than the
/// table.
[[nodiscard]] std::optional<std::string> for_given_rows(std::string_view insert, std::size_t columns);

}  // namespace paceline::store
