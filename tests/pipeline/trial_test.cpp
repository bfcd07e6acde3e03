// SPDX-License-Identifier: Apache-2.0
#include "pipeline/trial.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

Day march(int day) {
  return *parse_day("2026-03-01") + (day - 1);
}

Instant noon_of(int day) {
  return parse_instant("2026-03-01T12:00:00Z")->plus_seconds((day - 1) * kSecondsPerDay);
}

Trial two_weeks() {
  return {TrialId(1), OpportunityId(1), TrialKind::trial, "the small plan", march(2),
          march(15),  noon_of(2),       noon_of(2),       UserId(1)};
}

TrialChange trial_change(std::int64_t seq, TrialChangeKind kind, int day, int known) {
  return {TrialId(1), seq, kind, march(day), "asked for", noon_of(known), noon_of(known), UserId(1)};
}

TEST(Trial, IsProlongedAndEndsAsItWasKnown) {
  const std::vector<TrialChange> changes{trial_change(1, TrialChangeKind::extended, 22, 14),
                                         trial_change(2, TrialChangeKind::converted, 20, 20)};
  EXPECT_FALSE(trial_as_of(two_weeks(), changes, noon_of(1)));
  EXPECT_EQ(trial_as_of(two_weeks(), changes, noon_of(13))->to_day, march(15));
  const auto longer = trial_as_of(two_weeks(), changes, noon_of(14));
  EXPECT_EQ(longer->to_day, march(22));
  EXPECT_EQ(longer->extensions, 1);
  EXPECT_EQ(longer->state, TrialState::open);
  const auto kept = trial_as_of(two_weeks(), changes, noon_of(20));
  EXPECT_EQ(kept->state, TrialState::converted);
  EXPECT_EQ(kept->ended_day, march(20));
  EXPECT_EQ(kept->version, 2);
}

TEST(Trial, ItsLastDayAloneEndsNothing) {
  EXPECT_EQ(trial_as_of(two_weeks(), {}, noon_of(31))->state, TrialState::open);
}

}  // namespace
}  // namespace paceline
