// SPDX-License-Identifier: Apache-2.0
#include "activity/leads_to.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/base/random.h"

namespace paceline {
namespace {

constexpr ContactId kAda(1), kBen(2), kCyd(3);
const Day kMonday = day_of({2026, 3, 2});

Instant at(int day, int hour = 9) {
  return Instant((static_cast<std::int64_t>(kMonday.count()) + day) * kSecondsPerDay * kMicrosecondsPerSecond)
      .plus_seconds(hour * 3600);
}

/// Facts as a reader finds them: those of the period, and everybody's with the same contacts.
class Story {
 public:
  Story(int days, int as_of_day) {
    facts_.period = {kMonday, kMonday + days};
    facts_.as_of = at(as_of_day);
  }
  Story& call(std::optional<ContactId> contact, int day, const char* outcome, int seconds = 60) {
    return add("call", contact, day, outcome, seconds);
  }
  Story& add(const char* kind, std::optional<ContactId> contact, int day, const char* outcome,
             std::optional<std::int64_t> seconds = {}) {
    Activity a;
    a.activity_id = ActivityId(++last_);
    a.rep_id = RepId(7);
    a.contact_id = contact;
    a.kind = kind;
    if (a.kind == "call") a.direction = Direction::outbound;
    a.outcome = outcome;
    a.duration_s = seconds;
    a.temperature = Temperature::cold;
    a.occurred_at = at(day);
    a.day = kMonday + day;
    if (facts_.period.contains(a.day)) facts_.activities.push_back(a);
    if (contact) facts_.with_contacts[*contact].push_back(a);
    return *this;
  }
  Story& signal(ContactId contact, int day) {
    facts_.signals[contact].push_back(at(day));
    return *this;
  }
  [[nodiscard]] const LeadsToFacts& facts() const { return facts_; }
  [[nodiscard]] LeadsTo told() const { return leads_to(facts_); }

 private:
  LeadsToFacts facts_;
  std::int64_t last_ = 0;
};

const LeadsToRow* row_of(const LeadsTo& led, const std::string& kind, const std::string& outcome) {
  for (const LeadsToRow& row : led.rows)
    if (row.kind == kind && row.outcome == outcome) return &row;
  return nullptr;
}

/// docs/formulas/leads_to.md
Story worked_example() {
  Story story(28, 60);
  story.call(kAda, 0, "no_answer", 20).call(kBen, 0, "no_answer", 20).call(kCyd, 0, "no_answer", 20);
  story.call(kAda, 3, "listened", 300).call(kBen, 20, "agreed", 480);
  return story;
}

TEST(LeadsTo, WorkedExample) {
  const LeadsTo led = worked_example().told();
  const LeadsToRow* row = row_of(led, "call", "no_answer");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->activities, 3);
  EXPECT_DOUBLE_EQ(row->share, 0.6);
  EXPECT_EQ(row->minutes, 1);
  EXPECT_EQ(row->per_activity.reached.n, 1);
  EXPECT_EQ(row->per_activity.reached.of, 3);
  EXPECT_NEAR(row->per_activity.reached.interval->low, 0.0615, 5e-5);
  EXPECT_NEAR(row->per_activity.reached.interval->high, 0.7923, 5e-5);
  EXPECT_TRUE(row->per_activity.reached.too_few);
  EXPECT_EQ(row->per_activity.agreed.n, 0);
  EXPECT_EQ(led.activities, 5);
  EXPECT_EQ(led.contacts, 3);
}

TEST(LeadsTo, TakesTheLastMomentOfTheDaysAndNoLaterOne) {
  const auto reached = [](int day, std::int64_t microseconds) {
    Story story(1, 60);
    story.call(kAda, 0, "no_answer").call(kAda, day, "answered");
    LeadsToFacts facts = story.facts();
    Instant& moment = facts.with_contacts[kAda].back().occurred_at;
    moment = Instant(moment.microseconds() + microseconds);
    return leads_to(facts).rows.front().per_activity.reached.n;
  };
  EXPECT_EQ(reached(14, 0), 1);
  EXPECT_EQ(reached(14, 1), 0);
}

TEST(LeadsTo, KeepsWhatIsOpenOutOfBothSides) {
  Story story(28, 20);
  story.call(kAda, 0, "no_answer").call(kBen, 10, "no_answer").call(kBen, 11, "agreed");
  const LeadsTo led = story.told();
  const LeadsToRow* row = row_of(led, "call", "no_answer");
  EXPECT_EQ(row->activities, 2);
  EXPECT_EQ(row->open, 1);
  EXPECT_EQ(row->per_activity.agreed.of, 1);
  EXPECT_EQ(row->per_activity.agreed.n, 0);
  EXPECT_FALSE(row_of(led, "call", "agreed")->per_activity.reached.share);
}

TEST(LeadsTo, CountsAContactOnce) {
  Story story(5, 60);
  for (int day = 0; day < 4; ++day) story.call(kAda, day, "no_answer");
  story.call(kBen, 0, "no_answer").call({}, 0, "no_answer").call(kAda, 8, "refused");
  const LeadsTo led = story.told();
  const LeadsToRow& row = *row_of(led, "call", "no_answer");
  EXPECT_EQ(row.without_contact, 1);
  EXPECT_EQ(row.per_activity.refused.n, 4);
  EXPECT_EQ(row.per_activity.refused.of, 5);
  EXPECT_EQ(row.per_contact.refused.n, 1);
  EXPECT_EQ(row.per_contact.refused.of, 2);
  EXPECT_EQ(row.per_contact.reached.n, 1);  // who refuses was reached
}

TEST(LeadsTo, PutsSignalLedContactsBesideColdOnes) {
  Story story(7, 60);
  for (int i = 1; i <= 10; ++i) story.call(ContactId(100 + i), 0, i <= 2 ? "listened" : "no_answer");
  for (int i = 1; i <= 10; ++i)
    story.call(ContactId(200 + i), 0, i <= 6 ? "agreed" : "busy").signal(ContactId(200 + i), -90);
  story.call(kAda, 0, "agreed").signal(kAda, -91);  // too old: cold
  story.call(kBen, 0, "agreed").signal(kBen, 1);    // after the call: cold
  const ColdAndSignal beside = story.told().cold_and_signal;
  EXPECT_EQ(beside.cold.contacts, 12);
  EXPECT_EQ(beside.signal_led.contacts, 10);
  EXPECT_EQ(beside.signal_led.led_to.agreed.n, 6);
  EXPECT_EQ(beside.cold.led_to.agreed.n, 2);
  ASSERT_TRUE(beside.agreed);
  EXPECT_NEAR(beside.agreed->difference.value, 0.6 - 2.0 / 12, 1e-12);
  EXPECT_GT(beside.agreed->chance_higher, 0.95);
  EXPECT_FALSE(beside.too_few);
}

TEST(LeadsTo, SharesChannelsByWeek) {
  Story story(14, 60);
  story.call(kAda, 0, "no_answer", 90).add("email", kAda, 1, "sent").call(kBen, 2, "busy", 29).call(kCyd, 8, "busy");
  const auto weeks = story.told().weeks;
  ASSERT_EQ(weeks.size(), 2U);
  EXPECT_EQ(weeks[0].activities, 3);
  EXPECT_EQ(weeks[0].channels[0].kind, "call");
  EXPECT_NEAR(weeks[0].channels[0].share, 2.0 / 3, 1e-12);
  EXPECT_EQ(weeks[0].channels[0].minutes, 2);  // 119 seconds
  EXPECT_EQ(weeks[1].channels.size(), 1U);
}

TEST(LeadsTo, OverNothingIsAbsent) {
  const LeadsTo led = Story(7, 60).told();
  EXPECT_TRUE(led.rows.empty());
  EXPECT_EQ(led.weeks.size(), 1U);
  EXPECT_TRUE(led.weeks.front().channels.empty());
  EXPECT_FALSE(led.cold_and_signal.agreed);
  EXPECT_TRUE(led.cold_and_signal.too_few);
}

TEST(OutcomeClass, OfWhatTheCompanyAddedIsUnreached) {
  EXPECT_EQ(class_of("held"), OutcomeClass::agreed);
  EXPECT_EQ(class_of("call_back"), OutcomeClass::reached);
  EXPECT_EQ(class_of("refused"), OutcomeClass::refused);
  EXPECT_EQ(class_of("stayed"), OutcomeClass::unreached);
  EXPECT_EQ(class_of(std::nullopt), OutcomeClass::unreached);
}

/// Rows add up to the activities, shares to one; the order of the facts is of no matter; per contact is never more than
/// contacts.
TEST(LeadsTo, AddsUpForAnyFacts) {
  testing_support::Random random;
  constexpr const char* outcomes[] = {"no_answer", "busy", "answered", "listened", "agreed", "refused"};
  for (int run = 0; run < 200; ++run) {
    SCOPED_TRACE("run " + std::to_string(run));
    Story story(28, static_cast<int>(random.between(0, 60)));
    const auto count = static_cast<int>(random.between(0, 55));
    for (int i = 0; i < count; ++i) {
      const auto contact = random.between(0, 4) == 0 ? std::nullopt : std::optional(ContactId(random.between(1, 9)));
      story.call(contact, i / 2, outcomes[random.between(0, 5)]);
    }
    const LeadsTo led = story.told();
    std::int64_t activities = 0;
    double share = 0;
    for (const LeadsToRow& row : led.rows) {
      activities += row.activities;
      share += row.share;
      EXPECT_EQ(row.activities, row.without_contact + row.open + row.per_activity.reached.of);
      EXPECT_LE(std::max(row.per_activity.agreed.n, row.per_activity.refused.n), row.per_activity.reached.n);
      EXPECT_LE(row.per_contact.reached.of, led.contacts);
    }
    EXPECT_EQ(activities, led.activities);
    EXPECT_NEAR(share, led.rows.empty() ? 0 : 1, 1e-9);
    LeadsToFacts turned = story.facts();
    std::reverse(turned.activities.begin(), turned.activities.end());
    const LeadsTo again = leads_to(turned);
    ASSERT_EQ(again.rows.size(), led.rows.size());
    for (std::size_t i = 0; i < led.rows.size(); ++i) {
      EXPECT_EQ(again.rows[i].outcome, led.rows[i].outcome);
      EXPECT_EQ(again.rows[i].per_contact.agreed.n, led.rows[i].per_contact.agreed.n);
    }
  }
}

TEST(LeadsTo, OfManyRepsNamesNobody) {
  LeadsToFacts facts{{kMonday, kMonday + 14}, 14, at(20), Weekday::monday, {}, {}, {}};
  const auto add = [&](int rep, const char* kind, const char* outcome, int day) {
    Activity a;
    a.activity_id = ActivityId(static_cast<std::int64_t>(facts.activities.size()) + 1);
    a.rep_id = RepId(rep);
    a.kind = kind;
    a.outcome = outcome;
    a.occurred_at = at(day);
    a.day = kMonday + day;
    facts.activities.push_back(a);
  };
  for (int rep = 1; rep <= 6; ++rep) add(rep, "call", "answered", 0);
  for (int day = 0; day < 5; ++day) add(1, "event", "held", day);
  add(2, "call", "answered", 7);

  const LeadsTo led = leads_to(of_many_reps(facts, 5));
  ASSERT_EQ(led.rows.size(), 1U);
  EXPECT_EQ(led.rows.front().kind, "call");
  EXPECT_EQ(led.rows.front().activities, 6);  // one call of one rep in the second week is left out too
  EXPECT_EQ(led.activities, 6);
  EXPECT_EQ(of_many_reps(facts, 1).activities.size(), facts.activities.size());
  EXPECT_TRUE(of_many_reps(facts, 7).activities.empty());
}

}  // namespace
}  // namespace paceline
