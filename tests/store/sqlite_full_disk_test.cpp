// SPDX-License-Identifier: Apache-2.0
// A full disk is an answer. What was acknowledged stays, the rest is not there, and when there is room again the same
// database goes on.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "tests/store/sqlite_fixture.h"

namespace paceline::store {
namespace {

const std::string& large_note() {
  static const std::string note(20'000, 'x');
  return note;
}

TEST(FullDisk, IsAnErrorOfTheWorkThatDoesNotFit) {
  const TemporaryFolder folder;
  const auto database = open_owner(folder.path());
  ASSERT_EQ(code_of(write_one(*database, kMakeEntry)), "ok");
  ASSERT_EQ(code_of(write_one(*database, {"limit", "PRAGMA max_page_count = 60"})), "ok");
  int written = 0;
  Result<void> outcome;
  while (written < 1000 && (outcome = write_one(*database, kInsertEntry, params(written, large_note())))) ++written;
  ASSERT_EQ(code_of(outcome), "store.disk_full");
  EXPECT_EQ(outcome.error().fault, Fault::unavailable);
  EXPECT_GT(written, 0);
  EXPECT_EQ(number_from(*database, kCountEntries), written);
  ASSERT_EQ(code_of(write_one(*database, {"more", "PRAGMA max_page_count = 6000"})), "ok");
  EXPECT_EQ(code_of(write_one(*database, kInsertEntry, params(written, large_note()))), "ok");
  EXPECT_EQ(number_from(*database, kCountEntries), written + 1);
}

void limit_file_size(rlim_t bytes) {
  rlimit limit{};
  PACELINE_ASSERT(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
  limit.rlim_cur = bytes;
  PACELINE_ASSERT(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
}

struct Tally {
  std::atomic<int> written = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> otherwise = 0;
};

void write_in_threads(Database& database, int first_id, Tally& tally) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      for (int number = 0; number < 20; ++number) {
        const auto outcome = write_one(database, kInsertEntry, params(first_id + thread * 100 + number, large_note()));
        ++(outcome ? tally.written : outcome.error().code == "store.disk_full" ? tally.refused : tally.otherwise);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// The whole story in a process of its own, since the limit is a process's; the answer is the exit status.
int fill_up_and_go_on(const std::string& folder) {
  std::signal(SIGXFSZ, SIG_IGN);
  const auto database = open_owner(folder);
  if (!write_one(*database, kMakeEntry)) return 1;
  Tally tally;
  limit_file_size(1'000'000);
  write_in_threads(*database, 0, tally);
  if (tally.refused == 0 || tally.written == 0 || tally.otherwise != 0) return 2;
  if (number_from(*database, kCountEntries) != tally.written) return 3;
  limit_file_size(RLIM_INFINITY);
  const int refused = tally.refused;
  write_in_threads(*database, 1000, tally);
  if (tally.refused != refused || tally.otherwise != 0) return 4;
  return number_from(*database, kCountEntries) == tally.written ? 0 : 5;
}

TEST(FullDisk, FailsTheWholeBatchWhoseCommitDoesNotFitAndGoesOn) {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) ::_exit(fill_up_and_go_on(folder.path()));
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status)) << status;
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_GT(number_from(*open_owner(folder.path()), kCountEntries), 160);
}

}  // namespace
}  // namespace paceline::store
