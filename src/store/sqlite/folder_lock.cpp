// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "store/sqlite/sqlite_error.h"

namespace paceline::store {
namespace {

std::string owner_written_in(int file) {
  std::array<char, 32> text{};
  const auto size = ::pread(file, text.data(), text.size(), 0);
  const std::string_view written(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return std::string(written.substr(0, written.find('\n')));
}

}  // namespace

Result<std::unique_ptr<FolderLock>> FolderLock::take(const std::string& folder) {
  const std::string path = folder + "/paceline.lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return tl::unexpected(error_of_system(errno, path));
  std::unique_ptr<FolderLock> lock(new FolderLock(file));
  PACELINE_CHECK(lock->lock(path));
  return lock;
}

Result<void> FolderLock::lock(const std::string& path) const {
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return tl::unexpected(error_of_system(errno, path));
    return fail(Fault::conflict, "store.in_use", {}, "process " + owner_written_in(file_) + " has " + path);
  }
  // The text is a courtesy to people; a full disk that cannot hold it does not make the lock worse.
  const std::string owner = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file_, 0) == 0) static_cast<void>(::pwrite(file_, owner.data(), owner.size(), 0) > 0);
  return {};
}

FolderLock::~FolderLock() {
  ::close(file_);
}

}  // namespace paceline::store
