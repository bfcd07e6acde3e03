// SPDX-License-Identifier: Apache-2.0
// What is sold: a tree of product lines. An amount that nobody named yet is the list price, marked as assumed.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/money.h"

namespace paceline {

using ProductLineId = Id<struct ProductLineTag>;

struct ProductLine {
  ProductLineId product_line_id;
  std::string key;  ///< the company's own name for it, unique
  std::string name;
  std::optional<ProductLineId> parent_id;
  std::optional<Money> list_price;
  bool active = true;  ///< may be put on an opportunity
  friend bool operator==(const ProductLine&, const ProductLine&) = default;
};

}  // namespace paceline
