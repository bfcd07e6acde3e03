// SPDX-License-Identifier: Apache-2.0
// From the database of every earlier release to this one, by starting the program itself, and back.
//
// tests/upgrade/schema_N.sql is what a program of schema N made: the demonstration of its time, cut to some days of one
// rep. What schemas between them had is what the migrations make of the one before.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/schema/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/database/statements.h"
#include "tests/database/test_database.h"
#include "tests/product/program.h"

namespace paceline::product {
namespace {

using store::Connection;
using store::Row;
using store::Statement;

constexpr Statement kOldActivities{"test.old_activities", "SELECT count(*) FROM activity"};
constexpr Statement kOldCounts{
    "test.old_counts", "SELECT rule_id, rep_id, day, n FROM count_day WHERE n > 0 ORDER BY rule_id, rep_id, day"};

std::string text_of_release(int schema) {
  std::ostringstream text;
  text << std::ifstream(PACELINE_SOURCE_DIR "/tests/upgrade/schema_" + std::to_string(schema) + ".sql").rdbuf();
  return text.str();
}

/// The newest release whose database is kept, up to that schema.
int kept_release(int schema) {
  while (schema > 0 && text_of_release(schema).empty()) --schema;
  PACELINE_ASSERT(schema > 0);
  return schema;
}

void load_into_folder(const std::string& folder, const std::string& text) {
  std::filesystem::create_directories(folder);
  sqlite3* opened = nullptr;
  ASSERT_EQ(sqlite3_open((folder + "/paceline.db").c_str(), &opened), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(opened, text.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(opened);
  ASSERT_EQ(sqlite3_close(opened), SQLITE_OK);
}

/// Its rows, into tables that the migrations made.
void load_rows(store::Database& database, const std::string& text) {
  const auto loaded = database.write([&](Connection& connection) -> Result<void> {
    std::istringstream lines(text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (!line.starts_with("INSERT INTO ") || line.find("\"schema_version\"") != std::string::npos) continue;
      PACELINE_CHECK(connection.execute({"test.row." + std::to_string(number), line}, {}));
    }
    return {};
  });
  ASSERT_TRUE(loaded) << loaded.error().code << ": " << loaded.error().detail;
}

Result<void> no_snapshot(int) {
  return {};
}

std::string counts_in(store::Database& database) {
  std::string all;
  const auto read = database.read([&](Connection& connection) {
    return connection.each(kOldCounts, {}, [&](const Row& row) {
      for (int column = 0; column < 4; ++column) all += std::to_string(row.integer(column)) + " ";
      all += "\n";
    });
  });
  EXPECT_TRUE(read);
  return all;
}

class Upgrade : public testing::TestWithParam<int> {
 protected:
  Upgrade() { ::setenv("PACELINE_DATA", snapshots_.path().c_str(), 1); }
  ~Upgrade() override { ::unsetenv("PACELINE_DATA"); }
  /// The database as a program of the schema left it.
  void make_old() {
    const int release = kept_release(GetParam());
    const auto wanted = store::migrations().first(static_cast<std::size_t>(GetParam()));
    const auto kept = store::migrations().first(static_cast<std::size_t>(release));
    if (!place_.on_postgres()) load_into_folder(place_.folder(), text_of_release(release));
    const auto database = place_.open();
    if (place_.on_postgres()) {
      ASSERT_TRUE(store::migrate(*database, kept, Instant(1), no_snapshot));
      load_rows(*database, text_of_release(release));
    }
    ASSERT_TRUE(store::migrate(*database, wanted, Instant(1), no_snapshot));
    activities_ = store::number_from(*database, kOldActivities);
    counts_ = counts_in(*database);
    ASSERT_GT(activities_, 10);
    ASSERT_FALSE(counts_.empty());
  }
  void start_this_program() {
    const Server server(place_.words());
    EXPECT_GT(server.port(), 0);
  }

  TestDatabase place_;
  MemoryFolder snapshots_;  // of PostgreSQL
  std::int64_t activities_ = 0;
  std::string counts_;
};

TEST_P(Upgrade, KeepsEveryActivityAndEveryCount) {
  ASSERT_NO_FATAL_FAILURE(make_old());
  start_this_program();
  EXPECT_EQ(verified_activities(place_.words()), activities_);
  EXPECT_EQ(counts_in(*place_.open()), counts_);
}

TEST_P(Upgrade, CanBeTakenBack) {
  ASSERT_NO_FATAL_FAILURE(make_old());
  start_this_program();
  const auto back = answer_of({"rollback"}, place_.words());
  EXPECT_EQ(back.at("schema").as_int64(), GetParam());
  EXPECT_EQ(back.at("activities_since").as_int64(), 0);
  EXPECT_EQ(back.at("opportunities_since").as_int64(), 0);
  EXPECT_EQ(back.at("sales_since").as_int64(), 0);
  EXPECT_TRUE(std::filesystem::exists(std::string(back.at("kept").as_string())));
  EXPECT_EQ(*store::version_of(*place_.open()), GetParam());
  EXPECT_EQ(store::number_from(*place_.open(), kOldActivities), activities_);
  EXPECT_EQ(counts_in(*place_.open()), counts_);
  start_this_program();
  EXPECT_EQ(verified_activities(place_.words()), activities_) << "and forward again";
}

INSTANTIATE_TEST_SUITE_P(FromSchema, Upgrade, testing::Range(1, store::schema_number()),
                         [](const auto& schema) { return std::to_string(schema.param); });

}  // namespace
}  // namespace paceline::product
