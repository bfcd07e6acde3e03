// SPDX-License-Identifier: Apache-2.0
#include "app/housekeeping.h"

namespace paceline {

Result<void> forget_what_is_over(UnitOfWork& unit, Instant now) {
  PACELINE_TRY(const auto organisations, unit.organisations());
  for (const OrgId org_id : organisations) {
    PACELINE_CHECK(unit.write(org_id, [&](Stores& stores) -> Result<void> {
      const auto forgotten = stores.ledger.forget_answers_before(now.plus_seconds(-kAnswerSeconds));
      if (!forgotten) return forgotten;
      return stores.access.end_sessions_before(now);
    }));
  }
  return {};
}

}  // namespace paceline
