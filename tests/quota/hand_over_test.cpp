// SPDX-License-Identifier: Apache-2.0
#include "quota/hand_over.h"

#include "quota/proration.h"
#include "tests/base/random.h"
#include "tests/quota/asked.h"

namespace paceline {
namespace {

const UserId kBob{2};
const TeamId kNorth{10}, kSouth{11};
const Day kMonday = day_of({2026, 3, 9});
const Period kWeek{kMonday, kMonday + 7};

Company company() {
  Company company;
  company.teams[kNorth] = {kNorth, "North", {}};
  company.teams[kSouth] = {kSouth, "South", {}};
  return company;
}

Quota team_quota(const Amounts& amounts, TeamId team = kNorth) {
  Quota quota;
  quota.versions = {{kFirstDay, RuleId(1), amounts, {}, {{SubjectKind::team, team.value(), {}}}}};
  return quota;
}

Party party_of(UserId user_id, std::vector<Membership> memberships) {
  return {placement_of(user_id, std::move(memberships)), full_time()};
}

Party in_north(UserId user_id) {
  return party_of(user_id, {{user_id, kFirstDay, kNorth}});
}

Party gone_from(Party party, Day left) {
  party.placement.user.left = left;
  party.time.employed.to = left;
  return party;
}

Proration asked(const Quota& quota, const Party& party, Period period = kWeek) {
  return prorate(quota_days(quota, party.placement, company(), party.time, period), party.time.calendar);
}

Quota after(const Quota& quota, const Party& leaver, const Party& successor, Period days) {
  return with_versions(quota, hand_over(quota, leaver, successor, company(), days, {}).versions);
}

TEST(HandOver, IsTheWorkedExampleOfItsHeader) {
  const Quota quota = team_quota({250, 200, 300});
  const Day wednesday = kMonday + 2;
  const Party ann = gone_from(in_north(kAnn), wednesday);
  const Quota handed = after(quota, ann, in_north(kBob), {wednesday, kWeek.to});
  const Proration bob = asked(handed, in_north(kBob));
  EXPECT_EQ(bob.amount, 250 * 2 / 5 + 500 * 3 / 5);
  EXPECT_EQ(bob.floor, 200 * 2 / 5 + 400 * 3 / 5);
  EXPECT_EQ(bob.stretch, 300 * 2 / 5 + 600 * 3 / 5);
  EXPECT_EQ(asked(handed, ann).amount, 100);
  EXPECT_EQ(asked(handed, in_north(kBob), {kWeek.to, kWeek.to + 7}).amount, 250);
  EXPECT_EQ(asked(handed, in_north(kBob), {kMonday - 7, kMonday}).amount, 250);
}

TEST(HandOver, GivesNothingTwice) {
  const Quota quota = team_quota({250, {}, {}});
  const Period days{kMonday + 2, kWeek.to};
  const Remainder first = hand_over(quota, in_north(kAnn), in_north(kBob), company(), days, {});
  EXPECT_EQ(first.span, days);
  const Quota handed = with_versions(quota, first.versions);
  EXPECT_TRUE(hand_over(handed, in_north(kAnn), in_north(kBob), company(), days, {first.span}).versions.empty());
}

TEST(HandOver, OfAQuotaThatDoesNotAskTheLeaverIsNothing) {
  const Quota quota = team_quota({250, {}, {}}, kSouth);
  EXPECT_TRUE(hand_over(quota, in_north(kAnn), in_north(kBob), company(), kWeek, {}).versions.empty());
}

TEST(HandOver, OfATeamThatWasLeftThatDayIsWhatItAskedOnTheEve) {
  const Quota quota = team_quota({250, {}, {}});
  const Day wednesday = kMonday + 2;
  const Party ann = party_of(kAnn, {{kAnn, kFirstDay, kNorth}, {kAnn, wednesday, kSouth}});
  const Quota handed = after(quota, ann, in_north(kBob), {wednesday, kWeek.to});
  EXPECT_EQ(asked(handed, in_north(kBob)).amount, 400);
  EXPECT_EQ(asked(handed, ann).amount, 100);
  EXPECT_EQ(asked(handed, ann, {kWeek.to, kWeek.to + 7}).amount, 0) << "she is not asked by the old team again";
}

TEST(HandOver, KeepsAVersionThatBeginsInside) {
  Quota quota = team_quota({250, {}, {}});
  quota.versions.push_back({kMonday + 3, RuleId(2), {500, {}, {}}, {}, quota.versions.front().subjects});
  const Quota handed = after(quota, gone_from(in_north(kAnn), kMonday + 2), in_north(kBob), {kMonday + 2, kWeek.to});
  EXPECT_EQ(asked(handed, in_north(kBob)).amount, (2 * 250 + 500 + 2 * 1000) / 5);
  EXPECT_EQ(version_on(handed, kWeek.to)->rule_id, RuleId(2));
  EXPECT_EQ(asked(handed, in_north(kBob), {kWeek.to, kWeek.to + 7}).amount, 500);
}

/// Whoever stays, moves or goes, on whichever day: together they are asked what they were asked, of one calendar.
TEST(HandOver, LosesNothingAndAddsNothing) {
  testing_support::Random chance;
  for (int i = 0; i < 200; ++i) {
    const Quota quota = team_quota({5 * chance.between(0, 100), {}, {}});
    const Day from = kMonday + static_cast<int>(chance.between(0, 6));
    const bool goes = chance.between(0, 1) == 1;
    const Party ann = goes ? gone_from(in_north(kAnn), from) : in_north(kAnn);
    const Quota handed = after(quota, ann, in_north(kBob), {from, kWeek.to});
    const auto before = 2 * asked(quota, in_north(kBob)).amount;
    EXPECT_EQ(asked(handed, ann).amount + asked(handed, in_north(kBob)).amount, before) << to_text(from) << goes;
  }
}

}  // namespace
}  // namespace paceline
