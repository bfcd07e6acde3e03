// SPDX-License-Identifier: Apache-2.0
#include "store/sql/insert_all.h"

#include <gtest/gtest.h>

#include "tests/database/statements.h"
#include "tests/database/test_database.h"

namespace paceline::store {
namespace {

TEST(InsertAll, WorkedExample) {
  EXPECT_EQ(for_rows("INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING", 2),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT (a) DO NOTHING");
  EXPECT_EQ(for_rows("INSERT INTO t (a) VALUES ($1)", 3), "INSERT INTO t (a) VALUES ($1), ($2), ($3)");
}

TEST(InsertAll, StoresEveryRowWhateverTheirNumber) {
  constexpr Statement kPut{
      "entry.put", "INSERT INTO entry (id, note) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET note = excluded.note"};
  const TestDatabase place;
  const auto database = place.open();
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  int id = 0;
  for (const int count : {0, 1, 9, 10, 11, 99, 100, 234}) {
    const std::string note = "batch of " + std::to_string(count);
    const auto outcome = database->write([&](Connection& connection) -> Result<void> {
      int next = id;
      std::vector<Parameters> rows;
      for (int row = 0; row < count; ++row) rows.push_back(std::move(Parameters().add(++next, note)));
      PACELINE_TRY(const auto inserted, insert_all(connection, kPut, rows));
      EXPECT_EQ(inserted, count);
      return {};
    });
    ASSERT_EQ(code_of(outcome), "ok");
    id += count;
  }
  EXPECT_EQ(number_from(*database, kCountEntries), id);
  EXPECT_EQ(number_from(*database, {"note", "SELECT count(*) FROM entry WHERE note = 'batch of 234'"}), 234);
}

}  // namespace
}  // namespace paceline::store
