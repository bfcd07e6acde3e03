// SPDX-License-Identifier: Apache-2.0
// The tables that migrations make, with their columns, read from the migrations' own texts: nobody lists them twice.
//
// Read are CREATE TABLE, ALTER TABLE ... ADD COLUMN and DROP TABLE, in the form that our migrations have: each column a
// name and BIGINT or TEXT, the key behind its column or as PRIMARY KEY (...). Indexes and moved rows make no column. A
// table that is renamed, or a column that is dropped, ends the process: then this file has something to learn.
//
// Worked example (tests/contract/tables_test.cpp): "CREATE TABLE team (org_id BIGINT NOT NULL, name TEXT NOT NULL,
// PRIMARY KEY (org_id, name))" is the table team with the columns org_id and name (a text), both in its key.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/schema/migration.h"

namespace paceline::store {

struct TableColumn {
  std::string name;
  bool is_text = false;  ///< TEXT; otherwise BIGINT
  friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

struct Table {
  std::string name;
  std::vector<TableColumn> columns;  ///< in the order in which they were made
  std::vector<std::string> key;      ///< the names of the columns of the primary key
};

/// In the order in which they are made, so that a table comes after those that it may refer to. Without schema_version,
/// which no migration makes.
[[nodiscard]] std::vector<Table> tables_of(std::span<const Migration> migrations);

}  // namespace paceline::store
