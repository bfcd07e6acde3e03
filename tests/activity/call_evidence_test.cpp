// SPDX-License-Identifier: Apache-2.0
#include "activity/call_evidence.h"

#include <gtest/gtest.h>

namespace paceline {
namespace {

constexpr std::int64_t kTen = 1'772'000'000'000'000;

Activity call(std::int64_t seconds, std::optional<std::int64_t> duration_s = {}) {
  Activity activity;
  activity.rep_id = RepId(1);
  activity.contact_id = ContactId(2);
  activity.kind = "call";
  activity.direction = Direction::outbound;
  activity.occurred_at = Instant(kTen).plus_seconds(seconds);
  activity.duration_s = duration_s;
  return activity;
}

TEST(CallEvidence, IsOneCallWithinTwoMinutes) {
  EXPECT_TRUE(is_same_call(call(0), call(40, 90)));
  EXPECT_TRUE(is_same_call(call(0), call(-40)));
  EXPECT_TRUE(is_same_call(call(0), call(120)));
  EXPECT_TRUE(is_same_call(call(0), call(-120)));
}

TEST(CallEvidence, IsOneCallUntilTwoMinutesAfterItEnded) {
  EXPECT_TRUE(is_same_call(call(0), call(-600, 600)));
  EXPECT_TRUE(is_same_call(call(0), call(-720, 600)));
  EXPECT_FALSE(is_same_call(call(0), call(-721, 600)));
}

TEST(CallEvidence, IsAnotherCallBeyondThat) {
  EXPECT_FALSE(is_same_call(call(0), call(121, 90)));
  EXPECT_FALSE(is_same_call(call(0), call(-121)));
}

TEST(CallEvidence, AsksForTheSameRepContactKindAndDirection) {
  Activity other = call(40);
  other.rep_id = RepId(3);
  EXPECT_FALSE(is_same_call(call(0), other));
  other = call(40);
  other.contact_id = ContactId(3);
  EXPECT_FALSE(is_same_call(call(0), other));
  other.contact_id.reset();
  EXPECT_FALSE(is_same_call(call(0), other));
  other = call(40);
  other.kind = "meeting";
  EXPECT_FALSE(is_same_call(call(0), other));
  other = call(40);
  other.direction = Direction::inbound;
  EXPECT_FALSE(is_same_call(call(0), other));
  other.direction.reset();
  EXPECT_TRUE(is_same_call(call(0), other));
}

}  // namespace
}  // namespace paceline
