// SPDX-License-Identifier: Apache-2.0
// What surrounds a plan: better steps, minutes, attempts, coverage, bookings, steady starts, the mix of channels.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "plan/attempts.h"
#include "plan/better_step.h"
#include "plan/coverage.h"
#include "plan/minutes.h"
#include "plan/mix.h"
#include "plan/steady.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts kReference{1500, 1000, 20, 15, 10, 5};
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

TEST(BetterStep, WorkedExample) {
  const auto steps = better_steps(kReference, 5, 1.1);
  ASSERT_TRUE(steps);
  EXPECT_NEAR((*steps)[1].new_rate, 0.02195608782, 1e-11);
  EXPECT_EQ((*steps)[1].dials, 1836);
  EXPECT_EQ((*steps)[1].dials_saved, 179);
  EXPECT_EQ((*steps)[2].dials_saved, 45);
}

TEST(BetterStep, PaysMostAtTheLowestRateAndNothingAtOne) {
  const auto steps = *better_steps(Counts{100, 100, 50, 5}, 2, 1.5);
  EXPECT_EQ(steps[0].lift, 1);
  EXPECT_EQ(steps[0].dials_saved, 0);
  EXPECT_GT(steps[2].lift, steps[1].lift);
  EXPECT_EQ(code_of(better_steps(Counts{10, 0}, 1, 1.1)), "plan.rate.zero");
  EXPECT_EQ(code_of(better_steps(kReference, 1, 0)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(better_steps(kReference, 1, kNotANumber)), "stats.value.out_of_range");
}

const std::vector<StepMinutes> kMinutes{{0.5, 0.25}, {0.75, 0.5}, {4, 6}, {3, 5}, {30, 60}};

TEST(Minutes, WorkedExample) {
  const auto found = selling_minutes(kReference, kMinutes);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->per_dial, 1.246666667, 1e-9);
  EXPECT_NEAR(*found->per_sale, 374, 1e-9);
  EXPECT_NEAR(found->mean(2015), 2512.033333, 1e-6);
  EXPECT_NEAR(found->deviation(2015), 213.1388107, 1e-6);
}

TEST(Minutes, NobodyCostsNothing) {
  const auto none = selling_minutes(Counts{0, 0}, std::vector<StepMinutes>{{1, 2}});
  EXPECT_EQ(none->per_dial, 0);
  EXPECT_FALSE(none->per_sale);
  EXPECT_EQ(selling_minutes(Counts{4, 4}, std::vector<StepMinutes>{{1, 2}})->deviation(9), 0);
  EXPECT_EQ(code_of(selling_minutes(kReference, {})), "stats.lengths.differ");
  EXPECT_EQ(code_of(selling_minutes(Counts{4, 4}, std::vector<StepMinutes>{{-1, 2}})), "stats.value.out_of_range");
}

TEST(Attempts, WorkedExample) {
  const std::vector<double> hazards{0.30, 0.22, 0.18, 0.14, 0.11, 0.09, 0.05, 0.03};
  const auto found = attempts_worth(hazards, 12, 1);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->reached[5], 0.6881567519, 1e-10);
  EXPECT_NEAR(found->net[5], 4.836436935, 1e-9);
  EXPECT_NEAR(found->made[7], 4.029538422, 1e-9);
  EXPECT_EQ(found->best_stop, 6);
}

TEST(Attempts, NotWorthACallIsNoCall) {
  EXPECT_EQ(attempts_worth(std::vector<double>{0.1, 0.1}, 1, 1)->best_stop, 0);
  EXPECT_EQ(attempts_worth({}, 1, 1)->best_stop, 0);
  EXPECT_EQ(attempts_worth(std::vector<double>{1, 0.5}, 2, 1)->best_stop, 1);
  EXPECT_EQ(code_of(attempts_worth(std::vector<double>{1.5}, 2, 1)), "stats.probability.out_of_range");
  EXPECT_EQ(code_of(attempts_worth({}, -2, 1)), "stats.value.out_of_range");
}

TEST(Coverage, WorkedExample) {
  const auto found = coverage_of({.successes = 1, .trials = 3}, 5, 3);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->estimates, 15);
  EXPECT_NEAR(found->chance, 0.5959352165, 1e-10);
  EXPECT_EQ(found->at80->estimates, 19);
  EXPECT_EQ(found->at95->coverage, 5);
  EXPECT_EQ(found->break_even, 3);
}

TEST(Coverage, NeverWonAndNothingNeeded) {
  const auto never = coverage_of({.successes = 0, .trials = 3}, 5, 3);
  EXPECT_EQ(never->chance, 0);
  EXPECT_FALSE(never->at80 || never->break_even);
  const auto nothing = coverage_of({.successes = 1, .trials = 3}, 0, 3);
  EXPECT_EQ(nothing->chance, 1);
  EXPECT_EQ(nothing->at80->estimates, 0);
  EXPECT_FALSE(nothing->at80->coverage);
  EXPECT_EQ(code_of(coverage_of({}, 5, 3)), "stats.trials.not_positive");
  EXPECT_EQ(code_of(coverage_of({.successes = 1, .trials = 3}, 5, 0)), "stats.value.out_of_range");
}

TEST(Bookings, WorkedExample) {
  const auto found = bookings_for({.successes = 10, .trials = 15}, 5, 0.77);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->known, 9);
  EXPECT_EQ(found->uncertain, 10);
  EXPECT_NEAR(found->show_with_reminder, 0.7433333333, 1e-10);
  EXPECT_NEAR(*found->odds_ratio, 1.448051948, 1e-9);
  EXPECT_NEAR(*found->dials_factor, 0.8968609865, 1e-10);
}

TEST(Bookings, NobodyCameAndEverybodyCame) {
  const auto nobody = bookings_for({.successes = 0, .trials = 15}, 5, 0.77);
  EXPECT_FALSE(nobody->known || nobody->odds_ratio);
  EXPECT_TRUE(nobody->uncertain);
  const auto all = bookings_for({.successes = 15, .trials = 15}, 5, 0.77);
  EXPECT_EQ(all->known, 5);
  EXPECT_EQ(all->dials_factor, 1);
  EXPECT_FALSE(all->odds_ratio);
  EXPECT_EQ(code_of(bookings_for({.successes = 1, .trials = 15}, 5, 2)), "stats.value.out_of_range");
}

TEST(Steady, WorkedExample) {
  const auto found = steady_input({.wanted_per_week = 12000, .value = 5000, .conversion = 0.15, .p_ok = 0.9},
                                  std::vector<double>{0.02, 2.0 / 3});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->starts, 16, 1e-12);
  EXPECT_NEAR(found->starts_for_no_empty_week, 15.35056729, 1e-8);
  EXPECT_NEAR(found->upstream[0], 24, 1e-12);
  EXPECT_NEAR(found->upstream[1], 1200, 1e-9);
}

TEST(Steady, RefusesWhatCannotWork) {
  EXPECT_EQ(code_of(steady_input({.wanted_per_week = 1, .value = 1, .conversion = 0, .p_ok = 0}, {})),
            "stats.probability.zero");
  EXPECT_EQ(code_of(steady_input({.wanted_per_week = 1, .value = 0, .conversion = 1, .p_ok = 0}, {})),
            "stats.value.out_of_range");
  EXPECT_EQ(code_of(steady_input({.wanted_per_week = 1, .value = 1, .conversion = 1, .p_ok = 1}, {})),
            "stats.probability.out_of_range");
  EXPECT_EQ(steady_input({.wanted_per_week = 0, .value = 1, .conversion = 1, .p_ok = 0}, {})->starts, 0);
}

const std::vector<Channel> kChannels{{1.2467, 1.0 / 300, 1200}, {2, 0.002, 500}, {25, 0.12, 6}, {8, 0.01, 40}};

TEST(Mix, WorkedExample) {
  const auto mix = cheapest_mix(kChannels, 5);
  ASSERT_TRUE(mix);
  EXPECT_NEAR(mix->minutes, 1870.04, 1e-9);
  EXPECT_NEAR(mix->starts[3], 28, 1e-9);
  EXPECT_EQ(mix->starts[1], 0);
  EXPECT_NEAR(*mix->marginal_minutes_per_win, 800, 1e-9);
}

TEST(Mix, TooMuchIsLeftUnmetAndNothingNeedsNothing) {
  const auto all = cheapest_mix(kChannels, 100);
  EXPECT_NEAR(all->unmet, 100 - 4 - 1 - 0.72 - 0.4, 1e-9);
  const auto nothing = cheapest_mix(kChannels, 0);
  EXPECT_EQ(nothing->minutes, 0);
  EXPECT_FALSE(nothing->marginal_minutes_per_win);
  EXPECT_EQ(cheapest_mix({}, 3)->unmet, 3);
  EXPECT_EQ(code_of(cheapest_mix(kChannels, -1)), "stats.value.out_of_range");
  EXPECT_EQ(code_of(cheapest_mix(std::vector<Channel>{{kNotANumber, 1, 1}}, 1)), "stats.value.out_of_range");
}

TEST(MixOfMany, WithOneNeedIsTheSimpleMix) {
  std::vector<MixedChannel> channels;
  for (const Channel& c : kChannels)
    channels.push_back({.minutes = c.minutes, .wins = {c.wins}, .least = 0, .most = c.most});
  const auto mix = cheapest_mix_of_many(channels, std::vector<double>{5});
  ASSERT_TRUE(mix && *mix);
  EXPECT_NEAR((*mix)->minutes, 1870.04, 1e-6);
}

TEST(MixOfMany, ImpossibleNeedsAreAbsent) {
  const std::vector<MixedChannel> channels{{.minutes = 1, .wins = {1}, .least = 0, .most = 3}};
  EXPECT_FALSE(*cheapest_mix_of_many(channels, std::vector<double>{4}));
  EXPECT_TRUE(*cheapest_mix_of_many(channels, std::vector<double>{3}));
  EXPECT_EQ(code_of(cheapest_mix_of_many(channels, {})), "stats.lengths.differ");
}

/// Whole-number coefficients with at most whole-number corners: every corner of the small box, cut by the needs.
TEST(MixOfMany, IsNeverWorseThanAnyPointThatWasTried) {
  testing_support::Random random;
  for (int run = 0; run < 60; ++run) {
    std::vector<MixedChannel> channels;
    for (int c = 0; c < 3; ++c)
      channels.push_back(
          {.minutes = static_cast<double>(random.between(1, 9)),
           .wins = {static_cast<double>(random.between(0, 4)), static_cast<double>(random.between(0, 4))},
           .least = static_cast<double>(random.between(0, 1)),
           .most = static_cast<double>(random.between(1, 8))});
    const std::vector<double> needs{static_cast<double>(random.between(0, 20)),
                                    static_cast<double>(random.between(0, 20))};
    const auto mix = cheapest_mix_of_many(channels, needs);
    ASSERT_TRUE(mix);
    double best = std::numeric_limits<double>::infinity();
    std::array<double, 3> x{};
    const auto won = [&](std::size_t need) {
      return x[0] * channels[0].wins[need] + x[1] * channels[1].wins[need] + x[2] * channels[2].wins[need];
    };
    const double step = 0.25;
    for (x[0] = channels[0].least; x[0] <= channels[0].most; x[0] += step)
      for (x[1] = channels[1].least; x[1] <= channels[1].most; x[1] += step)
        for (x[2] = channels[2].least; x[2] <= channels[2].most; x[2] += step)
          if (won(0) >= needs[0] && won(1) >= needs[1])
            best = std::min(best, x[0] * channels[0].minutes + x[1] * channels[1].minutes + x[2] * channels[2].minutes);
    ASSERT_EQ(mix->has_value(), std::isfinite(best));
    if (!mix->has_value()) continue;
    ASSERT_LE((*mix)->minutes, best + 1e-6);
    // No start more than a grid step from a point that was tried, so no cheaper than that allows.
    ASSERT_GE((*mix)->minutes, best - step * (channels[0].minutes + channels[1].minutes + channels[2].minutes) - 1e-6);
    for (std::size_t c = 0; c < 3; ++c) x[c] = (*mix)->starts[c];
    ASSERT_GE(won(0), needs[0] - 1e-6);
    ASSERT_GE(won(1), needs[1] - 1e-6);
  }
}

}  // namespace
}  // namespace paceline
