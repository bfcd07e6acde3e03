// SPDX-License-Identifier: Apache-2.0
#include "base/apportion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/rounding.h"

namespace paceline {
namespace {

constexpr std::int64_t kLargest = 1'000'000'000'000'000;
constexpr std::size_t kMostParts = 100'000;

Result<void> check(std::int64_t total, std::size_t parts) {
  if (total < -kLargest || total > kLargest) return fail(Fault::invalid, "apportion.total.out_of_range", "/total");
  if (parts == 0 || parts > kMostParts) return fail(Fault::invalid, "apportion.weights.out_of_range", "/weights");
  return {};
}

/// Gives what is left to the largest rests, one each; equal rests to the lower index.
template <class Rest>
void hand_out(std::vector<std::int64_t>& parts, const std::vector<Rest>& rests, std::int64_t left) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[order[i % order.size()]];
  for (std::size_t i = order.size(); left < 0; ++left) {
    i = i == 0 ? order.size() : i;
    --parts[order[--i]];
  }
}

std::vector<std::int64_t> mirrored(std::vector<std::int64_t> parts) {
  for (std::int64_t& part : parts) part = -part;
  return parts;
}

}  // namespace

Result<std::vector<std::int64_t>> apportion(std::int64_t total, std::span<const std::int64_t> weights) {
  PACELINE_CHECK(check(total, weights.size()));
  Wide sum = 0;
  for (const std::int64_t weight : weights) {
    if (weight < 0 || weight > kLargest) return fail(Fault::invalid, "apportion.weights.out_of_range", "/weights");
    sum += weight;
  }
  if (sum == 0) return fail(Fault::invalid, "apportion.weights.out_of_range", "/weights");
  std::vector<std::int64_t> parts;
  std::vector<Wide> rests;
  std::int64_t left = std::abs(total);
  for (const std::int64_t weight : weights) {
    const Wide share = static_cast<Wide>(std::abs(total)) * weight;
    parts.push_back(static_cast<std::int64_t>(share / sum));
    rests.push_back(share % sum);
    left -= parts.back();
  }
  hand_out(parts, rests, left);
  return total < 0 ? mirrored(std::move(parts)) : parts;
}

Result<std::vector<std::int64_t>> apportion(std::int64_t total, std::span<const double> weights) {
  PACELINE_CHECK(check(total, weights.size()));
  long double sum = 0;
  for (const double weight : weights) {
    if (!(weight >= 0 && weight <= 1e100)) return fail(Fault::invalid, "apportion.weights.out_of_range", "/weights");
    sum += static_cast<long double>(weight);
  }
  if (!(sum > 0)) return fail(Fault::invalid, "apportion.weights.out_of_range", "/weights");
  std::vector<std::int64_t> parts;
  std::vector<long double> rests;
  std::int64_t left = std::abs(total);
  for (const double weight : weights) {
    const long double share = static_cast<long double>(std::abs(total)) * (static_cast<long double>(weight) / sum);
    // A share that is whole but for rounding is whole.
    const long double whole = std::floor(share * (1 + 1e-17L) + 1e-12L);
    parts.push_back(static_cast<std::int64_t>(whole));
    rests.push_back(share - whole);
    left -= parts.back();
  }
  hand_out(parts, rests, left);
  return total < 0 ? mirrored(std::move(parts)) : parts;
}

}  // namespace paceline
