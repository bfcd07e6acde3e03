// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "demo/people.h"
#include "demo/truth.h"

namespace paceline::demo {
namespace {

TEST(Chance, IsTheSameOnEveryMachine) {
  Chance chance(1, {2, 3});
  EXPECT_EQ(chance.next(), Chance(1, {2, 3}).next());
  EXPECT_NE(Chance(1, {2, 3}).next(), Chance(1, {3, 2}).next());
  EXPECT_EQ(Chance(7).next(), 0x63CBE1E459320DD7U);
}

TEST(Chance, PoissonAndFormsHaveTheirMeansAndVariances) {
  Chance chance(5);
  constexpr int kTimes = 200'000;
  for (const double mean : {0.4, 12.0, 40.0}) {
    double sum = 0, squares = 0;
    for (int i = 0; i < kTimes; ++i) {
      const int n = chance.poisson(mean);
      sum += n;
      squares += double(n) * n;
    }
    EXPECT_NEAR(sum / kTimes, mean, 0.01 * mean + 0.005);
    EXPECT_NEAR(squares / kTimes - sum / kTimes * sum / kTimes, mean, 0.03 * mean);
  }
  for (const double spread : {0.01, 0.04, 0.09}) {
    double sum = 0, squares = 0;
    for (int i = 0; i < kTimes; ++i) {
      const double form = chance.form(spread);
      sum += form;
      squares += form * form;
    }
    EXPECT_NEAR(sum / kTimes, 1, 0.004);
    EXPECT_NEAR(squares / kTimes - sum / kTimes * sum / kTimes, spread, 0.05 * spread);
  }
}

TEST(People, TenThousandHaveTenThousandAddresses) {
  std::set<std::string> addresses;
  for (int n = 0; n < 10'000; ++n) addresses.insert(rep_name(n, n % kLanguages).address);
  EXPECT_EQ(addresses.size(), 10'000U);
  EXPECT_EQ(rep_name(0, 0).address, "elena.petrova");
}

TEST(Truth, ComesFromTheSeed) {
  const Day today = *parse_day("2026-11-20");
  const Truth one = truth_of({100, 60, 3, 1}, today);
  const Truth again = truth_of({100, 60, 3, 1}, today);
  const Truth other = truth_of({100, 60, 4, 1}, today);
  ASSERT_EQ(one.reps.size(), 100U);
  EXPECT_EQ(one.reps[70].rates, again.reps[70].rates);
  EXPECT_NE(one.reps[70].rates, other.reps[70].rates);
  EXPECT_EQ(counts_on(one, one.reps[70], today, 1), counts_on(again, again.reps[70], today, 1));
}

TEST(Truth, ASmallCompanyIsOneTeamAndALargeOneATree) {
  const Day today = *parse_day("2026-11-20");
  EXPECT_EQ(truth_of({12, 60, 1, 1}, today).teams.size(), 1U);
  const Truth large = truth_of({1000, 60, 1, 1}, today);
  EXPECT_EQ(large.teams.size(), 1 + countries().size() + 84);
  EXPECT_FALSE(large.teams.front().parent.has_value());
  for (std::size_t i = 1; i < large.teams.size(); ++i) EXPECT_TRUE(large.teams[i].parent.has_value());
  int ramps = 0, part_time = 0, moved = 0, left = 0;
  for (const TrueRep& rep : large.reps) {
    ramps += rep.ramp;
    part_time += rep.part_time.has_value();
    moved += rep.move.has_value();
    left += rep.left.has_value();
  }
  EXPECT_GT(ramps, 60);
  EXPECT_GT(part_time, 80);
  EXPECT_GT(moved, 10);
  EXPECT_GT(left, 5);
}

TEST(Truth, NobodyDoesAnythingOnADayThatIsWorthNothing) {
  const Truth truth = truth_of({12, 60, 1, 1}, *parse_day("2026-11-20"));
  for (const TrueRep& rep : truth.reps) {
    for (const int n : counts_on(truth, rep, *parse_day("2026-11-18"), 0)) EXPECT_EQ(n, 0);
  }
}

}  // namespace
}  // namespace paceline::demo
