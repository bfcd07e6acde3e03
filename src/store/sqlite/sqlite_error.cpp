// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace paceline::store {
namespace {

Error conflict_of(int code, std::string detail) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return {Fault::conflict, "store.unique", {}, std::move(detail)};
    case SQLITE_CONSTRAINT_FOREIGNKEY: return {Fault::conflict, "store.foreign_key", {}, std::move(detail)};
    default: return {Fault::conflict, "store.constraint", {}, std::move(detail)};
  }
}

const char* code_of_system_error(int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return "store.disk_full";
    case EACCES: return "store.folder_unreadable";
    case EROFS: return "store.read_only";
    default: return "store.unavailable";
  }
}

}  // namespace

Error error_of_system(int system_error, std::string_view path) {
  std::string detail(path);
  detail.append(": ").append(std::generic_category().message(system_error));
  return {Fault::unavailable, code_of_system_error(system_error), {}, std::move(detail)};
}

Error error_of_code(int code, int system_error, std::string detail) {
  const char* name = "store.unavailable";
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT: return conflict_of(code, std::move(detail));
    case SQLITE_BUSY:
    case SQLITE_LOCKED: name = "store.busy"; break;
    case SQLITE_FULL: name = "store.disk_full"; break;
    case SQLITE_READONLY: name = "store.read_only"; break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: name = "store.damaged"; break;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR: name = code_of_system_error(system_error); break;
    default: break;
  }
  return {Fault::unavailable, name, {}, std::move(detail)};
}

Error error_of(sqlite3* handle, std::string_view doing) {
  const int just_now = errno;  // SQLite keeps none for a failed commit
  const int code = sqlite3_extended_errcode(handle);
  // The one fault that SQLite tells apart by its words alone.
  if (code == SQLITE_ERROR && std::string_view(sqlite3_errmsg(handle)).starts_with("no such table"))
    return {Fault::conflict, "store.table_absent", {}, sqlite3_errmsg(handle)};
  const bool is_of_a_file = (code & 0xff) == SQLITE_IOERR;
  std::string detail(doing);
  detail.append(": ").append(sqlite3_errmsg(handle));
  if (is_of_a_file) detail.append(": ").append(std::generic_category().message(just_now));
  return error_of_code(code, is_of_a_file ? just_now : sqlite3_system_errno(handle), std::move(detail));
}

}  // namespace paceline::store
