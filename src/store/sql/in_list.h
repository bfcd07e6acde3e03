// SPDX-License-Identifier: Apache-2.0
// One statement about many values: `... IN ($1)`, written for one value and repeated for as many as there are.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "store/sql/rows.h"

namespace paceline::store {

/// How many values a list has that holds so many: a few sizes, so that each is prepared once. What is left over is
/// filled with a value that is in it already.
[[nodiscard]] std::size_t size_of_list(std::size_t values);

/// REQUIRES: the text has one "IN ($n)", and $n is its last parameter.
/// Worked example: ("SELECT n FROM t WHERE id IN ($1)", 3) is "SELECT n FROM t WHERE id IN ($1, $2, $3)".
[[nodiscard]] std::string for_list(std::string_view text, std::size_t size);

/// Every row of the answers about these values, a thousand values to a statement: in the statement's order when there
/// are no more. `first` are the parameters before those of the list. None for no value.
template <class T, class Listed>
[[nodiscard]] Result<std::vector<T>> query_list(Connection& connection, const Statement& statement,
                                                std::span<const Value> first, std::span<const Listed> values) {
  std::vector<T> rows;
  while (!values.empty()) {
    const std::size_t size = size_of_list(values.size());
    const auto part = values.first(std::min(size, values.size()));
    std::vector<Value> parameters(first.begin(), first.end());
    for (std::size_t at = 0; at < size; ++at)
      parameters.push_back(Column<Listed>::value(part[std::min(at, part.size() - 1)]));
    const std::string name = std::string(statement.name) + "." + std::to_string(size);
    PACELINE_CHECK(connection.each({name, for_list(statement.text, size)}, parameters,
                                   [&](const Row& row) { rows.push_back(read_row<T>(row)); }));
    values = values.subspan(part.size());
  }
  return rows;
}

}  // namespace paceline::store
