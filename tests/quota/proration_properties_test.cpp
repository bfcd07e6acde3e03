// SPDX-License-Identifier: Apache-2.0
// What must hold for any working time: drawn by seed, so that a failure can be seen again.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "asked.h"
#include "quota/proration.h"

namespace paceline {
namespace {

const Period kMonth = parse_period("2026-03")->span;

class Draw {
 public:
  explicit Draw(unsigned seed) : engine_(seed) {}
  int to(int largest) { return static_cast<int>(engine_() % static_cast<unsigned>(largest + 1)); }
  Day day() { return kMonth.from + to(kMonth.days() - 1); }

  WorkTime time() {
    WorkTime time = full_time();
    for (int i = to(4); i > 0; --i) time.calendar.exceptions[day()] = {to(2) * 240, "a day"};
    if (to(1) == 1) time.weeks = {{day(), {to(480), to(480), to(480), to(480), to(480), 0, 0}}};
    if (to(1) == 1) time.ramp = Ramp{day(), {{0, to(5000)}, {7, 5000 + to(5000)}}};
    for (int i = to(2); i > 0; --i) time.leaves.push_back(leave());
    return time;
  }
  Leave leave() {
    const Day from = day();
    return {{from, from + 1 + to(6)}, to(1) == 1 ? std::optional(1 + to(479)) : std::nullopt};
  }
  Quota quota() { return quota_of(to(2000)); }

 private:
  std::mt19937 engine_;
};

std::int64_t asked(const Quota& quota, const WorkTime& time) {
  return prorate(asked_days(quota, time, kMonth), time.calendar).amount;
}

constexpr unsigned kSeeds = 500;

TEST(ProrationProperty, NeverGrowsByLeave) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    Draw draw(seed);
    WorkTime time = draw.time();
    const Quota quota = draw.quota();
    const std::int64_t before = asked(quota, time);
    time.leaves.push_back(draw.leave());
    ASSERT_LE(asked(quota, time), before) << "seed " << seed;
  }
}

TEST(ProrationProperty, NeverGrowsByAHoliday) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    Draw draw(seed);
    WorkTime time = draw.time();
    const Quota quota = draw.quota();
    const std::int64_t before = asked(quota, time);
    time.calendar.exceptions[draw.day()] = {0, "closed"};
    ASSERT_LE(asked(quota, time), before) << "seed " << seed;
  }
}

TEST(ProrationProperty, TheOrderOfEditsDoesNotMatter) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    Draw draw(seed);
    WorkTime time = draw.time();
    for (int i = 0; i < 3; ++i) time.leaves.push_back(draw.leave());
    const Quota quota = draw.quota();
    const std::int64_t before = asked(quota, time);
    std::reverse(time.leaves.begin(), time.leaves.end());
    ASSERT_EQ(asked(quota, time), before) << "seed " << seed;
  }
}

/// The plan of the first days and that of the rest are the whole quota, wherever it is cut.
TEST(ProrationProperty, TheDaysOfAPeriodAddUpToIt) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    Draw draw(seed);
    const WorkTime time = draw.time();
    const Quota quota = draw.quota();
    const auto days = asked_days(quota, time, kMonth);
    double sum = 0;
    for (const QuotaDay& day : days) {
      sum += planned_until(days, time.calendar, day.day, 1) - planned_until(days, time.calendar, day.day, 0);
    }
    const double whole = planned_until(days, time.calendar, kMonth.to, 0);
    ASSERT_NEAR(sum, whole, 1e-6) << "seed " << seed;
    ASSERT_EQ(prorate(days, time.calendar).amount, std::int64_t(whole + 0.5 + 1e-9)) << "seed " << seed;
  }
}

TEST(ProrationProperty, AVersionThatChangesNothingChangesNothing) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    Draw draw(seed);
    const WorkTime time = draw.time();
    Quota quota = draw.quota();
    const std::int64_t before = asked(quota, time);
    quota.versions.push_back(quota.versions.front());
    quota.versions.back().from = draw.day();
    ASSERT_EQ(asked(quota, time), before) << "seed " << seed;
  }
}

TEST(ProrationProperty, ThePartsAreTheDifference) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    Draw draw(seed);
    const WorkTime time = draw.time();
    const Proration result = prorate(asked_days(draw.quota(), time, kMonth), time.calendar);
    std::int64_t taken = 0;
    for (const ProrationPart& part : result.parts) {
      if (part.why != ProrationWhy::ramp) taken += part.minutes;
    }
    ASSERT_EQ(result.minutes_full - taken, result.minutes) << "seed " << seed;
  }
}

}  // namespace
}  // namespace paceline
