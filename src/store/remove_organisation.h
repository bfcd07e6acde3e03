// SPDX-License-Identifier: Apache-2.0
// An organisation without a trace: only a demonstration may go this way.
#pragma once

#include "base/id.h"
#include "store/sql/connection.h"

namespace paceline::store {

/// Removes every row of it from every table, in one transaction. Returns how many rows there were; not_found
/// "demo.absent", conflict "demo.not_a_demonstration".
[[nodiscard]] Result<std::int64_t> remove_demonstration(OrgId org_id, Database& database);

}  // namespace paceline::store
