// SPDX-License-Identifier: Apache-2.0
// What makes a folder have one owner: an exclusive lock on paceline.lock in it, whose text is the owner's process
// number.
//
// The kernel releases it when the process ends, in whatever way; the file stays.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace paceline::store {

class FolderLock {
 public:
  /// Returns conflict "store.in_use" with the owner's process number in the detail, or an error of
  /// SqliteDatabase::open.
  [[nodiscard]] static Result<std::unique_ptr<FolderLock>> take(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  explicit FolderLock(int file) : file_(file) {}
  [[nodiscard]] Result<void> lock(const std::string& path) const;

  int file_;
};

}  // namespace paceline::store
