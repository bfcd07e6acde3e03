// SPDX-License-Identifier: Apache-2.0
// What a server knows of the backups that it keeps: for its health and its metrics.
//
// Worked example (tests/background/backup_keeper_test.cpp): kept, the newest of 2026-11-18 02:30: ok until 2026-11-20
// 02:30, late after it; failed as soon as a try has failed, until the next one that succeeds.
#pragma once

#include <boost/describe/enum.hpp>
#include <mutex>
#include <optional>
#include <string>

#include "base/instant.h"

namespace paceline {

/// not_kept: by this server; none: not yet; late: the newest is older than two days; failed: the last try did.
BOOST_DEFINE_ENUM_CLASS(BackupState, not_kept, none, ok, late, failed)

inline constexpr std::int64_t kBackupLateSeconds = 2 * 86'400;

struct BackupNews {
  bool kept = false;
  std::optional<Instant> newest;
  std::string fault;  ///< code of the last try's fault; empty: it succeeded, or there was none

  [[nodiscard]] BackupState state(Instant now) const {
    if (!kept) return BackupState::not_kept;
    if (!fault.empty()) return BackupState::failed;
    if (!newest) return BackupState::none;
    return now >= newest->plus_seconds(kBackupLateSeconds) ? BackupState::late : BackupState::ok;
  }
};

/// Thread-safe.
class LastBackup {
 public:
  void tell(BackupNews news) {
    const std::lock_guard lock(mutex_);
    news_ = std::move(news);
  }
  [[nodiscard]] BackupNews news() const {
    const std::lock_guard lock(mutex_);
    return news_;
  }

 private:
  mutable std::mutex mutex_;
  BackupNews news_;
};

}  // namespace paceline
