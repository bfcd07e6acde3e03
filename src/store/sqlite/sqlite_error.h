// SPDX-License-Identifier: Apache-2.0
// What a SQLite result code means to the product. The codes are listed in sqlite_database.h.
//
// A full disk shows as SQLITE_FULL, and as an I/O error when a quota or a file size limit is what is full.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;

namespace paceline::store {

/// The meaning of an errno of a file or a folder.
[[nodiscard]] Error error_of_system(int system_error, std::string_view path);

/// `code` is an extended result code, `system_error` the errno behind it or 0.
[[nodiscard]] Error error_of_code(int code, int system_error, std::string detail);

/// The error of the call on `handle` that has just failed. `doing` goes into the detail: a statement's name, never its
/// values.
[[nodiscard]] Error error_of(sqlite3* handle, std::string_view doing);

}  // namespace paceline::store
