// SPDX-License-Identifier: Apache-2.0
#include "team/monitoring.h"

#include <gtest/gtest.h>

#include "tests/base/random.h"

namespace paceline {
namespace {

/// Sales with the parts North and South; North has the part Far.
Company sales() {
  Company company;
  company.teams[TeamId(1)] = {TeamId(1), "Sales", {}};
  company.teams[TeamId(2)] = {TeamId(2), "North", TeamId(1)};
  company.teams[TeamId(3)] = {TeamId(3), "South", TeamId(1)};
  company.teams[TeamId(4)] = {TeamId(4), "Far", TeamId(2)};
  return company;
}

std::set<UserId> people(int first, int count) {
  std::set<UserId> all;
  for (int i = 0; i < count; ++i) all.insert(UserId(first + i));
  return all;
}

using Shown = std::set<TeamId>;
constexpr TeamId kSales(1), kNorth(2), kSouth(3), kFar(4);

TEST(Monitoring, OfWhichOneShowsMore) {
  EXPECT_TRUE(shows_more(Monitoring::full, Monitoring::verdicts));
  EXPECT_TRUE(shows_more(Monitoring::verdicts, Monitoring::own_figures));
  EXPECT_FALSE(shows_more(Monitoring::own_figures, Monitoring::full));
  EXPECT_FALSE(shows_more(Monitoring::full, Monitoring::full));
}

TEST(ShownSums, NeedFivePeople) {
  EXPECT_EQ(shown_sums(sales(), {{kSouth, people(1, 4)}}), Shown());
  EXPECT_EQ(shown_sums(sales(), {{kSouth, people(1, 5)}}), (Shown{kSales, kSouth}));
  EXPECT_EQ(shown_sums(sales(), {{kSouth, {}}}), Shown());
}

TEST(ShownSums, GiveNoSmallerOneAwayBySubtracting) {
  EXPECT_EQ(shown_sums(sales(), {{kSales, people(11, 2)}, {kNorth, people(1, 5)}}), (Shown{kNorth}));
  EXPECT_EQ(shown_sums(sales(), {{kSales, people(11, 5)}, {kNorth, people(1, 5)}}), (Shown{kSales, kNorth}));
  EXPECT_EQ(shown_sums(sales(), {{kNorth, people(1, 5)}}), (Shown{kSales, kNorth}));
  EXPECT_EQ(shown_sums(sales(), {{kSales, people(11, 4)}, {kNorth, people(1, 3)}}), (Shown{kSales}));
}

TEST(ShownSums, SubtractPartsOfPartsTogether) {
  // Four beside Far: North is hidden, and Sales less South less Far would be these four.
  EXPECT_EQ(shown_sums(sales(), {{kFar, people(1, 5)}, {kNorth, people(11, 4)}, {kSouth, people(21, 6)}}),
            (Shown{kSouth, kFar}));
}

TEST(ShownSums, HideTheDaysBeforeOneMoved) {
  EXPECT_EQ(shown_sums(sales(), {{kSales, people(1, 1)}, {kNorth, people(1, 6)}}), (Shown{kNorth}));
}

/// However shown sums are added and subtracted, nothing about one to four people comes out: tried are each shown team
/// less each choice of two shown parts.
TEST(ShownSums, HideFewerThanFiveInAnyTree) {
  testing_support::Random random;
  for (int run = 0; run < 2000; ++run) {
    std::map<TeamId, std::set<UserId>> all;
    for (const TeamId team : {kSales, kNorth, kSouth, kFar}) {
      all[team] = people(static_cast<int>(random.between(1, 12)), static_cast<int>(random.between(0, 8)));
    }
    const Shown shown = shown_sums(sales(), all);
    for (const TeamId whole : shown) {
      for (const TeamId a : shown) {
        for (const TeamId b : shown) {
          if (a == whole || b == whole) continue;
          std::set<UserId> rest;
          for (const auto& [team, members] : all) {
            const bool inside =
                steps_up(sales(), team, whole) && !steps_up(sales(), team, a) && !steps_up(sales(), team, b);
            if (inside) rest.insert(members.begin(), members.end());
          }
          EXPECT_TRUE(rest.empty() || rest.size() >= 5) << "run " << run;
        }
      }
    }
  }
}

}  // namespace
}  // namespace paceline
