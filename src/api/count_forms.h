// SPDX-License-Identifier: Apache-2.0
// The maintained counts of an organisation as the API and `paceline export counts` give them.
#pragma once

#include "api/forms/count.h"
#include "app/ports/count_store.h"

namespace paceline::api {

/// All of them, in the order of the pages of GET /counts.
[[nodiscard]] Result<std::vector<form::Count>> count_forms(CountStore& counts);

}  // namespace paceline::api
