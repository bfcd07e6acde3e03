// SPDX-License-Identifier: Apache-2.0
// Many rates at once, and rates watched over time: control limits, many tests, strata, charts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "stats/binomial.h"
#include "stats/control_limits.h"
#include "stats/many_tests.h"
#include "stats/strata.h"
#include "stats/watching.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

TEST(FunnelPlot, WorkedExample) {
  const auto limits = funnel_plot_limits(0.25, 20, 0.05);
  ASSERT_TRUE(limits);
  EXPECT_NEAR(limits->low, 0.05051336643, 1e-10);
  EXPECT_NEAR(limits->high, 0.4294248446, 1e-10);
}

TEST(FunnelPlot, OneTrialTellsNothingAndManyNarrowIt) {
  const auto one = funnel_plot_limits(0.25, 1, 0.05);
  EXPECT_EQ(one->low, 0);
  EXPECT_NEAR(one->high, 0.9, 1e-12);
  const auto many = funnel_plot_limits(0.25, 1'000'000'000, 0.002);
  EXPECT_NEAR(many->low, 0.25 - 3.0902 * std::sqrt(0.1875 / 1e9), 1e-8);
  EXPECT_NEAR(many->high, 0.25 + 3.0902 * std::sqrt(0.1875 / 1e9), 1e-8);
}

TEST(FunnelPlot, LimitsLieAroundTheRate) {
  testing_support::Random random;
  for (int i = 0; i < 300; ++i) {
    const double theta = static_cast<double>(random.between(1, 999)) / 1000;
    const std::int64_t n = random.between(1, 3000);
    const auto wide = funnel_plot_limits(theta, n, 0.002), slim = funnel_plot_limits(theta, n, 0.05);
    ASSERT_TRUE(wide && slim);
    ASSERT_LE(wide->low, slim->low + 1e-12) << theta << ' ' << n;
    ASSERT_GE(wide->high, slim->high - 1e-12) << theta << ' ' << n;
    ASSERT_LE(slim->low, theta + 1.0 / static_cast<double>(n));
    ASSERT_GE(slim->high, theta - 1.0 / static_cast<double>(n));
  }
  for (const double theta : {0.0, 1.0, kNotANumber})
    EXPECT_EQ(code_of(funnel_plot_limits(theta, 5, 0.05)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(funnel_plot_limits(0.5, 0, 0.05)), "stats.trials.not_positive");
}

TEST(Overdispersion, WorkedExample) {
  const std::vector<Tally> reps{{2, 10}, {9, 40}, {0, 6}, {22, 50}, {5, 30}, {1, 25}, {14, 35}, {4, 20}};
  const auto found = overdispersion_of(reps, 0.2639, 0.1);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->phi, 1.951435403, 1e-9);
  EXPECT_NEAR(found->tau2, 0.009201253963, 1e-11);
  EXPECT_NEAR(found->z_random[3], 1.539392727, 1e-8);
  EXPECT_NEAR(found->p_two_sided[5], 0.01108482474, 1e-10);
}

TEST(Overdispersion, OneRepAndEqualRepsHaveNoSpread) {
  EXPECT_EQ(overdispersion_of(std::vector<Tally>{{9, 10}}, 0.5, 0.1)->tau2, 0);
  EXPECT_EQ(overdispersion_of(std::vector<Tally>(5, Tally{5, 10}), 0.5, 0.1)->tau2, 0);
  EXPECT_EQ(code_of(overdispersion_of({}, 0.5, 0.1)), "stats.counts.empty");
  EXPECT_EQ(code_of(overdispersion_of(std::vector<Tally>{{1, 2}}, 0.5, 0.5)), "stats.probability.out_of_range");
}

const std::vector<double> kNeuhaus{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                   0.0459, 0.324,  0.4262, 0.5719, 0.6528, 0.759,  1.0};

TEST(ManyTests, WorkedExample) {
  const auto adjusted = adjusted_for_many(kNeuhaus);
  ASSERT_TRUE(adjusted);
  EXPECT_NEAR((*adjusted)[3], 0.035625, 1e-15);
  EXPECT_NEAR((*adjusted)[5], (*adjusted)[6], 1e-15);
  EXPECT_EQ(number_of(rejected_at(*adjusted, 0.05)), 4);
  EXPECT_EQ(*bonferroni_rejected(kNeuhaus, 0.05), 3);
}

TEST(ManyTests, NoneAndOne) {
  EXPECT_TRUE(adjusted_for_many({})->empty());
  EXPECT_EQ(*bonferroni_rejected({}, 0.05), 0);
  EXPECT_EQ((*adjusted_for_many(std::vector<double>{0.03}))[0], 0.03);
  EXPECT_EQ(code_of(adjusted_for_many(std::vector<double>{0.1, 1.5})), "stats.probability.out_of_range");
  EXPECT_EQ(code_of(adjusted_for_many(std::vector<double>{kNotANumber})), "stats.probability.out_of_range");
}

TEST(ManyTests, OrderDoesNotMatterAndNothingBecomesMoreRemarkable) {
  testing_support::Random random;
  for (int i = 0; i < 100; ++i) {
    std::vector<double> p;
    for (std::int64_t j = random.between(1, 40); j > 0; --j)
      p.push_back(static_cast<double>(random.between(0, 50)) / 50);
    auto turned = p;
    std::ranges::reverse(turned);
    const auto one = *adjusted_for_many(p), other = *adjusted_for_many(turned);
    const auto dependent = *adjusted_for_many(p, Dependence::any);
    for (std::size_t j = 0; j < p.size(); ++j) {
      ASSERT_EQ(one[j], other[p.size() - 1 - j]);
      ASSERT_GE(one[j], p[j] - 1e-15);
      ASSERT_GE(dependent[j], one[j] - 1e-15);
      ASSERT_LE(dependent[j], 1);
    }
  }
}

TEST(Strata, WorkedExample) {
  const auto found = standardised(std::vector<Tally>{{81, 87}, {192, 263}}, std::vector<Tally>{{234, 270}, {55, 80}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(*found->raw_a, 0.78, 1e-15);
  EXPECT_NEAR(*found->a, 0.8325462174, 1e-10);
  EXPECT_NEAR(*found->b, 0.778875, 1e-12);
  EXPECT_NEAR(*found->odds_ratio, 1.446846625, 1e-9);
  EXPECT_NEAR(*found->chi2, 2.433855516, 1e-9);
  EXPECT_NEAR(*found->chi2_corrected, 2.09125685, 1e-8);
}

TEST(Strata, WhatCannotBeToldIsAbsent) {
  const auto missing = standardised(std::vector<Tally>{{1, 2}, {0, 0}}, std::vector<Tally>{{1, 2}, {1, 3}});
  EXPECT_TRUE(missing->raw_a && missing->odds_ratio);
  EXPECT_FALSE(missing->a || missing->b);
  const auto none = standardised(std::vector<Tally>{{0, 0}}, std::vector<Tally>{{0, 0}});
  EXPECT_FALSE(none->raw_a || none->a || none->odds_ratio || none->chi2);
  EXPECT_FALSE(standardised(std::vector<Tally>{{2, 2}}, std::vector<Tally>{{3, 3}})->odds_ratio);
  EXPECT_EQ(code_of(standardised({}, {})), "stats.counts.empty");
  EXPECT_EQ(code_of(standardised(std::vector<Tally>{{0, 1}}, {})), "stats.lengths.differ");
}

TEST(Strata, OneStratumNeedsNoStandard) {
  testing_support::Random random;
  for (int i = 0; i < 100; ++i) {
    const std::int64_t n = random.between(1, 50), m = random.between(1, 50);
    const std::vector<Tally> a{{random.between(0, n), n}}, b{{random.between(0, m), m}};
    const auto found = standardised(a, b);
    ASSERT_NEAR(*found->a, *found->raw_a, 1e-12);
    ASSERT_NEAR(*found->b, *found->raw_b, 1e-12);
  }
}

TEST(Ewma, WorkedExample) {
  const std::vector<double> x{52.0, 47.0, 53.0};
  const auto chart = ewma_of(x, 50, 2.0539, 0.3, 3);
  ASSERT_TRUE(chart);
  EXPECT_NEAR(chart->z[2], 50.564, 1e-12);
  EXPECT_NEAR(chart->high, 52.58843174, 1e-8);
  EXPECT_NEAR(chart->high_first, 51.84851, 1e-10);
  EXPECT_TRUE(chart->alarms.empty());
  EXPECT_EQ(ewma_of(std::vector<double>{50, 90}, 50, 2, 0.3, 3)->alarms, std::vector<std::int64_t>{2});
  EXPECT_TRUE(ewma_of({}, 50, 2, 0.3, 3)->z.empty());
  EXPECT_EQ(code_of(ewma_of(x, 50, 2, 0, 3)), "stats.probability.out_of_range");
  EXPECT_EQ(code_of(ewma_of(x, kNotANumber, 2, 0.3, 3)), "stats.value.out_of_range");
}

TEST(Cusum, WorkedExample) {
  std::vector<bool> calls(20, false);
  calls[2] = calls[7] = true;
  const auto cusum = bernoulli_cusum(calls, 0.25, 0.10, 2);
  ASSERT_TRUE(cusum);
  EXPECT_NEAR(cusum->path[0], std::log(0.9 / 0.75), 1e-15);
  EXPECT_EQ(cusum->path[2], 0);
  EXPECT_EQ(cusum->alarm_at, 19);
  EXPECT_FALSE(bernoulli_cusum({}, 0.25, 0.1, 2)->alarm_at);
  EXPECT_EQ(code_of(bernoulli_cusum(calls, 0, 0.1, 2)), "stats.chance.out_of_range");
  EXPECT_EQ(code_of(bernoulli_cusum(calls, 0.2, 0.1, 0)), "stats.value.out_of_range");
}

TEST(Sequential, WorkedExample) {
  const Tally tally{.successes = 9, .trials = 20};
  const auto sprt = sprt_of(tally, 0.2, 0.4, 0.05, 0.2);
  EXPECT_NEAR(sprt->ratio, 3.073821828, 1e-9);
  EXPECT_EQ(sprt->verdict, Verdict::reject);
  const auto e = e_value_of(tally, 0.2, {.a = 0.5, .b = 0.5}, 0.05);
  EXPECT_NEAR(e->any, 4.222839745, 1e-8);
  EXPECT_NEAR(e->worse, 5.960085241, 1e-8);
  EXPECT_FALSE(e->alarm);
}

TEST(Sequential, NothingSeenIsNoEvidenceAndMuchIsNoOverflow) {
  EXPECT_EQ(sprt_of({}, 0.2, 0.4, 0.05, 0.2)->ratio, 0);
  EXPECT_NEAR(e_value_of({}, 0.2, {.a = 0.5, .b = 0.5}, 0.05)->any, 1, 1e-12);
  const auto sure = e_value_of({.successes = 1'000'000, .trials = 1'000'000}, 0.001, {.a = 0.5, .b = 0.5}, 0.05);
  EXPECT_TRUE(sure->alarm);
  EXPECT_TRUE(std::isfinite(sure->any) && std::isfinite(sure->worse));
  EXPECT_EQ(code_of(e_value_of({}, 0.2, {.a = 0, .b = 0.5}, 0.05)), "stats.shape.out_of_range");
}

/// Ville: under p0 the e-value reaches 1 / alpha, at any look, with at most alpha.
TEST(Sequential, WatchingAllTheTimeAlarmsRarely) {
  testing_support::Random random;
  int alarms = 0;
  constexpr int kRuns = 1000;
  for (int run = 0; run < kRuns; ++run) {
    Tally tally;
    bool alarm = false;
    for (int event = 0; event < 100 && !alarm; ++event) {
      ++tally.trials;
      tally.successes += random.between(1, 10) <= 3 ? 1 : 0;
      alarm = e_value_of(tally, 0.3, {.a = 0.5, .b = 0.5}, 0.05)->alarm;
    }
    alarms += alarm ? 1 : 0;
  }
  EXPECT_LT(alarms, kRuns * 0.05 + 4 * std::sqrt(kRuns * 0.05 * 0.95));
}

}  // namespace
}  // namespace paceline::stats
