// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

TEST(SqliteStatements, MoreThanTheCacheHoldsStillRun) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  const auto outcome = database->read([&](Connection& connection) -> Result<void> {
    for (int number = 0; number < 1200; ++number) {
      const std::string text = "SELECT " + std::to_string(number);
      PACELINE_TRY(const auto answer, query_one<int>(connection, {text, text}, {}));
      EXPECT_EQ(answer, number);
    }
    return {};
  });
  EXPECT_EQ(code_of(outcome), "ok");
}

void run_both(Database& database, const Statement& first, const Statement& second) {
  static_cast<void>(database.read([&](Connection& connection) -> Result<void> {
    PACELINE_CHECK(connection.execute(first, {}));
    return discard(connection.execute(second, {}));
  }));
}

TEST(StatementsDeathTest, EndTheProcessWhenTheyAreWrittenWrong) {
  const DeathTestFolder death_test_folder;
  const auto run = [](const Statement& first, const Statement& second) {
    const TemporaryFolder folder;
    run_both(*open_owner(folder.path()), first, second);
  };
  const Statement good{"good", "SELECT 1;  "};
  EXPECT_DEATH(run(good, {"good", "SELECT 2"}), "same_text_as_ever_under_this_name");
  EXPECT_DEATH(run(good, {"missing value", "SELECT $1"}), "values.size\\(\\) == highest_");
  EXPECT_DEATH(run(good, {"gap", "SELECT $2"}), "highest_ == numbers_.size\\(\\)");
  EXPECT_DEATH(run(good, {"question mark", "SELECT ?"}), "name\\[0\\] == '\\$'");
  EXPECT_DEATH(run(good, {"word", "SELECT $a"}), "number > 0");
  EXPECT_DEATH(run(good, {"two at once", "SELECT 1; SELECT 2"}), "is_blank");
}

}  // namespace
}  // namespace paceline::store
