// SPDX-License-Identifier: Apache-2.0
// Whom a quota asks, and how much.
#include <gtest/gtest.h>

#include "asked.h"
#include "quota/proration.h"

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W10")->span;
const Day kWednesday = kWeek.from + 2;
const TeamId kNorth{11};
const TeamId kSouth{12};
const TeamId kSales{10};

Company company() {
  Company all;
  all.teams[kSales] = {kSales, "Sales", {}};
  all.teams[kNorth] = {kNorth, "North", kSales};
  all.teams[kSouth] = {kSouth, "South", kSales};
  all.phases[PhaseId(5)] = {PhaseId(5), "probation", 0, 3};
  return all;
}

QuotaSubject of_team(TeamId team, std::optional<Amounts> amounts = {}) {
  return {SubjectKind::team, team.value(), amounts};
}

Quota asking(std::vector<QuotaSubject> subjects, std::int64_t amount = 250) {
  Quota quota = quota_of(amount);
  quota.versions.front().subjects = std::move(subjects);
  return quota;
}

Proration asked(const Quota& quota, const Placement& placement) {
  return prorate(quota_days(quota, placement, company(), full_time(), kWeek), WorkingCalendar());
}

const Placement kMoves = placement_of(kAnn, {{kAnn, kFirstDay, kNorth}, {kAnn, kWednesday, kSouth}});

TEST(Asked, WhoMovesOnWednesdayIsAskedByEachTeamForItsDays) {
  const Proration north = asked(asking({of_team(kNorth)}), kMoves);
  EXPECT_EQ(north.amount, 100);
  EXPECT_EQ(north.parts.front().why, ProrationWhy::not_asked);
  EXPECT_EQ(asked(asking({of_team(kSouth)}, 200), kMoves).amount, 120);
}

TEST(Asked, ByBothTeamsIsAskedOnce) {
  EXPECT_EQ(asked(asking({of_team(kNorth), of_team(kSouth)}), kMoves).amount, 250);
}

TEST(Asked, ByTheTeamAbove) {
  EXPECT_EQ(asked(asking({of_team(kSales)}), kMoves).amount, 250);
  EXPECT_EQ(asked(asking({of_team(kSales), of_team(kSouth, Amounts{500, {}, {}})}), kMoves).amount, 400);
}

TEST(Asked, TheMostSpecialSubjectDecides) {
  Placement ann = kMoves;
  ann.user.joined = kWeek.from - 10;
  const QuotaSubject probation{SubjectKind::phase, 5, Amounts{100, {}, {}}};
  const QuotaSubject herself{SubjectKind::rep, kAnn.value(), Amounts{0, {}, {}}};
  const QuotaSubject reps{SubjectKind::role, static_cast<std::int64_t>(Role::rep), {}};
  EXPECT_EQ(asked(asking({reps}), ann).amount, 250);
  EXPECT_EQ(asked(asking({probation, reps}), ann).amount, 100);
  EXPECT_EQ(asked(asking({herself, probation, reps}), ann).amount, 0);
  EXPECT_FALSE(asked(asking({herself, probation, reps}), ann).excused);
}

TEST(Asked, ATeamsQuotaDoesNotAskItsManager) {
  Placement manager = kMoves;
  manager.user.role = Role::manager;
  EXPECT_TRUE(asked(asking({of_team(kSales)}), manager).excused);
}

TEST(Asked, APhaseEndsOnItsDay) {
  Placement ann = kMoves;
  ann.user.joined = *parse_day("2025-12-04");  // three months are over on Wednesday
  const QuotaSubject probation{SubjectKind::phase, 5, {}};
  EXPECT_EQ(asked(asking({probation}), ann).amount, 100);
  ann.user.joined.reset();
  EXPECT_TRUE(asked(asking({probation}), ann).excused);
}

}  // namespace
}  // namespace paceline
