// SPDX-License-Identifier: Apache-2.0
#include "app/housekeeping.h"

#include <algorithm>

namespace paceline {
namespace {

/// In UTC: it is of no matter whether a year is a few hours longer.
Day day_in_utc(Instant now) {
  return Day(static_cast<std::int32_t>(now.microseconds() / kMicrosecondsPerSecond / kSecondsPerDay));
}

}  // namespace

Result<bool> forget_what_is_over(Instant now, Stores& stores) {
  PACELINE_TRY(const auto answers,
               stores.ledger.forget_answers_before(now.plus_seconds(-kAnswerSeconds), kForgottenAtOnce));
  PACELINE_TRY(const auto changes,
               stores.ledger.forget_changes_before(now.plus_seconds(-kChangeSeconds), kForgottenAtOnce));
  PACELINE_TRY(const auto sessions, stores.access.end_sessions_before(now, kForgottenAtOnce));
  PACELINE_TRY(const auto looks, stores.looks.forget_before(day_in_utc(now) - kLookDays, kForgottenAtOnce));
  return std::max({answers, changes, sessions, looks}) == kForgottenAtOnce;
}

}  // namespace paceline
