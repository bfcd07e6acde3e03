// SPDX-License-Identifier: Apache-2.0
#include "activity/activity.h"

#include <gtest/gtest.h>

#include <set>

#include "activity/kind.h"

namespace paceline {
namespace {

ActivityChange correction(std::vector<FieldChange> fields) {
  ActivityChange change;
  change.fields = std::move(fields);
  return change;
}

ActivityChange a_void() {
  ActivityChange change;
  change.voids = true;
  return change;
}

TEST(Effective, WithoutChangesIsTheFact) {
  Activity fact;
  fact.outcome = "answered";
  const Activity now = effective(fact, {});
  EXPECT_EQ(now.state, ActivityState::active);
  EXPECT_EQ(now.outcome, "answered");
}

TEST(Effective, TheLatestCorrectionOfAMemberWins) {
  Activity fact;
  fact.kind = "call";
  fact.topic = "savings";
  const Activity now =
      effective(fact, {correction({{"outcome", "agreed"}, {"duration_s", "40"}}), correction({{"outcome", "refused"}}),
                       correction({{"topic", std::nullopt}, {"direction", "inbound"}, {"kind", "meeting"}})});
  EXPECT_EQ(now.outcome, "refused");
  EXPECT_EQ(now.duration_s, 40);
  EXPECT_FALSE(now.topic.has_value());
  EXPECT_EQ(now.direction, Direction::inbound);
  EXPECT_EQ(now.kind, "meeting");
  EXPECT_EQ(now.state, ActivityState::corrected);
}

TEST(Effective, NothingChangesAVoidedOne) {
  const Activity now = effective(Activity(), {a_void(), correction({{"outcome", "agreed"}})});
  EXPECT_EQ(now.state, ActivityState::voided);
  EXPECT_FALSE(now.outcome.has_value());
}

TEST(CheckChange, RefusesWhatCannotBeCorrected) {
  const auto code = [](const char* field, std::optional<std::string> value) {
    const auto checked = check_change({field, std::move(value)});
    return checked ? "fine" : checked.error().code;
  };
  EXPECT_EQ(code("rep_id", "1"), "activity.field.not_correctable");
  EXPECT_EQ(code("occurred_at", "2026-03-04T10:00:00Z"), "activity.field.not_correctable");
  EXPECT_EQ(code("", "x"), "activity.field.not_correctable");
  EXPECT_EQ(code("kind", std::nullopt), "activity.kind.empty");
  EXPECT_EQ(code("duration_s", "-1"), "activity.duration_s.malformed");
  EXPECT_EQ(code("duration_s", "1.5"), "activity.duration_s.malformed");
  EXPECT_EQ(code("duration_s", "86401"), "activity.duration_s.malformed");
  EXPECT_EQ(code("direction", "up"), "activity.direction.unknown");
  EXPECT_EQ(code("topic", "a\nb"), "activity.text.not_allowed");
  EXPECT_EQ(code("duration_s", "86400"), "fine");
  EXPECT_EQ(code("topic", std::nullopt), "fine");
}

TEST(BuiltInKinds, HaveDistinctNamesAndOutcomes) {
  std::set<std::string> kinds;
  for (const Kind& kind : built_in_kinds()) {
    EXPECT_TRUE(kinds.insert(kind.kind).second) << kind.kind;
    std::set<std::string> outcomes;
    for (const Outcome& outcome : kind.outcomes)
      EXPECT_TRUE(outcomes.insert(outcome.outcome).second) << outcome.outcome;
    EXPECT_FALSE(outcomes.empty());
  }
  EXPECT_EQ(kinds.size(), 8U);
}

}  // namespace
}  // namespace paceline
