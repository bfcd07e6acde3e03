// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/lattice.h"

namespace paceline::stats {
namespace {

constexpr double kRounding = 1e-12;

double as_real(std::int64_t value) {
  return static_cast<double>(value);
}

double value_at(const Distribution& d, std::size_t i) {
  const double at = as_real(d.first) + static_cast<double>(i) * as_real(d.unit);
  return d.smooth ? at - as_real(d.unit - d.step) / 2 : at;
}

void add_at(Distribution& d, std::int64_t cell, double mass) {
  if (mass == 0) return;
  const auto last = static_cast<std::int64_t>(d.mass.size()) - 1;
  d.mass[static_cast<std::size_t>(std::clamp<std::int64_t>(cell, 0, last))] += mass;
}

/// The cell whose end is at or above a value.
std::int64_t cell_of(const Distribution& d, std::int64_t value) {
  const std::int64_t off = value - d.first;
  return off <= 0 ? 0 : (off + d.unit - 1) / d.unit;
}

void spread_evenly(Distribution& into, std::int64_t end, std::int64_t width, double mass) {
  std::int64_t from = end - width;
  for (std::int64_t cell = cell_of(into, from + 1); from < end; ++cell) {
    const std::int64_t to = std::min(end, into.first + cell * into.unit);
    if (to <= from) continue;
    add_at(into, cell, mass * as_real(to - from) / as_real(width));
    from = to;
  }
}

}  // namespace

double Distribution::mean() const {
  double sum = 0;
  for (std::size_t i = 0; i < mass.size(); ++i) sum += mass[i] * value_at(*this, i);
  return sum;
}

double Distribution::variance() const {
  const double middle = mean();
  double sum = 0;
  for (std::size_t i = 0; i < mass.size(); ++i) {
    const double off = value_at(*this, i) - middle;
    sum += mass[i] * off * off;
  }
  return sum;
}

double Distribution::at_least(std::int64_t x) const {
  const auto size = static_cast<std::int64_t>(mass.size());
  if (x <= first) return 1;
  const std::int64_t whole = (x - first + unit - 1) / unit;  // the first place at or above x
  if (whole > size - 1 + (smooth ? 1 : 0)) return 0;
  const auto from = mass.begin() + std::min(whole, size);
  const double below = std::accumulate(mass.begin(), from, 0.0);
  double above = std::accumulate(from, mass.end(), 0.0);
  if (smooth && whole < size) {
    const double part = as_real(((first + whole * unit - x) / step + 1) * step) / as_real(unit);
    above += mass[static_cast<std::size_t>(whole)] * (std::min(part, 1.0) - 1);
  } else if (above > 0.5) {
    above = 1 - below;
  }
  return std::clamp(above, 0.0, 1.0);
}

std::int64_t Distribution::quantile(double chance) const {
  double sum = 0;
  for (std::size_t i = 0; i < mass.size(); ++i) {
    sum += mass[i];
    if (sum >= chance - kRounding) return first + static_cast<std::int64_t>(i) * unit;
  }
  return first + static_cast<std::int64_t>(mass.size() - 1) * unit;
}

double Distribution::shortfall(std::int64_t x) const {
  double sum = 0;
  for (std::size_t i = 0; i < mass.size(); ++i) sum += mass[i] * std::max(0.0, as_real(x) - value_at(*this, i));
  return sum;
}

Distribution regridded(const Distribution& d, std::int64_t first, std::int64_t unit) {
  const std::int64_t last = d.first + static_cast<std::int64_t>(d.mass.size() - 1) * d.unit;
  Distribution into{.first = first, .unit = unit, .smooth = d.smooth, .step = d.smooth ? d.step : 1, .mass = {}};
  into.mass.assign(static_cast<std::size_t>(std::max<std::int64_t>(last - first, 0) / unit) + 2, 0);
  for (std::size_t i = 0; i < d.mass.size(); ++i) {
    const std::int64_t end = d.first + static_cast<std::int64_t>(i) * d.unit;
    if (d.smooth) {
      spread_evenly(into, end, d.unit, d.mass[i]);
    } else {
      const std::int64_t cell = std::max<std::int64_t>(end - first, 0) / unit;
      const double over = as_real(std::max<std::int64_t>(end - first, 0) - cell * unit) / as_real(unit);
      add_at(into, cell, d.mass[i] * (1 - over));
      add_at(into, cell + 1, d.mass[i] * over);
    }
  }
  return into;
}

Result<void> check_weights(std::span<const double> weights) {
  PACELINE_CHECK(check_some(weights.size(), "/weights"));
  double sum = 0;
  for (const double weight : weights) {
    PACELINE_CHECK(check_probability(weight));
    sum += weight;
  }
  if (std::abs(sum - 1) > 1e-9) return fail(Fault::invalid, "stats.weights.not_one", "/weights");
  return {};
}

}  // namespace paceline::stats
