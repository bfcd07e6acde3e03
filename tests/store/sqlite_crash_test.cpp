// SPDX-License-Identifier: Apache-2.0
// A process that writes is killed at random moments, again and again, on the same folder. Whatever it said is written
// must be there, once, and nothing may be there by half.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <thread>

#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

constexpr int kRounds = 20;
constexpr int kThreads = 4;
constexpr unsigned kSeed = 20'261'127;

// No key, so that a doubled row would show; the tally must always equal the number of rows.
constexpr Statement kMakeFact{"fact.make", "CREATE TABLE fact (id BIGINT NOT NULL)"};
constexpr Statement kMakeTally{"tally.make", "CREATE TABLE tally (amount BIGINT NOT NULL)"};
constexpr Statement kStartTally{"tally.start", "INSERT INTO tally (amount) VALUES (0)"};
constexpr Statement kInsertFact{"fact.insert", "INSERT INTO fact (id) VALUES ($1)"};
constexpr Statement kRaiseTally{"tally.raise", "UPDATE tally SET amount = amount + 1"};
constexpr Statement kAllFacts{"fact.all", "SELECT id FROM fact"};
constexpr Statement kTally{"tally.amount", "SELECT amount FROM tally"};

Result<void> insert_fact(Database& database, std::int64_t id) {
  return database.write([id](Connection& connection) -> Result<void> {
    PACELINE_CHECK(connection.execute(kInsertFact, params(id)));
    return discard(connection.execute(kRaiseTally, {}));
  });
}

[[noreturn]] void write_until_killed(const std::string& folder, int round, int acknowledge) {
  auto opened = SqliteDatabase::open(folder, Access::owner);
  if (!opened) ::_exit(1);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (std::int64_t id = round * 10'000'000LL + thread * 1'000'000LL;; ++id) {
        if (!insert_fact(**opened, id) || ::write(acknowledge, &id, sizeof id) != sizeof id) ::_exit(1);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  ::_exit(1);
}

std::vector<std::int64_t> read_to_end(int file) {
  std::vector<std::int64_t> ids;
  for (std::int64_t id = 0; ::read(file, &id, sizeof id) == sizeof id;) ids.push_back(id);
  return ids;
}

/// The ids that the child said are written before it was killed, `patience` after the first of them.
std::vector<std::int64_t> acknowledged_before_kill(const std::string& folder, int round,
                                                   std::chrono::microseconds patience) {
  int ends[2];
  PACELINE_ASSERT(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_until_killed(folder, round, ends[1]);
  }
  ::close(ends[1]);
  std::vector<std::int64_t> ids;
  std::thread reader([&] { ids = read_to_end(ends[0]); });
  std::this_thread::sleep_for(patience);
  ::kill(child, SIGKILL);
  reader.join();
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  return ids;
}

std::map<std::int64_t, int> facts_of(Database& database) {
  std::map<std::int64_t, int> times;
  const auto outcome = database.read([&](Connection& connection) {
    return connection.each(kAllFacts, {}, [&](const Row& row) { ++times[row.integer(0)]; });
  });
  EXPECT_EQ(code_of(outcome), "ok");
  return times;
}

TEST(Crash, KeepsEveryAcknowledgedRowExactlyOnce) {
  const TemporaryFolder folder;
  {
    const auto database = open_owner(folder.path());
    for (const Statement& statement : {kMakeFact, kMakeTally, kStartTally})
      ASSERT_EQ(code_of(write_one(*database, statement)), "ok");
  }
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> microseconds(2'000, 200'000);
  std::size_t acknowledged = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto ids = acknowledged_before_kill(folder.path(), round, std::chrono::microseconds(microseconds(random)));
    acknowledged += ids.size();
    const auto database = open_owner(folder.path());
    const auto times = facts_of(*database);
    for (const std::int64_t id : ids) ASSERT_EQ(times.count(id), 1U) << "lost " << id << " in round " << round;
    for (const auto& [id, count] : times) ASSERT_EQ(count, 1) << "doubled " << id << " in round " << round;
    ASSERT_EQ(number_from(*database, kTally), static_cast<std::int64_t>(times.size())) << "half a work is there";
    ASSERT_LE(times.size(), acknowledged + static_cast<std::size_t>(kThreads) * static_cast<std::size_t>(round + 1))
        << "more is there than was under way";
  }
  EXPECT_GT(acknowledged, 100U) << "seed " << kSeed << ": the test must have tested something";
}

}  // namespace
}  // namespace paceline::store
