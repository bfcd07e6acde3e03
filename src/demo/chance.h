// SPDX-License-Identifier: Apache-2.0
// Chance from one seed, the same on every machine: no distribution of the standard library and no function of a
// mathematical library, whose last digit may differ, but additions, multiplications and square roots.
//
// The generator is splitmix64 (Steele, Lea, Flood 2014). Chances of different things (a rep's day, a rep's week) are
// made from the seed and numbers, so that they do not depend on what was drawn before.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace paceline::demo {

class Chance {
 public:
  explicit Chance(std::int64_t seed) : state_(static_cast<std::uint64_t>(seed)) {}
  /// Of the thing that these numbers name.
  Chance(std::int64_t seed, std::initializer_list<std::int64_t> of);

  std::uint64_t next();
  /// From 0 up to, not including, 1.
  double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  bool happens(double probability) { return fraction() < probability; }
  /// From 0 up to, not including, n. REQUIRES: n > 0.
  int below(int n) { return static_cast<int>(fraction() * n); }
  int between(int first, int last) { return first + below(last - first + 1); }
  /// How often something happens that happens `mean` times on average (Knuth).
  int poisson(double mean);
  /// About gamma with mean 1 and variance `spread` (Wilson and Hilferty 1931). REQUIRES: 0 <= spread <= 0.25.
  double form(double spread);

 private:
  std::uint64_t state_;
};

}  // namespace paceline::demo
