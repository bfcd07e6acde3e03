// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "store/schema/migration.h"
#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

constexpr std::array<std::string_view, 1> kFirst{"CREATE TABLE quota (org_id BIGINT NOT NULL PRIMARY KEY)"};
constexpr std::array<std::string_view, 1> kSecond{"INSERT INTO quota (org_id) VALUES (1)"};
constexpr std::array kAll{Migration{1, "quotas", kFirst}, Migration{2, "one", kSecond}};
constexpr Statement kCountQuotas{"quota.count", "SELECT count(*) FROM quota"};

Result<int> run(SqliteDatabase& database, std::span<const Migration> migrations) {
  return migrate(database, migrations, Instant(1), [&](int number) { return database.backup_before(number); });
}

TEST(SqliteMigrating, LeavesACopyOfTheDatabaseAsItWas) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  ASSERT_EQ(run(*database, std::span(kAll).first(1)), 1);
  ASSERT_EQ(run(*database, kAll), 2);
  EXPECT_EQ(number_from(*database, kCountQuotas), 1);
  std::filesystem::create_directory(folder / "before");
  std::filesystem::rename(folder / "paceline.db.before-2", folder / "before/paceline.db");
  EXPECT_EQ(number_from(*open_owner(folder / "before"), kCountQuotas), 0);
}

TEST(SqliteMigrating, IsNotForAReader) {
  const TemporaryFolder folder;
  ASSERT_EQ(run(*open_owner(folder.path()), std::span(kAll).first(1)), 1);
  const auto reader = SqliteDatabase::open(folder.path(), Access::reader);
  ASSERT_TRUE(reader);
  const auto outcome = run(**reader, kAll);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "store.read_only");
}

TEST(SqliteMigratingDeathTest, EndsTheProcessWhenNumbersHaveAGap) {
  const DeathTestFolder death_test_folder;
  const TemporaryFolder folder;
  const std::array gap{kAll[0], Migration{3, "late", kSecond}};
  const std::array late{kAll[1]};
  const auto run = [&](std::span<const Migration> migrations) {
    static_cast<void>(migrate(*open_owner(folder.path()), migrations, Instant(1), nullptr));
  };
  EXPECT_DEATH(run(gap), "migrations_are_numbered_without_gap");
  EXPECT_DEATH(run(late), "migrations_are_numbered_without_gap");
}

}  // namespace
}  // namespace paceline::store
