// SPDX-License-Identifier: Apache-2.0
#include "cli/operator_only.h"

namespace paceline::cli {

int require_operator(Environment& environment, const Place& place, Reach reach) {
  Errors odd;
  if (!place.as_of.empty()) odd.push_back({Fault::invalid, "query.unknown", "?as_of", {}});
  if (reach == Reach::everything && !place.org.empty())
    odd.push_back({Fault::invalid, "command.all_organisations", "--org", {}});
  if (!odd.empty()) return refuse(odd), kUsage;
  if (place.as.empty()) return kOk;
  const auto allowed = environment.read(place, [&](const api::Backend& backend) -> Result<void> {
    PACELINE_TRY(const auto known, actor_of_operator(place.org, place.as, backend.identity()));
    return authorise(known.actor, Right::administer, Whose::nobody);
  });
  return allowed ? kOk : refuse(allowed.error());
}

}  // namespace paceline::cli
