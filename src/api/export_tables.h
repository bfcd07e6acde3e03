// SPDX-License-Identifier: Apache-2.0
// The tables that can be exported. Each is a list of the API asked page after page as whoever exports, so that the
// table has the rows, the cells and the refusals of that list and no other check of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/route.h"

namespace paceline::api {

/// What is asked when nobody says whose rows: once, or once for each rep, quota, opportunity or account that the caller
/// may see.
enum class Each { once, rep, quota, opportunity, account };

struct ExportTable {
  std::string_view name;
  std::string_view path;            ///< of the list; a "{name}" is filled with the query's member of that name
  Each each = Each::once;           ///< when the query does not name the rep, quota and so on
  std::string_view rows = "items";  ///< the member of the answer that holds the rows
  std::string_view inside{};        ///< a list inside each row: every element of it is a row of the table
  std::string_view cursor{};        ///< of the first page, where a list asks for one
  bool of_one_moment = false;       ///< each page as of when the first was asked: its cursor counts rows
  bool whole = false;               ///< the list is made as a whole for each page: large ones are asked for
};

[[nodiscard]] std::span<const ExportTable> export_tables();
/// Null: there is none of the name.
[[nodiscard]] const ExportTable* find_export_table(std::string_view name);
[[nodiscard]] const Route& route_of(const ExportTable& table);

/// A reading route whose answer is no table, and why.
struct NotExported {
  std::string_view operation_id;
  std::string_view why;
};
/// With the routes of the tables these are all that read.
[[nodiscard]] std::span<const NotExported> not_exported();

/// The parameter that names the one whose rows are asked for: "rep".
[[nodiscard]] const char* subject_of(Each each);
/// The column that says whose a row is: "of_rep".
[[nodiscard]] std::string owner_column(Each each);

/// The columns, from the description of the list's answer, in its order: an object inside a row gives a column for each
/// of its members ("amount.currency"); a list or free names are one column, written as JSON.
[[nodiscard]] std::vector<std::string> columns_of(const ExportTable& table);

}  // namespace paceline::api
