// SPDX-License-Identifier: Apache-2.0
// Short words for running statements on a database, on whatever engine it is.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "store/sql/rows.h"

namespace paceline::store {

[[nodiscard]] inline Result<void> discard(const Result<std::int64_t>& count) {
  if (!count) return tl::unexpected(count.error());
  return {};
}

[[nodiscard]] inline Result<void> write_one(Database& database, const Statement& statement,
                                            std::span<const Value> parameters = {}) {
  return database.write([&](Connection& connection) { return discard(connection.execute(statement, parameters)); });
}

[[nodiscard]] inline std::int64_t number_from(Database& database, const Statement& statement,
                                              std::span<const Value> parameters = {}) {
  std::int64_t number = -1;
  const auto outcome = database.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(const auto found, query_one<std::int64_t>(connection, statement, parameters));
    number = found.value_or(-1);
    return {};
  });
  EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().code + ": " + outcome.error().detail);
  return number;
}

/// "ok", or the code of the error.
[[nodiscard]] inline std::string code_of(const Result<void>& outcome) {
  return outcome ? "ok" : outcome.error().code;
}

inline constexpr Statement kMakeEntry{"entry.make", "CREATE TABLE entry (id BIGINT NOT NULL PRIMARY KEY, note TEXT)"};
inline constexpr Statement kInsertEntry{"entry.insert", "INSERT INTO entry (id, note) VALUES ($1, $2)"};
inline constexpr Statement kCountEntries{"entry.count", "SELECT count(*) FROM entry"};

}  // namespace paceline::store
