// SPDX-License-Identifier: Apache-2.0
#include "stats/dirichlet.h"

#include <cmath>
#include <numeric>

namespace paceline::stats {

double Shares::total() const {
  return std::accumulate(masses.begin(), masses.end(), 0.0);
}

Beta Shares::share(std::size_t outcome) const {
  double others = 0;
  for (std::size_t i = 0; i < masses.size(); ++i) others += i == outcome ? 0 : masses[i];
  return {.a = masses[outcome], .b = others};
}

Result<Beta> Shares::checked_share(std::int64_t outcome) const {
  if (outcome < 0 || outcome >= static_cast<std::int64_t>(masses.size()))
    return fail(Fault::invalid, "stats.count.out_of_range", "/focus");
  return share(static_cast<std::size_t>(outcome));
}

double Shares::covariance(std::size_t one, std::size_t other) const {
  return -mean[one] * mean[other] / (total() + 1);
}

Result<Shares> shares_of(std::span<const std::int64_t> counts, std::span<const double> prior) {
  PACELINE_CHECK(check_some(counts.size() < 2 ? 0 : counts.size(), "/counts"));
  PACELINE_CHECK(check_same_length(counts.size(), prior.size(), "/prior"));
  Shares shares;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    PACELINE_CHECK(check_count(counts[i], "/counts"));
    PACELINE_CHECK(check_beta({.a = prior[i], .b = 1}));
    shares.masses.push_back(static_cast<double>(counts[i]) + prior[i]);
  }
  const double total = shares.total();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Beta share = shares.share(i);
    shares.mean.push_back(share.a / total);
    shares.deviation.push_back(std::sqrt(share.a / total * (share.b / total) / (total + 1)));
  }
  return shares;
}

}  // namespace paceline::stats
