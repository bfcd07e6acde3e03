// SPDX-License-Identifier: Apache-2.0
#include "base/apportion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "tests/base/random.h"
#include "tests/stats/code_of.h"

namespace paceline {
namespace {

using Parts = std::vector<std::int64_t>;

TEST(Apportion, WorkedExample) {
  EXPECT_EQ(*apportion(100, Parts{1, 1, 1}), (Parts{34, 33, 33}));
  EXPECT_EQ(*apportion(780'000, Parts{6000, 4000}), (Parts{468'000, 312'000}));
  EXPECT_EQ(*apportion(-100, Parts{1, 1, 1}), (Parts{-34, -33, -33}));
  EXPECT_EQ(*apportion(100, std::vector<double>{1, 1, 1}), (Parts{34, 33, 33}));
  EXPECT_EQ(*apportion(0, Parts{1, 2}), (Parts{0, 0}));
  EXPECT_EQ(*apportion(5, Parts{0, 7}), (Parts{0, 5}));
}

TEST(Apportion, RefusesNoWeightAndTooMuch) {
  EXPECT_EQ(code_of(apportion(1, Parts{})), "apportion.weights.out_of_range");
  EXPECT_EQ(code_of(apportion(1, Parts{0, 0})), "apportion.weights.out_of_range");
  EXPECT_EQ(code_of(apportion(1, Parts{2, -1})), "apportion.weights.out_of_range");
  EXPECT_EQ(code_of(apportion(1, std::vector<double>{std::nan("")})), "apportion.weights.out_of_range");
  EXPECT_EQ(code_of(apportion(2'000'000'000'000'000, Parts{1})), "apportion.total.out_of_range");
}

TEST(Apportion, PartsAddUpAndNoneIsOffByMoreThanOne) {
  testing_support::Random random;
  for (int run = 0; run < 500; ++run) {
    Parts weights;
    std::vector<double> same;
    for (std::int64_t i = random.between(1, 30); i > 0; --i) {
      weights.push_back(random.between(i == 1 ? 1 : 0, 1000));
      same.push_back(static_cast<double>(weights.back()));
    }
    const std::int64_t total = random.between(-1'000'000'000, 1'000'000'000);
    const auto sum = static_cast<double>(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
    const auto whole = *apportion(total, weights), real = *apportion(total, same);
    ASSERT_EQ(std::accumulate(whole.begin(), whole.end(), std::int64_t{0}), total);
    ASSERT_EQ(std::accumulate(real.begin(), real.end(), std::int64_t{0}), total);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const double exact = static_cast<double>(total) * same[i] / sum;
      ASSERT_LT(std::abs(static_cast<double>(whole[i]) - exact), 1 + 1e-6);
      ASSERT_LT(std::abs(static_cast<double>(real[i]) - exact), 1 + 1e-6);
    }
  }
}

}  // namespace
}  // namespace paceline
