// SPDX-License-Identifier: Apache-2.0
// The program itself, killed while eight clients write to it over HTTP. What it acknowledged is there after a restart,
// once; what it did not acknowledge is there at most once, and can be sent again; and `paceline verify` is clean.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>

#include "store/sqlite/sqlite_database.h"
#include "tests/base/random.h"
#include "tests/database/test_database.h"
#include "tests/product/program.h"

namespace paceline::product {
namespace {

constexpr int kRounds = 5;
constexpr int kLoggers = 8;

struct Written {
  std::vector<std::string> acknowledged;
  std::vector<std::string> unanswered;
};

/// Eight clients write until it dies, which it does after the patience.
Written write_until_killed(Server& server, const std::string& token, int round, std::chrono::microseconds patience) {
  Written written;
  std::mutex mutex;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kLoggers; ++writer) {
    writers.emplace_back([&, writer] {
      for (int n = 0;; ++n) {
        const std::string name = std::to_string(round) + "-" + std::to_string(writer) + "-" + std::to_string(n);
        const auto answered = server.send(log_request(token, name));
        const std::lock_guard lock(mutex);
        (answered && answered->status == 201 ? written.acknowledged : written.unanswered).push_back(name);
        if (!answered) return;
        EXPECT_EQ(answered->status, 201) << answered->body;
      }
    });
  }
  std::this_thread::sleep_for(patience);
  server.kill();
  for (std::thread& writer : writers) writer.join();
  return written;
}

std::map<std::string, int> stored_names(const std::string& data) {
  std::map<std::string, int> names;
  const auto database = store::SqliteDatabase::open(data, store::Access::reader);
  EXPECT_TRUE(database);
  if (!database) return names;
  const auto read = (*database)->read([&](store::Connection& connection) {
    return connection.each({"test.names", "SELECT external_id FROM activity"}, {},
                           [&](const store::Row& row) { ++names[row.text(0)]; });
  });
  EXPECT_TRUE(read);
  return names;
}

TEST(Killed, TheProgramLosesNothingAndDoublesNothing) {
  const MemoryFolder folder;
  const std::string data = folder.path() + "/data";
  const Place place{"--data", data};
  const std::string token = found_company(place);
  testing_support::Random chance;
  std::vector<std::string> all_acknowledged;
  for (int round = 0; round < kRounds; ++round) {
    Server server(place);
    const auto written =
        write_until_killed(server, token, round, std::chrono::microseconds(chance.between(50'000, 500'000)));
    const auto names = stored_names(data);
    all_acknowledged.insert(all_acknowledged.end(), written.acknowledged.begin(), written.acknowledged.end());
    for (const auto& name : all_acknowledged)
      ASSERT_EQ(names.count(name), 1U) << name << " was acknowledged and is lost";
    for (const auto& [name, times] : names) ASSERT_EQ(times, 1) << name;
    EXPECT_EQ(verified_activities(place), static_cast<std::int64_t>(names.size()));

    const Server again(place);
    for (const auto& name : written.unanswered) EXPECT_EQ(again.send(log_request(token, name))->status, 201) << name;
    for (const auto& name : written.acknowledged) {
      const auto repeated = again.send(log_request(token, name));
      ASSERT_EQ(repeated->status, 201) << name;
      if (&name - written.acknowledged.data() > 20) break;
    }
    const auto after = stored_names(data);
    for (const auto& name : written.unanswered) EXPECT_EQ(after.count(name), 1U) << name;
    EXPECT_EQ(after.size(), names.size() + static_cast<std::size_t>(std::count_if(
                                               written.unanswered.begin(), written.unanswered.end(),
                                               [&](const auto& name) { return names.count(name) == 0; })));
  }
  EXPECT_GT(all_acknowledged.size(), 100U);
}

}  // namespace
}  // namespace paceline::product
