// SPDX-License-Identifier: Apache-2.0
#include "demo/chance.h"

#include <algorithm>
#include <cmath>

namespace paceline::demo {
namespace {

constexpr double kLargestMean = 16;

/// e^-x by its series, for x from 0 to kLargestMean.
double exp_of_minus(double x) {
  constexpr int halvings = 10;
  const double small = x / (1 << halvings);
  double power = 1 - small * (1 - small / 2 * (1 - small / 3 * (1 - small / 4)));
  for (int i = 0; i < halvings; ++i) power *= power;
  return power;
}

}  // namespace

Chance::Chance(std::int64_t seed, std::initializer_list<std::int64_t> of) : state_(static_cast<std::uint64_t>(seed)) {
  for (const std::int64_t number : of) {
    state_ ^= static_cast<std::uint64_t>(number) * 0xD1342543DE82EF95U;
    state_ = next();  // so that neighbours have nothing in common
  }
}

std::uint64_t Chance::next() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

int Chance::poisson(double mean) {
  int count = 0;
  for (; mean > kLargestMean; mean -= kLargestMean) count += poisson(kLargestMean);
  const double limit = exp_of_minus(mean);
  for (double product = fraction(); product > limit; product *= fraction()) ++count;
  return count;
}

double Chance::form(double spread) {
  double normal = -6;  // the sum of twelve fractions
  for (int i = 0; i < 12; ++i) normal += fraction();
  const double root = 1 - spread / 9 + normal * std::sqrt(spread) / 3;
  return std::max(0.0, root * root * root);
}

}  // namespace paceline::demo
