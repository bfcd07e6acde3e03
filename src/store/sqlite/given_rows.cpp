// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/given_rows.h"

#include <sqlite3.h>

#include <memory>
#include <variant>

#include "base/result.h"

namespace paceline::store {
namespace {

constexpr std::size_t kMostColumns = 64;
constexpr std::string_view kValues = " VALUES ($1";

std::string names_of_columns(std::size_t columns) {
  std::string names;
  for (std::size_t column = 1; column <= columns; ++column)
    names.append(column == 1 ? "c" : ", c").append(std::to_string(column));
  return names;
}

struct Table : sqlite3_vtab {
  const GivenRows* given = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
  GivenRows::Rows rows;
  std::size_t at = 0;
};

int connect(sqlite3* handle, void* given, int, const char* const*, sqlite3_vtab** made, char**) {
  const std::string text = "CREATE TABLE given_row (" + names_of_columns(kMostColumns) + ")";
  if (const int code = sqlite3_declare_vtab(handle, text.c_str()); code != SQLITE_OK) return code;
  auto table = std::make_unique<Table>();
  table->given = static_cast<const GivenRows*>(given);
  *made = table.release();
  return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
  const std::unique_ptr<Table> gone(static_cast<Table*>(table));
  return SQLITE_OK;
}

int plan(sqlite3_vtab*, sqlite3_index_info*) {
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** made) {
  *made = std::make_unique<Cursor>().release();
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<Cursor> gone(static_cast<Cursor*>(cursor));
  return SQLITE_OK;
}

int begin(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  auto* const self = static_cast<Cursor*>(cursor);
  self->rows = static_cast<const Table*>(cursor->pVtab)->given->rows();
  self->at = 0;
  return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
  ++static_cast<Cursor*>(cursor)->at;
  return SQLITE_OK;
}

int is_over(sqlite3_vtab_cursor* cursor) {
  const auto* const self = static_cast<const Cursor*>(cursor);
  return self->at >= self->rows.size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* answer, int number) {
  const auto* const self = static_cast<const Cursor*>(cursor);
  const auto& row = self->rows[self->at];
  const auto place = static_cast<std::size_t>(number);
  if (place >= row.size()) return SQLITE_OK;
  if (const auto* whole = std::get_if<std::int64_t>(&row[place])) sqlite3_result_int64(answer, *whole);
  if (const auto* text = std::get_if<std::string_view>(&row[place])) {
    const char* const bytes = text->data() ? text->data() : "";  // a null pointer would be NULL
    sqlite3_result_text64(answer, bytes, text->size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  return SQLITE_OK;
}

int number_of_row(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
  *number = static_cast<sqlite3_int64>(static_cast<const Cursor*>(cursor)->at);
  return SQLITE_OK;
}

/// Without xCreate the table is there by itself, in no schema.
sqlite3_module make_module() {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xDisconnect = disconnect;
  module.xBestIndex = plan;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = begin;
  module.xNext = next;
  module.xEof = is_over;
  module.xColumn = column;
  module.xRowid = number_of_row;
  return module;
}

}  // namespace

void GivenRows::make_known_to(sqlite3* handle) {
  static const sqlite3_module module = make_module();
  const bool known = sqlite3_create_module(handle, "given_row", &module, this) == SQLITE_OK;
  PACELINE_ASSERT(known);
}

std::optional<std::string> for_given_rows(std::string_view insert, std::size_t columns) {
  const auto begin = insert.find(kValues);
  const auto end = insert.find(')', begin);
  PACELINE_ASSERT(begin != std::string_view::npos && end != std::string_view::npos);
  if (columns > kMostColumns) return std::nullopt;
  // Without WHERE, ON would be taken for that of a join.
  std::string text(insert.substr(0, begin));
  text.append(" SELECT ").append(names_of_columns(columns)).append(" FROM given_row WHERE true");
  return text.append(insert.substr(end + 1));
}

}  // namespace paceline::store
