// SPDX-License-Identifier: Apache-2.0
// Chance for property tests: another seed in every run, printed with a failure; PACELINE_SEED=N repeats that run.
#pragma once

#include <gtest/gtest.h>

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string_view>

namespace paceline::testing_support {

[[nodiscard]] inline std::uint64_t seed() {
  static const std::uint64_t chosen = [] {
    std::uint64_t value = std::random_device()();
    if (const char* wished = std::getenv("PACELINE_SEED")) {
      const std::string_view text(wished);
      std::from_chars(text.data(), text.data() + text.size(), value);
    }
    return value;
  }();
  return chosen;
}

class Random {
 public:
  /// `stream`: another series of the same seed, for another thread.
  explicit Random(std::uint64_t stream = 0) : engine_(seed() + stream) {}
  [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }

 private:
  std::mt19937_64 engine_;
  testing::ScopedTrace trace_{__FILE__, __LINE__, "repeat with PACELINE_SEED=" + std::to_string(seed())};
};

}  // namespace paceline::testing_support
