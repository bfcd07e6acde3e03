// SPDX-License-Identifier: Apache-2.0
#include "store/schema/schema.h"

#include <array>

#include "store/schema/tables_1.h"

namespace paceline::store {

std::span<const Migration> migrations() {
  static const std::array<Migration, 1> all{Migration{1, "the first tables", kTables1}};
  return all;
}

int schema_number() {
  return migrations().back().number;
}

}  // namespace paceline::store
