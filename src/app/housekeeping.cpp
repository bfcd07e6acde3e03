// SPDX-License-Identifier: Apache-2.0
#include "app/housekeeping.h"

namespace paceline {

Result<void> forget_what_is_over(Instant now, LedgerStore& ledger, AccessStore& access) {
  PACELINE_CHECK(ledger.forget_answers_before(now.plus_seconds(-kAnswerSeconds)));
  PACELINE_CHECK(ledger.forget_changes_before(now.plus_seconds(-kChangeSeconds)));
  return access.end_sessions_before(now);
}

}  // namespace paceline
