// SPDX-License-Identifier: Apache-2.0
#include "stats/beta_likelihood.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/special.h"

namespace paceline::stats {
namespace {

using Pair = Eigen::Vector2d;
using Square = Eigen::Matrix2d;

constexpr int kMostSteps = 200;
constexpr double kNear = 16;            // a product of so many numbers below 2^54 is still a number
constexpr double kSteadyReal = 0x1p52;  // up to here 1 can be added to a number
constexpr long double kNoise = 1e-14L;  // of the likelihood: a step that is lost in it is Newton's last
constexpr double kSteepestMean = 40;    // a logit beyond which a mean is 0 or 1 in a double

/// A place on the hill: mean and strength as unbounded numbers.
Beta beta_at(const Pair& place) {
  const double mean = 1 / (1 + std::exp(-place[0]));
  const double rest = 1 / (1 + std::exp(place[0]));
  const double strength = std::exp(place[1]);
  return {.a = std::max(mean * strength, 1e-300), .b = std::max(rest * strength, 1e-300)};
}

/// One value and how much it counts.
struct Weighted {
  double value = 0;
  double weight = 0;
};

/// In rising order, equal values as one.
std::vector<Weighted> in_order(std::vector<Weighted> values) {
  std::ranges::sort(values, {}, &Weighted::value);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == 0 || values[kept - 1].value != values[i].value)
      values[kept++] = values[i];
    else
      values[kept - 1].weight += values[i].weight;
  }
  values.resize(kept);
  return values;
}

/// The three sums that the likelihood is made of: ln B(a + x, b + y) - ln B(a, b) falls apart into a rise of ln Gamma
/// by x from a, one by y from b, and one by x + y from a + b.
struct Parts {
  std::vector<Weighted> x, y, both;
  explicit Parts(std::span<const BetaTerm> terms) {
    for (const BetaTerm& term : terms) {
      x.push_back({.value = term.x, .weight = term.weight});
      y.push_back({.value = term.y, .weight = term.weight});
      both.push_back({.value = term.x + term.y, .weight = term.weight});
    }
    x = in_order(std::move(x));
    y = in_order(std::move(y));
    both = in_order(std::move(both));
  }
};

/// sum w [ln Gamma(from + v) - ln Gamma(from)], and its first and second derivative by `from`.
struct Rise {
  long double height = 0;
  double first = 0, second = 0;
};

Rise whole_rise(double from, double by) {
  return {.height = log_gamma(static_cast<long double>(from) + static_cast<long double>(by)) - log_gamma(from),
          .first = digamma(from + by) - digamma(from),
          .second = trigamma(from + by) - trigamma(from)};
}

/// Between neighbours that are whole numbers apart, ln Gamma(s + 1) = ln Gamma(s) + ln s is cheaper and more exact than
/// two values of ln Gamma.
Rise rise_of(std::span<const Weighted> values, double from) {
  Rise sum, here;
  double at = 0;
  for (const Weighted& next : values) {
    const double gap = next.value - at;
    if (gap <= kNear && gap == std::floor(gap) && next.value <= kSteadyReal) {
      double product = 1;
      for (; at < next.value; at += 1) {
        const double inverse = 1 / (from + at);
        product *= from + at;
        here.first += inverse;
        here.second -= inverse * inverse;
      }
      here.height += static_cast<long double>(std::log(product));
    } else {
      here = whole_rise(from, next.value);
      at = next.value;
    }
    sum.height += static_cast<long double>(next.weight) * here.height;
    sum.first += next.weight * here.first;
    sum.second += next.weight * here.second;
  }
  return sum;
}

struct Slope {
  long double height = 0;
  Pair first = Pair::Zero();
  Square second = Square::Zero();
};

/// The likelihood, and its first and second derivatives by a and b.
Slope slope_in_shapes(const Parts& parts, Beta rate) {
  const Rise x = rise_of(parts.x, rate.a);
  const Rise y = rise_of(parts.y, rate.b);
  const Rise both = rise_of(parts.both, rate.a + rate.b);
  Slope slope;
  slope.height = x.height + y.height - both.height;
  slope.first = Pair(x.first - both.first, y.first - both.first);
  slope.second << x.second - both.second, -both.second, -both.second, y.second - both.second;
  return slope;
}

/// The same by logit mean and ln strength: a = m s, da/dlogit = m (1 - m) s = -db/dlogit, da/dln s = a, db/dln s = b.
Slope slope_at(const Parts& parts, const Pair& place) {
  const Beta rate = beta_at(place);
  const Slope shapes = slope_in_shapes(parts, rate);
  const double sum = rate.a + rate.b;
  const double bend = rate.a * (rate.b / sum);
  Square turn;
  turn << bend, rate.a, -bend, rate.b;
  Slope slope;
  slope.height = shapes.height;
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
  return static_cast<double>(slope_in_shapes(Parts(terms), rate).height);
}

Beta likeliest_beta(std::span<const BetaTerm> terms, Strength strength) {
  double passed = 0, stopped = 0;
  for (const BetaTerm& term : terms) {
    passed += term.weight * term.x;
    stopped += term.weight * term.y;
  }
  PACELINE_ASSERT(passed > 0 && stopped > 0);
  Pair place = held(Pair(std::log(passed / stopped), std::log(20.0)), strength);
  const Parts parts(terms);
  Slope slope = slope_at(parts, place);
  double damping = 1e-3;
  for (int step = 0; step < kMostSteps; ++step) {
    const bool on_edge = pushes_out(place, slope, strength);
    const Pair next = held(place + step_from(slope, on_edge, damping), strength);
    const double moved = (next - place).cwiseAbs().maxCoeff();
    const Slope there = slope_at(parts, next);
    if (there.height >= slope.height - kNoise * std::abs(slope.height)) {
      place = next;
      slope = there;
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
