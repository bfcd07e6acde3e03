// SPDX-License-Identifier: Apache-2.0
#include "quota/report.h"

#include <gtest/gtest.h>

#include "asked.h"

namespace paceline {
namespace {

const Period kWeek = parse_period("2026-W11")->span;  // Monday 9 to Sunday 15 March

Evidence verdict(std::int64_t id, Day day, Reason reason) {
  Evidence evidence;
  evidence.activity.activity_id = ActivityId(id);
  evidence.activity.rep_id = kAnn;
  evidence.activity.kind = "call";
  evidence.activity.day = day;
  evidence.activity.occurred_at = Instant(day.count() * kSecondsPerDay * kMicrosecondsPerSecond + id);
  evidence.reason = reason;
  return evidence;
}

ReportHead head() {
  return {ReportId(7), QuotaId(3), "calls",        "Calls",   kAnn,      PeriodKind::week,
          "2026-W11",  kWeek,      "Europe/Sofia", UserId(9), Instant(1)};
}

PeriodReport frozen(std::int64_t amount, const std::vector<Evidence>& verdicts,
                    std::vector<Adjustment> adjustments = {}, WorkTime time = full_time()) {
  const auto days = asked_days(quota_of(amount), time, kWeek);
  return freeze(head(), {days, time.calendar, placement_of(kAnn)}, verdicts, std::move(adjustments));
}

std::vector<std::int64_t> changes_of(const std::vector<Adjustment>& adjustments) {
  std::vector<std::int64_t> changes;
  for (const Adjustment& each : adjustments) changes.push_back(each.change);
  return changes;
}

TEST(PeriodReport, CountsWhatCountsAndLeavesOtherKindsOut) {
  const auto report =
      frozen(2, {verdict(1, kWeek.from, Reason::counted), verdict(2, kWeek.from, Reason::other_kind),
                 verdict(3, kWeek.from + 1, Reason::too_short), verdict(4, kWeek.from + 2, Reason::first_in_period)});
  EXPECT_EQ(report.counted, 2);
  EXPECT_EQ(report.rows.size(), 3U);
  EXPECT_EQ(report.days[0].counted, 1);
  EXPECT_EQ(report.days[2].counted, 1);
  EXPECT_EQ(report.proposal, Verdict::met);
  EXPECT_EQ(report.grade, Grade::quota);
  EXPECT_TRUE(contradictions(report).empty());
}

TEST(PeriodReport, IsExcusedWithoutAWorkingMinuteWhateverWasCounted) {
  WorkTime away = full_time();
  away.leaves = {{kWeek, {}}};
  const auto report = frozen(5, {verdict(1, kWeek.from, Reason::counted)}, {}, away);
  EXPECT_EQ(report.proposal, Verdict::excused);
  EXPECT_EQ(report.grade, std::nullopt);
  EXPECT_EQ(report.proration.amount, 0);
}

/// The worked example of the header.
TEST(PeriodReport, CarriesWhatBecameKnownOfAnEarlierOne) {
  std::vector<Evidence> then, now;
  for (int id = 1; id <= 4; ++id) then.push_back(verdict(id, kWeek.from, Reason::counted));
  now = then;
  now.front().reason = Reason::voided;
  for (int id = 5; id <= 7; ++id) now.push_back(verdict(id, kWeek.from + 1, Reason::counted));
  const auto earlier = frozen(5, then);
  EXPECT_EQ(earlier.proposal, Verdict::missed);
  const auto changes = changes_since(earlier, {}, now);
  EXPECT_EQ(changes_of(changes), (std::vector<std::int64_t>{-1, 1, 1, 1}));
  EXPECT_EQ(changes.front().reason_before, Reason::counted);
  EXPECT_EQ(changes.front().reason, Reason::voided);
  EXPECT_EQ(changes.back().reason_before, std::nullopt);
  const auto next = frozen(5, then, changes);
  EXPECT_EQ(next.counted + next.adjustment, 6);
  EXPECT_EQ(next.proposal, Verdict::met);
  EXPECT_TRUE(contradictions(next).empty());
  EXPECT_TRUE(changes_since(earlier, changes, now).empty()) << "carried once";
}

TEST(PeriodReport, CarriesAChangeBackAgain) {
  const auto earlier = frozen(5, {verdict(1, kWeek.from, Reason::counted)});
  const auto voided = changes_since(earlier, {}, {verdict(1, kWeek.from, Reason::voided)});
  ASSERT_EQ(changes_of(voided), std::vector<std::int64_t>{-1});
  const auto counted = changes_since(earlier, voided, {verdict(1, kWeek.from, Reason::counted)});
  EXPECT_EQ(changes_of(counted), std::vector<std::int64_t>{1});
  EXPECT_EQ(counted.front().reason_before, Reason::voided);
}

TEST(PeriodReport, GivesBackWhatCameLateAndLeftItsDaysAgain) {
  const auto earlier = frozen(5, {verdict(1, kWeek.from, Reason::counted)});
  const std::vector<Evidence> late{verdict(1, kWeek.from, Reason::counted), verdict(2, kWeek.from, Reason::counted)};
  auto told = changes_since(earlier, {}, late);
  ASSERT_EQ(changes_of(told), std::vector<std::int64_t>{1});
  const auto moved = changes_since(earlier, told, {verdict(1, kWeek.from, Reason::counted)});
  ASSERT_EQ(changes_of(moved), std::vector<std::int64_t>{-1});
  EXPECT_EQ(moved.front().activity_id, ActivityId(2));
  EXPECT_EQ(moved.front().day, kWeek.from);
  EXPECT_EQ(moved.front().reason_before, Reason::counted);
  EXPECT_EQ(moved.front().reason, Reason::moved_away);
  told.push_back(moved.front());
  EXPECT_TRUE(changes_since(earlier, told, {verdict(1, kWeek.from, Reason::counted)}).empty()) << "carried once";
  EXPECT_EQ(changes_of(changes_since(earlier, told, late)), std::vector<std::int64_t>{1}) << "it came back";
}

TEST(PeriodReport, TextDiffersWithEveryValue) {
  const auto report = frozen(2, {verdict(1, kWeek.from, Reason::counted)});
  auto other = report;
  EXPECT_EQ(canonical_text(report), canonical_text(other));
  other.rows.front().reason = Reason::too_short;
  EXPECT_NE(canonical_text(report), canonical_text(other));
  other = report;
  other.head.name = "Calls 1:x";
  EXPECT_NE(canonical_text(report), canonical_text(other));
  other = report;
  other.days.front().name = "a holiday";
  EXPECT_NE(canonical_text(report), canonical_text(other));
}

TEST(PeriodReport, NamesWhatContradictsIt) {
  auto report = frozen(1, {verdict(1, kWeek.from, Reason::counted)});
  report.counted = 2;
  EXPECT_EQ(contradictions(report), std::vector<std::string>{"rows count 1"});
  report.counted = 1;
  report.adjustment = 3;
  EXPECT_EQ(contradictions(report), std::vector<std::string>{"adjustments are 0"});
  report.adjustment = 0;
  report.proposal = Verdict::missed;
  EXPECT_EQ(contradictions(report), std::vector<std::string>{"another verdict follows"});
}

TEST(Grace, IsThreeWorkingDaysOfTheCalendar) {
  WorkingCalendar calendar;
  const Day monday = kWeek.to;
  EXPECT_EQ(closes_from(calendar, monday), monday + 3) << "Monday, Tuesday, Wednesday";
  calendar.exceptions[monday + 1] = {0, "a holiday"};
  EXPECT_EQ(closes_from(calendar, monday), monday + 4);
  EXPECT_EQ(closes_from(calendar, monday - 2), monday + 4) << "a weekend is no working day";
  calendar.weekday_minutes = {};
  calendar.exceptions.clear();
  EXPECT_EQ(closes_from(calendar, monday), monday + 31) << "a calendar without work";
}

}  // namespace
}  // namespace paceline
