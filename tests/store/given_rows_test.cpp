// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/given_rows.h"

#include "store/sql/insert_all.h"
#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

constexpr Statement kPut{
    "entry.put", "INSERT INTO entry (id, note) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET note = excluded.note"};
constexpr Statement kAdd{"entry.add", "INSERT INTO entry (id, note) VALUES ($1, $2)"};

Result<void> insert(Database& database, const Statement& statement, const std::vector<Parameters>& rows) {
  return database.write([&](Connection& connection) { return discard(insert_all(connection, statement, rows)); });
}

std::vector<Parameters> rows_of(std::initializer_list<std::pair<int, std::string_view>> entries) {
  std::vector<Parameters> rows;
  for (const auto& [id, note] : entries) rows.push_back(std::move(Parameters().add(id, note)));
  return rows;
}

TEST(GivenRows, WorkedExample) {
  EXPECT_EQ(for_given_rows("INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING", 2),
            "INSERT INTO t (a, b) SELECT c1, c2 FROM given_row WHERE true ON CONFLICT (a) DO NOTHING");
  EXPECT_EQ(for_given_rows("INSERT INTO t (a) VALUES ($1)", 65), std::nullopt);
}

TEST(GivenRows, AreStoredAsTheyAre) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  std::vector<Parameters> rows = rows_of({{1, "one"}, {2, ""}, {3, std::string_view()}, {4, "четири"}, {1, "again"}});
  rows.push_back(std::move(Parameters().add(std::int64_t{1} << 62, std::nullopt)));
  ASSERT_EQ(code_of(insert(*database, kPut, rows)), "ok");
  EXPECT_EQ(number_from(*database, {"a", "SELECT count(*) FROM entry"}), 5);
  EXPECT_EQ(number_from(*database, {"b", "SELECT count(*) FROM entry WHERE note = ''"}), 2);
  EXPECT_EQ(number_from(*database, {"c", "SELECT count(*) FROM entry WHERE id = 1 AND note = 'again'"}), 1);
  EXPECT_EQ(number_from(*database, {"d", "SELECT count(*) FROM entry WHERE id = 4 AND note = 'четири'"}), 1);
  EXPECT_EQ(number_from(*database, {"e", "SELECT id FROM entry WHERE note IS NULL"}), std::int64_t{1} << 62);
}

TEST(GivenRows, AreRefusedTogether) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  EXPECT_EQ(code_of(insert(*database, kAdd, rows_of({{1, "a"}, {2, "b"}, {1, "c"}}))), "store.unique");
  EXPECT_EQ(code_of(insert(*database, kAdd, rows_of({{1, "a"}, {2, "\xff"}}))), "store.text_malformed");
  EXPECT_EQ(number_from(*database, {"a", "SELECT count(*) FROM entry"}), 0);
  EXPECT_EQ(code_of(insert(*database, kAdd, rows_of({{1, "a"}, {2, "b"}}))), "ok") << "the table of rows is as before";
  EXPECT_EQ(number_from(*database, {"a", "SELECT count(*) FROM entry"}), 2);
}

}  // namespace
}  // namespace paceline::store
