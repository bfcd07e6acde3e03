// SPDX-License-Identifier: Apache-2.0
// The moment that a query asks for.
#pragma once

#include "api/backend.h"
#include "app/read_pace.h"

namespace paceline::api {

/// Now when none is given. A clock that runs ahead a little (latest_told.h) means now as well; returns invalid
/// "query.as_of.in_future" at "?as_of" beyond that: nobody knows yet what is asked for.
[[nodiscard]] Result<AsOf> moment_of(std::optional<Instant> as_of, const Backend& backend);

}  // namespace paceline::api
