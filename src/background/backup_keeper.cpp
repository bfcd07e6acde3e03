// SPDX-License-Identifier: Apache-2.0
#include "background/backup_keeper.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace paceline {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kPause{10};
constexpr std::string_view kBegin = "paceline-";
constexpr std::string_view kEnd = ".db";

std::string name_at(Instant at) {
  const Instant whole_second(at.microseconds() / kMicrosecondsPerSecond * kMicrosecondsPerSecond);
  return std::string(kBegin) + to_text(whole_second) + std::string(kEnd);
}

/// When the backup of that name was made; nothing for a file of another name.
std::optional<Instant> moment_in(const std::string& name) {
  if (!name.starts_with(kBegin) || !name.ends_with(kEnd) || name.size() <= kBegin.size() + kEnd.size()) return {};
  const auto at = parse_instant(name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size()));
  return at ? std::optional(*at) : std::nullopt;
}

/// The oldest first.
Result<std::vector<Instant>> moments_of_backups(const std::string& folder) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  std::vector<Instant> moments;
  if (!fault) {
    for (fs::directory_iterator file(folder, fault), end; !fault && file != end; file.increment(fault))
      if (const auto at = moment_in(file->path().filename().string())) moments.push_back(*at);
  }
  if (fault) return fail(Fault::unavailable, "backup.folder_unusable", {}, folder + ": " + fault.message());
  std::sort(moments.begin(), moments.end());
  return moments;
}

/// A file that cannot be removed stays, and is tried again next time.
void remove_oldest(const BackupPlan& plan, const std::vector<Instant>& moments) {
  const auto kept = static_cast<std::size_t>(plan.kept);
  for (std::size_t at = 0; at + kept < moments.size(); ++at) {
    std::error_code stays;
    fs::remove(fs::path(plan.folder) / name_at(moments[at]), stays);
  }
}

/// The staging folders of backups that a killed server did not end: nobody else makes such names.
void remove_what_was_cut_off(const std::string& folder) {
  std::error_code stays;
  std::vector<fs::path> cut_off;
  for (fs::directory_iterator file(folder, stays), end; !stays && file != end; file.increment(stays)) {
    const std::string name = file->path().filename().string();
    const auto suffix = name.rfind('.');
    const bool is_staging =
        file->is_directory(stays) && suffix != std::string::npos && moment_in(name.substr(0, suffix));
    if (is_staging) cut_off.push_back(file->path());
  }
  for (const fs::path& each : cut_off) fs::remove_all(each, stays);
}

}  // namespace

Result<bool> keep_backups(const BackupPlan& plan, Instant now, const MakeBackup& make) {
  PACELINE_TRY(auto moments, moments_of_backups(plan.folder));
  // A name from a clock that ran ahead is as old as any.
  const auto ahead = std::upper_bound(moments.begin(), moments.end(), now);
  const bool due = ahead == moments.begin() || now >= std::prev(ahead)->plus_seconds(kSecondsPerDay);
  if (!due) return false;
  remove_what_was_cut_off(plan.folder);
  PACELINE_CHECK(make((fs::path(plan.folder) / name_at(now)).string()));
  moments.insert(ahead, now);
  remove_oldest(plan, moments);
  return true;
}

std::optional<Instant> newest_backup(const std::string& folder, Instant now) {
  const auto moments = moments_of_backups(folder);
  if (!moments) return std::nullopt;
  const auto ahead = std::upper_bound(moments->begin(), moments->end(), now);
  return ahead == moments->begin() ? std::nullopt : std::optional(*std::prev(ahead));
}

BackupKeeper::BackupKeeper(BackupPlan plan, const Clock& clock, MakeBackup make, Report report, LastBackup& last,
                           std::chrono::milliseconds first_look)
    : plan_(std::move(plan)),
      clock_(clock),
      make_(std::move(make)),
      report_(std::move(report)),
      last_(last),
      first_look_(first_look) {
  last_.tell({true, newest_backup(plan_.folder, clock_.now()), {}});  // before anybody can ask the server
  thread_ = std::thread([this] { serve(); });
}

BackupKeeper::~BackupKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  end_.notify_one();
  thread_.join();
}

// Not at once: who starts a server waits for it.
void BackupKeeper::serve() {
  for (auto pause = first_look_; wait(pause); pause = kPause) look();
}

void BackupKeeper::look() {
  const auto made = keep_backups(plan_, clock_.now(), make_);
  if (!made) report_("the daily backup: " + made.error().code + " " + made.error().detail);
  last_.tell({true, newest_backup(plan_.folder, clock_.now()), made ? "" : made.error().code});
}

// Whether there is to be another time.
bool BackupKeeper::wait(std::chrono::milliseconds pause) {
  std::unique_lock lock(mutex_);
  return !end_.wait_for(lock, pause, [this] { return stopping_; });
}

}  // namespace paceline
