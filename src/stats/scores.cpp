// SPDX-License-Identifier: Apache-2.0
#include "stats/scores.h"

#include <algorithm>
#include <boost/math/constants/constants.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "stats/control_limits.h"
#include "stats/random.h"
#include "stats/special.h"

namespace paceline::stats {

Result<double> crps_normal(double mean, double deviation, double outcome) {
  PACELINE_CHECK(check_value(mean, "/mean"));
  PACELINE_CHECK(check_not_negative(deviation, "/deviation"));
  PACELINE_CHECK(check_value(outcome, "/outcome"));
  if (deviation == 0) return told(std::abs(outcome - mean));
  const double z = (outcome - mean) / deviation;
  if (!(std::abs(z) < 1e8)) return told(std::abs(outcome - mean));
  constexpr double root_pi = boost::math::constants::root_pi<double>();
  const double density = std::exp(-z * z / 2) / (boost::math::constants::root_two<double>() * root_pi);
  const double certain = 2 * normal_lower(std::abs(z)) - 1;
  return told(deviation * (std::abs(z) * certain + 2 * density - 1 / root_pi));
}

Result<EnsembleScore> crps_ensemble(std::span<const double> members, double outcome) {
  PACELINE_CHECK(check_some(members.size(), "/members"));
  PACELINE_CHECK(check_value(outcome, "/outcome"));
  std::vector<double> sorted(members.begin(), members.end());
  for (const double member : sorted) PACELINE_CHECK(check_value(member, "/members"));
  std::ranges::sort(sorted);
  const auto m = static_cast<double>(sorted.size());
  double off = 0, spread = 0;  // spread: the sum of x_j - x_i over pairs i < j
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    off += std::abs(sorted[i] - outcome) / m;
    spread += (2 * static_cast<double>(i) + 1 - m) * (sorted[i] / m);
  }
  EnsembleScore score;
  PACELINE_TRY(score.crps, told(off - spread / m));
  if (sorted.size() > 1) score.fair = off - spread / (m - 1);
  return score;
}

Result<double> pinball_loss(double level, double quantile, double outcome) {
  PACELINE_CHECK(check_chance(level));
  PACELINE_CHECK(check_value(quantile, "/quantile"));
  PACELINE_CHECK(check_value(outcome, "/outcome"));
  const double off = outcome - quantile;
  return told(off >= 0 ? off * level : -off * (1 - level));
}

Result<double> interval_score(double low, double high, double level, double outcome) {
  PACELINE_CHECK(check_chance(level));
  for (const double value : {low, high, outcome}) PACELINE_CHECK(check_value(value, "/interval"));
  if (low > high) return fail(Fault::invalid, "stats.value.out_of_range", "/interval");
  const double missed = std::max(low - outcome, 0.0) + std::max(outcome - high, 0.0);
  return told(high - low + 2 / (1 - level) * missed);
}

Result<ScoreDifference> difference_by_period(std::span<const double> a, std::span<const double> b, std::int64_t draws,
                                             std::uint64_t seed, double confidence) {
  PACELINE_CHECK(check_some(a.size(), "/a"));
  PACELINE_CHECK(check_same_length(a.size(), b.size(), "/b"));
  PACELINE_CHECK(check_confidence(confidence));
  if (draws < 1 || draws > 1'000'000) return fail(Fault::invalid, "stats.count.out_of_range", "/draws");
  std::vector<double> off;
  for (std::size_t i = 0; i < a.size(); ++i) {
    PACELINE_CHECK(check_value(a[i], "/a"));
    PACELINE_CHECK(check_value(b[i], "/b"));
    off.push_back(a[i] - b[i]);
  }
  const auto periods = static_cast<double>(off.size());
  ScoreDifference found;
  PACELINE_TRY(found.mean, told(std::accumulate(off.begin(), off.end(), 0.0) / periods));
  std::vector<double> means;
  for (std::uint64_t draw = 0; draw < static_cast<std::uint64_t>(draws); ++draw) {
    double sum = 0;
    for (std::uint64_t i = 0; i < off.size(); ++i) sum += off[below(off.size(), seed, draw, i)];
    means.push_back(sum / periods);
  }
  std::ranges::sort(means);
  found.around = {.low = linear_quantile(means, (1 - confidence) / 2),
                  .high = linear_quantile(means, (1 + confidence) / 2)};
  return found;
}

}  // namespace paceline::stats
