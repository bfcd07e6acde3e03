// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

TEST(Backup, IsACopyThatOpensWhileTheOriginalIsInUse) {
  const TemporaryFolder folder;
  fill(folder / "data", 100);
  const auto database = open_owner(folder / "data");
  ASSERT_EQ(code_of(write_one(*database, kInsertEntry, params(1000, "only in the log"))), "ok");
  std::filesystem::create_directory(folder / "copy");
  const std::string copy = folder / "copy/paceline.db";
  ASSERT_EQ(code_of(database->backup(copy)), "ok");
  ASSERT_EQ(code_of(write_one(*database, kInsertEntry, params(1001, "after"))), "ok");
  EXPECT_EQ(mode_of(copy), 0600U);
  EXPECT_EQ(number_from(*open_owner(folder / "copy"), kCountEntries), 101);
  const auto again = database->backup(copy);
  EXPECT_EQ(code_of(again), "store.backup_exists");
  EXPECT_EQ(code_of(database->backup(folder / "data/paceline.db")), "store.backup_exists") << "never over itself";
  EXPECT_EQ(code_of(database->backup(folder / "absent/copy")), "store.unavailable");
}

TEST(Backup, BeforeAMigrationReplacesAnOlderOneAndLeavesNoPieces) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  ASSERT_EQ(code_of(database->backup_before(3)), "ok");
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  ASSERT_EQ(code_of(database->backup_before(3)), "ok");
  std::filesystem::create_directory(folder / "copy");
  std::filesystem::rename(folder / "paceline.db.before-3", folder / "copy/paceline.db");
  EXPECT_EQ(number_from(*open_owner(folder / "copy"), kCountEntries), 0);
  const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
  EXPECT_EQ(files, 5) << "the database, its log, the index of the log, the lock, the folder of the copy";
}

}  // namespace
}  // namespace paceline::store
