// SPDX-License-Identifier: Apache-2.0
// The folder that holds the database, and files that nobody but their user may read. Errors: see SqliteDatabase::open.
#pragma once

#include <string>

#include "base/result.h"

namespace paceline::store {

[[nodiscard]] std::string database_path(const std::string& folder);

/// Makes the folder, and the folders above it, when absent: private, and on the disk when this returns.
[[nodiscard]] Result<void> make_folder(const std::string& folder);

/// Makes an empty private database file when there is none. REQUIRES: the caller holds the FolderLock.
[[nodiscard]] Result<void> make_database_file(const std::string& folder);

/// Returns success when there is a database to read.
[[nodiscard]] Result<void> find_database_file(const std::string& folder);

/// Puts the names of the files on the disk, after one was made or renamed.
[[nodiscard]] Result<void> flush_folder(const std::string& folder);

}  // namespace paceline::store
