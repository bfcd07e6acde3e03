// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stage_stay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace paceline {
namespace {

constexpr StageId stage_one(1), stage_two(2), stage_won(9);

Instant noon_after(std::int64_t days) {
  return parse_instant("2026-03-01T12:00:00Z")->plus_seconds(days * kSecondsPerDay);
}

OpportunityFact move_after(std::int64_t opportunity, std::int64_t seq, StageId stage, std::int64_t days) {
  OpportunityFact fact;
  fact.opportunity_id = OpportunityId(opportunity);
  fact.seq = seq;
  fact.stage_id = stage;
  fact.ends = stage == stage_won ? StageEnds::won : StageEnds::open;
  fact.occurred_at = fact.known_at = noon_after(days);
  return fact;
}

OpportunityFact fact_after(OpportunityFactKind kind, std::int64_t opportunity, std::int64_t seq, std::int64_t days) {
  OpportunityFact fact = move_after(opportunity, seq, stage_one, days);
  fact.kind = kind;
  fact.stage_id.reset();
  fact.ends.reset();
  return fact;
}

/// Came into stage 1 after `from` days and went on to stage 2 after `to`.
void add_gone(std::vector<OpportunityFact>& facts, std::int64_t opportunity, std::int64_t from, std::int64_t to) {
  facts.push_back(move_after(opportunity, 1, stage_one, from));
  facts.push_back(move_after(opportunity, 2, stage_two, to));
}

/// Twenty that came into stage 1 on the first day and left it after 1, 2, ... 20 days.
std::vector<OpportunityFact> twenty_gone() {
  std::vector<OpportunityFact> facts;
  for (int id = 1; id <= 20; ++id) add_gone(facts, id, 0, id);
  return facts;
}

UsualStay stay_one(const std::vector<OpportunityFact>& facts, std::int64_t days) {
  const auto stays = usual_stays(facts, noon_after(days));
  EXPECT_TRUE(stays);
  return stay_in(*stays, stage_one);
}

TEST(UsualStay, OfTheHeader) {
  std::vector<OpportunityFact> facts;
  for (int id = 1; id <= 10; ++id) add_gone(facts, id, 0, 2 * std::int64_t{id});
  for (int id = 11; id <= 20; ++id) facts.push_back(move_after(id, 1, stage_one, 50));
  EXPECT_EQ(stay_one(facts, 60), (UsualStay{stage_one, 20, 10, 1, 14, 18}));
  // Of those that left alone.
  facts.resize(20);
  EXPECT_EQ(stay_one(facts, 60), (UsualStay{stage_one, 10, 10, 1, 10, 16}));
}

TEST(UsualStay, IsNotToldByTooFewNorWhenMostAreStillThere) {
  const auto facts = twenty_gone();
  EXPECT_EQ(stay_one(facts, 9), (UsualStay{stage_one, 20, 9, 1, {}, {}}));
  EXPECT_EQ(stay_one(facts, 10), (UsualStay{stage_one, 20, 10, 1, 10, {}}));
  EXPECT_EQ(stay_one(facts, 15), (UsualStay{stage_one, 20, 15, 1, 10, 15}));
  const auto stays = usual_stays(facts, noon_after(60));
  ASSERT_TRUE(stays);
  EXPECT_EQ(stay_in(*stays, stage_two), (UsualStay{stage_two, 20, 0, 1, {}, {}}));
  EXPECT_EQ(stay_in(*stays, stage_won), (UsualStay{stage_won, 0, 0, 0, {}, {}}));
  EXPECT_TRUE(usual_stays({}, noon_after(60))->empty());
}

TEST(UsualStay, CountsEachStayAndWhatTellsTheSameStageAgainIsNone) {
  const std::vector<OpportunityFact> facts{move_after(1, 1, stage_one, 0), move_after(1, 2, stage_one, 1),
                                           move_after(1, 3, stage_two, 3), move_after(1, 4, stage_one, 4),
                                           move_after(1, 5, stage_won, 9)};
  EXPECT_EQ(stay_one(facts, 60), (UsualStay{stage_one, 2, 2, 1, {}, {}}));
  EXPECT_EQ(stay_one(facts, 5), (UsualStay{stage_one, 2, 1, 1, {}, {}}));
  const auto stays = usual_stays(facts, noon_after(60));
  ASSERT_TRUE(stays);
  EXPECT_EQ(stays->size(), 2U) << "a stage that ends is no stay";
}

TEST(UsualStay, LeavesOutWhatIsVoidedUntilItComesBack) {
  std::vector<OpportunityFact> facts{move_after(1, 1, stage_one, 0), move_after(1, 2, stage_two, 3),
                                     fact_after(OpportunityFactKind::voided, 1, 3, 10)};
  EXPECT_EQ(stay_one(facts, 9).left, 1);
  EXPECT_EQ(stay_one(facts, 60).left, 0);
  facts.push_back(move_after(1, 4, stage_two, 12));
  EXPECT_EQ(stay_one(facts, 60).left, 1);
}

TEST(UsualStay, IsOfThoseWhoseItWas) {
  std::vector<OpportunityFact> facts;
  for (const std::int64_t id : {1, 2, 3}) {
    facts.push_back(fact_after(OpportunityFactKind::rep_change, id, 0, 0));
    facts.back().rep_id = RepId(id == 3 ? 2 : 1);
    add_gone(facts, id, 0, 5);
  }
  EXPECT_EQ(stay_one(facts, 9).people, 2);
  const std::set<RepId> first{RepId(1)};
  const auto stays = usual_stays(facts, noon_after(9), &first);
  ASSERT_TRUE(stays);
  EXPECT_EQ(stay_in(*stays, stage_one), (UsualStay{stage_one, 2, 2, 1, {}, {}}));
}

/// Day by day: of those that are still there at its end a part goes on; the days until so few are left. Nothing of the
/// product's own survival.
std::optional<std::int64_t> days_by_hand(const std::vector<std::pair<std::int64_t, bool>>& stays, double left) {
  double there = 1;
  for (std::int64_t day = 0; day < 400; ++day) {
    double at_risk = 0, gone = 0;
    for (const auto& [days, over] : stays) {
      at_risk += days >= day ? 1 : 0;
      gone += days == day && over ? 1 : 0;
    }
    if (at_risk == 0) return std::nullopt;
    there -= there * gone / at_risk;
    if (there <= left + 1e-9) return day;
  }
  return std::nullopt;
}

TEST(UsualStay, IsThatOfACalculationByHand) {
  constexpr int many = 40;
  for (unsigned seed = 1; seed <= many; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<std::int64_t>(random() % n); };
    std::vector<OpportunityFact> facts;
    std::vector<std::pair<std::int64_t, bool>> stays;
    const std::int64_t now = 120;
    for (std::int64_t id = 1; id <= 12 + 3 * std::int64_t{seed}; ++id) {
      const std::int64_t from = below(110);
      const std::int64_t stays_for = 1 + below(2 + 3 * seed);
      add_gone(facts, id, from, from + stays_for);
      stays.emplace_back(std::min(stays_for, now - from), from + stays_for <= now);
    }
    const UsualStay usual = stay_one(facts, now);
    EXPECT_EQ(usual.came, static_cast<std::int64_t>(stays.size()));
    if (usual.left < kFewestStays) continue;
    EXPECT_EQ(usual.half, days_by_hand(stays, 0.5));
    EXPECT_EQ(usual.three_of_four, days_by_hand(stays, 0.25));
  }
}

TEST(SlowToDecide, IsWhoStandsLongerThanThreeOfFour) {
  const UsualStay usual = stay_one(twenty_gone(), 60);
  EXPECT_EQ(usual.three_of_four, 15);
  OpportunityNow now;
  now.stage_since = noon_after(0);
  EXPECT_FALSE(is_slow(now, usual, noon_after(15)));
  EXPECT_TRUE(is_slow(now, usual, noon_after(16)));
  now.state = OpportunityState::won;
  EXPECT_FALSE(is_slow(now, usual, noon_after(16)));
}

TEST(SlowToDecide, IsNobodyWhenTooFewLeft) {
  OpportunityNow now;
  now.stage_since = noon_after(0);
  EXPECT_FALSE(is_slow(now, stay_one(twenty_gone(), 9), noon_after(90)));
}

}  // namespace
}  // namespace paceline
