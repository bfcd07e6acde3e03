// SPDX-License-Identifier: Apache-2.0
// Daily backups in a folder, of which the newest are kept: the thread of a server that makes them.
//
// A backup is due when the newest in the folder is a day old, whoever made it; so a server that was away for a night
// makes up for it, and one that is started ten times a day does not. Files are called paceline-2026-11-22T02:30:00Z.db;
// nothing else in the folder is looked at or removed.
//
// Worked example (tests/background/backup_keeper_test.cpp): 3 kept, five days: the backups of the last three days are
// there. When one fails, the fault is reported, none is removed, and it is tried again after ten minutes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/last_backup.h"
#include "app/ports/clock.h"
#include "base/result.h"

namespace paceline {

struct BackupPlan {
  std::string folder;
  int kept = 7;  ///< at least 1
};

/// Makes a backup with that name, whole or not at all.
using MakeBackup = std::function<Result<void>(const std::string& file)>;

/// Makes a backup if one is due, and then removes the oldest above what is kept. Returns whether it made one; the error
/// of `make`, or unavailable "backup.folder_unusable".
[[nodiscard]] Result<bool> keep_backups(const BackupPlan& plan, Instant now, const MakeBackup& make);

/// When the newest backup of the folder was made, but for those of a clock that ran ahead; none: there is none.
[[nodiscard]] std::optional<Instant> newest_backup(const std::string& folder, Instant now);

/// Works until its destruction, which waits for the backup at hand. The first look is soon after the start, so that a
/// server that is often started makes backups too; the others come every ten minutes.
class BackupKeeper {
 public:
  using Report = std::function<void(std::string_view what)>;
  /// `last` hears at once how it stands, and then of every look.
  BackupKeeper(BackupPlan plan, const Clock& clock, MakeBackup make, Report report, LastBackup& last,
               std::chrono::milliseconds first_look = std::chrono::seconds(20));
  ~BackupKeeper();
  BackupKeeper(const BackupKeeper&) = delete;
  BackupKeeper& operator=(const BackupKeeper&) = delete;

 private:
  void serve();
  void look();
  [[nodiscard]] bool wait(std::chrono::milliseconds pause);

  const BackupPlan plan_;
  const Clock& clock_;
  const MakeBackup make_;
  const Report report_;
  LastBackup& last_;
  const std::chrono::milliseconds first_look_;
  std::mutex mutex_;
  std::condition_variable end_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace paceline
