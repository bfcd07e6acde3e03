// SPDX-License-Identifier: Apache-2.0
// Prometheus' text format, version 0.0.4: families of samples, each family once and as a whole.
//
// Worked example (tests/watch/metrics_text_test.cpp): family("paceline_jobs_total", "counter", "Jobs.") and
// sample("paceline_jobs_total", {{"job", "closing"}}, 3) are
//   # HELP paceline_jobs_total Jobs.
//   # TYPE paceline_jobs_total counter
//   paceline_jobs_total{job="closing"} 3
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paceline {

using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

/// How often something took how long, by upper bounds.
struct Histogram {
  /// Seconds: from an answer out of memory to one that nobody waits for.
  static constexpr std::array<double, 12> kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
  std::array<std::int64_t, kBounds.size() + 1> counts{};
  double sum = 0;

  void add(double seconds);
};

class MetricsText {
 public:
  /// `type`: counter, gauge or histogram.
  void family(std::string_view name, std::string_view type, std::string_view help);
  void sample(std::string_view name, const Labels& labels, double value);
  void sample(std::string_view name, const Labels& labels, std::int64_t value);
  /// A family of one sample without a label.
  void single(std::string_view name, std::string_view type, std::string_view help, double value);
  /// The samples of one histogram: cumulative buckets, sum and count.
  void histogram(std::string_view name, const Labels& labels, std::span<const double> bounds,
                 std::span<const std::int64_t> counts, double sum);

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  void written(std::string_view name, const Labels& labels, std::string_view value);
  std::string text_;
};

}  // namespace paceline
