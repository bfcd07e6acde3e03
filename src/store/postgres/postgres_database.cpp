// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_database.h"

#include "store/postgres/postgres_session.h"
#include "store/sql/rows.h"

namespace paceline::store {
namespace {

constexpr Statement kBytes{"postgres.bytes", "SELECT pg_database_size(current_database())"};
constexpr Statement kName{"postgres.name", "SELECT CAST(current_database() AS TEXT)"};

class PostgresDatabase final : public PooledDatabase {
 public:
  using PooledDatabase::PooledDatabase;
  Result<std::int64_t> bytes() override {
    std::int64_t found = 0;
    PACELINE_CHECK(read([&](Connection& connection) -> Result<void> {
      PACELINE_TRY(const auto told, query_one<std::int64_t>(connection, kBytes, {}));
      found = told.value_or(0);
      return {};
    }));
    return found;
  }
  Result<std::string> name() override {
    std::string found;
    PACELINE_CHECK(read([&](Connection& connection) -> Result<void> {
      PACELINE_TRY(const auto told, query_one<std::string>(connection, kName, {}));
      found = told.value_or("");
      return {};
    }));
    return found;
  }
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres_database(const std::string& url, PooledOptions options) {
  PACELINE_CHECK(open_postgres(url));
  return std::make_unique<PostgresDatabase>([url] { return open_postgres(url); }, options);
}

}  // namespace paceline::store
