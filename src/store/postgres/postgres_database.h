// SPDX-License-Identifier: Apache-2.0
// The database on a PostgreSQL server, of version 15 or later, which several servers of ours may share.
#pragma once

#include <memory>
#include <string>

#include "store/sql/pooled_database.h"

namespace paceline::store {

/// Opens one session, to know that the address is right. Returns the errors of open_postgres. A server that goes away
/// later is "store.unreachable" for as long as it is away.
[[nodiscard]] Result<std::unique_ptr<Database>> open_postgres_database(const std::string& url,
                                                                       PooledOptions options = {});

}  // namespace paceline::store
