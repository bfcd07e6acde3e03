// SPDX-License-Identifier: Apache-2.0
// Backups of a server at work, and what comes back of them: everything that was acknowledged before the backup began,
// once, with every count right; on both engines.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "tests/database/test_database.h"
#include "tests/product/loggers.h"

namespace paceline::product {
namespace {

constexpr int kDrillClients = 16;
constexpr int kBackups = 3;

/// As many as were acknowledged by then.
void wait_for(const Loggers& loggers, std::size_t acknowledged) {
  for (int look = 0; look < 1000 && loggers.so_far().acknowledged.size() < acknowledged; ++look)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

class BackupDrill : public testing::Test {
 protected:
  /// The backup, and what it must have.
  struct Taken {
    std::string file;
    std::vector<std::string> acknowledged;
  };

  std::vector<Taken> back_up_under_load() {
    const std::string token = found_company(place_.words());
    const Server server(place_.words());
    Loggers loggers(server, token, kDrillClients);
    std::vector<Taken> all;
    for (int backup = 0; backup < kBackups; ++backup) {
      wait_for(loggers, static_cast<std::size_t>(200 * (backup + 1)));
      Taken taken{files_.path() + "/" + std::to_string(backup) + ".db", loggers.so_far().acknowledged};
      const auto made = answer_of({"backup", taken.file}, place_.words());
      EXPECT_EQ(made.at("verify").as_string(), "ok");
      EXPECT_GE(made.at("activities").as_int64(), static_cast<std::int64_t>(taken.acknowledged.size()));
      all.push_back(std::move(taken));
    }
    const auto report = loggers.stop();
    EXPECT_EQ(report.unanswered, 0);
    EXPECT_TRUE(report.refusals.empty()) << report.refusals.begin()->first;
    EXPECT_GT(report.acknowledged.size(), all.back().acknowledged.size()) << "nobody wrote during the backup";
    return all;
  }

  TestDatabase place_;
  MemoryFolder files_;
};

TEST_F(BackupDrill, BringsBackWhatWasAcknowledged) {
  const auto all = back_up_under_load();
  const MemoryFolder folder;
  const Place restored{"--data", folder.path() + "/data"};
  for (const Taken& taken : all) {
    EXPECT_EQ(answer_of({"restore", taken.file}, restored).at("verify").as_string(), "ok");
    const auto names = names_in_folder(folder.path() + "/data");
    EXPECT_EQ(not_once(taken.acknowledged, names), std::vector<std::string>());
    EXPECT_EQ(verified_activities(restored), static_cast<std::int64_t>(names.size()));
    std::cout << "a backup under load: " << taken.acknowledged.size() << " acknowledged before, " << names.size()
              << " in it, " << std::filesystem::file_size(taken.file) / 1024 << " kB\n";
  }
}

TEST_F(BackupDrill, OfOneEngineCanGoToTheOther) {
  if (!place_.on_postgres()) GTEST_SKIP() << "needs a PostgreSQL server: PACELINE_TEST_DATABASE";
  const Taken taken = back_up_under_load().back();
  const TestDatabase empty;
  EXPECT_EQ(answer_of({"restore", taken.file}, empty.words()).at("verify").as_string(), "ok");
  EXPECT_GE(verified_activities(empty.words()), static_cast<std::int64_t>(taken.acknowledged.size()));
}

}  // namespace
}  // namespace paceline::product
