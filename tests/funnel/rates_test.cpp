// SPDX-License-Identifier: Apache-2.0
#include "funnel/rates.h"

#include <gtest/gtest.h>

#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts kReference{1500, 1000, 20, 15, 10, 5};

TEST(FunnelRates, WorkedExample) {
  const auto rates = funnel_rates(kReference);
  ASSERT_TRUE(rates);
  ASSERT_EQ(rates->steps.size(), 5U);
  EXPECT_DOUBLE_EQ(*rates->steps[0], 2.0 / 3);
  EXPECT_DOUBLE_EQ(*rates->steps[1], 0.02);
  EXPECT_DOUBLE_EQ(*rates->steps[2], 0.75);
  EXPECT_DOUBLE_EQ(*rates->steps[4], 0.5);
  EXPECT_DOUBLE_EQ(*rates->end_to_end, 1.0 / 300);
  EXPECT_DOUBLE_EQ(*rates->per_sale, 300);
}

TEST(JeffreysSteps, WorkedExample) {
  const auto intervals = jeffreys_steps(kReference);
  ASSERT_TRUE(intervals);
  ASSERT_EQ(intervals->steps.size(), 5U);
  EXPECT_NEAR(intervals->steps[1]->low, 0.01265104433, 1e-11);
  EXPECT_NEAR(intervals->steps[1]->high, 0.03011690712, 1e-11);
  EXPECT_NEAR(intervals->end_to_end->low, 0.001273016745, 1e-12);
  EXPECT_NEAR(intervals->end_to_end->high, 0.007290961295, 1e-12);
}

TEST(FunnelRates, ARateOverNothingIsAbsentAndNotZero) {
  const auto rates = funnel_rates(Counts{10, 0, 0});
  ASSERT_TRUE(rates);
  EXPECT_EQ(rates->steps[0], 0);
  EXPECT_EQ(rates->steps[1], std::nullopt);
  EXPECT_EQ(rates->end_to_end, 0);
  EXPECT_EQ(rates->per_sale, std::nullopt);
  const auto intervals = jeffreys_steps(Counts{10, 0, 0});
  EXPECT_EQ(intervals->steps[0]->low, 0);
  EXPECT_FALSE(intervals->steps[1]);
  EXPECT_EQ(intervals->end_to_end->low, 0);
}

TEST(FunnelRates, AnEmptyFunnelHasNoRates) {
  const auto rates = funnel_rates(Counts{0, 0});
  EXPECT_FALSE(rates->steps[0] || rates->end_to_end || rates->per_sale);
  const auto intervals = jeffreys_steps(Counts{0, 0});
  EXPECT_FALSE(intervals->steps[0] || intervals->end_to_end);
}

TEST(FunnelRates, OneCountIsAFunnelWithoutSteps) {
  const auto rates = funnel_rates(Counts{7});
  EXPECT_TRUE(rates->steps.empty());
  EXPECT_EQ(rates->end_to_end, 1);
  EXPECT_EQ(rates->per_sale, 1);
  EXPECT_EQ(jeffreys_steps(Counts{7})->end_to_end->high, 1);
  EXPECT_FALSE(funnel_rates(Counts{0})->end_to_end);
}

TEST(FunnelRates, EveryoneGoesOn) {
  const auto intervals = jeffreys_steps(Counts{4, 4});
  EXPECT_EQ(intervals->steps[0]->high, 1);
  EXPECT_LT(intervals->steps[0]->low, 1);
}

TEST(FunnelRates, RefusesWhatIsNoFunnel) {
  struct Row {
    Counts counts;
    const char* code;
    const char* field;
  };
  for (const Row& row :
       {Row{{}, "funnel.counts.empty", "/counts"}, Row{{-1}, "funnel.counts.out_of_range", "/counts/0"},
        Row{{10, -1}, "funnel.counts.out_of_range", "/counts/1"},
        Row{{stats::kLargestCount + 1}, "funnel.counts.out_of_range", "/counts/0"},
        Row{{10, 11}, "funnel.counts.rising", "/counts/1"}, Row{{10, 5, 6}, "funnel.counts.rising", "/counts/2"},
        Row{{0, 1}, "funnel.counts.rising", "/counts/1"}}) {
    EXPECT_EQ(code_of(funnel_rates(row.counts)), row.code);
    EXPECT_EQ(code_of(jeffreys_steps(row.counts)), row.code);
    EXPECT_EQ(funnel_rates(row.counts).error().field, row.field);
  }
}

TEST(JeffreysSteps, RefusesAConfidenceEvenWithoutSteps) {
  for (const double confidence : {0.0, 1.0, 95.0})
    for (const Counts& counts : {Counts{0}, Counts{5, 2}})
      EXPECT_EQ(code_of(jeffreys_steps(counts, confidence)), "stats.confidence.out_of_range");
}

TEST(FunnelRates, StepsMultiplyToTheEndAndIntervalsHoldThem) {
  testing_support::Random random;
  for (int i = 0; i < 500; ++i) {
    Counts counts{random.between(1, 1'000'000'000)};
    while (counts.size() < 6 && counts.back() > 1) counts.push_back(random.between(1, counts.back()));
    const auto rates = funnel_rates(counts);
    const auto intervals = jeffreys_steps(counts);
    double product = 1;
    for (std::size_t step = 0; step < rates->steps.size(); ++step) {
      product *= *rates->steps[step];
      ASSERT_LE(intervals->steps[step]->low, *rates->steps[step]) << "case " << i;
      ASSERT_GE(intervals->steps[step]->high, *rates->steps[step]) << "case " << i;
    }
    ASSERT_NEAR(product / *rates->end_to_end, 1, 1e-12) << "case " << i;
    ASSERT_NEAR(*rates->per_sale * *rates->end_to_end, 1, 1e-12) << "case " << i;
  }
}

}  // namespace
}  // namespace paceline
