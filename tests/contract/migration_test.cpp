// SPDX-License-Identifier: Apache-2.0
#include "store/schema/migration.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "store/schema/schema.h"
#include "tests/database/statements.h"
#include "tests/database/test_database.h"

namespace paceline::store {
namespace {

constexpr std::array<std::string_view, 2> kFirst{
    "CREATE TABLE quota (org_id BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (org_id, id))",
    "INSERT INTO quota (org_id, id) VALUES (1, 10)"};
constexpr std::array<std::string_view, 1> kSecond{"ALTER TABLE quota ADD COLUMN amount_minor BIGINT"};
constexpr std::array<std::string_view, 2> kThird{"CREATE INDEX quota_amount ON quota (org_id, amount_minor)",
                                                 "INSERT INTO quota (org_id, id) VALUES (1, 30)"};
constexpr std::array<std::string_view, 2> kBroken{"INSERT INTO quota (org_id, id) VALUES (1, 40)",
                                                  "ALTER TABLE absent"};

constexpr std::array kThree{Migration{1, "quotas", kFirst}, Migration{2, "amounts", kSecond},
                            Migration{3, "an index", kThird}};
constexpr std::span<const Migration> kAll(kThree);

constexpr Statement kCountQuotas{"quota.count", "SELECT count(*) FROM quota"};
constexpr Statement kVersion{"version", "SELECT max(version) FROM schema_version"};
constexpr Statement kAppliedAt{"applied", "SELECT applied_at FROM schema_version WHERE version = $1"};

class Migrating : public testing::Test {
 protected:
  Result<int> run(std::span<const Migration> migrations, std::int64_t microseconds = 1) {
    return migrate(*database_, migrations, Instant(microseconds), [this](int number) {
      backups_.push_back(number);
      return database_->backup_before(number);
    });
  }

  TestDatabase place_;
  std::unique_ptr<Database> database_ = place_.open();
  std::vector<int> backups_;
};

std::string code_of(const Result<int>& outcome) {
  return outcome ? "ok" : outcome.error().code;
}

TEST_F(Migrating, BringsAnEmptyDatabaseToTheLastVersionWithoutABackup) {
  EXPECT_EQ(run(kAll, 77), 3);
  EXPECT_EQ(number_from(*database_, kCountQuotas), 2);
  EXPECT_EQ(number_from(*database_, kVersion), 3);
  EXPECT_EQ(number_from(*database_, kAppliedAt, params(2)), 77);
  EXPECT_TRUE(backups_.empty());
}

TEST_F(Migrating, TwiceDoesNothingTheSecondTime) {
  ASSERT_EQ(run(kAll, 1), 3);
  EXPECT_EQ(run(kAll, 2), 3);
  EXPECT_EQ(number_from(*database_, kCountQuotas), 2);
  EXPECT_EQ(number_from(*database_, kAppliedAt, params(3)), 1);
  EXPECT_TRUE(backups_.empty());
}

TEST_F(Migrating, TakesABackupOfAnOlderDatabaseFirst) {
  ASSERT_EQ(run(kAll.first(1)), 1);
  EXPECT_EQ(run(kAll), 3);
  EXPECT_EQ(backups_, std::vector<int>{2});
}

TEST_F(Migrating, DoesNotStartWhenTheBackupFails) {
  ASSERT_EQ(run(kAll.first(1)), 1);
  const auto outcome = migrate(*database_, kAll, Instant(1),
                               [](int) -> Result<void> { return fail(Fault::unavailable, "store.disk_full"); });
  EXPECT_EQ(code_of(outcome), "store.disk_full");
  EXPECT_EQ(number_from(*database_, kVersion), 1);
}

TEST_F(Migrating, RefusesANewerSchemaWithBothVersions) {
  ASSERT_EQ(run(kAll), 3);
  const auto outcome = run(kAll.first(2));
  ASSERT_EQ(code_of(outcome), "store.schema_newer");
  EXPECT_EQ(outcome.error().fault, Fault::conflict);
  EXPECT_EQ(outcome.error().detail, "the database has schema 3, this program knows schema 2");
}

TEST_F(Migrating, UndoesAFailedMigrationWholeAndKeepsThoseBeforeIt) {
  const std::array<Migration, 3> broken{kAll[0], kAll[1], Migration{3, "broken", kBroken}};
  const auto outcome = run(broken);
  ASSERT_EQ(code_of(outcome), "store.unavailable");
  EXPECT_NE(outcome.error().detail.find("migration.3.2"), std::string::npos) << outcome.error().detail;
  EXPECT_EQ(number_from(*database_, kVersion), 2);
  EXPECT_EQ(number_from(*database_, kCountQuotas), 1);
  database_.reset();
  database_ = place_.open();
  EXPECT_EQ(run(kAll), 3) << "a mended program goes on from there";
}

TEST_F(Migrating, RefusesATableWithMissingVersions) {
  ASSERT_EQ(run(kAll), 3);
  ASSERT_TRUE(write_one(*database_, {"lose", "DELETE FROM schema_version WHERE version = 2"}));
  EXPECT_EQ(code_of(run(kAll)), "store.damaged");
}

TEST_F(Migrating, ACheckForReadersWantsTheSameVersion) {
  ASSERT_EQ(run(kAll.first(2)), 2);
  EXPECT_EQ(store::code_of(check_schema(*database_, kAll)), "store.schema_older");
  EXPECT_EQ(store::code_of(check_schema(*database_, kAll.first(2))), "ok");
  EXPECT_EQ(store::code_of(check_schema(*database_, kAll.first(1))), "store.schema_newer");
}

TEST_F(Migrating, SeveralServersThatStartTogetherMigrateOnce) {
  if (!place_.on_postgres()) GTEST_SKIP() << "an embedded database has one server";
  std::vector<std::thread> servers;
  for (int server = 0; server < 6; ++server) {
    servers.emplace_back([&] {
      const auto database = place_.open();
      const auto outcome = migrate(*database, kAll, Instant(1), [](int) { return Result<void>(); });
      EXPECT_EQ(code_of(outcome), "ok") << (outcome ? "" : outcome.error().detail);
    });
  }
  for (std::thread& server : servers) server.join();
  EXPECT_EQ(number_from(*database_, kCountQuotas), 2);
  EXPECT_EQ(number_from(*database_, kVersion), 3);
}

TEST_F(Migrating, ToOneOfEachNameKeepsBothOfTwoAndTellsThemApart) {
  ASSERT_EQ(run(migrations().first(2)), 2);
  constexpr Statement account{"test.account", "INSERT INTO account (org_id, account_id, name) VALUES ($1, $2, $3)"};
  constexpr Statement calendar{"test.calendar",
                               "INSERT INTO calendar (org_id, calendar_id, name, monday, tuesday, wednesday, thursday,"
                               " friday, saturday, sunday, day_start_minute, week_start)"
                               " VALUES ($1, $2, $3, 0, 0, 0, 0, 0, 0, 0, 0, 0)"};
  for (const Statement& insert : {account, calendar}) {
    for (const auto& [org_id, id] : {std::pair(1, 10), std::pair(1, 11), std::pair(1, 12), std::pair(2, 13)})
      ASSERT_TRUE(write_one(*database_, insert, params(org_id, id, "Lime")));
  }
  ASSERT_TRUE(run(migrations()));
  for (const std::string table : {"account", "calendar"}) {
    const std::string kept = "SELECT count(*) FROM " + table + " WHERE name = 'Lime' AND " + table + "_id IN (10, 13)";
    const std::string apart = "SELECT count(*) FROM " + table + " WHERE name IN ('Lime (11)', 'Lime (12)')";
    EXPECT_EQ(number_from(*database_, {"test.kept." + table, kept}), 2);
    EXPECT_EQ(number_from(*database_, {"test.apart." + table, apart}), 2);
  }
  EXPECT_EQ(store::code_of(write_one(*database_, account, params(1, 14, "Lime"))), "store.unique");
  EXPECT_EQ(store::code_of(write_one(*database_, calendar, params(1, 14, "Lime"))), "store.unique");
}

}  // namespace
}  // namespace paceline::store
