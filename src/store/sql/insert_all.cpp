// SPDX-License-Identifier: Apache-2.0
#include "store/sql/insert_all.h"

#include <algorithm>
#include <array>

namespace paceline::store {
namespace {

// A few sizes, so that each is prepared once.
constexpr std::array<std::size_t, 3> kRowsAtOnce{100, 10, 1};
constexpr std::string_view kValues = " VALUES (";

struct Parts {
  std::string_view before, tuple, after;
};

Parts parts_of(std::string_view insert) {
  const auto begin = insert.find(kValues) + kValues.size() - 1;
  const auto end = insert.find(')', begin) + 1;
  PACELINE_ASSERT(begin > kValues.size() && end > begin);
  return {insert.substr(0, begin), insert.substr(begin, end - begin), insert.substr(end)};
}

std::string tuple(std::size_t first, std::size_t columns) {
  std::string text = "(";
  for (std::size_t column = 0; column < columns; ++column)
    text.append(column ? ", $" : "$").append(std::to_string(first + column));
  return text.append(")");
}

Result<std::int64_t> insert_rows(Connection& connection, const Statement& insert, std::span<const Parameters> rows) {
  if (rows.size() == 1) return connection.execute(insert, rows.front());
  std::vector<Value> values;
  for (const Parameters& row : rows) {
    const std::span<const Value> of_row = row;
    values.insert(values.end(), of_row.begin(), of_row.end());
  }
  const std::string name = std::string(insert.name) + "." + std::to_string(rows.size());
  return connection.execute({name, for_rows(insert.text, rows.size())}, values);
}

}  // namespace

std::string for_rows(std::string_view insert, std::size_t rows) {
  const Parts parts = parts_of(insert);
  const auto columns = static_cast<std::size_t>(std::count(parts.tuple.begin(), parts.tuple.end(), '$'));
  const bool one_tuple_in_order = parts.tuple == tuple(1, columns);
  PACELINE_ASSERT(one_tuple_in_order);
  std::string text(parts.before);
  for (std::size_t row = 0; row < rows; ++row) text.append(row ? ", " : "").append(tuple(row * columns + 1, columns));
  return text.append(parts.after);
}

Result<std::int64_t> insert_all(Connection& connection, const Statement& insert, const std::vector<Parameters>& rows) {
  if (connection.takes_rows_singly()) {
    const std::vector<std::span<const Value>> singly(rows.begin(), rows.end());
    return connection.execute_each(insert, singly);
  }
  std::span<const Parameters> rest = rows;
  std::int64_t inserted = 0;
  for (const std::size_t at_once : kRowsAtOnce) {
    for (; rest.size() >= at_once; rest = rest.subspan(at_once)) {
      PACELINE_TRY(const auto count, insert_rows(connection, insert, rest.first(at_once)));
      inserted += count;
    }
  }
  return inserted;
}

}  // namespace paceline::store
