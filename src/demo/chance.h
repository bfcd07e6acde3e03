// SPDX-License-Identifier: Apache-2.0
// Chance from one seed, the same on every machine: no distribution of the standard library, which may differ.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>

namespace paceline::demo {

class Chance {
 public:
  explicit Chance(std::int64_t seed) : engine_(static_cast<std::uint64_t>(seed)) {}

  /// From 0 up to, not including, 1.
  double fraction() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }
  bool happens(double probability) { return fraction() < probability; }
  /// From 0 up to, not including, n. REQUIRES: n > 0.
  int below(int n) { return static_cast<int>(fraction() * n); }
  int between(int first, int last) { return first + below(last - first + 1); }
  /// How often something happens that happens `mean` times on average (Knuth). REQUIRES: mean below 500.
  int poisson(double mean) {
    const double limit = std::exp(-mean);
    int count = 0;
    for (double product = fraction(); product > limit; product *= fraction()) ++count;
    return count;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace paceline::demo
