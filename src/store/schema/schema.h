// SPDX-License-Identifier: Apache-2.0
// Every migration there is, in order; the number of the last is the schema of this program.
#pragma once

#include "store/schema/migration.h"

namespace paceline::store {

[[nodiscard]] std::span<const Migration> migrations();
[[nodiscard]] int schema_number();

}  // namespace paceline::store
