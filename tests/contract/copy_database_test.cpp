// SPDX-License-Identifier: Apache-2.0
// From SQLite in a folder to the engine of the test.
#include "store/copy_database.h"

#include <gtest/gtest.h>

#include "store/schema/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/contract/filled_tables.h"
#include "tests/database/statements.h"

namespace paceline::store {
namespace {

constexpr Statement kOrganisations{"test.organisations", "SELECT count(*) FROM organisation"};
constexpr Statement kAuditLine{
    "test.audit",
    "INSERT INTO audit (org_id, audit_id, actor_id, action, subject, detail, at) VALUES (1, 1, 1, '', '', '', 1)"};
constexpr Statement kTakeAuditAway{"test.audit.remove", "DELETE FROM audit"};

Result<void> glance(Database&) {
  return {};
}

std::int64_t rows_in(Database& database) {
  std::int64_t rows = 0;
  for (const Table& table : tables_of(migrations())) {
    const std::string name = "test.rows." + table.name;
    const std::string text = "SELECT count(*) FROM " + table.name;
    rows += number_from(database, {name, text});
  }
  return rows;
}

class Copying : public testing::Test {
 protected:
  Copying() { make_tables(*source_); }

  Result<Copied> copy(const Look& before = glance, const Look& after = glance) {
    return copy_everything(*source_, *destination_, Instant(2), before, after);
  }
  static std::string told(const Result<Copied>& copied) { return copied ? "ok" : copied.error().code; }

  MemoryFolder folder_;
  TestDatabase place_;
  std::unique_ptr<Database> source_ = *SqliteDatabase::open(folder_.path(), Access::owner);
  std::unique_ptr<Database> destination_ = place_.open();
};

TEST_F(Copying, BringsEveryRowOfEveryTableOfEveryOrganisation) {
  fill_tables(*source_, 1, 1'207);  // more than two full statements and a rest
  fill_tables(*source_, 2, 1);
  const std::string before = dump_of(*source_);
  const auto copied = copy();
  ASSERT_EQ(told(copied), "ok") << copied.error().detail;
  EXPECT_TRUE(dump_of(*destination_) == before);
  EXPECT_TRUE(dump_of(*source_) == before) << "the source is as it was";
  EXPECT_EQ(copied->rows, rows_in(*destination_));
  EXPECT_EQ(copied->tables, static_cast<std::int64_t>(tables_of(migrations()).size()));
  EXPECT_EQ(told(copy()), "migrate.not_empty") << "a second time";
}

TEST_F(Copying, OfNothingIsTheTablesAlone) {
  const auto copied = copy();
  ASSERT_EQ(told(copied), "ok");
  EXPECT_EQ(copied->rows, 0);
  EXPECT_EQ(number_from(*destination_, kOrganisations), 0);
}

TEST_F(Copying, ShowsWhatArrivedBeforeAnybodyElseSeesIt) {
  fill_tables(*source_, 7, 2);
  std::int64_t seen = 0;
  const auto look = [&](Database& arrived) -> Result<void> {
    seen = number_from(arrived, kOrganisations);
    EXPECT_EQ(code_of(write_one(arrived, kTakeAuditAway)), "store.read_only");
    return {};
  };
  EXPECT_EQ(told(copy(look, look)), "ok");
  EXPECT_EQ(seen, 1);
}

TEST_F(Copying, LeavesNothingWhenALookRefuses) {
  fill_tables(*source_, 7, 2);
  const Look refuse = [](Database&) -> Result<void> { return fail(Fault::conflict, "looks.wrong"); };
  EXPECT_EQ(told(copy(refuse, glance)), "looks.wrong");
  EXPECT_EQ(told(copy(glance, refuse)), "looks.wrong");
  EXPECT_EQ(dump_of(*destination_), "");
  EXPECT_EQ(told(copy()), "ok") << "a second run after one that failed";
}

TEST_F(Copying, LeavesNothingWhenARowIsRefused) {
  fill_tables(*source_, 7, 2);
  make_tables(*destination_);
  ASSERT_EQ(code_of(write_one(*source_, kAuditLine)), "ok");
  ASSERT_EQ(code_of(write_one(*destination_, kAuditLine)), "ok");  // audit is among the last tables
  EXPECT_EQ(told(copy()), "store.unique");
  EXPECT_EQ(number_from(*destination_, kOrganisations), 0);
  ASSERT_EQ(code_of(write_one(*destination_, kTakeAuditAway)), "ok");
  EXPECT_EQ(told(copy()), "ok");
  EXPECT_TRUE(dump_of(*destination_) == dump_of(*source_));
}

TEST_F(Copying, RefusesADatabaseWithAnOrganisationBeforeItLooks) {
  make_tables(*destination_);
  fill_tables(*destination_, 9, 1);
  const std::string before = dump_of(*destination_);
  bool looked = false;
  const auto copied = copy([&](Database&) -> Result<void> {
    looked = true;
    return {};
  });
  ASSERT_EQ(told(copied), "migrate.not_empty");
  EXPECT_EQ(copied.error().fault, Fault::conflict);
  EXPECT_FALSE(looked);
  EXPECT_EQ(dump_of(*destination_), before);
}

TEST_F(Copying, RefusesASourceOfAnOlderSchemaAndLeavesItSo) {
  ASSERT_EQ(code_of(write_one(*source_, {"test.older", "DELETE FROM schema_version WHERE version > 1"})), "ok");
  EXPECT_EQ(told(copy()), "store.schema_older");
  EXPECT_EQ(number_from(*source_, {"test.version", "SELECT max(version) FROM schema_version"}), 1);
}

TEST(CopiedRows, FitIntoOneStatement) {
  for (const Table& table : tables_of(migrations())) {
    const auto rows = rows_at_once(table);
    EXPECT_LE(rows, 500U);
    EXPECT_LE(rows * table.columns.size(), 30'000U) << table.name;
    EXPECT_LE(("copy.write." + table.name + "." + std::to_string(rows)).size(), 56U) << table.name;
  }
  EXPECT_EQ(rows_at_once({"wide", std::vector<TableColumn>(100), {}}), 300U);
}

}  // namespace
}  // namespace paceline::store
