// SPDX-License-Identifier: Apache-2.0
// The whole of what the product asks of a database: run one named portable statement, inside a read or a write.
//
// Statements are written once for both engines (docs/adr/0004): `$1` parameters, BIGINT and TEXT only, `org_id = $1`
// for every tenant table. Errors carry Fault::conflict with code "store.unique" for a broken unique key, and
// Fault::unavailable with "store.busy", "store.disk_full", "store.read_only" or "store.unavailable" for the rest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"

namespace paceline::store {

/// One portable statement. The name is what logs, metrics and tests call it: "activity.insert".
struct Statement {
  std::string_view name;
  std::string_view text;
};

/// NULL, a whole number, or text. Money and times are whole numbers; there is no floating point in the database.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

/// One row of an answer, valid only inside the callback. Columns count from 0.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  /// REQUIRES: the column is a whole number and not NULL.
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  /// REQUIRES: the column is text and not NULL.
  [[nodiscard]] virtual std::string text(int column) const = 0;
};

class Connection {
 public:
  virtual ~Connection() = default;
  /// Calls `take` for every row of the answer, in order.
  [[nodiscard]] virtual Result<void> each(const Statement& statement, std::span<const Value> parameters,
                                          const std::function<void(const Row&)>& take) = 0;
  /// Returns how many rows were inserted, changed or deleted.
  [[nodiscard]] virtual Result<std::int64_t> execute(const Statement& statement, std::span<const Value> parameters) = 0;
  /// The statement once for each of these rows of parameters. Returns the sum.
  [[nodiscard]] virtual Result<std::int64_t> execute_each(const Statement& statement,
                                                          std::span<const std::span<const Value>> rows) {
    std::int64_t sum = 0;
    for (const auto& row : rows) {
      PACELINE_TRY(const std::int64_t changed, execute(statement, row));
      sum += changed;
    }
    return sum;
  }
  /// Whether rows are sent best one by one: where a statement goes no way over a network.
  [[nodiscard]] virtual bool takes_rows_singly() const { return false; }
};

using Work = std::function<Result<void>(Connection&)>;

/// What was written since the database was opened; works / commits is the gain of committing in groups.
struct WriteCounters {
  static constexpr std::size_t kSizes = 9;

  std::int64_t works = 0;
  std::int64_t commits = 0;
  std::int64_t committed = 0;                ///< works in them
  std::int64_t failed = 0;                   ///< commits that failed, with all that was in them
  std::int64_t retries = 0;                  ///< works that were run again: a lock, a connection lost
  std::int64_t waiting = 0;                  ///< works that wait now
  std::int64_t waited_us = 0;                ///< how long works waited before they were begun, together
  std::array<std::int64_t, kSizes> sizes{};  ///< commits with up to 1, 2, 4, ... 256 works
};

/// One database. Thread-safe.
class Database {
 public:
  virtual ~Database() = default;
  /// Runs `work` on one consistent state of the data. It must not write.
  [[nodiscard]] virtual Result<void> read(const Work& work) = 0;
  /// Runs `work` in a transaction and returns when it is on disk. An error from `work` undoes all that it did.
  /// `work` may be run again from its start (a lock lost, a connection lost), so it must not have effects elsewhere.
  [[nodiscard]] virtual Result<void> write(const Work& work) = 0;
  /// The copy that is taken before migration `number`, where the engine can make one by itself.
  [[nodiscard]] virtual Result<void> backup_before([[maybe_unused]] int number) { return {}; }
  [[nodiscard]] virtual WriteCounters counters() const { return {}; }
  /// What the database is called, where several lie beside each other.
  [[nodiscard]] virtual Result<std::string> name() { return std::string(); }
  /// What it takes on the disk, or 0 where that is not known.
  [[nodiscard]] virtual Result<std::int64_t> bytes() { return 0; }
};

}  // namespace paceline::store
