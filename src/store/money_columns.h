// SPDX-License-Identifier: Apache-2.0
// Money as it stands in two columns: minor units and the code of the currency.
#pragma once

#include "base/money.h"

namespace paceline::store {

/// A code that no currency has is a broken invariant: only this program writes the column.
[[nodiscard]] inline Money stored_money(std::int64_t minor, std::string_view code) {
  const auto currency = Currency::parse(code);
  PACELINE_ASSERT(currency);
  return {minor, *currency};
}

}  // namespace paceline::store
