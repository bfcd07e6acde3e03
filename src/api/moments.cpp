// SPDX-License-Identifier: Apache-2.0
#include "api/moments.h"

#include "app/latest_told.h"

namespace paceline::api {

Result<AsOf> moment_of(std::optional<Instant> as_of, const Backend& backend) {
  const Instant now = backend.clock.now();
  if (as_of && *as_of > latest_told(now)) return fail(Fault::invalid, "query.as_of.in_future", "?as_of");
  return AsOf{std::min(as_of.value_or(now), now), now};
}

}  // namespace paceline::api
