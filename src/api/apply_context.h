// SPDX-License-Identifier: Apache-2.0
// What a handler gives a use case that changes definitions.
#pragma once

#include "api/backend.h"
#include "app/apply_parts.h"

namespace paceline::api {

[[nodiscard]] inline ApplyContext apply_context(const Call& call, const Backend& backend, Stores& stores) {
  return {call.actor(), backend.clock.now(), backend.zones, backend.countries, backend.ids, stores};
}

}  // namespace paceline::api
