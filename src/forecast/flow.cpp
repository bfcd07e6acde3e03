// SPDX-License-Identifier: Apache-2.0
#include "forecast/flow.h"

#include <algorithm>
#include <cmath>

namespace paceline {
namespace {

constexpr std::int64_t kMostWeeks = 10'000;
constexpr double kHopeless = 0.001;

Result<void> check(std::span<const double> lags, double conversion) {
  PACELINE_CHECK(stats::check_probability(conversion));
  PACELINE_CHECK(stats::check_some(lags.size(), "/lags"));
  double sum = 0;
  for (const double lag : lags) {
    PACELINE_CHECK(stats::check_probability(lag));
    sum += lag;
  }
  if (std::abs(sum - 1) > 1e-6) return fail(Fault::invalid, "stats.weights.not_one", "/lags");
  return {};
}

std::int64_t lag_quantile(std::span<const double> lags, double share) {
  double sum = 0;
  for (std::size_t t = 0; t < lags.size(); ++t) {
    sum += lags[t];
    if (sum >= share - 1e-12) return static_cast<std::int64_t>(t);
  }
  return static_cast<std::int64_t>(lags.size()) - 1;
}

}  // namespace

Result<Flow> flow_of(std::span<const double> starts, std::span<const double> lags, double conversion,
                     std::int64_t weeks) {
  PACELINE_CHECK(check(lags, conversion));
  if (weeks < 0 || weeks > kMostWeeks) return fail(Fault::invalid, "stats.count.out_of_range", "/weeks");
  for (const double start : starts) PACELINE_CHECK(stats::check_not_negative(start, "/starts"));
  Flow flow;
  for (std::size_t t = 0; t < static_cast<std::size_t>(weeks); ++t) {
    WeekOfSales week;
    for (std::size_t s = 0; s <= t && s < starts.size(); ++s)
      if (t - s < lags.size()) week.expected += starts[s] * conversion * lags[t - s];
    PACELINE_CHECK(stats::told(week.expected));
    week.p_none = std::exp(-week.expected);
    week.p_at_most_one = std::min(1.0, std::exp(std::log1p(week.expected) - week.expected));
    flow.weeks.push_back(week);
  }
  for (std::size_t t = 0; t < lags.size(); ++t) flow.mean_lag += static_cast<double>(t) * lags[t];
  flow.lag_q50 = lag_quantile(lags, 0.5);
  flow.lag_q80 = lag_quantile(lags, 0.8);
  return flow;
}

Result<std::optional<double>> starts_to_close(double gap, std::int64_t lag, std::span<const double> lags,
                                              double conversion) {
  PACELINE_CHECK(check(lags, conversion));
  PACELINE_CHECK(stats::check_not_negative(gap, "/gap"));
  if (gap == 0) return 0.0;
  const bool known = lag >= 0 && lag < static_cast<std::int64_t>(lags.size());
  const double share = known ? lags[static_cast<std::size_t>(lag)] : 0;
  if (share < kHopeless || conversion == 0) return std::nullopt;
  PACELINE_TRY(const double starts, stats::told(gap / conversion / share));
  return starts;
}

}  // namespace paceline
