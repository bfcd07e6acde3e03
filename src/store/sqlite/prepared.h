// SPDX-License-Identifier: Apache-2.0
// One compiled statement of one SQLite connection. Not thread-safe.
//
// SQLite numbers `$1`, `$2`... by first appearance, not by the number, so each is mapped when the statement is
// compiled.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/sql/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace paceline::store {

/// Returns invalid "store.text_malformed": a text that PostgreSQL would refuse. `name` is the statement's.
[[nodiscard]] Result<void> check_texts(std::string_view name, std::span<const Value> values);

class Prepared {
 public:
  /// Returns the errors of sqlite_database.h; a statement that does not compile (a table absent) is
  /// "store.unavailable". REQUIRES: one statement, every parameter written `$n`.
  [[nodiscard]] static Result<std::unique_ptr<Prepared>> compile(sqlite3* handle, const Statement& statement);

  /// Returns invalid "store.text_malformed". The values must live until reset().
  /// REQUIRES: exactly the parameters that the statement names.
  [[nodiscard]] Result<void> bind(std::span<const Value> values);

  /// Returns whether there is a row, which row() then is until the next step().
  [[nodiscard]] Result<bool> step();
  [[nodiscard]] const Row& row() const { return *row_; }

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Ends the answer and forgets the values; the statement can be used again.
  void reset();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Prepared(sqlite3_stmt* statement, std::string_view name);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::unique_ptr<Row> row_;
  std::string name_;
  std::vector<std::size_t> numbers_;  // of SQLite's parameter i + 1: the n of its `$n`
  std::size_t highest_ = 0;           // the greatest n
};

}  // namespace paceline::store
