// SPDX-License-Identifier: Apache-2.0
#include "base/instant.h"

#include <gtest/gtest.h>

#include "random.h"
#include "refusals.h"

namespace paceline {
namespace {

using testing_support::expect_refused;
using testing_support::Random;

constexpr std::int64_t kLastMicrosecond = 253'402'300'799'999'999;

std::int64_t microseconds(std::string_view text) {
  const auto instant = parse_instant(text);
  return instant ? instant->microseconds() : -1;
}

TEST(Instant, WorkedExample) {
  EXPECT_EQ(microseconds("1970-01-01T00:00:01Z"), 1'000'000);
  // 11:31 in a zone two hours ahead is 09:31 UTC; 20,784 days after 1970-01-01 is 2026-11-27.
  EXPECT_EQ(microseconds("2026-11-27T11:31:00.25+02:00"),
            (20'784 * kSecondsPerDay + 9 * 3600 + 31 * 60) * 1'000'000 + 250'000);
}

TEST(Instant, TakesEveryForm) {
  const auto same = microseconds("2026-11-27T09:31:00Z");
  for (const auto* text :
       {"2026-11-27t09:31:00z", "2026-11-27T09:31:00.000000Z", "2026-11-27T09:31:00+00:00", "2026-11-27T09:31:00-00:00",
        "2026-11-27T11:31:00+02:00", "2026-11-26T23:01:00-10:30", "2026-11-28T08:30:00+22:59"})
    EXPECT_EQ(microseconds(text), same) << text;
  EXPECT_EQ(microseconds("1970-01-01T00:00:00.000001Z"), 1);
  EXPECT_EQ(microseconds("1970-01-01T00:00:00.1Z"), 100'000);
  EXPECT_EQ(microseconds("9999-12-31T23:59:59.999999Z"), kLastMicrosecond);
  EXPECT_EQ(microseconds("1970-01-01T01:00:00+01:00"), 0);
  EXPECT_EQ(microseconds("2026-12-31T23:59:59Z") + 1'000'000, microseconds("2027-01-01T00:00:00Z"));
}

TEST(Instant, RefusesALocalTime) {
  expect_refused(parse_instant, "instant.zone_missing", {"2026-11-27T09:31:00", "2026-11-27T09:31:00.25"});
}

TEST(Instant, RefusesNearMisses) {
  expect_refused(parse_instant, "instant.malformed",
                 {"",
                  "2026-11-27",
                  "2026-11-27T09:31Z",
                  "2026-11-27 09:31:00Z",
                  "2026-11-27T9:31:00Z",
                  "2026-11-27T09:31:00 Z",
                  "2026-11-27T09:31:00.Z",
                  "2026-11-27T09:31:00.1234567Z",
                  "2026-11-27T09:31:00,5Z",
                  "2026-11-27T09:31:00+0200",
                  "2026-11-27T09:31:00+02",
                  "2026-11-27T09:31:00+02:00 ",
                  "2026-11-27T09:31:00ZZ",
                  "2026-11-27T09:31:00+0a:00",
                  "2026-11-27T09.31.00Z",
                  "2026-11-27T-9:31:00Z",
                  "2026-1-27T09:31:000Z",
                  "20261127T093100Z000",
                  "1764235860",
                  "2026-11-27T09:31:00.25.5Z",
                  " 2026-11-27T09:31:00Z"});
}

TEST(Instant, RefusesTimesThatDoNotExist) {
  expect_refused(parse_instant, "instant.out_of_range",
                 {"2026-02-29T09:31:00Z", "2026-11-27T24:00:00Z", "2026-11-27T09:60:00Z", "2016-12-31T23:59:60Z",
                  "2026-11-27T09:31:00+24:00", "2026-11-27T09:31:00+02:60", "1969-12-31T23:59:59Z",
                  "1970-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"});
}

TEST(Instant, WritesAFractionOnlyWhenThereIsOne) {
  EXPECT_EQ(to_text(Instant()), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_text(Instant(1)), "1970-01-01T00:00:00.000001Z");
  EXPECT_EQ(to_text(Instant(250'000)), "1970-01-01T00:00:00.250000Z");
  EXPECT_EQ(to_text(Instant(kLastMicrosecond)), "9999-12-31T23:59:59.999999Z");
}

TEST(Instant, CountsTheTimeBetween) {
  const Instant later = Instant(5).plus_seconds(3);
  EXPECT_EQ(later.microseconds(), 3'000'005);
  EXPECT_EQ(later.microseconds_since(Instant(5)), 3'000'000);
  EXPECT_EQ(Instant(5).microseconds_since(later), -3'000'000);
}

TEST(Instant, RoundTripsAnyMoment) {
  Random random;
  for (int i = 0; i < 5000; ++i) {
    const Instant instant(random.between(0, kLastMicrosecond));
    ASSERT_EQ(parse_instant(to_text(instant)), instant);
  }
}

}  // namespace
}  // namespace paceline
