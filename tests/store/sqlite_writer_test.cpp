// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <stdexcept>
#include <thread>

#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

class Writing : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(code_of(write_one(*database_, kMakeEntry)), "ok"); }

  TemporaryFolder folder_;
  std::unique_ptr<SqliteDatabase> database_ = open_owner(folder_.path());
};

/// Runs `body(number)` in as many threads at once.
template <class Body>
void in_threads(int count, Body body) {
  std::vector<std::thread> threads;
  std::latch start(count);
  for (int number = 0; number < count; ++number) {
    threads.emplace_back([&, number] {
      start.arrive_and_wait();
      body(number);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(Writing, ManyCallersShareACommit) {
  const WriteCounters before = database_->counters();
  in_threads(32, [&](int thread) {
    for (int number = 0; number < 25; ++number)
      EXPECT_EQ(code_of(write_one(*database_, kInsertEntry, params(thread * 1000 + number, "n"))), "ok");
  });
  const WriteCounters after = database_->counters();
  EXPECT_EQ(number_from(*database_, kCountEntries), 800);
  EXPECT_EQ(after.works - before.works, 800);
  EXPECT_LT((after.commits - before.commits) * 2, 800);
}

TEST_F(Writing, AnErrorUndoesItsOwnWorkAndNoOther) {
  std::latch queued(1);
  std::thread first([&] {
    EXPECT_EQ(code_of(database_->write([&](Connection&) -> Result<void> {
                queued.wait();  // the others gather behind this one, into one batch
                return {};
              })),
              "ok");
  });
  std::thread opener([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    queued.count_down();
  });
  in_threads(30, [&](int number) {
    const auto outcome = database_->write([&](Connection& connection) -> Result<void> {
      PACELINE_CHECK(connection.execute(kInsertEntry, params(number, "kept?")));
      if (number % 5 == 0) return fail(Fault::conflict, "test.own_error");
      if (number % 5 == 1) throw std::runtime_error("out of ideas");
      if (number % 5 == 2) return discard(connection.execute(kInsertEntry, params(number, "again")));
      return {};
    });
    const std::array<const char*, 5> expected{"test.own_error", "store.unavailable", "store.unique", "ok", "ok"};
    EXPECT_EQ(code_of(outcome), expected.at(static_cast<std::size_t>(number % 5)));
  });
  first.join();
  opener.join();
  EXPECT_EQ(number_from(*database_, kCountEntries), 12);
  EXPECT_LE(database_->counters().commits, 5) << "they shared commits, or this test says nothing";
}

TEST_F(Writing, AFailedStatementFailsItsWorkAsInPostgresql) {
  const auto outcome = database_->write([&](Connection& connection) -> Result<void> {
    PACELINE_CHECK(connection.execute(kInsertEntry, params(1, "a")));
    EXPECT_FALSE(connection.execute(kInsertEntry, params(1, "b")));
    const auto later = connection.execute(kInsertEntry, params(2, "c"));
    EXPECT_EQ(later.error().code, "store.unique") << "the same error again";
    return {};
  });
  EXPECT_EQ(code_of(outcome), "store.unique");
  EXPECT_EQ(number_from(*database_, kCountEntries), 0);
  EXPECT_EQ(code_of(write_one(*database_, kInsertEntry, params(1, "d"))), "ok");
}

TEST_F(Writing, IsSafeAgainstALostPowerSupplyAndBrokenReferences) {
  const auto outcome = database_->write([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto synchronous, query_one<int>(connection, {"full", "PRAGMA synchronous"}, {}));
    EXPECT_EQ(synchronous, 2) << "FULL";
    PACELINE_TRY(const auto foreign, query_one<int>(connection, {"foreign", "PRAGMA foreign_keys"}, {}));
    EXPECT_EQ(foreign, 1);
    PACELINE_TRY(const auto trusted, query_one<int>(connection, {"trusted", "PRAGMA trusted_schema"}, {}));
    EXPECT_EQ(trusted, 0);
    PACELINE_TRY(const auto log, query_one<std::string>(connection, {"log", "PRAGMA journal_mode"}, {}));
    EXPECT_EQ(log, "wal");
    return {};
  });
  EXPECT_EQ(code_of(outcome), "ok");
}

TEST_F(Writing, BatchesAreBounded) {
  database_.reset();
  database_ = open_owner(folder_.path(), {.readers = 1, .batch = 1});
  in_threads(8,
             [&](int number) { EXPECT_EQ(code_of(write_one(*database_, kInsertEntry, params(number, "n"))), "ok"); });
  EXPECT_EQ(database_->counters().commits, 8);
}

TEST_F(Writing, AReadSeesOneStateWhileWritesGoOn) {
  ASSERT_EQ(code_of(write_one(*database_, kInsertEntry, params(1, "a"))), "ok");
  const auto outcome = database_->read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto before, query_one<int>(connection, kCountEntries, {}));
    EXPECT_EQ(before, 1);
    std::thread([&] { EXPECT_EQ(code_of(write_one(*database_, kInsertEntry, params(2, "b"))), "ok"); }).join();
    PACELINE_TRY(const auto after, query_one<int>(connection, kCountEntries, {}));
    EXPECT_EQ(after, 1);
    return {};
  });
  EXPECT_EQ(code_of(outcome), "ok");
  EXPECT_EQ(number_from(*database_, kCountEntries), 2);
}

TEST_F(Writing, ReadsNeverSeeHalfOfAWork) {
  constexpr Statement kEven{"even", "SELECT count(*) % 2 FROM entry"};
  std::atomic<bool> stop = false;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 6; ++reader) {  // more than there are connections
    readers.emplace_back([&] {
      while (!stop) EXPECT_EQ(number_from(*database_, kEven), 0);
    });
  }
  in_threads(4, [&](int thread) {
    for (int number = 0; number < 50; ++number) {
      const int id = thread * 1000 + number * 2;
      EXPECT_EQ(code_of(database_->write([&](Connection& connection) -> Result<void> {
                  PACELINE_CHECK(connection.execute(kInsertEntry, params(id, "a")));
                  return discard(connection.execute(kInsertEntry, params(id + 1, "b")));
                })),
                "ok");
    }
  });
  stop = true;
  for (std::thread& reader : readers) reader.join();
}

TEST_F(Writing, AReadMayNotWrite) {
  const auto outcome =
      database_->read([](Connection& connection) { return discard(connection.execute(kInsertEntry, params(1, "a"))); });
  EXPECT_EQ(code_of(outcome), "store.read_only");
  EXPECT_EQ(number_from(*database_, kCountEntries), 0);
}

TEST_F(Writing, AnExceptionInAReadIsAnError) {
  const auto outcome = database_->read(
      [](Connection& connection) { return connection.each(kCountEntries, {}, [](const Row&) { throw 7; }); });
  EXPECT_EQ(code_of(outcome), "store.unavailable");
  EXPECT_EQ(number_from(*database_, kCountEntries), 0);
}

void nest(bool outer_writes, bool inner_writes) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  const Work nothing = [](Connection&) -> Result<void> { return {}; };
  const Work inner = [&](Connection&) { return inner_writes ? database->write(nothing) : database->read(nothing); };
  static_cast<void>(outer_writes ? database->write(inner) : database->read(inner));
}

TEST(WritingDeathTest, EndsTheProcessWhenWorksAreNested) {
  const DeathTestFolder death_test_folder;
  for (const bool outer : {false, true}) {
    for (const bool inner : {false, true}) EXPECT_DEATH(nest(outer, inner), "inside_another_work");
  }
}

TEST(WritingDeathTest, EndsTheProcessWhenAWorkCommitsByItself) {
  const DeathTestFolder death_test_folder;
  const TemporaryFolder folder;
  EXPECT_DEATH(static_cast<void>(write_one(*open_owner(folder.path()), {"commit", "COMMIT"})),
               "work_ended_the_transaction_itself");
}

}  // namespace
}  // namespace paceline::store
