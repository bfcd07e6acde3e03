// SPDX-License-Identifier: Apache-2.0
// `paceline migrate-to`, the program itself: from a folder to a PostgreSQL server, all or nothing.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <boost/json/serialize.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <thread>

#include "store/postgres/postgres_database.h"
#include "store/schema/schema.h"
#include "store/schema/tables.h"
#include "store/sqlite/sqlite_database.h"
#include "tests/database/statements.h"
#include "tests/product/product.h"
#include "tests/product/program.h"

namespace paceline::product {
namespace {

using store::number_from;
using store::Statement;
using store::write_one;

constexpr Statement kOrganisations{"test.organisations", "SELECT count(*) FROM organisation"};
constexpr Statement kActivities{"test.activities", "SELECT count(*) FROM activity"};

/// How `paceline` ends with these words.
int ending_of(std::vector<std::string> words) {
  Program program(std::move(words));
  while (!program.line().empty()) continue;
  return program.wait();
}

std::string counts_of(const Place& place) {
  std::vector<std::string> words{"export", "counts"};
  words.insert(words.end(), place.begin(), place.end());
  Program program(words);
  std::string all;
  for (std::string line = program.line(); !line.empty(); line = program.line()) all += line + "\n";
  EXPECT_EQ(program.wait(), 0);
  return all;
}

class Move : public testing::Test {
 protected:
  void SetUp() override {
    if (server_of_tests().empty()) GTEST_SKIP() << "needs a PostgreSQL server: PACELINE_TEST_DATABASE";
    destination_ = std::make_unique<TestDatabase>();
    there_ = destination_->words();
  }

  void make_demo(int reps, int days) {
    (void)answer_of({"demo", "--reps", std::to_string(reps), "--days", std::to_string(days)}, here_);
  }
  [[nodiscard]] std::vector<std::string> words() const {
    return {"migrate-to", destination_->url(), "--data", folder_.path() + "/data"};
  }
  [[nodiscard]] std::int64_t in_destination(const Statement& statement) const {
    return number_from(*destination_->open(), statement);
  }

  MemoryFolder folder_;
  Place here_{"--data", folder_.path() + "/data"};
  std::unique_ptr<TestDatabase> destination_;
  Place there_;
};

TEST_F(Move, BringsEverythingAndLeavesTheFolderAsItIs) {
  make_demo(2, 6);
  const std::string counts = counts_of(here_);
  const auto activities = verified_activities(here_);
  const auto moved = answer_of({"migrate-to", destination_->url()}, here_);
  EXPECT_EQ(moved.at("activities").as_int64(), activities);
  EXPECT_GT(moved.at("rows").as_int64(), 2 * activities);
  EXPECT_EQ(moved.at("verify").as_string(), "ok");
  EXPECT_EQ(moved.at("counts").as_string(), "equal");
  EXPECT_GT(activities, 100);
  EXPECT_GT(counts.size(), 1'000U);
  EXPECT_EQ(counts_of(there_), counts);
  EXPECT_EQ(verified_activities(there_), activities);
  EXPECT_EQ(counts_of(here_), counts);
  EXPECT_EQ(answer_of({"quota", "list"}, there_), answer_of({"quota", "list"}, here_));

  EXPECT_EQ(ending_of(words()), 5) << "a second time";
  EXPECT_EQ(verified_activities(there_), activities);
}

TEST_F(Move, IsRefusedBesideARunningServer) {
  (void)found_company(here_);
  const Server server(here_);
  EXPECT_EQ(ending_of(words()), 5);
}

TEST_F(Move, IsRefusedWhenTheCountsOfTheFolderAreNotWhatItsFactsSay) {
  make_demo(1, 3);
  {
    const auto database = store::SqliteDatabase::open(here_[1], store::Access::owner);
    ASSERT_TRUE(write_one(**database, {"test.spoil", "UPDATE count_day SET n = n + 1"}));
  }
  EXPECT_EQ(ending_of(words()), 5);
  EXPECT_EQ(in_destination(kOrganisations), 0);
}

TEST_F(Move, IsRefusedWithoutAFolderOrAnAddress) {
  EXPECT_EQ(ending_of(words()), 4) << "there is no folder";
  EXPECT_FALSE(std::filesystem::exists(here_[1])) << "and it is not made";
  (void)found_company(here_);
  EXPECT_EQ(ending_of({"migrate-to", "mysql://h/d", here_[0], here_[1]}), 3);
  EXPECT_EQ(ending_of({"migrate-to", "postgresql://u:secret@[h/d", here_[0], here_[1]}), 3);
  EXPECT_EQ(ending_of({"migrate-to", "postgresql://127.0.0.1:1/d", here_[0], here_[1]}), 7);
  EXPECT_EQ(ending_of({"migrate-to", destination_->url(), "--database", destination_->url()}), 3)
      << "the source is a folder";
  EXPECT_EQ(ending_of({"migrate-to", here_[0], here_[1]}), 2);
}

struct Spoiling {
  const char* how;
  const char* rule;  ///< of PostgreSQL, on what is inserted
};

TEST_F(Move, KeepsNothingWhenWhatArrivesIsNotWhatWasSent) {
  make_demo(1, 3);
  for (const Spoiling& spoiling :
       {Spoiling{"a count changed",
                 "CREATE RULE spoil AS ON INSERT TO count_day DO ALSO UPDATE count_day SET n = n + 1"},
        Spoiling{"a fact lost", "CREATE RULE spoil AS ON INSERT TO activity DO INSTEAD NOTHING"}}) {
    const TestDatabase spoiled;
    const auto database = spoiled.open();
    ASSERT_TRUE(store::migrate(*database, store::migrations(), Instant(1), [](int) { return Result<void>(); }));
    ASSERT_TRUE(write_one(*database, {"test.spoil", spoiling.rule}));
    EXPECT_EQ(ending_of({"migrate-to", spoiled.url(), here_[0], here_[1]}), 7) << spoiling.how;
    EXPECT_EQ(number_from(*database, kOrganisations), 0) << spoiling.how;
    EXPECT_EQ(number_from(*database, kActivities), 0) << spoiling.how;
  }
}

/// Waits until somebody waits for a lock of this database.
void wait_for_a_waiter(store::Database& destination) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  constexpr Statement waiting{"test.waiting",
                              "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                              "AND wait_event_type = 'Lock'"};
  while (number_from(destination, waiting) == 0) {
    ASSERT_LT(std::chrono::steady_clock::now(), end) << "nobody waits";
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

struct AuditKey {
  std::int64_t org_id = 0;
  std::int64_t audit_id = 0;
};
BOOST_DESCRIBE_STRUCT(AuditKey, (), (org_id, audit_id))

AuditKey an_audit_line_of(const std::string& data) {
  AuditKey key;
  const auto database = store::SqliteDatabase::open(data, store::Access::reader);
  EXPECT_TRUE((*database)->read([&](store::Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto all, store::query_all<AuditKey>(
                                     connection, {"test.audit", "SELECT org_id, audit_id FROM audit LIMIT 1"}, {}));
    key = all.at(0);
    return {};
  }));
  return key;
}

// A line of the audit, one of the last tables, is held in a transaction of ours, so that the move has to wait for it.
TEST_F(Move, ThatIsKilledInTheMiddleLeavesNothingAndCanBeRepeated) {
  make_demo(2, 6);
  const auto destination = destination_->open();
  const auto watcher = destination_->open();
  ASSERT_TRUE(store::migrate(*destination, store::migrations(), Instant(1), [](int) { return Result<void>(); }));
  const AuditKey key = an_audit_line_of(here_[1]);
  constexpr Statement line{"test.line",
                           "INSERT INTO audit (org_id, audit_id, actor_id, action, subject, detail, at) "
                           "VALUES ($1, $2, 1, '', '', '', 1)"};
  const auto held = destination->write([&](store::Connection& connection) -> Result<void> {
    PACELINE_CHECK(connection.execute(line, store::values_of(key)));
    Program moving(words());
    wait_for_a_waiter(*watcher);
    moving.kill();
    return fail(Fault::conflict, "test.undone");
  });
  ASSERT_EQ(held.error().code, "test.undone");
  for (const auto& table : store::tables_of(store::migrations())) {
    const std::string name = "test.rows." + table.name;
    const std::string text = "SELECT count(*) FROM " + table.name;
    EXPECT_EQ(number_from(*watcher, {name, text}), 0) << table.name;
  }
  const auto activities = verified_activities(here_);
  EXPECT_EQ(answer_of({"migrate-to", destination_->url()}, here_).at("activities").as_int64(), activities);
  EXPECT_EQ(verified_activities(there_), activities);
}

TEST_F(Move, OfADemonstrationIsUndoneByRemovingIt) {
  make_demo(1, 3);
  (void)answer_of({"migrate-to", destination_->url()}, here_);
  (void)answer_of({"demo", "--remove"}, there_);
  EXPECT_EQ(in_destination(kOrganisations), 0);
  EXPECT_EQ(in_destination(kActivities), 0);
  EXPECT_EQ(ending_of({"demo", "--remove", "--database", destination_->url()}), 4);
  (void)answer_of({"migrate-to", destination_->url()}, here_);

  TestDatabase another;
  (void)found_company(another.words());
  EXPECT_EQ(ending_of({"demo", "--remove", "--database", another.url()}), 5) << "a real organisation stays";
  EXPECT_EQ(number_from(*another.open(), kOrganisations), 1);
}

// PACELINE_ACTIVITIES=200000 measures; making so many takes longer than moving them.
TEST_F(Move, OfManyActivitiesTakesLessThanAMinute) {
  const char* wished = ::getenv("PACELINE_ACTIVITIES");
  if (wished == nullptr) GTEST_SKIP() << "PACELINE_ACTIVITIES says how many";
  constexpr int days = 110;
  constexpr double a_rep_has = 40 * days;  // about
  make_demo(static_cast<int>(std::ceil(std::stod(wished) / a_rep_has)), days);
  const auto moved = answer_of({"migrate-to", destination_->url()}, here_);
  std::cout << boost::json::serialize(moved) << "\n";
  EXPECT_LT(moved.at("seconds").as_int64(), 60);
}

}  // namespace
}  // namespace paceline::product
