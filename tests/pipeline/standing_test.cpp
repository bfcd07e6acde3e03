// SPDX-License-Identifier: Apache-2.0
#include "pipeline/standing.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

constexpr std::int64_t kDayMicroseconds = 86'400'000'000;
const StageId kEstimate(1), kWonStage(2), kLostStage(3);

Instant day_of(int day) {
  return Instant(1'000 * kDayMicroseconds + day * kDayMicroseconds);
}

class Facts {
 public:
  void add(int id, int day, StageId stage, StageEnds ends) {
    OpportunityFact fact;
    fact.opportunity_id = OpportunityId(id);
    fact.seq = ++seq_[id];
    fact.stage_id = stage;
    fact.ends = ends;
    fact.occurred_at = fact.known_at = fact.stored_at = day_of(day);
    all.push_back(fact);
  }
  std::vector<OpportunityFact> all;

 private:
  std::map<int, std::int64_t> seq_;
};

/// Two won after 10 and 20 days, one lost after 10, one open for 15.
Facts four() {
  Facts facts;
  facts.add(1, 0, kEstimate, StageEnds::open);
  facts.add(1, 10, kWonStage, StageEnds::won);
  facts.add(2, 0, kEstimate, StageEnds::open);
  facts.add(2, 20, kWonStage, StageEnds::won);
  facts.add(3, 0, kEstimate, StageEnds::open);
  facts.add(3, 10, kLostStage, StageEnds::lost);
  facts.add(4, 10, kEstimate, StageEnds::open);
  return facts;
}

TEST(Standing, CountsWhoIsOpenForAsLongAsTheyWereSeen) {
  const auto shares = win_shares(four().all, day_of(25));
  ASSERT_TRUE(shares);
  ASSERT_EQ(shares->stages.size(), 1U);
  const WinShare& estimate = shares->stages.front();
  EXPECT_EQ(estimate.entered, 4);
  EXPECT_EQ(estimate.won, 2);
  EXPECT_EQ(estimate.lost, 1);
  EXPECT_EQ(estimate.open, 1);
  EXPECT_NEAR(*estimate.share, 0.75, 1e-12);
  EXPECT_LT(*estimate.low, *estimate.share);
  EXPECT_GE(*estimate.high, *estimate.share);
}

TEST(Standing, TakesTheSameSharesOfMovesAlone) {
  Facts facts = four();
  const auto of_moves = win_shares(facts.all, day_of(25));
  OpportunityFact name = facts.all[0];
  name.kind = OpportunityFactKind::name_change;
  name.text = "Alpha";
  facts.all.insert(facts.all.begin(), name);
  const auto of_all = win_shares(facts.all, day_of(25));
  ASSERT_TRUE(of_moves && of_all);
  EXPECT_EQ(of_all->stages.size(), 1U);
  EXPECT_EQ(of_moves->stages.front().share, of_all->stages.front().share);
  EXPECT_EQ(of_moves->all.share, of_all->all.share);
}

TEST(Standing, KnowsNothingOfAStageFromWhichNothingEnded) {
  const auto shares = win_shares(four().all, day_of(5));
  ASSERT_TRUE(shares);
  EXPECT_EQ(shares->stages.front().open, 3);
  EXPECT_FALSE(shares->stages.front().share);
  const std::vector<OpenValue> open{{kEstimate, false, 100}};
  const auto standing = standing_of(1000, 0, open, *shares);
  ASSERT_TRUE(standing);
  EXPECT_EQ(standing->expected.mean_minor, 0);
  EXPECT_FALSE(standing->stages.front().mean_minor);
  EXPECT_EQ(standing->to_build_minor, 1000);
}

TEST(Standing, AddsUpToTheQuota) {
  const auto shares = win_shares(four().all, day_of(25));
  const std::vector<OpenValue> open{{kEstimate, false, 100'000}, {kEstimate, true, 20'000}};
  const auto standing = standing_of(200'000, 50'000, open, *shares);
  ASSERT_TRUE(standing);
  EXPECT_EQ(standing->expected.mean_minor, 75'000);
  EXPECT_EQ(standing->book.mean_minor, 15'000);
  EXPECT_EQ(standing->to_build_minor, 60'000);
  EXPECT_EQ(standing_of(100'000, 50'000, open, *shares)->to_build_minor, 0) << "more than asked";
  EXPECT_FALSE(standing_of({}, 50'000, open, *shares)->to_build_minor);
}

/// Two stages, from which a quarter and a half are won, and one from which nothing was.
WinShares shares_of_three() {
  WinShares shares;
  shares.stages.resize(3);
  shares.stages[0].stage_id = kEstimate;
  shares.stages[0].share = shares.stages[0].low = shares.stages[0].high = 0.25;
  shares.stages[1].stage_id = kWonStage;
  shares.stages[1].share = shares.stages[1].low = shares.stages[1].high = 0.5;
  shares.stages[2].stage_id = kLostStage;
  return shares;
}
const std::vector<StageId> kThree{kEstimate, kWonStage, kLostStage};

TEST(Balance, AsksOfEachStageWhatBringsTheSame) {
  const WinShares shares = shares_of_three();
  const std::vector<OpenValue> open{{kEstimate, false, 40'000}, {kEstimate, true, 20'000}, {kLostStage, false, 7}};
  const auto standing = standing_of(200'000, 100'000, open, shares);
  ASSERT_TRUE(standing);
  const auto balance = balance_of(kThree, *standing, shares, 100'000, 30'000);
  ASSERT_EQ(balance.size(), 3U);
  EXPECT_EQ(balance[0].count, 2);
  EXPECT_EQ(balance[0].value_minor, 60'000);
  EXPECT_EQ(balance[0].mean_minor, 15'000);
  EXPECT_EQ(balance[0].needed_minor, 200'000) << "a quarter of it is half of what is still to sell";
  EXPECT_EQ(balance[0].needed_count, 7) << "6.67 sales of the usual size";
  EXPECT_EQ(balance[1].count, 0) << "nothing stands there, and it is told";
  EXPECT_FALSE(balance[1].mean_minor);
  EXPECT_EQ(balance[1].needed_minor, 100'000);
  EXPECT_EQ(balance[2].value_minor, 7);
  EXPECT_FALSE(balance[2].mean_minor) << "nothing has ended of what came there";
  EXPECT_FALSE(balance[2].needed_minor);
}

TEST(Balance, AsksNothingWithoutAQuotaAndWhenAllIsSold) {
  const WinShares shares = shares_of_three();
  const auto standing = standing_of({}, 0, {}, shares);
  ASSERT_TRUE(standing);
  EXPECT_FALSE(balance_of(kThree, *standing, shares, {}, 30'000)[0].needed_minor);
  EXPECT_FALSE(balance_of(kThree, *standing, shares, 0, 30'000)[0].needed_minor);
  const auto unsold = balance_of(kThree, *standing, shares, 100'000, 0);
  EXPECT_EQ(unsold[0].needed_minor, 200'000);
  EXPECT_FALSE(unsold[0].needed_count) << "nobody knows how large a sale is";
  WinShares hardly = shares;
  hardly.stages[0].share = 1e-12;
  EXPECT_FALSE(balance_of(kThree, *standing, hardly, 100'000, 0)[0].needed_minor) << "no such money";
  hardly.stages[0].share = 0;
  EXPECT_FALSE(balance_of(kThree, *standing, hardly, 100'000, 0)[0].needed_minor) << "nothing was ever won from there";
  EXPECT_EQ(balance_of(kThree, *standing, hardly, 100'000, 0)[1].needed_minor, 200'000) << "the other brings it all";
}

TEST(Standing, RefusesSumsThatDoNotFit) {
  const auto shares = win_shares(four().all, day_of(25));
  std::vector<OpenValue> open(100, OpenValue{kEstimate, false, 1'000'000'000'000'000});
  EXPECT_TRUE(standing_of(100, 0, open, *shares)) << "a hundred sales that somebody mistyped";
  open.resize(5'000, open.front());
  const auto standing = standing_of({}, 0, open, *shares);
  ASSERT_FALSE(standing);
  EXPECT_EQ(standing.error().code, "money.out_of_range");
}

TEST(Standing, LeavesOutWhatWasVoided) {
  Facts facts = four();
  OpportunityFact voided;
  voided.opportunity_id = OpportunityId(4);
  voided.seq = 2;
  voided.kind = OpportunityFactKind::voided;
  voided.occurred_at = voided.known_at = voided.stored_at = day_of(12);
  facts.all.push_back(voided);
  const auto shares = win_shares(facts.all, day_of(25));
  EXPECT_EQ(shares->all.entered, 3);
  EXPECT_NEAR(*shares->all.share, 1.0 / 3 + 1.0 / 3, 1e-12);
  EXPECT_EQ(win_shares(facts.all, day_of(11))->all.entered, 4) << "it was known then";
}

}  // namespace
}  // namespace paceline
