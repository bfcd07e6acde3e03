// SPDX-License-Identifier: Apache-2.0
#include "quota/team_rates.h"

#include <gtest/gtest.h>

#include <random>

namespace paceline {
namespace {

const Day kMonday = *parse_day("2026-03-02");

/// Four weeks of five days, as `counted` says of each day.
template <class Counted>
std::vector<PastDay> four_weeks(Counted counted) {
  std::vector<PastDay> days;
  for (int i = 0; i < 28; ++i) days.push_back({kMonday + i, i % 7 < 5 ? 1.0 : 0.0, i % 7 < 5 ? counted(i) : 0});
  return days;
}

TEST(TeamRates, WorkedExample) {
  const auto rates = team_rates({four_weeks([](int) { return 4; }), four_weeks([](int) { return 6; })});
  ASSERT_TRUE(rates.has_value());
  EXPECT_DOUBLE_EQ(rates->mean, 5);
  EXPECT_DOUBLE_EQ(rates->known_days, 40);
  for (int weekday = 0; weekday < 7; ++weekday) EXPECT_DOUBLE_EQ(rates->weekday.at(weekday), 1);
}

TEST(TeamRates, AreAbsentWhereNobodyWas) {
  EXPECT_FALSE(team_rates({}).has_value());
  std::vector<PastDay> away = four_weeks([](int) { return 0; });
  for (PastDay& day : away) day.worth = 0;
  EXPECT_FALSE(team_rates({away, {}}).has_value());
}

TEST(TeamRates, NothingCountedIsASmallRateAndNotNone) {
  const auto rates = team_rates({four_weeks([](int) { return 0; })});
  ASSERT_TRUE(rates.has_value());
  EXPECT_DOUBLE_EQ(rates->mean, 0.5 / 20);
  EXPECT_GT(rates->mean_spread, 1);
}

TEST(TeamRates, AWeekdayThatBringsTwiceAsMuchIsSeen) {
  const auto rates = team_rates(std::vector(20, four_weeks([](int i) { return i % 7 == 1 ? 20 : 10; })));
  EXPECT_NEAR(rates->weekday.at(1), 20.0 / 12, 0.05);
  EXPECT_NEAR(rates->weekday.at(0), 10.0 / 12, 0.05);
  EXPECT_EQ(rates->weekday.at(5), 1);
}

TEST(TeamRates, PoissonCountsOfEqualRepsShowHardlyAnySpread) {
  std::mt19937_64 engine(11);
  std::vector<std::vector<PastDay>> reps;
  for (int rep = 0; rep < 50; ++rep)
    reps.push_back(four_weeks([&](int) { return std::poisson_distribution<std::int64_t>(20)(engine); }));
  const auto rates = team_rates(reps);
  EXPECT_LT(rates->day, 0.01);
  EXPECT_LT(rates->week, 0.004);
  EXPECT_LT(rates->between, 0.02);
}

TEST(TeamRates, FindTheSpreadsThatThereAre) {
  std::mt19937_64 engine(12);
  const auto form = [&](double spread) { return std::gamma_distribution(1 / spread, spread)(engine); };
  std::vector<std::vector<PastDay>> reps;
  for (int rep = 0; rep < 200; ++rep) {
    const double rate = 30 * form(0.1);
    double week = 1;
    reps.push_back(four_weeks([&](int i) {
      if (i % 7 == 0) week = form(0.02);
      return std::poisson_distribution<std::int64_t>(rate * week * form(0.05))(engine);
    }));
  }
  const auto rates = team_rates(reps);
  EXPECT_NEAR(rates->between, 0.1, 0.03);
  EXPECT_NEAR(rates->day, 0.05, 0.01);
  EXPECT_NEAR(rates->week, 0.02, 0.008);
}

TEST(TeamRates, WhoWasAwayChangesNothing) {
  const auto one = four_weeks([](int i) { return 5 + i % 3; });
  auto away = one;
  for (PastDay& day : away) day = {day.day, 0, 0};
  const auto with = team_rates({one, away});
  const auto without = team_rates({one});
  EXPECT_DOUBLE_EQ(with->mean, without->mean);
  EXPECT_DOUBLE_EQ(with->between, without->between);
}

TEST(PastDays, BeginWithTheFirstDayOnWhichSomethingWasDone) {
  const WorkTime time{{}, {}, {}, {}, kAlways};
  const Period week{kMonday, kMonday + 7};
  const auto days = past_days(time, week, kMonday + 2, {{kMonday + 2, 4}});
  ASSERT_EQ(days.size(), 7U);
  EXPECT_EQ(days[1].worth, 0);
  EXPECT_EQ(days[2].worth, 1);
  EXPECT_EQ(days[2].counted, 4);
  EXPECT_EQ(days[5].worth, 0);
  for (const PastDay& day : past_days(time, week, {}, {})) EXPECT_EQ(day.worth, 0);
}

TEST(PastDays, ADayOfARampIsWorthItsShareAndAHalfDayAHalf) {
  WorkTime time{{}, {}, {{{kMonday, kMonday + 1}, 240}}, Ramp{kMonday + 1, {{0, 2500}}}, kAlways};
  const auto days = past_days(time, Period{kMonday, kMonday + 3}, kFirstDay, {});
  EXPECT_DOUBLE_EQ(days[0].worth, 0.5);
  EXPECT_DOUBLE_EQ(days[1].worth, 0.25);
}

}  // namespace
}  // namespace paceline
