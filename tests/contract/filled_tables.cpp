// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/filled_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "store/schema/schema.h"
#include "tests/database/statements.h"

namespace paceline::store {
namespace {

constexpr std::string_view kOddText = "O'Brien \"quoted\" Zo\u00eb \u5317\u4eac \U0001F600\n\t\\";

/// "table.column" of what may be NULL, as the migrations write it.
bool takes_null(const Table& table, const TableColumn& column) {
  for (const Migration& migration : migrations()) {
    for (const std::string_view step : migration.steps) {
      if (!step.starts_with("CREATE TABLE " + table.name + " (")) continue;
      const std::string type = column.name + (column.is_text ? " TEXT" : " BIGINT");
      return step.find(" " + type + " NOT NULL") == std::string_view::npos &&
             step.find("(" + type + " NOT NULL") == std::string_view::npos;
    }
  }
  return true;  // added later
}

struct Filling {
  std::int64_t org_id = 0;
  std::int64_t row = 0;
  bool demonstration = false;
};

struct Cells {
  std::vector<std::string> texts;
  std::vector<Value> values;
};

void add(Cells& cells, const Table& table, const TableColumn& column, const Filling& filling) {
  if (column.name == "org_id") {
    cells.values.emplace_back(filling.org_id);
  } else if (column.name == "demonstration") {
    cells.values.emplace_back(std::int64_t{filling.demonstration});
  } else if (filling.row % 2 == 1 && takes_null(table, column)) {
    cells.values.emplace_back(std::monostate());
  } else if (column.is_text) {
    cells.texts.push_back(std::to_string(filling.org_id) + "-" + std::to_string(filling.row) + " " +
                          std::string(kOddText));
    cells.values.emplace_back(cells.texts.back());
  } else {
    cells.values.emplace_back(filling.row * 1'000'000'007'000 + static_cast<std::int64_t>(cells.values.size()));
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const TableColumn& column : table.columns) names.push_back(column.name);
  return names;
}

Result<void> insert(Connection& connection, const Table& table, const Filling& filling) {
  Cells cells;
  cells.texts.reserve(table.columns.size());
  std::vector<std::string> numbers;
  for (const TableColumn& column : table.columns) {
    add(cells, table, column, filling);
    numbers.push_back("$" + std::to_string(cells.values.size()));
  }
  const std::string name = "test.fill." + table.name;
  const std::string text =
      "INSERT INTO " + table.name + " (" + joined(names_of(table)) + ") VALUES (" + joined(numbers) + ")";
  return discard(connection.execute({name, text}, cells.values));
}

std::string line_of(const Row& row, const Table& table) {
  std::string line = table.name;
  for (int at = 0; at < static_cast<int>(table.columns.size()); ++at) {
    line += "|";
    if (row.is_null(at)) continue;
    const bool is_text = table.columns[static_cast<std::size_t>(at)].is_text;
    line += is_text ? "'" + row.text(at) + "'" : std::to_string(row.integer(at));
  }
  return line + "\n";
}

}  // namespace

void make_tables(Database& database) {
  ASSERT_TRUE(migrate(database, migrations(), Instant(1), [](int) { return Result<void>(); }));
}

void fill_tables(Database& database, std::int64_t org_id, std::int64_t rows, bool demonstration) {
  const auto written = database.write([&](Connection& connection) -> Result<void> {
    for (const Table& table : tables_of(migrations())) {
      const bool one_row = table.key == std::vector<std::string>{"org_id"};
      for (std::int64_t row = 0; row < (one_row ? 1 : rows); ++row)
        PACELINE_CHECK(insert(connection, table, {org_id, row, demonstration}));
    }
    return {};
  });
  ASSERT_EQ(code_of(written), "ok") << (written ? "" : written.error().detail);
}

std::string dump_of(Database& database, std::int64_t org_id) {
  std::string dump;
  const auto read = database.read([&](Connection& connection) -> Result<void> {
    for (const Table& table : tables_of(migrations())) {
      const std::string name = "test.dump." + table.name;
      const std::string text = "SELECT " + joined(names_of(table)) + " FROM " + table.name +
                               " WHERE org_id = $1 OR $1 = 0 ORDER BY " + joined(table.key);
      PACELINE_CHECK(
          connection.each({name, text}, params(org_id), [&](const Row& row) { dump += line_of(row, table); }));
    }
    return {};
  });
  EXPECT_EQ(code_of(read), "ok") << (read ? "" : read.error().detail);
  return dump;
}

}  // namespace paceline::store
