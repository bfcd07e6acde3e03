// SPDX-License-Identifier: Apache-2.0
#include "stats/beta_binomial.h"

#include <algorithm>
#include <cmath>

#include "stats/search.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

constexpr double kLargestShape = 1e12;
constexpr double kNegligible = 1e-18;

double as_real(std::int64_t count) {
  return static_cast<double>(count);
}

/// P(X = j) from the definition; the binomial coefficient is 1 / ((n + 1) B(j + 1, n - j + 1)).
double term(std::int64_t trials, Beta rate, std::int64_t j) {
  const auto n = static_cast<long double>(trials);
  const auto x = static_cast<long double>(j);
  const long double log =
      log_beta(x + rate.a, n - x + rate.b) - log_beta(rate.a, rate.b) - log_beta(x + 1, n - x + 1) - std::log1p(n);
  return static_cast<double>(std::exp(log));
}

/// P(X = j + 1) / P(X = j).
double step_up(double n, Beta rate, double j) {
  return (n - j) * (rate.a + j) / ((j + 1) * (rate.b + n - j - 1));
}

/// Whether the terms only fall away from their largest one: otherwise they may rise again towards 0 or n.
bool has_one_peak(Beta rate) {
  return rate.a >= 1 && rate.b >= 1;
}

double sum_below(std::int64_t trials, Beta rate, std::int64_t at_least) {
  const double n = as_real(trials);
  double value = term(trials, rate, at_least - 1);
  double sum = value;
  for (std::int64_t j = at_least - 2; j >= 0; --j) {
    const double ratio = step_up(n, rate, as_real(j));
    value /= ratio;
    sum += value;
    if (has_one_peak(rate) && ratio > 1 && value < kNegligible * sum) break;
  }
  return sum;
}

double sum_from(std::int64_t trials, Beta rate, std::int64_t at_least) {
  const double n = as_real(trials);
  double value = term(trials, rate, at_least);
  double sum = value;
  for (std::int64_t j = at_least; j < trials; ++j) {
    const double ratio = step_up(n, rate, as_real(j));
    value *= ratio;
    sum += value;
    if (has_one_peak(rate) && ratio < 1 && value < kNegligible * sum) break;
  }
  return sum;
}

double tail(std::int64_t trials, Beta rate, std::int64_t at_least) {
  if (at_least <= 0) return 1;
  if (at_least > trials) return 0;
  const bool low = as_real(at_least) <= std::max(as_real(trials) * rate.mean(), 1.0);
  const double sum = low ? 1 - sum_below(trials, rate, at_least) : sum_from(trials, rate, at_least);
  return std::clamp(sum, 0.0, 1.0);
}

}  // namespace

Beta after(Tally tally) {
  return {.a = as_real(tally.successes) + 0.5, .b = as_real(tally.trials - tally.successes) + 0.5};
}

Result<void> check_beta(Beta rate) {
  const auto fits = [](double shape) { return shape > 0 && shape <= kLargestShape; };
  if (!fits(rate.a) || !fits(rate.b)) return fail(Fault::invalid, "stats.shape.out_of_range", "/rate");
  return {};
}

Result<double> beta_binomial_tail(std::int64_t trials, Beta rate, std::int64_t at_least) {
  PACELINE_CHECK(check_beta(rate));
  if (trials < 0 || trials > kMostUncertainTrials) return fail(Fault::invalid, "stats.count.out_of_range", "/trials");
  return told_probability(tail(trials, rate, at_least));
}

Result<std::int64_t> smallest_uncertain_trials(Beta rate, std::int64_t at_least, double chance) {
  PACELINE_CHECK(check_beta(rate));
  PACELINE_CHECK(check_chance(chance));
  if (at_least <= 0) return 0;
  if (at_least > kMostUncertainTrials) return fail(Fault::invalid, "stats.count.out_of_range", "/at_least");
  const double guess = std::min(as_real(at_least) / rate.mean(), as_real(kMostUncertainTrials));
  const auto reached = [&](std::int64_t n) {
    return n > kMostUncertainTrials || reaches(tail(n, rate, at_least), chance);
  };
  const auto found = smallest_where(static_cast<std::int64_t>(guess), reached);
  if (!found || *found > kMostUncertainTrials) return fail(Fault::invalid, "stats.result.out_of_range");
  return *found;
}

Probabilities beta_binomial_terms(std::int64_t trials, Beta rate) {
  const double n = as_real(trials);
  const auto middle = std::clamp<std::int64_t>(static_cast<std::int64_t>(n * rate.mean()), 0, trials);
  const double centre = term(trials, rate, middle);
  std::vector<double> below;
  double value = centre;
  for (std::int64_t j = middle - 1; j >= 0; --j) {
    const double ratio = step_up(n, rate, as_real(j));
    value /= ratio;
    if (has_one_peak(rate) && ratio > 1 && value < kNegligible) break;
    below.push_back(value);
  }
  Probabilities terms{.first = middle - static_cast<std::int64_t>(below.size()), .of = {}};
  terms.of.assign(below.rbegin(), below.rend());
  terms.of.push_back(centre);
  value = centre;
  for (std::int64_t j = middle; j < trials; ++j) {
    const double ratio = step_up(n, rate, as_real(j));
    value *= ratio;
    if (has_one_peak(rate) && ratio < 1 && value < kNegligible) break;
    terms.of.push_back(value);
  }
  return terms;
}

GrowingTerms::GrowingTerms(std::int64_t trials, Beta rate)
    : trials_(trials), rate_(rate), terms_(beta_binomial_terms(trials, rate)) {}

void GrowingTerms::add_trial() {
  const double share = 1 / (rate_.strength() + as_real(trials_));
  double up = rate_.a + as_real(terms_.first);
  double down = rate_.b + as_real(trials_ - terms_.first);
  double from_below = 0;
  for (double& value : terms_.of) {
    const double shared = value * share;
    value = shared * down + from_below;
    from_below = shared * up;
    up += 1;
    down -= 1;
  }
  if (!has_one_peak(rate_) || from_below >= kNegligible) terms_.of.push_back(from_below);
  ++trials_;
}

}  // namespace paceline::stats
