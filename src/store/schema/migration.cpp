// SPDX-License-Identifier: Apache-2.0
#include "store/schema/migration.h"

#include <string>

#include "store/sql/rows.h"

namespace paceline::store {
namespace {

constexpr Statement kMakeTable{"schema_version.make",
                               "CREATE TABLE IF NOT EXISTS schema_version ("
                               "version BIGINT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)"};
constexpr Statement kReadState{"schema_version.state",
                               "SELECT coalesce(max(version), 0), count(*) FROM schema_version"};
constexpr Statement kRecord{"schema_version.record",
                            "INSERT INTO schema_version (version, applied_at) VALUES ($1, $2)"};

struct State {
  int version = 0;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(State, (), (version, count))

void require_numbered_without_gap(std::span<const Migration> migrations) {
  int expected = 1;
  for (const Migration& migration : migrations) {
    const bool migrations_are_numbered_without_gap = migration.number == expected++;
    PACELINE_ASSERT(migrations_are_numbered_without_gap);
  }
}

std::string both_versions(int found, int known) {
  return "the database has schema " + std::to_string(found) + ", this program knows schema " + std::to_string(known);
}

Result<int> known_version_of(Database& database, int known) {
  PACELINE_TRY(const int version, version_of(database));
  if (version > known) return fail(Fault::conflict, "store.schema_newer", {}, both_versions(version, known));
  return version;
}

Result<void> make_table(Connection& connection) {
  PACELINE_CHECK(connection.execute(kMakeTable, {}));
  return {};
}

// Its number first: of several servers that start together one stores it, and the others wait for that one.
Result<void> apply(Connection& connection, const Migration& migration, Instant now) {
  PACELINE_CHECK(connection.execute(kRecord, params(migration.number, now)));
  int step = 0;
  for (const std::string_view text : migration.steps) {
    const std::string name = "migration." + std::to_string(migration.number) + "." + std::to_string(++step);
    PACELINE_CHECK(connection.execute({name, text}, {}));
  }
  return {};
}

Result<void> apply_once(Database& database, const Migration& migration, int known, Instant now) {
  auto outcome = database.write([&](Connection& connection) { return apply(connection, migration, now); });
  if (outcome || outcome.error().code != "store.unique") return outcome;
  PACELINE_TRY(const int version, known_version_of(database, known));
  const bool somebody_else_did_it = version >= migration.number;
  return somebody_else_did_it ? Result<void>() : outcome;
}

}  // namespace

Result<int> version_of(Database& database) {
  State state;
  const auto read = database.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto found, query_one<State>(connection, kReadState, {}));
    state = found.value_or(State{});
    return {};
  });
  const bool never_ours = !read && read.error().code == "store.table_absent";
  if (never_ours) return 0;
  if (!read) return tl::unexpected(read.error());
  if (state.count != state.version)
    return fail(Fault::unavailable, "store.damaged", {}, "versions are missing in the table schema_version");
  return state.version;
}

Result<int> migrate(Database& database, std::span<const Migration> migrations, Instant now,
                    const BackupBefore& backup) {
  require_numbered_without_gap(migrations);
  const int known = static_cast<int>(migrations.size());
  PACELINE_CHECK(database.write(make_table));
  PACELINE_TRY(const int version, known_version_of(database, known));
  if (version > 0 && version < known) PACELINE_CHECK(backup(version + 1));
  for (const Migration& migration : migrations.subspan(static_cast<std::size_t>(version)))
    PACELINE_CHECK(apply_once(database, migration, known, now));
  return known;
}

Result<void> make_schema(Connection& connection, std::span<const Migration> migrations, Instant now) {
  require_numbered_without_gap(migrations);
  PACELINE_CHECK(make_table(connection));
  for (const Migration& migration : migrations) PACELINE_CHECK(apply(connection, migration, now));
  return {};
}

Result<void> check_schema(Database& database, std::span<const Migration> migrations) {
  require_numbered_without_gap(migrations);
  const int known = static_cast<int>(migrations.size());
  PACELINE_TRY(const int version, known_version_of(database, known));
  if (version < known) return fail(Fault::conflict, "store.schema_older", {}, both_versions(version, known));
  return {};
}

}  // namespace paceline::store
