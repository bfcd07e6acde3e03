// SPDX-License-Identifier: Apache-2.0
// The table of every route of the API. docs/api/README.md says the same in words.
#pragma once

#include <span>

#include "api/route.h"

namespace paceline::api {

/// Every path begins with this.
inline constexpr std::string_view kRoot = "/api/v1";

/// No two with one method and path, no two with one operation_id: checked when it is compiled.
[[nodiscard]] std::span<const Route> routes();

}  // namespace paceline::api
