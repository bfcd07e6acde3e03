// SPDX-License-Identifier: Apache-2.0
#include "quota/team_pace.h"

#include <gtest/gtest.h>

#include "asked.h"

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W10")->span;  // 2 to 8 March
const TeamId kNorth{7};
const TeamId kEast{8};  // a part of North
constexpr int kNoon = 540 + 240;

Company company() {
  Company company;
  company.teams[kNorth] = {kNorth, "North", {}};
  company.teams[kEast] = {kEast, "East", kNorth};
  return company;
}

Quota together(std::int64_t amount) {
  Quota quota;
  quota.versions = {{kFirstDay, RuleId(1), {amount, {}, {}}, {}, {{SubjectKind::team_together, kNorth.value(), {}}}}};
  return quota;
}

TeamMember member(const Quota& quota, std::int64_t id, TeamId team_id, const WorkTime& time, PaceMoment moment,
                  Day since = kFirstDay) {
  const Placement placement = placement_of(UserId(id), {{UserId(id), since, team_id}});
  return {team_days(quota, kNorth, placement, company(), time, kWeek), time, moment, std::nullopt};
}

WorkTime away(Day from, Day to) {
  WorkTime time = full_time();
  time.leaves.push_back({{from, to}, {}});
  return time;
}

Pace pace(const std::vector<TeamMember>& members, std::int64_t counted, Day today) {
  return *team_pace_of(members, {{kWeek.from, counted}}, today);
}

TEST(TeamPace, WorkedExample) {
  const Quota quota = together(100);
  const PaceMoment moment{kWeek.from, kNoon};
  const Pace both = pace({member(quota, 1, kNorth, full_time(), moment),
                          member(quota, 2, kEast, away(kWeek.from, kWeek.from + 2), moment)},
                         5, kWeek.from);
  EXPECT_EQ(both.proration.amount, 80);
  EXPECT_EQ(both.proration.amount_full, 100);
  EXPECT_DOUBLE_EQ(both.working_days.total, 8);
  EXPECT_DOUBLE_EQ(both.working_days.elapsed, 0.5);
  EXPECT_DOUBLE_EQ(*both.needed_per_day, 75 / 7.5);
  EXPECT_DOUBLE_EQ(both.expected_by_now, 100 * 240.0 / 4800);
}

TEST(TeamPace, OfOneIsThatOnesOwnPace) {
  const Quota own = quota_of(100);
  const PaceMoment moment{kWeek.from + 2, kNoon};
  const std::map<Day, std::int64_t> counted{{kWeek.from, 20}, {kWeek.from + 1, 15}};
  const WorkTime time = away(kWeek.from + 4, kWeek.from + 5);
  const Pace alone = *pace_of(asked_days(own, time, kWeek), time, {counted, {}, {}}, moment);
  const Pace team = *team_pace_of({member(together(100), 1, kNorth, time, moment)}, counted, moment.day);
  EXPECT_EQ(team.proration.amount, alone.proration.amount);
  EXPECT_DOUBLE_EQ(team.expected_by_now, alone.expected_by_now);
  EXPECT_DOUBLE_EQ(*team.p_reach, *alone.p_reach);
  EXPECT_DOUBLE_EQ(team.projection->mean, alone.projection->mean);
  EXPECT_EQ(team.state, alone.state);
}

TEST(TeamPace, WhoLeavesTheTeamTakesNothingAway) {
  const Quota quota = together(100);
  const PaceMoment moment{kWeek.from, kNoon};
  const TeamMember stays = member(quota, 1, kNorth, full_time(), moment);
  const TeamMember comes = member(quota, 2, kNorth, full_time(), moment, kWeek.from + 3);
  EXPECT_EQ(pace({stays}, 0, kWeek.from).proration.amount, 100);
  const Pace later = pace({stays, comes}, 0, kWeek.from);
  EXPECT_EQ(later.proration.amount, 100);
  EXPECT_DOUBLE_EQ(later.working_days.total, 7);
}

TEST(TeamPace, OfNobodyIsExcused) {
  const Pace none = pace({}, 0, kWeek.from);
  EXPECT_EQ(none.state, PaceState::excused);
  EXPECT_EQ(none.proration.amount, 0);
  EXPECT_FALSE(none.p_reach.has_value());
}

const TeamRates kRates{10, 0.04, 0.09, 0, 0, 1000, {1, 1, 1, 1, 1, 1, 1}};
const PaceMoment kThursday{kWeek.from + 3, 0};  // before the first minute: two days to come

TeamMember with_outlook(std::int64_t id, const TeamRates& rates, const std::vector<PastDay>& before) {
  TeamMember one = member(together(100), id, kNorth, full_time(), kThursday);
  one.outlook = outlook_of(rates, before, kWeek, {});
  return one;
}

TEST(TeamPace, WorkedExampleOfWhatComes) {
  const auto both = coming_together({with_outlook(1, kRates, {}), with_outlook(2, kRates, {})});
  ASSERT_TRUE(both.has_value());
  EXPECT_NEAR(both->mean, 40, 1e-9);
  EXPECT_NEAR(both->spread, (2 * 0.13 * 400 + 0.04 * 2 * 400) / 1600, 1e-9);
}

TEST(TeamPace, OfOneWithPastWeeksIsThatOnesOwnPace) {
  std::vector<PastDay> before;
  for (int i = 1; i <= 28; ++i) before.push_back({kWeek.from - 29 + i, 1, 12});
  const TeamMember one = with_outlook(1, kRates, before);
  const PaceFacts facts{{}, {}, one.outlook};
  const WorkTime time = full_time();
  const Pace alone = *pace_of(asked_days(quota_of(100), time, kWeek), time, facts, kThursday);
  const Pace team = *team_pace_of({one}, {}, kThursday.day);
  EXPECT_DOUBLE_EQ(*team.p_reach, *alone.p_reach);
  EXPECT_DOUBLE_EQ(team.projection->mean, alone.projection->mean);
}

TEST(TeamPace, LeansLessOnTheTeamsMeanTheMoreIsKnownOfEach) {
  std::vector<PastDay> before;
  for (int i = 1; i <= 28; ++i) before.push_back({kWeek.from - 29 + i, 1, 10});
  const auto known = coming_together({with_outlook(1, kRates, before), with_outlook(2, kRates, before)});
  const auto unknown = coming_together({with_outlook(1, kRates, {}), with_outlook(2, kRates, {})});
  EXPECT_LT(known->spread, unknown->spread / 5);
}

TEST(TeamPace, OfWhomNothingIsKnownHasTheOldChance) {
  TeamMember nobody = with_outlook(2, kRates, {});
  nobody.outlook.reset();
  EXPECT_FALSE(coming_together({with_outlook(1, kRates, {}), nobody}).has_value());
  EXPECT_FALSE(coming_together({nobody}).has_value());
  nobody.moment.day = kWeek.to;  // no day to come: nothing has to be known
  EXPECT_TRUE(coming_together({with_outlook(1, kRates, {}), nobody}).has_value());
}

TEST(TeamPace, OnAMovedSaturdayIsAskedOnceOfAll) {
  WorkTime time = full_time();
  const Day saturday = kWeek.from + 5;
  time.calendar.exceptions[saturday] = {480, "moved"};
  Quota quota = together(100);
  quota.period_kind = PeriodKind::day;
  std::vector<TeamMember> members;
  for (const std::int64_t id : {1, 2}) {
    const Placement placement = placement_of(UserId(id), {{UserId(id), kFirstDay, kNorth}});
    members.push_back(
        {team_days(quota, kNorth, placement, company(), time, {saturday, saturday + 1}), time, {saturday, kNoon}, {}});
  }
  EXPECT_EQ(pace(members, 0, saturday).proration.amount, 100);
}

TEST(AskedTogether, IsOfThatTeamAloneAndAsksNobodyByThemself) {
  const Quota quota = together(100);
  EXPECT_EQ(asked_together(quota.versions.front(), kNorth)->quota, 100);
  EXPECT_FALSE(asked_together(quota.versions.front(), kEast).has_value());
  const Placement ann = placement_of(kAnn, {{kAnn, kFirstDay, kNorth}});
  EXPECT_FALSE(asked_of(quota.versions.front(), ann, company(), kWeek.from).has_value());
}

}  // namespace
}  // namespace paceline
