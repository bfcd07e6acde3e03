// SPDX-License-Identifier: Apache-2.0
#include "stats/compare_rates.h"

#include <algorithm>
#include <array>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>

#include "stats/beta_binomial.h"
#include "stats/special.h"

namespace paceline::stats {
namespace {

Result<void> check(Tally tally) {
  if (tally.trials == 0 && tally.successes == 0) return {};
  PACELINE_CHECK(check_tally(tally));
  if (tally.trials > kMostComparedTrials) return fail(Fault::invalid, "stats.count.out_of_range", "/trials");
  return {};
}

double angle(double x) {
  return std::asin(std::sqrt(std::clamp(x, 0.0, 1.0)));
}

/// Where the integrand of P(A > B) bends: A's and B's far ends and quarters, as angles in order.
std::array<double, 8> bends(Beta a, Beta b) {
  constexpr double far = 1e-16;
  std::array<double, 8> at{};
  std::size_t i = 0;
  for (const Beta rate : {a, b})
    for (const double tail : {far, 0.2}) {
      at[i++] = angle(beta_quantile_low(rate.a, rate.b, tail));
      at[i++] = angle(beta_quantile_high(rate.a, rate.b, tail));
    }
  std::ranges::sort(at);
  return at;
}

}  // namespace

Result<double> chance_first_higher(Tally first, Tally second) {
  PACELINE_CHECK(check(first));
  PACELINE_CHECK(check(second));
  const Beta a = after(first);
  const Beta b = after(second);
  const auto scale = static_cast<double>(log_beta(a.a, a.b));
  const auto weighed = [&](double t) {
    const double s = std::sin(t);
    const double c = std::cos(t);
    if (s <= 0 || c <= 0) return 0.0;
    const double density = 2 * std::exp((2 * a.a - 1) * std::log(s) + (2 * a.b - 1) * std::log(c) - scale);
    return density * beta_lower(b.a, b.b, s * s, c * c);
  };
  const auto at = bends(a, b);
  const double from = angle(beta_quantile_low(a.a, a.b, 1e-16));
  const double to = angle(beta_quantile_high(a.a, a.b, 1e-16));
  double sum = 0;
  for (std::size_t i = 1; i < at.size(); ++i) {
    const double low = std::max(at[i - 1], from);
    const double high = std::min(at[i], to);
    const double third = (high - low) / 3;
    for (int part = 0; part < 3 && low < high; ++part)
      sum +=
          boost::math::quadrature::gauss<double, 30>::integrate(weighed, low + part * third, low + (part + 1) * third);
  }
  return told_probability(sum);
}

namespace {

/// The table's hypergeometric probabilities, relative to that at one place: sums outwards until nothing is added.
struct Outwards {
  double successes, first, second;  ///< all successes, trials of the first and of the second

  /// P(x + 1) / P(x), x successes of the first.
  [[nodiscard]] double step_up(double x) const {
    return (successes - x) / (x + 1) * ((first - x) / (second - successes + x + 1));
  }
};

struct Sums {
  double all = 0;
  double no_likelier = 0;
};

/// From the mode, where the weight is 1, in one direction; the mode itself is left out.
void add_side(const Outwards& table, double mode, double end, double limit, Sums& sums) {
  double weight = 1;
  for (double x = mode; x != end;) {
    weight = x < end ? weight * table.step_up(x) : weight / table.step_up(x - 1);
    x += x < end ? 1 : -1;
    sums.all += weight;
    if (weight <= limit) sums.no_likelier += weight;
    if (weight < 1e-18 * sums.all && weight <= limit) return;
  }
}

double log_weight(const Outwards& table, double x) {
  const auto choose = [](long double n, long double k) { return -std::log1p(n) - log_beta(k + 1, n - k + 1); };
  return static_cast<double>(choose(table.first, x) + choose(table.second, table.successes - x));
}

}  // namespace

Result<double> fisher_two_sided(Tally first, Tally second) {
  PACELINE_CHECK(check(first));
  PACELINE_CHECK(check(second));
  const Outwards table{.successes = static_cast<double>(first.successes + second.successes),
                       .first = static_cast<double>(first.trials),
                       .second = static_cast<double>(second.trials)};
  const double low = std::max(0.0, table.successes - table.second);
  const double high = std::min(table.successes, table.first);
  const double mode =
      std::clamp(std::floor((table.successes + 1) * ((table.first + 1) / (table.first + table.second + 2))), low, high);
  const auto seen = static_cast<double>(first.successes);
  // A place as likely as what was seen may come out a little likelier: rounding must not leave it out.
  const double limit = std::exp(log_weight(table, seen) - log_weight(table, mode)) * (1 + 1e-7);
  Sums sums{.all = 1, .no_likelier = limit >= 1 ? 1.0 : 0.0};
  add_side(table, mode, low, limit, sums);
  add_side(table, mode, high, limit, sums);
  return told_probability(sums.no_likelier / sums.all);
}

Result<double> chance_above(Tally tally, double level) {
  PACELINE_CHECK(check_tally(tally));
  PACELINE_CHECK(check_probability(level));
  const Beta rate = after(tally);
  return told_probability(beta_lower(rate.b, rate.a, 1 - level, level));
}

}  // namespace paceline::stats
