// SPDX-License-Identifier: Apache-2.0
#include "background/backup_keeper.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace paceline {
namespace {

namespace fs = std::filesystem;

class KeepBackups : public testing::Test {
 protected:
  KeepBackups() {
    std::string made = (fs::temp_directory_path() / "paceline-XXXXXX").string();
    PACELINE_ASSERT(::mkdtemp(made.data()) != nullptr);
    plan_.folder = made + "/backups";
  }
  ~KeepBackups() override { fs::remove_all(fs::path(plan_.folder).parent_path()); }

  /// "made", "not due", or the code of a fault.
  std::string on(const char* moment) {
    const auto made = keep_backups(plan_, *parse_instant(moment), [&](const std::string& file) -> Result<void> {
      if (disk_is_full_) return fail(Fault::unavailable, "store.disk_full");
      std::ofstream(file) << "a backup";
      return {};
    });
    if (!made) return made.error().code;
    return *made ? "made" : "not due";
  }
  [[nodiscard]] std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& file : fs::directory_iterator(plan_.folder)) names.insert(file.path().filename().string());
    return names;
  }

  BackupPlan plan_{"", 3};
  bool disk_is_full_ = false;
};

TEST_F(KeepBackups, OneADayOfWhichTheNewestAreKept) {
  EXPECT_EQ(on("2026-11-18T02:30:00Z"), "made");
  EXPECT_EQ(on("2026-11-18T12:00:00Z"), "not due");
  EXPECT_EQ(on("2026-11-19T02:29:59Z"), "not due");
  EXPECT_EQ(on("2026-11-19T02:30:00.25Z"), "made");
  EXPECT_EQ(on("2026-11-20T02:30:00Z"), "made");
  EXPECT_EQ(on("2026-11-21T08:00:00Z"), "made") << "the server was away for a night";
  EXPECT_EQ(on("2026-11-22T08:00:00Z"), "made");
  const std::set<std::string> newest{"paceline-2026-11-20T02:30:00Z.db", "paceline-2026-11-21T08:00:00Z.db",
                                     "paceline-2026-11-22T08:00:00Z.db"};
  EXPECT_EQ(files(), newest);
}

TEST_F(KeepBackups, ThatFailRemoveNoneAndAreTriedAgain) {
  for (const char* day : {"2026-11-18T02:30:00Z", "2026-11-19T02:30:00Z", "2026-11-20T02:30:00Z"})
    EXPECT_EQ(on(day), "made");
  disk_is_full_ = true;
  EXPECT_EQ(on("2026-11-21T02:30:00Z"), "store.disk_full");
  EXPECT_EQ(files().size(), 3U);
  disk_is_full_ = false;
  EXPECT_EQ(on("2026-11-21T02:40:00Z"), "made");
  EXPECT_EQ(files().size(), 3U);
}

TEST_F(KeepBackups, LeaveFilesOfOtherNamesAlone) {
  fs::create_directories(plan_.folder);
  for (const char* name :
       {"paceline-.db", "paceline-yesterday.db", "paceline.db", "notes.txt", "paceline-2026-11-01T00:00:00Z.db.gz"})
    std::ofstream(plan_.folder + "/" + name) << "mine";
  for (const char* day :
       {"2026-11-18T02:30:00Z", "2026-11-19T02:30:00Z", "2026-11-20T02:30:00Z", "2026-11-21T02:30:00Z"})
    EXPECT_EQ(on(day), "made");
  EXPECT_EQ(files().size(), 5U + 3U);
}

TEST_F(KeepBackups, GoOnWhenAClockRanAhead) {
  EXPECT_EQ(on("2027-03-01T02:30:00Z"), "made");
  EXPECT_EQ(on("2026-11-18T02:30:00Z"), "made");
  EXPECT_EQ(on("2026-11-18T03:30:00Z"), "not due");
  EXPECT_EQ(on("2026-11-19T02:30:00Z"), "made");
}

TEST_F(KeepBackups, SweepWhatAKilledServerLeft) {
  fs::create_directories(plan_.folder + "/paceline-2026-11-17T02:30:00Z.db.a1B2c3");
  fs::create_directories(plan_.folder + "/paceline-mine.db.a1B2c3");
  std::ofstream(plan_.folder + "/paceline-2026-11-17T02:30:00Z.db.a1B2c3/paceline.db") << "half";
  EXPECT_EQ(on("2026-11-18T02:30:00Z"), "made");
  const std::set<std::string> left{"paceline-2026-11-18T02:30:00Z.db", "paceline-mine.db.a1B2c3"};
  EXPECT_EQ(files(), left);
}

TEST_F(KeepBackups, NeedAFolder) {
  std::ofstream(plan_.folder) << "a file";
  EXPECT_EQ(on("2026-11-18T02:30:00Z"), "backup.folder_unusable");
}

struct StoppedClock : Clock {
  [[nodiscard]] Instant now() const override { return *parse_instant("2026-11-18T12:00:00Z"); }
};

TEST_F(KeepBackups, BeginSoonAfterTheStartAndSayHowTheyStand) {
  const StoppedClock clock;
  LastBackup last;
  EXPECT_EQ(last.news().state(clock.now()), BackupState::not_kept);
  disk_is_full_ = true;
  const auto make = [&](const std::string& file) -> Result<void> {
    if (disk_is_full_) return fail(Fault::unavailable, "store.disk_full");
    std::ofstream(file) << "a backup";
    return {};
  };
  const auto report = [](std::string_view) {};
  {
    const BackupKeeper keeper(plan_, clock, make, report, last, std::chrono::hours(1));
    EXPECT_EQ(last.news().state(clock.now()), BackupState::none) << "who asks at once is told how it stands";
  }
  const auto state_after_a_look = [&] {
    const BackupKeeper keeper(plan_, clock, make, report, last, std::chrono::milliseconds(1));
    for (int tries = 0; tries < 3000 && last.news().state(clock.now()) == BackupState::none; ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return last.news().state(clock.now());
  };
  EXPECT_EQ(state_after_a_look(), BackupState::failed);
  EXPECT_EQ(last.news().fault, "store.disk_full");
  disk_is_full_ = false;
  EXPECT_EQ(state_after_a_look(), BackupState::ok);
  EXPECT_EQ(last.news().newest, clock.now());
}

TEST(BackupNews, IsLateAfterTwoDays) {
  const Instant made = *parse_instant("2026-11-18T02:30:00Z");
  const BackupNews news{true, made, {}};
  EXPECT_EQ(news.state(made.plus_seconds(kBackupLateSeconds - 1)), BackupState::ok);
  EXPECT_EQ(news.state(made.plus_seconds(kBackupLateSeconds)), BackupState::late);
  const BackupNews failed{true, made, "store.disk_full"};
  EXPECT_EQ(failed.state(made), BackupState::failed);
}

TEST(BackupKeeper, EndsAtOnceWhenItIsTold) {
  const StoppedClock clock;
  LastBackup last;
  const auto begun = std::chrono::steady_clock::now();
  {
    const BackupKeeper keeper(
        {"/nowhere", 1}, clock, [](const std::string&) { return Result<void>(); }, [](std::string_view) {}, last);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
}

}  // namespace
}  // namespace paceline
