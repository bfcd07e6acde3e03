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

OpportunityFact stage_move(std::int64_t opportunity, std::int64_t seq, std::int64_t stage, int day) {
  OpportunityFact fact;
  fact.opportunity_id = OpportunityId(opportunity);
  fact.seq = seq;
  fact.stage_id = StageId(stage);
  fact.ends = StageEnds::open;
  fact.occurred_at = fact.known_at = noon_of(day);
  return fact;
}

/// Twenty that came into stage 1 on the 1st and left it after 1, 2, ... 20 days.
std::vector<OpportunityFact> twenty() {
  std::vector<OpportunityFact> facts;
  for (int id = 1; id <= 20; ++id) {
    facts.push_back(stage_move(id, 1, 1, 1));
    facts.push_back(stage_move(id, 2, 2, 1 + id));
  }
  return facts;
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

TEST(SlowToDecide, IsWhoStandsLongerThanThreeOfFour) {
  const auto facts = twenty();
  const UsualStay usual = usual_stay(facts, StageId(1), noon_of(60));
  EXPECT_EQ(usual.left, 20);
  EXPECT_EQ(usual.three_of_four, 15);
  OpportunityNow now;
  now.stage_since = noon_of(1);
  EXPECT_FALSE(is_slow(now, usual, noon_of(16)));
  EXPECT_TRUE(is_slow(now, usual, noon_of(17)));
  now.state = OpportunityState::won;
  EXPECT_FALSE(is_slow(now, usual, noon_of(17)));
}

TEST(SlowToDecide, IsNobodyWhenTooFewLeft) {
  const auto facts = twenty();
  const UsualStay nine = usual_stay(facts, StageId(1), noon_of(10));
  EXPECT_EQ(nine.left, 9);
  EXPECT_FALSE(nine.three_of_four);
  OpportunityNow now;
  now.stage_since = noon_of(1);
  EXPECT_FALSE(is_slow(now, nine, noon_of(90)));
  EXPECT_EQ(usual_stay(facts, StageId(2), noon_of(60)).left, 0);
}

TEST(SlowToDecide, LeavesOutWhatWasVoidedAndCountsEachStay) {
  std::vector<OpportunityFact> facts{stage_move(1, 1, 1, 1), stage_move(1, 2, 2, 3), stage_move(1, 3, 1, 4),
                                     stage_move(1, 4, 3, 9)};
  EXPECT_EQ(usual_stay(facts, StageId(1), noon_of(60)).left, 2);
  facts.push_back(stage_move(1, 5, 3, 10));
  facts.back().kind = OpportunityFactKind::voided;
  EXPECT_EQ(usual_stay(facts, StageId(1), noon_of(60)).left, 0);
}

}  // namespace
}  // namespace paceline
