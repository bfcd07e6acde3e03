// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <array>
#include <exception>
#include <mutex>

#include "store/sqlite/sqlite_error.h"

namespace paceline::store {
namespace {

constexpr int kBusyMilliseconds = 5'000;

// No mmap: it was slower where it was measured, and with it a failed read is a signal and not an error. The log holds
// 16 MB before it is copied into the database, and the cache what one part of an import changes: a page that many
// activities change is written less often.
constexpr std::array kWriterSettings{
    "PRAGMA secure_delete = ON",           "PRAGMA synchronous = FULL",  "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",         "PRAGMA cache_size = -24000", "PRAGMA wal_autocheckpoint = 4000",
    "PRAGMA journal_size_limit = 67108864"};
constexpr std::array kReaderSettings{"PRAGMA query_only = ON", "PRAGMA cell_size_check = ON",
                                     "PRAGMA cache_size = -4000"};
constexpr std::array kFirstLook{"SELECT count(*) FROM sqlite_schema"};
constexpr Statement kLog{"sqlite.log", "PRAGMA journal_mode = WAL"};
constexpr Statement kRollback{"sqlite.rollback", "ROLLBACK"};

constexpr int kJournalInMemoryOnly = -1;

/// A statement that changes many rows keeps what it changes until it has ended, in memory: SQLite 3.40 moves it to a
/// file in pieces as large as the bound that it was given, and writes nothing of one of 128 kB or more ("disk full").
/// Nobody asks how much memory is in use, so it is not counted, which takes a lock each time. Without effect where
/// somebody has used SQLite before.
void set_up_sqlite() {
  static std::once_flag once;
  std::call_once(once, [] {
    sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, kJournalInMemoryOnly);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  });
}

Result<void> apply(sqlite3* handle, std::string_view doing, std::span<const char* const> statements) {
  for (const char* statement : statements) {
    if (sqlite3_exec(handle, statement, nullptr, nullptr, nullptr) != SQLITE_OK)
      return tl::unexpected(error_of(handle, doing));
  }
  return {};
}

void harden(sqlite3* handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);  // "x" is a name, as in PostgreSQL, never a text
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
}

}  // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& path, ConnectionUse use) {
  set_up_sqlite();
  const int access = use == ConnectionUse::writer ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Handle handle(opened);
  if (code != SQLITE_OK) return tl::unexpected(error_of(opened, path));
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(std::move(handle)));
  connection->given_.make_known_to(connection->handle());
  PACELINE_CHECK(connection->configure(use));
  return connection;
}

Result<void> SqliteConnection::configure(ConnectionUse use) {
  sqlite3_busy_timeout(handle(), kBusyMilliseconds);
  harden(handle());
  if (use == ConnectionUse::reader) {
    PACELINE_CHECK(apply(handle(), "open", kReaderSettings));
  } else {
    if (sqlite3_db_readonly(handle(), "main") == 1)
      return fail(Fault::unavailable, "store.read_only", {}, "no permission to write to the database file");
    std::string log;
    PACELINE_CHECK(each(kLog, {}, [&](const Row& row) { log = row.text(0); }));
    if (log != "wal") return fail(Fault::unavailable, "store.unavailable", {}, "the disk cannot hold SQLite's log");
    PACELINE_CHECK(apply(handle(), "open", kWriterSettings));
  }
  return apply(handle(), "open", kFirstLook);
}

Result<void> SqliteConnection::step_through(const Statement& statement, std::span<const Value> parameters,
                                            const std::function<void(const Row&)>& take) {
  PACELINE_TRY(const StatementCache::Loan prepared, statements_.borrow(statement));
  PACELINE_CHECK(prepared->bind(parameters));
  for (;;) {
    PACELINE_TRY(const bool has_row, prepared->step());
    if (!has_row) return {};
    if (take) take(prepared->row());
  }
}

Result<void> SqliteConnection::each(const Statement& statement, std::span<const Value> parameters,
                                    const std::function<void(const Row&)>& take) {
  if (failure_) return tl::unexpected(*failure_);
  auto outcome = step_through(statement, parameters, take);
  if (!outcome) failure_ = outcome.error();
  return outcome;
}

Result<std::int64_t> SqliteConnection::execute(const Statement& statement, std::span<const Value> parameters) {
  const auto total = sqlite3_total_changes64(handle());
  PACELINE_CHECK(each(statement, parameters, nullptr));
  // The count of the last change stays as it was when a statement, such as CREATE TABLE, changes no row.
  return sqlite3_total_changes64(handle()) == total ? 0 : sqlite3_changes64(handle());
}

Result<std::int64_t> SqliteConnection::execute_each(const Statement& statement,
                                                    std::span<const std::span<const Value>> rows) {
  if (failure_) return tl::unexpected(*failure_);
  const auto text = rows.size() > 1 ? for_given_rows(statement.text, rows.front().size()) : std::nullopt;
  const std::string name = std::string(statement.name) + ".given";
  auto outcome = text ? insert_given({name, *text}, rows) : step_once_each(statement, rows);
  if (!outcome) failure_ = outcome.error();
  return outcome;
}

Result<std::int64_t> SqliteConnection::insert_given(const Statement& insert, GivenRows::Rows rows) {
  for (const auto& row : rows) PACELINE_CHECK(check_texts(insert.name, row));
  given_.give(rows);
  auto inserted = step_once_each(insert, std::array<std::span<const Value>, 1>{});
  given_.give({});
  return inserted;
}

Result<std::int64_t> SqliteConnection::step_once_each(const Statement& statement, GivenRows::Rows rows) {
  PACELINE_TRY(const StatementCache::Loan prepared, statements_.borrow(statement));
  std::int64_t sum = 0;
  for (const auto& row : rows) {
    PACELINE_CHECK(prepared->bind(row));
    PACELINE_TRY(const bool has_row, prepared->step());
    PACELINE_ASSERT(!has_row);
    sum += sqlite3_changes64(handle());
    prepared->reset();
  }
  return sum;
}

Result<void> SqliteConnection::run(const Work& work) {
  failure_.reset();
  try {
    PACELINE_CHECK(work(*this));
  } catch (const std::exception& exception) {
    return fail(Fault::unavailable, "store.unavailable", {}, exception.what());
  } catch (...) {
    return fail(Fault::unavailable, "store.unavailable", {}, "an exception of unknown type");
  }
  if (failure_) return tl::unexpected(*failure_);
  return {};
}

Result<void> SqliteConnection::control(const Statement& statement) {
  return step_through(statement, {}, nullptr);
}

bool SqliteConnection::in_transaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

void SqliteConnection::roll_back() {
  if (in_transaction()) static_cast<void>(control(kRollback));
  PACELINE_ASSERT(!in_transaction());
}

void SqliteConnection::Close::operator()(sqlite3* handle) const {
  const bool nothing_left_open = sqlite3_close(handle) == SQLITE_OK;
  PACELINE_ASSERT(nothing_left_open);
}

}  // namespace paceline::store
