// SPDX-License-Identifier: Apache-2.0
// A copy of a database in use: one state of it, in one private file, whole or not there. And the way back.
#pragma once

#include <string>

#include "base/result.h"

namespace paceline::store {

/// Copies the database file `from` to `to` and returns when the copy is on the disk. It replaces what was at `to`. The
/// copy needs no log beside it, so it can be read from a folder that nobody may write to. Readers and the writer go on
/// meanwhile. Returns the errors of sqlite_database.h.
[[nodiscard]] Result<void> copy_database(const std::string& from, const std::string& to);

/// Looks at every page and every index of the database file. Returns unavailable "store.damaged".
[[nodiscard]] Result<void> check_pages(const std::string& path);

/// Writes every page anew, so that nothing is left of rows that were removed. REQUIRES: nobody has it open.
[[nodiscard]] Result<void> rewrite_pages(const std::string& path);

/// Puts the content of the database file `from` in place of that of the existing one at `to`, in one transaction: a
/// program that is killed meanwhile leaves the old content. Connections to `to` see the new content from their next
/// transaction on. REQUIRES: nobody writes to `to`.
[[nodiscard]] Result<void> replace_content(const std::string& to, const std::string& from);

}  // namespace paceline::store
