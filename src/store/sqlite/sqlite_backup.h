// SPDX-License-Identifier: Apache-2.0
// A copy of a database in use: one state of it, in one private file, whole or not there.
#pragma once

#include <string>

#include "base/result.h"

namespace paceline::store {

/// Copies the database file `from` to `to` and returns when the copy is on the disk. It replaces what was at `to`.
/// Readers and the writer go on meanwhile. Returns the errors of sqlite_database.h.
[[nodiscard]] Result<void> copy_database(const std::string& from, const std::string& to);

}  // namespace paceline::store
