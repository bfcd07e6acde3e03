// SPDX-License-Identifier: Apache-2.0
#include "quota/evidence.h"

#include <gtest/gtest.h>

#include "base/enum_text.h"

namespace paceline {
namespace {

constexpr ContactId kAna{11};
constexpr ContactId kBen{12};

Instant at(const char* text) {
  return *parse_instant(std::string("2026-03-04T") + text + "Z");
}

Activity call(std::int64_t id, const char* time, ContactId contact = kAna) {
  Activity activity;
  activity.activity_id = ActivityId(id);
  activity.rep_id = RepId(1);
  activity.contact_id = contact;
  activity.kind = "call";
  activity.direction = Direction::outbound;
  activity.outcome = "answered";
  activity.duration_s = 60;
  activity.topic = "retirement planning";
  activity.occurred_at = at(time);
  activity.day = *parse_day("2026-03-04");
  return activity;
}

Rule calls() {
  Rule rule;
  rule.kinds = {"call"};
  return rule;
}

std::vector<std::string> reasons(const Rule& rule, std::vector<Activity> activities,
                                 const SignalsByContact& signals = {}) {
  std::vector<std::string> texts;
  for (const Evidence& verdict : judge(rule, std::move(activities), signals))
    texts.emplace_back(enum_text(verdict.reason));
  return texts;
}

std::string reason(const Rule& rule, const Activity& activity, const SignalsByContact& signals = {}) {
  return reasons(rule, {activity}, signals).front();
}

using Texts = std::vector<std::string>;

TEST(RepeatWindow, WorkedExample) {
  EXPECT_EQ(reasons(calls(), {call(1, "10:00:00"), call(2, "10:04:59"), call(3, "10:05:00")}),
            (Texts{"counted", "repeat_within_window", "counted"}));
}

TEST(RepeatWindow, MovesWhenTheFirstIsVoided) {
  Activity first = call(1, "10:00:00");
  first.state = ActivityState::voided;
  EXPECT_EQ(reasons(calls(), {first, call(2, "10:04:59"), call(3, "10:05:00")}),
            (Texts{"voided", "counted", "repeat_within_window"}));
}

TEST(RepeatWindow, LooksAtCountedCallsOnly) {
  Rule rule = calls();
  rule.min_duration_s = 20;
  Activity brief = call(1, "10:00:00");
  brief.duration_s = 19;
  EXPECT_EQ(reasons(rule, {brief, call(2, "10:01:00")}), (Texts{"too_short", "counted"}));
}

TEST(RepeatWindow, IsOfOneContactAndOneDay) {
  Activity next_day = call(3, "10:01:00");
  next_day.day = *parse_day("2026-03-05");
  EXPECT_EQ(reasons(calls(), {call(1, "10:00:00"), call(2, "10:01:00", kBen), next_day}),
            (Texts{"counted", "counted", "counted"}));
}

TEST(RepeatWindow, BreaksTiesById) {
  const auto verdicts = judge(calls(), {call(9, "10:00:00"), call(2, "10:00:00")}, {});
  EXPECT_EQ(verdicts[0].activity.activity_id, ActivityId(2));
  EXPECT_TRUE(verdicts[0].counts());
  EXPECT_EQ(verdicts[1].counted_before, ActivityId(2));
}

TEST(RepeatWindow, OfZeroCountsEverything) {
  Rule rule = calls();
  rule.repeat_window_s = 0;
  EXPECT_EQ(reasons(rule, {call(1, "10:00:00"), call(2, "10:00:00")}), (Texts{"counted", "counted"}));
}

TEST(RepeatWindow, IsForCallsOnly) {
  Activity first = call(1, "10:00:00");
  Activity second = call(2, "10:00:01");
  first.kind = second.kind = "email";
  EXPECT_EQ(reasons(Rule(), {first, second}), (Texts{"counted", "counted"}));
}

TEST(Qualifier, EachRefusesByItsOwnReason) {
  const auto refused = [](auto ask) {
    Rule rule;
    ask(rule);
    return reason(rule, call(1, "10:00:00"));
  };
  EXPECT_EQ(refused([](Rule& r) { r.kinds = {"email"}; }), "other_kind");
  EXPECT_EQ(refused([](Rule& r) { r.directions = {Direction::inbound}; }), "wrong_direction");
  EXPECT_EQ(refused([](Rule& r) { r.outcomes = {"agreed"}; }), "wrong_outcome");
  EXPECT_EQ(refused([](Rule& r) { r.min_duration_s = 61; }), "too_short");
  EXPECT_EQ(refused([](Rule& r) { r.temperatures = {Temperature::hot}; }), "wrong_temperature");
  EXPECT_EQ(refused([](Rule& r) { r.sources = {"fair"}; }), "wrong_source");
  EXPECT_EQ(refused([](Rule& r) { r.relations = {Relation::customer}; }), "wrong_relation");
  EXPECT_EQ(refused([](Rule& r) { r.product_lines = {"life"}; }), "other_product_line");
  EXPECT_EQ(refused([](Rule& r) { r.segments = {"large"}; }), "other_segment");
  EXPECT_EQ(refused([](Rule& r) { r.topics = {"savings"}; }), "other_topic");
  EXPECT_EQ(refused([](Rule& r) { r.unit = Unit::accounts; }), "no_account");
  EXPECT_EQ(refused([](Rule& r) { r.min_duration_s = 60; }), "counted");
}

TEST(Qualifier, AMinimumDurationIsNotMetByAnUnknownOne) {
  Rule rule;
  rule.min_duration_s = 20;
  Activity activity = call(1, "10:00:00");
  activity.duration_s.reset();
  EXPECT_EQ(reason(rule, activity), "duration_unknown");
  EXPECT_EQ(reason(Rule(), activity), "counted");
}

TEST(Qualifier, WhatCameBeforeTheQuotaDoesNotCount) {
  Rule rule;
  rule.unit = Unit::contacts;
  Activity monday = call(1, "10:00:00");
  monday.day = monday.day - 1;
  const std::vector<RuleOfDay> rules{{&rule, Reason::before_quota_start}, {&rule, {}}};
  const auto verdicts = judge_days(monday.day, rules, {monday, call(2, "11:00:00")}, {});
  EXPECT_EQ(verdicts[0].reason, Reason::before_quota_start);
  EXPECT_FALSE(verdicts[0].counts());
  EXPECT_EQ(verdicts[1].reason, Reason::first_in_period);
  rule.kinds = {"email"};
  EXPECT_EQ(judge_days(monday.day, rules, {monday}, {}).front().reason, Reason::other_kind);
}

TEST(Qualifier, EachDayHasTheRuleOfThatDay) {
  Rule calls_only;
  calls_only.kinds = {"call"};
  Rule mails_only;
  mails_only.kinds = {"email"};
  Activity monday = call(1, "10:00:00");
  monday.day = monday.day - 1;
  const std::vector<RuleOfDay> rules{{&calls_only, {}}, {&mails_only, {}}};
  const auto verdicts = judge_days(monday.day, rules, {monday, call(2, "11:00:00")}, {});
  EXPECT_EQ(verdicts[0].reason, Reason::counted);
  EXPECT_EQ(verdicts[1].reason, Reason::other_kind);
}

TEST(Qualifier, AContactCountsOnceAcrossAChangeOfTheRule) {
  Rule before;
  before.unit = Unit::contacts;
  Rule after = before;
  after.kinds = {"call"};
  Activity monday = call(1, "10:00:00");
  monday.day = monday.day - 1;
  const auto verdicts = judge_days(monday.day, {{&before, {}}, {&after, {}}}, {monday, call(2, "11:00:00")}, {});
  EXPECT_EQ(verdicts[0].reason, Reason::first_in_period);
  EXPECT_EQ(verdicts[1].reason, Reason::already_counted);
  EXPECT_EQ(verdicts[1].counted_before, ActivityId(1));
}

TEST(Qualifier, TheFirstInOrderIsTheReason) {
  Rule rule;
  rule.kinds = {"email"};
  rule.topics = {"savings"};
  EXPECT_EQ(reason(rule, call(1, "10:00:00")), "other_kind");
}

class AfterSignalRule : public testing::Test {
 protected:
  AfterSignalRule() {
    rule_.unit = Unit::contacts;
    rule_.after_signal = AfterSignal{{"comment"}, {"retirement planning"}, 90};
  }
  std::string with(const char* kind, const char* topic, Instant occurred_at) {
    const Signal signal{SignalId(1), kAna, kind, topic, occurred_at, occurred_at};
    return reason(rule_, call(1, "10:00:00"), {{kAna, {signal}}});
  }
  Rule rule_;
  Instant call_at_ = at("10:00:00");
};

TEST_F(AfterSignalRule, CountsASignalWithinTheDays) {
  EXPECT_EQ(with("comment", "retirement planning", call_at_.plus_seconds(-1)), "first_in_period");
  EXPECT_EQ(with("comment", "retirement planning", call_at_.plus_seconds(-90 * kSecondsPerDay)), "first_in_period");
}

TEST_F(AfterSignalRule, NamesWhatIsWrongWithTheSignal) {
  EXPECT_EQ(with("comment", "retirement planning", call_at_), "signal_after_activity");
  EXPECT_EQ(with("comment", "retirement planning", call_at_.plus_seconds(-90 * kSecondsPerDay - 1)), "signal_too_old");
  EXPECT_EQ(with("comment", "group health", call_at_.plus_seconds(-1)), "signal_other_topic");
  EXPECT_EQ(with("like", "retirement planning", call_at_.plus_seconds(-1)), "no_signal");
  EXPECT_EQ(reason(rule_, call(1, "10:00:00")), "no_signal");
}

TEST_F(AfterSignalRule, AGoodSignalAmongBadOnesIsEnough) {
  const auto signal = [](const char* topic, Instant when) {
    return Signal{SignalId(1), kAna, "comment", topic, when, when};
  };
  const SignalsByContact signals{
      {kAna,
       {signal("group health", call_at_.plus_seconds(-5)), signal("retirement planning", call_at_.plus_seconds(-3)),
        signal("retirement planning", call_at_.plus_seconds(9))}}};
  EXPECT_EQ(reason(rule_, call(1, "10:00:00"), signals), "first_in_period");
}

TEST(Distinct, CountsTheEarliestOfEachContact) {
  Rule rule;
  rule.unit = Unit::contacts;
  const auto verdicts = judge(rule, {call(3, "12:00:00"), call(1, "10:00:00"), call(2, "11:00:00", kBen)}, {});
  EXPECT_EQ(verdicts[0].reason, Reason::first_in_period);
  EXPECT_EQ(verdicts[1].reason, Reason::first_in_period);
  EXPECT_EQ(verdicts[2].reason, Reason::already_counted);
  EXPECT_EQ(verdicts[2].counted_before, ActivityId(1));
}

TEST(Distinct, NeedsAContact) {
  Rule rule;
  rule.unit = Unit::contacts;
  Activity nobody = call(1, "10:00:00");
  nobody.contact_id.reset();
  EXPECT_EQ(reason(rule, nobody), "no_contact");
}

TEST(Judge, DoesNotMindTheOrderOfItsInput) {
  std::vector<Activity> list{call(1, "10:00:00"), call(2, "10:04:59"), call(3, "10:05:00")};
  const auto expected = reasons(calls(), list);
  std::reverse(list.begin(), list.end());
  EXPECT_EQ(reasons(calls(), list), expected);
}

TEST(Judge, OfNothingIsNothing) {
  EXPECT_TRUE(judge(calls(), {}, {}).empty());
}

/// A rep's part of a sale of GTX Pro, which is a part of GTX, and of something that is no product line.
Activity sold(std::int64_t id, std::optional<std::int64_t> pro, std::int64_t rest) {
  Activity activity;
  activity.activity_id = ActivityId(id);
  activity.kind = "sale";
  activity.occurred_at = at("10:00:00");
  activity.day = *parse_day("2026-03-04");
  activity.part = PipelinePart{PipelineFact::sale, 7, true, {{{"gtx-pro", "gtx"}, pro}, {{}, rest}}};
  return activity;
}

Rule sold_rule(Unit unit, std::vector<std::string> product_lines = {}) {
  Rule rule;
  rule.unit = unit;
  rule.product_lines = std::move(product_lines);
  return rule;
}

TEST(Sold, CountsOneByNumberAndItsLinesByWorth) {
  const std::vector<Activity> sales{sold(1, 33'330, 100)};
  EXPECT_EQ(counted_of(judge(sold_rule(Unit::won), sales, {})), 1);
  EXPECT_EQ(counted_of(judge(sold_rule(Unit::booked), sales, {})), 33'430);
  EXPECT_EQ(counted_of(judge(sold_rule(Unit::booked, {"gtx"}), sales, {})), 33'330);
  EXPECT_EQ(counted_of(judge(sold_rule(Unit::won, {"gtx-pro"}), sales, {})), 1);
  EXPECT_EQ(reasons(sold_rule(Unit::won, {"else"}), sales), (Texts{"other_product_line"}));
}

TEST(Sold, WithoutARateCountsNothingByWorthAndOneByNumber) {
  const Activity sale = sold(1, std::nullopt, 100);
  EXPECT_EQ(reason(sold_rule(Unit::booked), sale), "no_rate");
  EXPECT_EQ(counted_of(judge(sold_rule(Unit::booked), {sale}, {})), 0);
  EXPECT_EQ(reason(sold_rule(Unit::won), sale), "counted");
  Rule other = sold_rule(Unit::booked, {"gtx"});
  EXPECT_EQ(reason(other, sale), "no_rate");
}

TEST(Sold, IsNoActivityAndNoActivityIsASale) {
  EXPECT_EQ(reason(Rule(), sold(1, 1, 1)), "other_kind");
  EXPECT_EQ(reason(sold_rule(Unit::won), call(1, "10:00:00")), "other_kind");
  EXPECT_EQ(reason(sold_rule(Unit::estimates), sold(1, 1, 1)), "other_kind");
}

TEST(Sold, CountsAsANumberForWhoHasTheLargestShareAndOfAnOpportunityOnly) {
  Activity sale = sold(1, 1, 1);
  sale.part->leads = false;
  EXPECT_EQ(reason(sold_rule(Unit::won), sale), "other_leads");
  EXPECT_EQ(reason(sold_rule(Unit::booked), sale), "counted");
  sale.part->opportunity_id.reset();
  EXPECT_EQ(reason(sold_rule(Unit::won), sale), "no_opportunity");
  sale.state = ActivityState::voided;
  EXPECT_EQ(reason(sold_rule(Unit::booked), sale), "voided");
}

TEST(Sold, BeyondWhatIntegersHoldStaysThere) {
  EXPECT_EQ(added(INT64_MAX, 1), INT64_MAX);
  EXPECT_EQ(added(INT64_MIN, -1), INT64_MIN);
  EXPECT_EQ(added(2, -3), -1);
}

}  // namespace
}  // namespace paceline
