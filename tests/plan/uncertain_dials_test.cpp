// SPDX-License-Identifier: Apache-2.0
#include "plan/uncertain_dials.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

using Counts = std::vector<std::int64_t>;

const Counts kReference{1500, 1000, 20, 15, 10, 5};
const std::vector<double> kMasses{1, 0.9, 0.8, 0.7, 0.6, 0.5};

TEST(UncertainDials, EndToEndOfTheReferenceCase) {
  const auto rate = stats::after({.successes = 5, .trials = 1500});
  EXPECT_EQ(dials_uncertain(rate, 5, 0.80)->dials, 2309);
  EXPECT_EQ(dials_uncertain(rate, 5, 0.95)->dials, 3888);
  EXPECT_NEAR(dials_uncertain(rate, 5, 0.80)->chance, 0.8000988721, 1e-10);
  EXPECT_LT(*dials_uncertain(rate, 5, 0.80)->chance_one_fewer, 0.8);
  EXPECT_EQ(dials_uncertain(rate, 0, 0.80)->dials, 0);
}

TEST(UncertainDials, StepByStepOfTheReferenceCase) {
  auto chain = UncertainChain::of(*separate_steps(kReference), 5);
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->dials_for(0.80)->dials, 2583);
  EXPECT_EQ(chain->dials_for(0.95)->dials, 4375);
  EXPECT_NEAR(*chain->chance(2015), 0.6755296319, 1e-9);
  EXPECT_NEAR(*chain->chance(2744), 0.8252890448, 1e-9);
  EXPECT_NEAR(chain->mean_rate(), 0.003306038513, 1e-12);
}

TEST(UncertainDials, CoherentStepsSayWhatTheEndToEndViewSays) {
  auto chain = UncertainChain::of(*coherent_steps(kReference, kMasses), 5);
  ASSERT_TRUE(chain);
  EXPECT_NEAR(*chain->chance(2309), 0.8000988721, 1e-9);
  const stats::Beta whole{.a = 5.5, .b = 1495.5};
  for (const std::int64_t dials : {1, 5, 700, 2309, 3888})
    EXPECT_NEAR(*chain->chance(dials), *stats::beta_binomial_tail(dials, whole, 5), 1e-9) << dials;
}

TEST(UncertainDials, AnyCoherentFunnelAgreesAndMoreDialsNeverHurt) {
  testing_support::Random random;
  for (int i = 0; i < 10; ++i) {
    Counts counts{random.between(1, 300)};
    for (int step = 0; step < 3; ++step) counts.push_back(random.between(0, counts.back()));
    const std::vector<double> masses{2, 1.2, 0.9, 0.5};
    const std::int64_t wanted = random.between(1, 4);
    auto chain = UncertainChain::of(*coherent_steps(counts, masses), wanted);
    ASSERT_TRUE(chain);
    const stats::Beta whole{.a = 0.5 + static_cast<double>(counts.back()),
                            .b = 1.5 + static_cast<double>(counts.front() - counts.back())};
    double before = 0;
    for (std::int64_t dials = 0; dials <= 400; dials += 40) {
      const double chance = *chain->chance(dials);
      ASSERT_NEAR(chance, *stats::beta_binomial_tail(dials, whole, wanted), 1e-9) << dials;
      ASSERT_GE(chance, before - 1e-12);
      before = chance;
    }
  }
}

TEST(UncertainDials, EdgesHaveAMeaning) {
  EXPECT_EQ(code_of(UncertainChain::of({}, 5)), "plan.steps.out_of_range");
  EXPECT_EQ(code_of(UncertainChain::of({{.a = 0, .b = 1}}, 5)), "stats.shape.out_of_range");
  EXPECT_EQ(code_of(UncertainChain::of({{.a = 1, .b = 1}}, -1)), "plan.wanted.out_of_range");
  auto one = UncertainChain::of({{.a = 1, .b = 1}}, 1);
  EXPECT_NEAR(*one->chance(3), 0.75, 1e-15);
  EXPECT_EQ(*one->chance(0), 0);
  EXPECT_EQ(code_of(one->chance(-1)), "plan.dials.out_of_range");
  EXPECT_EQ(code_of(one->chance(kMostChainDials + 1)), "plan.dials.out_of_range");
  EXPECT_EQ(code_of(one->dials_for(1)), "stats.chance.out_of_range");
  EXPECT_EQ(UncertainChain::of({{.a = 1, .b = 1}}, 0)->dials_for(0.99)->dials, 0);
  EXPECT_EQ(code_of(separate_steps(Counts{5, 6})), "funnel.counts.rising");
  EXPECT_EQ(code_of(coherent_steps(Counts{6, 5}, std::vector<double>{1})), "stats.lengths.differ");
  EXPECT_EQ(code_of(coherent_steps(Counts{6, 5}, std::vector<double>{1, 1})), "plan.masses.not_falling");
}

}  // namespace
}  // namespace paceline
