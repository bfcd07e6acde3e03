// SPDX-License-Identifier: Apache-2.0
#include "app/read_stage_days.h"

#include <algorithm>

#include "team/monitoring.h"

namespace paceline {

Result<std::vector<UsualStay>> read_stage_days(const SomeReps& seen, Instant as_of, Stores& stores) {
  PACELINE_TRY(const auto moves, stores.opportunities.moves_as_of(as_of));
  PACELINE_TRY(auto stays, usual_stays(moves, as_of));
  const auto few = [](const UsualStay& stay) { return stay.people < kFewestPeople; };
  if (!seen || std::ranges::none_of(stays, few)) return stays;
  const std::set<RepId> only(seen->begin(), seen->end());
  PACELINE_TRY(const auto own, usual_stays(moves, as_of, &only));
  for (UsualStay& stay : stays) {
    if (few(stay)) stay = stay_in(own, stay.stage_id);
  }
  return stays;
}

}  // namespace paceline
