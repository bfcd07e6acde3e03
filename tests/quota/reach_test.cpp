// SPDX-License-Identifier: Apache-2.0
#include "quota/reach.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "stats/limits.h"
#include "stats/poisson.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

ReachInput sales() {
  return {.prior = {.shape = 0.5, .days = 0}, .done = 11, .elapsed_days = 40, .remaining_days = 23, .quota = 20};
}

TEST(Reach, WorkedExample) {
  const auto reach = reach_of(sales());
  ASSERT_TRUE(reach);
  EXPECT_NEAR(reach->projection->mean, 17.6125, 1e-12);
  EXPECT_NEAR(*reach->pace_ratio, 0.86625, 1e-12);
  EXPECT_NEAR(*reach->needed_per_day, 0.3913043478, 1e-10);
  EXPECT_NEAR(*reach->p_reach, 0.2544759499, 1e-10);
  EXPECT_NEAR(*reach->p_reach_plugin_poisson, 0.1880682996, 1e-10);
  EXPECT_EQ(reach->projection->p10, 14);
  EXPECT_EQ(reach->projection->p50, 17);
  EXPECT_EQ(reach->projection->p90, 22);
}

TEST(Reach, ContactsOfThePictures) {
  // 88 of 150 after 40 of 63 days: pace 92 %, chance 12 %, likely 128 to 151 with 139 in the middle.
  const auto reach = reach_of({.prior = {}, .done = 88, .elapsed_days = 40, .remaining_days = 23, .quota = 150});
  ASSERT_TRUE(reach);
  EXPECT_NEAR(*reach->pace_ratio, 0.924, 1e-12);
  EXPECT_NEAR(*reach->p_reach, 0.12, 0.005);
  EXPECT_EQ(reach->projection->p10, 128);
  EXPECT_EQ(reach->projection->p50, 139);
  EXPECT_EQ(reach->projection->p90, 151);
}

TEST(Reach, ClosedFormOfTheGeometric) {
  // Gamma(1, 1) and one day to come: the coming count is j with probability 2^-(j + 1).
  for (std::int64_t quota = 1; quota <= 40; ++quota) {
    const auto reach =
        reach_of({.prior = {.shape = 1, .days = 1}, .done = 0, .elapsed_days = 0, .remaining_days = 1, .quota = quota});
    EXPECT_NEAR(*reach->p_reach / std::pow(0.5, static_cast<double>(quota)), 1, 1e-12) << quota;
    EXPECT_EQ(reach->projection->p10, 0);
    EXPECT_EQ(reach->projection->p50, 0);
    EXPECT_EQ(reach->projection->p90, 3);
    EXPECT_DOUBLE_EQ(reach->projection->mean, 1);
  }
}

TEST(Reach, NothingElapsedAndNothingKnown) {
  const auto reach = reach_of({.prior = {}, .done = 0, .elapsed_days = 0, .remaining_days = 63, .quota = 20});
  ASSERT_TRUE(reach);
  EXPECT_FALSE(reach->projection || reach->p_reach || reach->p_reach_plugin_poisson || reach->pace_ratio);
  EXPECT_DOUBLE_EQ(*reach->needed_per_day, 20.0 / 63);
}

TEST(Reach, AHistorySpeaksBeforeTheFirstDay) {
  const auto reach =
      reach_of({.prior = {.shape = 10.5, .days = 20}, .done = 0, .elapsed_days = 0, .remaining_days = 40, .quota = 20});
  EXPECT_DOUBLE_EQ(reach->projection->mean, 21);
  EXPECT_TRUE(reach->p_reach);
  EXPECT_FALSE(reach->p_reach_plugin_poisson);
  EXPECT_FALSE(reach->pace_ratio);
}

TEST(Reach, NoDayLeftIsSettled) {
  auto input = sales();
  input.remaining_days = 0;
  const auto missed = reach_of(input);
  EXPECT_EQ(missed->projection->mean, 11);
  EXPECT_EQ(missed->projection->p10, 11);
  EXPECT_EQ(missed->projection->p90, 11);
  EXPECT_EQ(missed->p_reach, 0);
  EXPECT_EQ(missed->p_reach_plugin_poisson, 0);
  EXPECT_EQ(missed->needed_per_day, std::nullopt);
  input.done = 20;
  const auto made = reach_of(input);
  EXPECT_EQ(made->p_reach, 1);
  EXPECT_EQ(made->needed_per_day, 0);
}

TEST(Reach, ReachedIsCertainWhateverIsKnown) {
  for (const std::int64_t done : {20, 21, 1000})
    for (const double elapsed : {0.0, 40.0})
      for (const double remaining : {0.0, 23.0}) {
        const auto reach =
            reach_of({.prior = {}, .done = done, .elapsed_days = elapsed, .remaining_days = remaining, .quota = 20});
        EXPECT_EQ(reach->p_reach, 1);
        EXPECT_EQ(reach->p_reach_plugin_poisson, 1);
        EXPECT_EQ(reach->needed_per_day, 0);
      }
}

TEST(Reach, AQuotaOfZeroIsReachedAndHasNoPace) {
  const auto reach = reach_of({.prior = {}, .done = 0, .elapsed_days = 5, .remaining_days = 5, .quota = 0});
  EXPECT_EQ(reach->p_reach, 1);
  EXPECT_EQ(reach->pace_ratio, std::nullopt);
  EXPECT_EQ(reach->needed_per_day, 0);
}

TEST(Reach, NothingDoneIsUnlikelyButNotHopeless) {
  const auto reach = reach_of({.prior = {}, .done = 0, .elapsed_days = 10, .remaining_days = 10, .quota = 3});
  EXPECT_EQ(reach->pace_ratio, 0);
  EXPECT_GT(*reach->p_reach, 0);
  EXPECT_LT(*reach->p_reach, 0.1);
  EXPECT_EQ(reach->p_reach_plugin_poisson, 0);
}

TEST(Reach, APriorThatExcludesEventsKnowsNothing) {
  const auto reach =
      reach_of({.prior = {.shape = 0, .days = 5}, .done = 0, .elapsed_days = 10, .remaining_days = 10, .quota = 3});
  EXPECT_FALSE(reach->projection || reach->p_reach);
}

TEST(Reach, RefusesImpossibleInputs) {
  struct Row {
    const char* code;
    void (*spoil)(ReachInput&);
  };
  constexpr auto kDays = "quota.reach.days.out_of_range";
  constexpr auto kCount = "quota.reach.count.out_of_range";
  for (const Row& row :
       {Row{kCount, [](ReachInput& input) { input.done = -1; }},
        Row{kCount, [](ReachInput& input) { input.quota = -1; }},
        Row{kCount, [](ReachInput& input) { input.done = stats::kLargestCount + 1; }},
        Row{kCount, [](ReachInput& input) { input.quota = std::numeric_limits<std::int64_t>::max(); }},
        Row{kDays, [](ReachInput& input) { input.elapsed_days = -1; }},
        Row{kDays, [](ReachInput& input) { input.elapsed_days = kNotANumber; }},
        Row{kDays, [](ReachInput& input) { input.remaining_days = -0.001; }},
        Row{kDays, [](ReachInput& input) { input.remaining_days = kInfinity; }},
        Row{kDays, [](ReachInput& input) { input.prior.days = -1; }},
        Row{"quota.reach.shape.out_of_range", [](ReachInput& input) { input.prior.shape = -0.5; }},
        Row{"quota.reach.shape.out_of_range", [](ReachInput& input) { input.prior.shape = kNotANumber; }},
        Row{"quota.reach.result.out_of_range", [](ReachInput& input) { input.remaining_days = 1e300; }},
        Row{"quota.reach.result.out_of_range", [](ReachInput& input) { input.elapsed_days = 1e-310; }}}) {
    ReachInput input = sales();
    row.spoil(input);
    EXPECT_EQ(code_of(reach_of(input)), row.code);
  }
  EXPECT_EQ(code_of(projection_at(sales(), -1)), kDays);
  EXPECT_EQ(code_of(projection_at(sales(), kNotANumber)), kDays);
}

TEST(Reach, HugeQuotasAreTold) {
  const std::int64_t trillion = 1'000'000'000'000;
  const auto reach =
      reach_of({.prior = {}, .done = trillion / 2, .elapsed_days = 30, .remaining_days = 30, .quota = trillion});
  ASSERT_TRUE(reach);
  EXPECT_NEAR(*reach->p_reach, 0.5, 1e-5);
  EXPECT_NEAR(reach->projection->mean, 1e12, 1);
}

TEST(Reach, FallsWithTheQuotaAndRisesWithWhatIsDone) {
  testing_support::Random random;
  for (int i = 0; i < 300; ++i) {
    ReachInput input{.prior = {.shape = 0.5 + static_cast<double>(random.between(0, 9)),
                               .days = static_cast<double>(random.between(0, 19))},
                     .done = random.between(0, 199),
                     .elapsed_days = 1 + static_cast<double>(random.between(0, 59)),
                     .remaining_days = 1 + static_cast<double>(random.between(0, 59)),
                     .quota = random.between(0, 499)};
    const double before = *reach_of(input)->p_reach;
    ++input.quota;
    ASSERT_LE(*reach_of(input)->p_reach, before) << "case " << i;
    --input.quota;
    ++input.done;
    ASSERT_GE(*reach_of(input)->p_reach, before) << "case " << i;
  }
}

TEST(Reach, QuantilesAreOrderedAndTheMeanIsAmongThem) {
  testing_support::Random random;
  for (int i = 0; i < 300; ++i) {
    const auto done = random.between(0, 299);
    const auto projection =
        *reach_of({.prior = {}, .done = done, .elapsed_days = 10, .remaining_days = 12.5, .quota = 100})->projection;
    ASSERT_LE(done, projection.p10);
    ASSERT_LE(projection.p10, projection.p50);
    ASSERT_LE(projection.p50, projection.p90);
    ASSERT_LE(static_cast<double>(projection.p10), projection.mean);
    ASSERT_GE(static_cast<double>(projection.p90) + 1, projection.mean);
  }
}

TEST(Reach, ALongHistoryComesCloseToThePlugIn) {
  const auto input =
      ReachInput{.prior = {}, .done = 1'100'000, .elapsed_days = 4'000'000, .remaining_days = 23, .quota = 1'100'009};
  const auto reach = reach_of(input);
  EXPECT_NEAR(*reach->p_reach, *reach->p_reach_plugin_poisson, 1e-5);
}

TEST(ProjectionAt, IsTheWholeRestAtTheEndAndWhatIsDoneNow) {
  const auto end = projection_at(sales(), 23);
  EXPECT_EQ((*end)->p10, 14);
  EXPECT_EQ((*end)->p90, 22);
  const auto now = projection_at(sales(), 0);
  EXPECT_EQ((*now)->p10, 11);
  EXPECT_EQ((*now)->mean, 11);
  EXPECT_EQ((*now)->p90, 11);
}

TEST(ProjectionAt, TheFanRisesAndOpens) {
  Projection before = **projection_at(sales(), 0);
  for (double day = 1; day <= 23; ++day) {
    const auto slice = **projection_at(sales(), day);
    EXPECT_GE(slice.p10, before.p10) << day;
    EXPECT_GE(slice.p50, before.p50) << day;
    EXPECT_GE(slice.p90, before.p90) << day;
    before = slice;
  }
  EXPECT_GE(before.p90 - before.p10, 8);
}

TEST(ProjectionAt, IsAbsentWhereNothingIsKnown) {
  const auto slice = projection_at({.prior = {}, .done = 0, .elapsed_days = 0, .remaining_days = 9, .quota = 1}, 1);
  ASSERT_TRUE(slice);
  EXPECT_FALSE(*slice);
}

TEST(PaceBand, WorkedExample) {
  EXPECT_EQ(pace_band(2)->low, 0);
  EXPECT_EQ(pace_band(2)->high, 4);
}

TEST(PaceBand, HoldsWhatIsExpected) {
  for (double expected = 0; expected < 400; expected += 0.37) {
    const auto band = pace_band(expected);
    ASSERT_LE(static_cast<double>(band->low), expected);
    ASSERT_GE(static_cast<double>(band->high) + 1, expected);
  }
  EXPECT_EQ(pace_band(0)->high, 0);
}

TEST(PaceBand, RefusesNoExpectation) {
  EXPECT_EQ(code_of(pace_band(-1)), "stats.mean.out_of_range");
  EXPECT_EQ(code_of(pace_band(kNotANumber)), "stats.mean.out_of_range");
  EXPECT_EQ(code_of(pace_band(5, 0, 0.9)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(pace_band(5, 0.1, 1)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(pace_band(1e200)), "stats.result.out_of_range");
}

TEST(PriorFromHistory, WorkedExample) {
  const auto prior = prior_from_history(30, 60, 20);
  EXPECT_DOUBLE_EQ(prior->shape, 10.5);
  EXPECT_DOUBLE_EQ(prior->days, 20);
}

TEST(PriorFromHistory, AShortHistoryIsWorthItsOwnLength) {
  const auto prior = prior_from_history(3, 6, 20);
  EXPECT_DOUBLE_EQ(prior->shape, 3.5);
  EXPECT_DOUBLE_EQ(prior->days, 6);
}

TEST(PriorFromHistory, NoHistoryOrNoStrengthIsTheDefault) {
  for (const auto& prior : {prior_from_history(0, 0, 20), prior_from_history(30, 60, 0)}) {
    ASSERT_TRUE(prior);
    EXPECT_EQ(prior->shape, PacePrior{}.shape);
    EXPECT_EQ(prior->days, 0);
  }
}

TEST(PriorFromHistory, RefusesImpossibleHistories) {
  EXPECT_EQ(code_of(prior_from_history(1, 0, 20)), "quota.reach.history.no_exposure");
  EXPECT_EQ(code_of(prior_from_history(-1, 5, 20)), "quota.reach.count.out_of_range");
  EXPECT_EQ(code_of(prior_from_history(1, -5, 20)), "quota.reach.days.out_of_range");
  EXPECT_EQ(code_of(prior_from_history(1, 5, kNotANumber)), "quota.reach.days.out_of_range");
}

}  // namespace
}  // namespace paceline
