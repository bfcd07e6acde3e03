// SPDX-License-Identifier: Apache-2.0
#include "stats/beta_likelihood.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "stats/special.h"

namespace paceline::stats {
namespace {

using Pair = Eigen::Vector2d;
using Square = Eigen::Matrix2d;

constexpr int kMostSteps = 200;
constexpr double kSteepestMean = 40;  // a logit beyond which a mean is 0 or 1 in a double

/// A place on the hill: mean and strength as unbounded numbers.
Beta beta_at(const Pair& place) {
  const double mean = 1 / (1 + std::exp(-place[0]));
  const double rest = 1 / (1 + std::exp(place[0]));
  const double strength = std::exp(place[1]);
  return {.a = std::max(mean * strength, 1e-300), .b = std::max(rest * strength, 1e-300)};
}

struct Slope {
  Pair first = Pair::Zero();
  Square second = Square::Zero();
};

/// First and second derivatives by a and b.
Slope slope_in_shapes(std::span<const BetaTerm> terms, Beta rate) {
  Slope slope;
  const double a0 = digamma(rate.a), b0 = digamma(rate.b), s0 = digamma(rate.a + rate.b);
  const double a1 = trigamma(rate.a), b1 = trigamma(rate.b), s1 = trigamma(rate.a + rate.b);
  for (const BetaTerm& term : terms) {
    const double a = rate.a + term.x;
    const double b = rate.b + term.y;
    const double both = digamma(a + b) - s0;
    const double cross = trigamma(a + b) - s1;
    slope.first += term.weight * Pair(digamma(a) - a0 - both, digamma(b) - b0 - both);
    slope.second(0, 0) += term.weight * (trigamma(a) - a1 - cross);
    slope.second(1, 1) += term.weight * (trigamma(b) - b1 - cross);
    slope.second(0, 1) -= term.weight * cross;
  }
  slope.second(1, 0) = slope.second(0, 1);
  return slope;
}

/// The same by logit mean and ln strength: a = m s, da/dlogit = m (1 - m) s = -db/dlogit, da/dln s = a, db/dln s = b.
Slope slope_at(std::span<const BetaTerm> terms, const Pair& place) {
  const Beta rate = beta_at(place);
  const Slope shapes = slope_in_shapes(terms, rate);
  const double sum = rate.a + rate.b;
  const double bend = rate.a * (rate.b / sum);
  Square turn;
  turn << bend, rate.a, -bend, rate.b;
  Slope slope;
  slope.first = turn.transpose() * shapes.first;
  slope.second = turn.transpose() * shapes.second * turn;
  const double lean = bend * (rate.b - rate.a) / sum;
  slope.second(0, 0) += lean * (shapes.first[0] - shapes.first[1]);
  slope.second(0, 1) += bend * (shapes.first[0] - shapes.first[1]);
  slope.second(1, 0) = slope.second(0, 1);
  slope.second(1, 1) += rate.a * shapes.first[0] + rate.b * shapes.first[1];
  return slope;
}

Pair held(Pair place, Strength strength) {
  place[0] = std::clamp(place[0], -kSteepestMean, kSteepestMean);
  place[1] = std::clamp(place[1], std::log(strength.smallest), std::log(strength.largest));
  return place;
}

/// Newton's step with so much damping that it goes uphill; along a bound only the mean moves.
Pair step_from(const Slope& slope, bool strength_is_held, double damping) {
  if (strength_is_held) {
    const double bend = std::max(-slope.second(0, 0), 0.0) + damping;
    return {slope.first[0] / std::max(bend, 1e-300), 0};
  }
  const Square hill = -slope.second + damping * Square::Identity();
  const Eigen::LLT<Square> factor(hill);
  if (factor.info() != Eigen::Success) return slope.first / (hill.cwiseAbs().sum() + 1);
  return factor.solve(slope.first);
}

bool pushes_out(const Pair& place, const Slope& slope, Strength strength) {
  const bool at_low = place[1] <= std::log(strength.smallest) && slope.first[1] <= 0;
  const bool at_high = place[1] >= std::log(strength.largest) && slope.first[1] >= 0;
  return at_low || at_high || strength.smallest == strength.largest;
}

}  // namespace

double beta_log_likelihood(std::span<const BetaTerm> terms, Beta rate) {
  const long double none = log_beta(rate.a, rate.b);
  long double sum = 0;
  for (const BetaTerm& term : terms)
    sum += static_cast<long double>(term.weight) *
           (log_beta(static_cast<long double>(rate.a) + static_cast<long double>(term.x),
                     static_cast<long double>(rate.b) + static_cast<long double>(term.y)) -
            none);
  return static_cast<double>(sum);
}

Beta likeliest_beta(std::span<const BetaTerm> terms, Strength strength) {
  double passed = 0, stopped = 0;
  for (const BetaTerm& term : terms) {
    passed += term.weight * term.x;
    stopped += term.weight * term.y;
  }
  PACELINE_ASSERT(passed > 0 && stopped > 0);
  Pair place = held(Pair(std::log(passed / stopped), std::log(20.0)), strength);
  double height = beta_log_likelihood(terms, beta_at(place));
  double damping = 1e-3;
  for (int step = 0; step < kMostSteps; ++step) {
    const Slope slope = slope_at(terms, place);
    const bool on_edge = pushes_out(place, slope, strength);
    const Pair next = held(place + step_from(slope, on_edge, damping), strength);
    const double moved = (next - place).cwiseAbs().maxCoeff();
    const double there = beta_log_likelihood(terms, beta_at(next));
    if (there >= height) {
      place = next;
      height = there;
      damping = std::max(damping / 10, 1e-12);
      if (moved < 1e-11) break;
    } else {
      if (moved < 1e-11) break;
      damping = std::max(damping * 10, 1e-6);
    }
  }
  return beta_at(place);
}

}  // namespace paceline::stats
