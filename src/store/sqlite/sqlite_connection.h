// SPDX-License-Identifier: Apache-2.0
// One SQLite connection. Used by one thread at a time.
//
// A failed statement fails the work that it belongs to, as PostgreSQL does: see sqlite_database.h.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sqlite/given_rows.h"
#include "store/sqlite/statement_cache.h"

struct sqlite3;

namespace paceline::store {

enum class ConnectionUse { writer, reader };

class SqliteConnection final : public Connection {
 public:
  /// Opens an existing file and checks that it is a sound database at first sight. Returns the errors of
  /// SqliteDatabase::open.
  [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const std::string& path, ConnectionUse use);

  [[nodiscard]] Result<void> each(const Statement& statement, std::span<const Value> parameters,
                                  const std::function<void(const Row&)>& take) override;
  [[nodiscard]] Result<std::int64_t> execute(const Statement& statement, std::span<const Value> parameters) override;
  [[nodiscard]] Result<std::int64_t> execute_each(const Statement& statement,
                                                  std::span<const std::span<const Value>> rows) override;
  [[nodiscard]] bool takes_rows_singly() const override { return true; }

  /// Runs `work` as it is, in the transaction that is open. An exception becomes "store.unavailable"; a failed
  /// statement makes the work fail.
  [[nodiscard]] Result<void> run(const Work& work);

  /// A statement without parameters or rows: BEGIN, COMMIT, SAVEPOINT...
  [[nodiscard]] Result<void> control(const Statement& statement);
  [[nodiscard]] bool in_transaction() const;
  /// Ends the transaction, if one is open, without its changes.
  void roll_back();

  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  using Handle = std::unique_ptr<sqlite3, Close>;
  explicit SqliteConnection(Handle handle) : handle_(std::move(handle)), statements_(handle_.get()) {}

  [[nodiscard]] Result<void> configure(ConnectionUse use);
  [[nodiscard]] Result<void> step_through(const Statement& statement, std::span<const Value> parameters,
                                          const std::function<void(const Row&)>& take);
  [[nodiscard]] Result<std::int64_t> step_once_each(const Statement& statement, GivenRows::Rows rows);
  [[nodiscard]] Result<std::int64_t> insert_given(const Statement& insert, GivenRows::Rows rows);

  GivenRows given_;
  Handle handle_;
  StatementCache statements_;
  std::optional<Error> failure_;  // of the work that runs
};

}  // namespace paceline::store
