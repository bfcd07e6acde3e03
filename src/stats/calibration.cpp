// SPDX-License-Identifier: Apache-2.0
#include "stats/calibration.h"

#include <algorithm>
#include <boost/sort/pdqsort/pdqsort.hpp>
#include <cmath>

namespace paceline::stats {
namespace {

std::vector<Called> sorted(std::span<const Called> calls) {
  std::vector<Called> all(calls.begin(), calls.end());
  boost::sort::pdqsort_branchless(all.begin(), all.end(),
                                  [](const Called& a, const Called& b) { return a.forecast < b.forecast; });
  return all;
}

Result<void> check(std::span<const Called> calls) {
  PACELINE_CHECK(check_some(calls.size(), "/calls"));
  for (const Called& call : calls) PACELINE_CHECK(check_probability(call.forecast));
  return {};
}

/// The distinct forecasts in rising order.
std::vector<Brier::Group> groups_of(std::span<const Called> calls) {
  std::vector<Brier::Group> groups;
  groups.reserve(calls.size());
  for (const Called& call : sorted(calls)) {
    if (groups.empty() || groups.back().forecast != call.forecast)
      groups.push_back({.forecast = call.forecast, .number = 0, .happened = 0});
    ++groups.back().number;
    groups.back().happened += call.happened ? 1 : 0;
  }
  for (Brier::Group& group : groups) group.happened /= static_cast<double>(group.number);
  return groups;
}

double squared(double x) {
  return x * x;
}

std::optional<double> log_score(std::span<const Called> calls) {
  double sum = 0;
  for (const Called& call : calls) {
    const double chance = call.happened ? call.forecast : 1 - call.forecast;
    if (chance <= 0) return std::nullopt;
    sum -= std::log(chance);
  }
  return sum / static_cast<double>(calls.size());
}

}  // namespace

Result<Brier> brier_of(std::span<const Called> calls) {
  PACELINE_CHECK(check(calls));
  Brier brier;
  brier.groups = groups_of(calls);
  const auto n = static_cast<double>(calls.size());
  double mean = 0;
  for (const Called& call : calls) {
    mean += (call.happened ? 1 : 0) / n;
    brier.score += squared(call.forecast - (call.happened ? 1 : 0)) / n;
  }
  for (const Brier::Group& group : brier.groups) {
    const double weight = static_cast<double>(group.number) / n;
    brier.reliability += weight * squared(group.forecast - group.happened);
    brier.resolution += weight * squared(group.happened - mean);
  }
  brier.uncertainty = std::max(mean * (1 - mean), 0.0);
  const bool alike = std::ranges::all_of(calls, [&](const Called& call) { return call.happened == calls[0].happened; });
  if (!alike) brier.skill = 1 - brier.score / brier.uncertainty;
  brier.log_score = log_score(calls);
  return brier;
}

Result<Isotonic> isotonic_of(std::span<const Called> calls) {
  PACELINE_TRY(const Brier brier, brier_of(calls));
  Isotonic found;
  found.blocks.reserve(brier.groups.size());
  for (const Brier::Group& group : brier.groups) {
    found.blocks.push_back(
        {.low = group.forecast, .high = group.forecast, .number = group.number, .value = group.happened});
    while (found.blocks.size() > 1 && found.blocks[found.blocks.size() - 2].value > found.blocks.back().value) {
      const Isotonic::Block last = found.blocks.back();
      found.blocks.pop_back();
      Isotonic::Block& into = found.blocks.back();
      const auto all = static_cast<double>(into.number + last.number);
      into.value += (last.value - into.value) * (static_cast<double>(last.number) / all);
      into.high = last.high;
      into.number += last.number;
    }
  }
  double recalibrated = 0;  // a block's values are 0 and 1 around their mean v: their mean square off it is v (1 - v)
  for (const Isotonic::Block& block : found.blocks)
    recalibrated +=
        static_cast<double>(block.number) / static_cast<double>(calls.size()) * block.value * (1 - block.value);
  found.uncertainty = brier.uncertainty;
  found.miscalibration = brier.score - recalibrated;
  found.discrimination = brier.uncertainty - recalibrated;
  return found;
}

Result<Ranking> ranking_of(std::span<const Called> scored) {
  for (const Called& call : scored) PACELINE_CHECK(check_value(call.forecast, "/score"));
  const auto groups = groups_of(scored);
  double buyers = 0, others = 0, pairs = 0;
  for (const auto& group : groups) {
    const double bought = group.happened * static_cast<double>(group.number);
    const double rest = static_cast<double>(group.number) - bought;
    pairs += bought * (others + rest / 2);
    buyers += bought;
    others += rest;
  }
  Ranking found;
  if (buyers > 0 && others > 0) found.auc = pairs / (buyers * others);
  if (buyers == 0) return found;
  double room = std::floor(static_cast<double>(scored.size()) / 2);
  double captured = 0;
  for (auto group = groups.rbegin(); group != groups.rend() && room > 0; ++group) {
    const double taken = std::min(room, static_cast<double>(group->number));
    captured += taken * group->happened;
    room -= taken;
  }
  found.captured_in_top_half = captured / buyers;
  return found;
}

}  // namespace paceline::stats
