// SPDX-License-Identifier: Apache-2.0
#include "app/housekeeping.h"

#include <algorithm>

namespace paceline {

Result<bool> forget_what_is_over(Instant now, LedgerStore& ledger, AccessStore& access) {
  PACELINE_TRY(const auto answers, ledger.forget_answers_before(now.plus_seconds(-kAnswerSeconds), kForgottenAtOnce));
  PACELINE_TRY(const auto changes, ledger.forget_changes_before(now.plus_seconds(-kChangeSeconds), kForgottenAtOnce));
  PACELINE_TRY(const auto sessions, access.end_sessions_before(now, kForgottenAtOnce));
  return std::max({answers, changes, sessions}) == kForgottenAtOnce;
}

}  // namespace paceline
