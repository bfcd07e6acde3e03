// SPDX-License-Identifier: Apache-2.0
#include "stats/lattice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "stats/fourier_sum.h"
#include "stats/poisson.h"
#include "stats/random.h"
#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline::stats {
namespace {

double mass_of(const Distribution& d) {
  return std::accumulate(d.mass.begin(), d.mass.end(), 0.0);
}

std::vector<Lump> any_lumps(testing_support::Random& random, int number, std::int64_t largest) {
  std::vector<Lump> lumps;
  for (int i = 0; i < number; ++i)
    lumps.push_back(
        {.size = random.between(0, largest), .probability = static_cast<double>(random.between(0, 100)) / 100});
  return lumps;
}

TEST(SumOfLumps, WorkedExample) {
  const auto d = sum_of(std::vector<Lump>{{1, 0.5}, {2, 0.5}});
  ASSERT_TRUE(d);
  EXPECT_EQ(d->mass, (std::vector<double>{0.25, 0.25, 0.25, 0.25}));
  EXPECT_EQ(d->at_least(2), 0.5);
  EXPECT_EQ(d->quantile(0.5), 1);
  EXPECT_EQ(d->shortfall(2), 0.75);
  const auto wins = number_of_successes(std::vector<double>{0.1, 0.2, 0.3, 0.4, 0.5});
  EXPECT_NEAR(wins->mass[0], 0.1512, 1e-15);
  EXPECT_NEAR(wins->at_least(2), 0.4774, 1e-15);
}

TEST(SumOfLumps, NothingAndCertainty) {
  const auto nothing = sum_of({});
  EXPECT_EQ(nothing->at_least(0), 1);
  EXPECT_EQ(nothing->at_least(1), 0);
  EXPECT_EQ(nothing->variance(), 0);
  const auto sure = sum_of(std::vector<Lump>{{7, 1}, {5, 0}, {0, 0.5}});
  EXPECT_EQ(sure->at_least(7), 1);
  EXPECT_EQ(sure->at_least(8), 0);
  EXPECT_EQ(sure->quantile(0.1), 7);
  EXPECT_EQ(number_of_successes({})->mass, std::vector<double>{1});
}

TEST(SumOfLumps, RefusesWhatIsNoChanceOrSize) {
  EXPECT_EQ(code_of(sum_of(std::vector<Lump>{{1, 1.5}})), "stats.probability.out_of_range");
  EXPECT_EQ(code_of(sum_of(std::vector<Lump>{{1, std::nan("")}})), "stats.probability.out_of_range");
  EXPECT_EQ(code_of(sum_of(std::vector<Lump>{{-1, 0.5}})), "stats.count.out_of_range");
  EXPECT_EQ(code_of(sum_of(std::vector<Lump>{{kLargestCount, 0.5}, {1, 0.5}})), "stats.count.out_of_range");
}

TEST(SumOfLumps, MassIsOneMomentsAreExactAndOrderDoesNotMatter) {
  testing_support::Random random;
  for (int run = 0; run < 60; ++run) {
    auto lumps = any_lumps(random, static_cast<int>(random.between(1, 40)), 60);
    double mean = 0, variance = 0;
    for (const Lump& lump : lumps) {
      mean += lump.probability * static_cast<double>(lump.size);
      variance += lump.probability * (1 - lump.probability) * static_cast<double>(lump.size * lump.size);
    }
    const auto one = *sum_of(lumps);
    ASSERT_NEAR(mass_of(one), 1, 1e-12);
    ASSERT_NEAR(one.mean(), mean, 1e-9);
    ASSERT_NEAR(one.variance(), variance, 1e-7);
    std::ranges::reverse(lumps);
    const auto other = *sum_of(lumps);
    for (std::int64_t x = 0; x < 2500; x += 37) ASSERT_NEAR(one.at_least(x), other.at_least(x), 1e-13);
  }
}

TEST(SumOfLumps, AgreesWithSeededSimulation) {
  testing_support::Random random;
  const auto lumps = any_lumps(random, 12, 30);
  const auto d = *sum_of(lumps);
  constexpr std::uint64_t kDraws = 100'000;
  const std::int64_t middle = d.quantile(0.6);
  int reached = 0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < lumps.size(); ++i)
      sum += uniform(testing_support::seed(), i, draw) < lumps[i].probability ? lumps[i].size : 0;
    reached += sum >= middle ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(reached) / kDraws, d.at_least(middle), 5 * 0.5 / std::sqrt(double{kDraws}));
}

/// The two ways meet: a sum that both can take, once direct and once by its characteristic function.
TEST(FourierSum, AgreesWithTheExactLattice) {
  testing_support::Random random;
  for (int run = 0; run < 5; ++run) {
    std::vector<Lump> lumps;
    for (int i = 0; i < 300; ++i)
      lumps.push_back(
          {.size = random.between(1, 200), .probability = static_cast<double>(random.between(5, 95)) / 100});
    const auto exact = *sum_of(lumps);
    ASSERT_FALSE(exact.smooth);
    const auto smooth = fourier_sum(lumps, 0, 1);
    ASSERT_TRUE(smooth);
    ASSERT_NEAR(mass_of(*smooth), 1, 1e-9);
    for (const double chance : {0.001, 0.1, 0.5, 0.9, 0.999}) {
      // At the end of a cell both are exact.
      const std::int64_t end = smooth->quantile(chance);
      ASSERT_NEAR(smooth->at_least(end + 1), exact.at_least(end + 1), 1e-6) << end;
    }
  }
}

TEST(FourierSum, TenThousandAmountsInCents) {
  std::vector<Lump> lumps;
  double mean = 0, variance = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const auto size = static_cast<std::int64_t>(1 + below(10'000'000, 7, 0, i));
    const double p = uniform(7, 1, i);
    lumps.push_back({.size = size, .probability = p});
    mean += p * static_cast<double>(size);
    variance += p * (1 - p) * static_cast<double>(size) * static_cast<double>(size);
  }
  const auto d = sum_of(lumps);
  ASSERT_TRUE(d && d->smooth);
  EXPECT_NEAR(mass_of(*d), 1, 1e-9);
  EXPECT_NEAR(d->mean(), mean, 1e-3 * std::sqrt(variance));
  EXPECT_NEAR(d->variance() / variance, 1, 1e-3);
  EXPECT_NEAR(d->at_least(static_cast<std::int64_t>(mean)), 0.5, 0.01);
}

/// Sixty large ones of one price among many small ones: the sum stands in heaps, and its characteristic function comes
/// alive again long after it first died.
TEST(FourierSum, HeapsOfOnePriceStayHeaps) {
  std::vector<Lump> small, all;
  for (std::uint64_t i = 0; i < 1'500; ++i)
    small.push_back({.size = static_cast<std::int64_t>(1 + below(5, 11, 0, i)), .probability = 0.5});
  all = small;
  all.resize(small.size() + 60, Lump{.size = 1'000, .probability = 0.5});
  const auto exact = *sum_of(small);
  ASSERT_FALSE(exact.smooth);
  const auto heaps = *number_of_successes(std::vector<double>(60, 0.5));
  const auto d = *sum_of(all);
  ASSERT_TRUE(d.smooth);
  for (const double chance : {0.001, 0.1, 0.3, 0.45, 0.5, 0.55, 0.9, 0.999})
    for (const std::int64_t more : {0, 5, 10, 20, 30}) {
      const std::int64_t x = d.quantile(chance) + more * d.unit + 1;
      double above = 0;
      for (std::size_t b = 0; b < heaps.mass.size(); ++b)
        above += heaps.mass[b] * exact.at_least(x - static_cast<std::int64_t>(b) * 1'000);
      ASSERT_NEAR(d.at_least(x), above, 1e-6) << x;
    }
}

TEST(FourierSum, ManyEqualAmountsAreTheirNumber) {
  std::vector<Lump> lumps(10'000, Lump{.size = 1'000'003, .probability = 0.5});
  const auto d = sum_of(lumps);
  // P(Bin(10000, 1/2) >= 5000) = 1/2 + 0.00797865 / 2.
  EXPECT_NEAR(d->at_least(5'000 * std::int64_t{1'000'003}), 0.503989, 1e-6);
}

/// Smooth ones whose cells do not fit each other: mixed, and added to others.
TEST(FourierSum, MixesAndAddsLikeAnyOther) {
  std::vector<Lump> one, other;
  for (std::uint64_t i = 0; i < 5'000; ++i) {
    const auto size = static_cast<std::int64_t>(1000 + below(1'000'000, 3, 0, i));
    one.push_back({.size = size, .probability = 0.3});
    other.push_back({.size = size, .probability = 0.4});
  }
  const auto a = *sum_of(one), b = *sum_of(other);
  ASSERT_TRUE(a.smooth && b.smooth && a.unit != b.unit);
  const auto mixed = mixture_of(std::vector<Distribution>{a, b}, std::vector<double>{0.25, 0.75});
  ASSERT_TRUE(mixed);
  EXPECT_NEAR(mass_of(*mixed), 1, 1e-9);
  EXPECT_NEAR(mixed->mean() / (0.25 * a.mean() + 0.75 * b.mean()), 1, 1e-6);
  for (const double chance : {0.1, 0.5, 0.9}) {
    const std::int64_t x = mixed->quantile(chance) + 1;
    EXPECT_NEAR(mixed->at_least(x), 0.25 * a.at_least(x) + 0.75 * b.at_least(x), 2e-6);
  }
  const auto more = *sum_of(std::vector<Lump>{{700, 0.5}, {1'000'000'007, 0.25}});
  const auto sum = sum_of_both(a, more);
  ASSERT_TRUE(sum);
  EXPECT_NEAR(sum->mean() / (a.mean() + more.mean()), 1, 1e-6);
  EXPECT_NEAR(sum->at_least(a.quantile(0.5) + 500'000'000), 0.25, 0.01);
  const auto both = sum_of_both(a, b);
  EXPECT_NEAR(both->mean() / (a.mean() + b.mean()), 1, 1e-5);
  EXPECT_NEAR(both->variance() / (a.variance() + b.variance()), 1, 1e-4);
}

TEST(FourierSum, FewLargeAmongManySmallKeepTheirMean) {
  std::vector<Lump> lumps{{900'000'007, 0.3}, {700'000'001, 0.5}};
  for (int i = 0; i < 50; ++i) lumps.push_back({.size = 1'000'003 + i, .probability = 0.4});
  double mean = 0;
  for (const Lump& lump : lumps) mean += lump.probability * static_cast<double>(lump.size);
  const auto d = sum_of(lumps);
  ASSERT_TRUE(d);
  EXPECT_NEAR(mass_of(*d), 1, 1e-9);
  EXPECT_NEAR(d->mean() / mean, 1, 1e-3);
  EXPECT_NEAR(d->at_least(600'000'000), 0.65, 1e-3);  // one of the two large ones at least
}

TEST(CompoundPoisson, OfOnesIsPoisson) {
  for (const double lambda : {0.0, 0.3, 2.5, 900.0, 5000.0}) {
    const auto d = compound_poisson(lambda, std::vector<double>{0, 1});
    ASSERT_TRUE(d) << lambda;
    EXPECT_NEAR(mass_of(*d), 1, 1e-11) << lambda;
    for (const double part : {0.5, 0.9, 1.0, 1.1}) {
      const auto x = static_cast<std::int64_t>(lambda * part);
      EXPECT_NEAR(d->at_least(x), *poisson_tail(lambda, x), 1e-10) << lambda << ' ' << x;
    }
  }
}

TEST(CompoundPoisson, SizesOfNothingThinIt) {
  const auto thin = compound_poisson(3, std::vector<double>{0.5, 0.5});
  const auto half = compound_poisson(1.5, std::vector<double>{0, 1});
  for (std::int64_t x = 0; x < 20; ++x) EXPECT_NEAR(thin->at_least(x), half->at_least(x), 1e-13);
  EXPECT_EQ(compound_poisson(3, std::vector<double>{1})->at_least(1), 0);
  EXPECT_EQ(code_of(compound_poisson(3, {})), "stats.counts.empty");
  EXPECT_EQ(code_of(compound_poisson(3, std::vector<double>{0.5, 0.4})), "stats.weights.not_one");
  EXPECT_EQ(code_of(compound_poisson(-1, std::vector<double>{1})), "stats.mean.out_of_range");
}

TEST(Mixture, OfOneIsItselfAndWeightsMustBeWhole) {
  const auto d = *sum_of(std::vector<Lump>{{3, 0.25}, {4, 0.5}});
  const auto mixed = mixture_of(std::vector<Distribution>{d, d}, std::vector<double>{0.3, 0.7});
  for (std::int64_t x = 0; x < 9; ++x) EXPECT_NEAR(mixed->at_least(x), d.at_least(x), 1e-15);
  EXPECT_EQ(code_of(mixture_of(std::vector<Distribution>{d}, std::vector<double>{0.9})), "stats.weights.not_one");
  EXPECT_EQ(code_of(mixture_of({}, {})), "stats.counts.empty");
}

TEST(Random, IsAFunctionOfItsPlace) {
  EXPECT_EQ(uniform(1, 2, 3), uniform(1, 2, 3));
  EXPECT_NE(uniform(1, 2, 3), uniform(1, 2, 4));
  EXPECT_NE(uniform(1, 2, 3), uniform(2, 2, 3));
  double sum = 0;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const double u = uniform(9, 0, i);
    ASSERT_TRUE(u > 0 && u < 1);
    sum += u;
  }
  EXPECT_NEAR(sum / 100'000, 0.5, 0.005);
  for (std::uint64_t i = 0; i < 1000; ++i) ASSERT_LT(below(3, 9, 1, i), 3U);
}

}  // namespace
}  // namespace paceline::stats
