// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL's SQLSTATEs mean to us. Never its texts or the names of constraints: those differ between versions
// and on a distributed server.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline::store {

/// `state` is empty when the server could not be asked at all.
///   23505, 42710 and 42P07 (a table that another server makes at the same time) conflict "store.unique", 23503
///   "store.foreign_key", other 23 "store.constraint", 42P01 "store.table_absent"; 22021 and 22P05 invalid
///   "store.text_malformed"; 40001, 40P01, 55P03, 57014, 53300 unavailable "store.busy"; none, 08, 57P, 25006 (a
///   standby) and 0A000 (a plan that a migration made stale) "store.unreachable"; 53100 "store.disk_full"; the rest
///   "store.unavailable".
[[nodiscard]] Error error_of_state(std::string_view state, std::string detail);

/// At a COMMIT also XX000 is "store.busy": a distributed server reports a conflict so.
[[nodiscard]] Error error_of_commit(std::string_view state, std::string detail);

}  // namespace paceline::store
