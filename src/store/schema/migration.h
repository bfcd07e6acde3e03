// SPDX-License-Identifier: Apache-2.0
// Brings the tables of a database from the version that it has to the one that this program knows. Forward only.
//
// Migrations are numbered 1, 2, 3... Each runs in one transaction with the row that records it in the global table
// schema_version (version, applied_at), so a killed upgrade goes on where it stopped. Run it alone, before serving.
// On SQLite foreign keys stay on while a migration runs: add tables, columns and indexes, do not rebuild a table that
// others refer to.
//
// Worked example: a database at 5 and a program with 7 migrations: `backup(6)` is called once, then 6 and 7 run, and
// the answer is 7. Run again, nothing happens and the answer is 7. A program with 4 migrations is refused.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "store/sql/connection.h"

namespace paceline::store {

struct Migration {
  int number = 0;
  std::string_view name;                    ///< for people: "organisations and users"
  std::span<const std::string_view> steps;  ///< one statement each
};

/// Called once before the first migration `number` of a database that has data, for example
/// `[&](int number) { return database.backup_before(number); }`.
using BackupBefore = std::function<Result<void>(int number)>;

/// Returns the version reached. Returns conflict "store.schema_newer" when the database is ahead of the program,
/// unavailable "store.damaged" when versions are missing in its table, the error of `backup` or of a failed step (then
/// the versions before it stay).
/// REQUIRES: the migrations are numbered from 1 without a gap.
[[nodiscard]] Result<int> migrate(Database& database, std::span<const Migration> migrations, Instant now,
                                  const BackupBefore& backup);

/// All of them inside the caller's transaction, on a database that has no table of ours.
[[nodiscard]] Result<void> make_schema(Connection& connection, std::span<const Migration> migrations, Instant now);

/// The version that the database has; 0: it was never ours. Returns unavailable "store.damaged" when versions are
/// missing in its table.
[[nodiscard]] Result<int> version_of(Database& database);

/// For whoever does not migrate: a program that only reads, or one beside servers of another release. Returns conflict
/// "store.schema_newer" or "store.schema_older" unless the database has exactly the version of the last migration.
[[nodiscard]] Result<void> check_schema(Database& database, std::span<const Migration> migrations);

}  // namespace paceline::store
