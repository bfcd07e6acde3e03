// SPDX-License-Identifier: Apache-2.0
// The same rows stored by the bare library of each engine, as somebody would write it by hand for that engine alone.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/database/test_database.h"

namespace paceline::bench {

/// A value as both libraries take it: text, or NULL.
using Cell = std::optional<std::string>;
using CellRows = std::vector<std::vector<Cell>>;

class Bare {
 public:
  virtual ~Bare() = default;
  /// In one transaction: the rows into `activity`, and into `activity_now`.
  virtual void store(const CellRows& facts, const CellRows& projected) = 0;
};

/// `add`, `put`: the statements for one row.
[[nodiscard]] std::unique_ptr<Bare> open_bare(const TestDatabase& place, const std::string& add,
                                              const std::string& put);

}  // namespace paceline::bench
