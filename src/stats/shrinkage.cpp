// SPDX-License-Identifier: Apache-2.0
#include "stats/shrinkage.h"

#include <vector>

#include "stats/beta_likelihood.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

Result<void> check_with_none(Tally tally) {
  if (tally.trials == 0 && tally.successes == 0) return {};
  return check_tally(tally);
}

}  // namespace

Result<PeerPrior> prior_of_peers(std::span<const Tally> peers) {
  std::vector<BetaTerm> terms;
  double passed = 0, stopped = 0;
  for (const Tally& tally : peers) {
    PACELINE_CHECK(check_with_none(tally));
    if (tally.trials == 0) continue;
    terms.push_back({.x = static_cast<double>(tally.successes),
                     .y = static_cast<double>(tally.trials - tally.successes),
                     .weight = 1});
    passed += terms.back().x;
    stopped += terms.back().y;
  }
  PACELINE_CHECK(check_some(terms.size(), "/peers"));
  PeerPrior prior;
  if (passed == 0 || stopped == 0) {
    const double mean = (passed + 0.5) / (passed + stopped + 1);
    prior.rate = {.a = mean * kUntoldStrength, .b = (1 - mean) * kUntoldStrength};
    prior.fitted = false;
  } else {
    prior.fitted = terms.size() >= kFewestPeers;
    const Strength bounds = prior.fitted ? Strength{} : Strength{kUntoldStrength, kUntoldStrength};
    prior.rate = likeliest_beta(terms, bounds);
  }
  PACELINE_TRY(prior.negative_log_likelihood, told(-beta_log_likelihood(terms, prior.rate)));
  return prior;
}

Result<Shrunken> shrunken_rate(Beta prior, Tally tally, double confidence) {
  PACELINE_CHECK(check_beta(prior));
  PACELINE_CHECK(check_confidence(confidence));
  PACELINE_CHECK(check_with_none(tally));
  const Beta rate{.a = prior.a + static_cast<double>(tally.successes),
                  .b = prior.b + static_cast<double>(tally.trials - tally.successes)};
  const double side = (1 - confidence) / 2;
  Shrunken found{.mean = rate.mean(), .around = {}};
  PACELINE_TRY(found.around.low, told_probability(beta_quantile_low(rate.a, rate.b, side)));
  PACELINE_TRY(found.around.high, told_probability(beta_quantile_high(rate.a, rate.b, side)));
  return found;
}

}  // namespace paceline::stats
