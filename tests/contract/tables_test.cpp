// SPDX-License-Identifier: Apache-2.0
// The tables that are read from the migrations, against those that the engine has.
#include "store/schema/tables.h"

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "store/schema/schema.h"
#include "tests/database/statements.h"
#include "tests/database/test_database.h"

namespace paceline::store {
namespace {

std::vector<Table> tables_of_steps(std::span<const std::string_view> steps) {
  const std::array migrations{Migration{1, "the steps", steps}};
  return tables_of(migrations);
}

using Columns = std::vector<TableColumn>;
using Names = std::vector<std::string>;

TEST(Tables, AreThoseOfTheStepsInTheirOrder) {
  constexpr std::array<std::string_view, 5> kSteps{
      "CREATE TABLE team (org_id BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (org_id, name))",
      "CREATE INDEX team_by_name ON team (org_id, name)",
      "CREATE TABLE login(email TEXT NOT NULL PRIMARY KEY,\n org_id BIGINT)",
      "ALTER TABLE team ADD COLUMN motto TEXT",
      "INSERT INTO login (email, org_id) SELECT name, org_id FROM team",
  };
  const auto tables = tables_of_steps(kSteps);
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(tables[0].name, "team");
  EXPECT_EQ(tables[0].columns, (Columns{{"org_id", false}, {"name", true}, {"motto", true}}));
  EXPECT_EQ(tables[0].key, (Names{"org_id", "name"}));
  EXPECT_EQ(tables[1].name, "login");
  EXPECT_EQ(tables[1].columns, (Columns{{"email", true}, {"org_id", false}}));
  EXPECT_EQ(tables[1].key, Names{"email"});
}

TEST(Tables, TakeNoRuleOfATableForAColumn) {
  constexpr std::array<std::string_view, 1> kSteps{
      "CREATE TABLE part (org_id BIGINT NOT NULL, id BIGINT NOT NULL, size BIGINT CHECK (size IN (1, 2)), "
      "PRIMARY KEY (org_id, id), UNIQUE (org_id, size), CHECK (size > 0), "
      "FOREIGN KEY (org_id, id) REFERENCES whole (org_id, id))"};
  const auto tables = tables_of_steps(kSteps);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].columns, (Columns{{"org_id", false}, {"id", false}, {"size", false}}));
  EXPECT_EQ(tables[0].key, (Names{"org_id", "id"}));
}

TEST(Tables, ThatAreDroppedAreGone) {
  constexpr std::array<std::string_view, 3> kSteps{"CREATE TABLE team (org_id BIGINT PRIMARY KEY)",
                                                   "CREATE TABLE crew (org_id BIGINT PRIMARY KEY)", "DROP TABLE team"};
  const auto tables = tables_of_steps(kSteps);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].name, "crew");
}

TEST(Tables, EndTheProcessWhereTheirTextCannotBeRead) {
  for (const std::string_view step :
       {"DROP TABLE absent", "ALTER TABLE team RENAME TO crew", "ALTER TABLE absent ADD COLUMN a TEXT",
        "CREATE TABLE team (org_id BIGINT)", "CREATE TABLE team (org_id REAL PRIMARY KEY)",
        "CREATE TABLE team (org_id BIGINT PRIMARY KEY", "CREATE TABLE team AS SELECT org_id FROM login"}) {
    const std::array steps{step};
    EXPECT_DEATH((void)tables_of_steps(steps), "") << step;
  }
}

/// One line of what the engine says of itself.
struct Found {
  std::string table;
  std::string column;
  std::string type;
  std::int64_t place_in_key = 0;  ///< from 1; 0: not in it
};
BOOST_DESCRIBE_STRUCT(Found, (), (table, column, type, place_in_key))

constexpr Statement kOfSqlite{"test.columns.sqlite",
                              "SELECT m.name, c.name, c.type, c.pk FROM sqlite_schema m, pragma_table_info(m.name) c "
                              "WHERE m.type = 'table' ORDER BY m.name, c.cid"};
constexpr Statement kOfPostgres{
    "test.columns.postgres",
    "SELECT c.table_name, c.column_name, upper(c.data_type), coalesce(k.ordinal_position, 0) "
    "FROM information_schema.columns c LEFT JOIN information_schema.key_column_usage k ON k.table_name = c.table_name "
    "AND k.column_name = c.column_name AND k.table_schema = c.table_schema "
    "WHERE c.table_schema = 'public' ORDER BY c.table_name, c.ordinal_position"};

std::vector<Found> columns_in(const TestDatabase& place, Database& database) {
  std::vector<Found> found;
  const auto read = database.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(found, query_all<Found>(connection, place.on_postgres() ? kOfPostgres : kOfSqlite, {}));
    return {};
  });
  EXPECT_EQ(code_of(read), "ok") << (read ? "" : read.error().detail);
  std::erase_if(found, [](const Found& line) { return line.table == "schema_version"; });
  return found;
}

std::string text_of(const Found& found) {
  return found.table + "." + found.column + " " + found.type + " " + std::to_string(found.place_in_key) + "\n";
}

TEST(Tables, AreExactlyThoseThatTheEngineHas) {
  const TestDatabase place;
  const auto database = place.open();
  ASSERT_TRUE(migrate(*database, migrations(), Instant(1), [](int) { return Result<void>(); }));
  std::map<std::string, std::string> read, real;
  for (const Table& table : tables_of(migrations())) {
    for (const TableColumn& column : table.columns) {
      const auto key = std::find(table.key.begin(), table.key.end(), column.name);
      const auto place_in_key = key == table.key.end() ? 0 : key - table.key.begin() + 1;
      read[table.name] += text_of({table.name, column.name, column.is_text ? "TEXT" : "BIGINT", place_in_key});
    }
  }
  for (const Found& found : columns_in(place, *database)) real[found.table] += text_of(found);
  EXPECT_EQ(read, real);
  EXPECT_GT(real.size(), 25U);
}

}  // namespace
}  // namespace paceline::store
