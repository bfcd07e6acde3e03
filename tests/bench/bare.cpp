// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bare.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <set>

#include "store/sql/insert_all.h"

namespace paceline::bench {
namespace {

class BareSqlite final : public Bare {
 public:
  BareSqlite(const std::string& path, const std::string& add, const std::string& put) {
    PACELINE_ASSERT(sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
    sqlite3_busy_timeout(handle_, 5'000);
    run("PRAGMA synchronous = FULL");
    add_ = prepared(add);
    put_ = prepared(put);
  }
  ~BareSqlite() override {
    sqlite3_finalize(add_);
    sqlite3_finalize(put_);
    sqlite3_close(handle_);
  }
  void store(const CellRows& facts, const CellRows& projected) override {
    run("BEGIN IMMEDIATE");
    for (const auto& row : facts) insert(add_, row);
    for (const auto& row : projected) insert(put_, row);
    run("COMMIT");
  }

 private:
  void run(const char* text) { PACELINE_ASSERT(sqlite3_exec(handle_, text, nullptr, nullptr, nullptr) == SQLITE_OK); }
  sqlite3_stmt* prepared(const std::string& text) {
    sqlite3_stmt* statement = nullptr;
    PACELINE_ASSERT(sqlite3_prepare_v2(handle_, text.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    return statement;
  }
  static void insert(sqlite3_stmt* statement, const std::vector<Cell>& row) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      const int index = static_cast<int>(at + 1);
      if (row[at])
        sqlite3_bind_text(statement, index, row[at]->c_str(), static_cast<int>(row[at]->size()), SQLITE_STATIC);
      if (!row[at]) sqlite3_bind_null(statement, index);
    }
    PACELINE_ASSERT(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
  }

  sqlite3* handle_ = nullptr;
  sqlite3_stmt* add_ = nullptr;
  sqlite3_stmt* put_ = nullptr;
};

class BarePostgres final : public Bare {
 public:
  BarePostgres(const std::string& url, const std::string& add, const std::string& put)
      : connection_(PQconnectdb(url.c_str())), add_(add), put_(put) {
    PACELINE_ASSERT(PQstatus(connection_) == CONNECTION_OK);
  }
  ~BarePostgres() override { PQfinish(connection_); }
  void store(const CellRows& facts, const CellRows& projected) override {
    run("BEGIN");
    insert("add", add_, facts);
    insert("put", put_, projected);
    run("COMMIT");
  }

 private:
  void run(const char* text) { done(PQexec(connection_, text)); }
  void insert(const std::string& name, const std::string& text, const CellRows& rows) {
    const std::string prepared = name + std::to_string(rows.size());
    if (prepared_.insert(prepared).second)
      done(PQprepare(connection_, prepared.c_str(), store::for_rows(text, rows.size()).c_str(), 0, nullptr));
    std::vector<const char*> values;
    for (const auto& row : rows) {
      for (const Cell& cell : row) values.push_back(cell ? cell->c_str() : nullptr);
    }
    done(PQexecPrepared(connection_, prepared.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr,
                        0));
  }
  static void done(PGresult* result) {
    PACELINE_ASSERT(PQresultStatus(result) == PGRES_COMMAND_OK);
    PQclear(result);
  }

  PGconn* connection_;
  std::string add_, put_;
  std::set<std::string> prepared_;
};

}  // namespace

std::unique_ptr<Bare> open_bare(const TestDatabase& place, const std::string& add, const std::string& put) {
  if (place.on_postgres()) return std::make_unique<BarePostgres>(place.url(), add, put);
  return std::make_unique<BareSqlite>(place.folder() + "/paceline.db", add, put);
}

}  // namespace paceline::bench
