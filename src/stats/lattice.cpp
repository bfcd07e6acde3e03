// SPDX-License-Identifier: Apache-2.0
#include "stats/lattice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "stats/fourier_sum.h"

namespace paceline::stats {
namespace {

constexpr double kNegligible = 1e-18;
constexpr std::int64_t kMostCells = std::int64_t{1} << 22;
constexpr std::int64_t kCoarseCells = std::int64_t{1} << 14;
constexpr double kSafeLambda = 600;  // e^-600 is still a number

/// Drops ends that nobody will miss.
void trim(Distribution& d) {
  auto& mass = d.mass;
  const auto matters = [](double p) { return p >= kNegligible; };
  const auto low = std::ranges::find_if(mass, matters) - mass.begin();
  if (low == static_cast<std::ptrdiff_t>(mass.size())) return;
  const auto high = std::find_if(mass.rbegin(), mass.rend(), matters).base() - mass.begin();
  mass.erase(mass.begin() + high, mass.end());
  mass.erase(mass.begin(), mass.begin() + low);
  d.first += low * d.unit;
}

/// d <- (1 - p) d + p shift(d, cells).
void add_lump(std::vector<double>& mass, std::vector<double>& spare, std::size_t cells, double p) {
  spare.assign(mass.size() + cells, 0);
  for (std::size_t i = 0; i < mass.size(); ++i) spare[i] = (1 - p) * mass[i];
  for (std::size_t i = 0; i < mass.size(); ++i) spare[i + cells] += p * mass[i];
  mass.swap(spare);
}

Distribution direct(std::span<const Lump> lumps, std::int64_t certain, std::int64_t unit) {
  Distribution d{.first = certain, .unit = unit, .smooth = false, .step = 1, .mass = {1}};
  std::vector<double> spare;
  int since = 0;
  for (const Lump& lump : lumps) {
    add_lump(d.mass, spare, static_cast<std::size_t>(lump.size / unit), lump.probability);
    if (++since % 16 == 0) trim(d);
  }
  trim(d);
  return d;
}

/// On a lattice that the sizes do not fit: each size is spread over the two cells around it, which keeps its mean.
Distribution coarse(std::span<const Lump> lumps, std::int64_t certain, std::int64_t total) {
  const std::int64_t unit = total / kCoarseCells + 1;
  Distribution d{.first = certain, .unit = unit, .smooth = false, .step = 1, .mass = {1}};
  std::vector<double> spare;
  for (const Lump& lump : lumps) {
    const auto cells = static_cast<std::size_t>(lump.size / unit);
    const double over = static_cast<double>(lump.size % unit) / static_cast<double>(unit);
    const double p = lump.probability;
    auto& mass = d.mass;
    spare.assign(mass.size() + cells + 1, 0);
    for (std::size_t i = 0; i < mass.size(); ++i) spare[i] = (1 - p) * mass[i];
    for (std::size_t i = 0; i < mass.size(); ++i) spare[i + cells] += p * (1 - over) * mass[i];
    for (std::size_t i = 0; i < mass.size(); ++i) spare[i + cells + 1] += p * over * mass[i];
    mass.swap(spare);
    trim(d);
  }
  return d;
}

Result<Distribution> on_unit(Distribution d, std::int64_t unit) {
  if (d.unit == unit) return d;
  const std::int64_t times = d.unit / unit;
  const auto cells = static_cast<std::int64_t>(d.mass.size() - 1) * times + 1;
  if (cells > kMostCells) return fail(Fault::invalid, "stats.result.out_of_range");
  std::vector<double> mass(static_cast<std::size_t>(cells));
  for (std::size_t i = 0; i < d.mass.size(); ++i) mass[i * static_cast<std::size_t>(times)] = d.mass[i];
  return Distribution{.first = d.first, .unit = unit, .smooth = false, .step = 1, .mass = std::move(mass)};
}

/// REQUIRES: one of them is smooth.
std::int64_t narrowest_smooth(std::span<const Distribution> parts) {
  std::int64_t unit = std::numeric_limits<std::int64_t>::max();
  for (const Distribution& part : parts)
    if (part.smooth) unit = std::min(unit, part.unit);
  return unit;
}

Result<Distribution> on_cells(const Distribution& d, std::int64_t unit, bool smooth) {
  if (!smooth) return on_unit(d, unit);
  return d.unit == unit ? d : regridded(d, d.first, unit);
}

/// A unit on which all lie, their first value and their last.
struct Frame {
  std::int64_t unit = 0, first = 0, last = 0;
};

Frame frame_of(std::span<const Distribution> parts, bool smooth) {
  Frame frame{.unit = parts[0].unit, .first = parts[0].first, .last = parts[0].first};
  for (const Distribution& part : parts) {
    frame.unit = std::gcd(std::gcd(frame.unit, part.unit), part.first - parts[0].first);
    frame.first = std::min(frame.first, part.first);
    frame.last = std::max(frame.last, part.first + static_cast<std::int64_t>(part.mass.size() - 1) * part.unit);
  }
  if (smooth) frame.unit = narrowest_smooth(parts);
  return frame;
}

}  // namespace

Result<Distribution> sum_of(std::span<const Lump> lumps) {
  std::vector<Lump> open;
  open.reserve(lumps.size());
  std::int64_t certain = 0, total = 0, unit = 0;
  for (const Lump& lump : lumps) {
    PACELINE_CHECK(check_probability(lump.probability));
    PACELINE_CHECK(check_count(lump.size, "/size"));
    PACELINE_CHECK(check_count(total + certain + lump.size, "/size"));
    if (lump.size == 0 || lump.probability == 0) continue;
    if (lump.probability == 1) {
      certain += lump.size;
      continue;
    }
    open.push_back(lump);
    total += lump.size;
    if (unit == 0 || lump.size % unit != 0) unit = std::gcd(unit, lump.size);
  }
  if (open.empty()) return Distribution{.first = certain, .unit = 1, .smooth = false, .step = 1, .mass = {1}};
  const std::int64_t cells = total / unit + 1;
  if (cells <= kMostCells && cells <= kDirectCells / static_cast<std::int64_t>(open.size()))
    return direct(open, certain, unit);
  if (auto smooth = fourier_sum(open, certain, unit)) return *std::move(smooth);
  return coarse(open, certain, total);
}

Result<Distribution> number_of_successes(std::span<const double> probabilities) {
  constexpr std::size_t most = 20'000;
  if (probabilities.size() > most) return fail(Fault::invalid, "stats.count.out_of_range", "/p");
  Distribution wins;
  std::vector<double> spare;
  for (const double p : probabilities) {
    PACELINE_CHECK(check_probability(p));
    add_lump(wins.mass, spare, 1, p);
  }
  return wins;
}

Result<Distribution> sum_of_both(const Distribution& one, const Distribution& other) {
  const bool smooth = one.smooth || other.smooth;
  std::int64_t unit = std::gcd(one.unit, other.unit);
  if (smooth) unit = narrowest_smooth(std::array{one, other});
  PACELINE_TRY(const Distribution a, on_cells(one, unit, smooth));
  PACELINE_TRY(const Distribution b, on_cells(other, unit, smooth));
  const auto& wide = a.mass.size() >= b.mass.size() ? a.mass : b.mass;
  const auto& slim = a.mass.size() >= b.mass.size() ? b.mass : a.mass;
  if (static_cast<std::int64_t>(wide.size() + slim.size()) > kMostCells)
    return fail(Fault::invalid, "stats.result.out_of_range");
  // Two cells that both reach half a cell down from their ends reach a whole one: the sum's end lies half a cell lower.
  const std::int64_t lower = one.smooth && other.smooth ? unit / 2 : 0;
  Distribution sum{.first = a.first + b.first - lower, .unit = unit, .smooth = smooth, .step = 1, .mass = {}};
  sum.mass.assign(wide.size() + slim.size() - 1, 0);
  for (std::size_t j = 0; j < slim.size(); ++j) {
    if (slim[j] == 0) continue;
    for (std::size_t i = 0; i < wide.size(); ++i) sum.mass[i + j] += slim[j] * wide[i];
  }
  trim(sum);
  return sum;
}

Result<Distribution> compound_poisson(double lambda, std::span<const double> sizes) {
  if (!(lambda >= 0 && lambda <= 1e5)) return fail(Fault::invalid, "stats.mean.out_of_range", "/lambda");
  PACELINE_CHECK(check_weights(sizes));
  double part = lambda;
  int doublings = 0;
  for (; part > kSafeLambda; part /= 2) ++doublings;
  Distribution d{.first = 0, .unit = 1, .smooth = false, .step = 1, .mass = {std::exp(-part * (1 - sizes[0]))}};
  double mean = 0, squares = 0;
  for (std::size_t j = 0; j < sizes.size(); ++j) {
    mean += part * sizes[j] * static_cast<double>(j);
    squares += part * sizes[j] * static_cast<double>(j) * static_cast<double>(j);
  }
  const double reach = mean + 12 * std::sqrt(squares) + 30 * static_cast<double>(sizes.size());
  if (reach > static_cast<double>(kMostCells)) return fail(Fault::invalid, "stats.result.out_of_range");
  for (std::size_t s = 1; static_cast<double>(s) <= reach && mean > 0; ++s) {
    double sum = 0;
    for (std::size_t j = 1; j < sizes.size() && j <= s; ++j) sum += static_cast<double>(j) * sizes[j] * d.mass[s - j];
    d.mass.push_back(part / static_cast<double>(s) * sum);
  }
  trim(d);
  for (; doublings > 0; --doublings) {
    PACELINE_TRY(d, sum_of_both(d, d));
  }
  return d;
}

Result<Distribution> mixture_of(std::span<const Distribution> parts, std::span<const double> weights) {
  PACELINE_CHECK(check_same_length(parts.size(), weights.size(), "/weights"));
  PACELINE_CHECK(check_weights(weights));
  const bool smooth = std::ranges::any_of(parts, &Distribution::smooth);
  const Frame frame = frame_of(parts, smooth);
  const std::int64_t cells = (frame.last - frame.first) / frame.unit + 2;
  if (cells > kMostCells) return fail(Fault::invalid, "stats.result.out_of_range");
  Distribution mixed{.first = frame.first, .unit = frame.unit, .smooth = smooth, .step = 1, .mass = {}};
  mixed.mass.assign(static_cast<std::size_t>(cells), 0);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const Distribution part = smooth ? regridded(parts[p], frame.first, frame.unit) : parts[p];
    const std::int64_t from = (part.first - frame.first) / frame.unit;
    const std::int64_t times = part.unit / frame.unit;
    for (std::size_t i = 0; i < part.mass.size(); ++i)
      mixed.mass[static_cast<std::size_t>(from + static_cast<std::int64_t>(i) * times)] += weights[p] * part.mass[i];
  }
  trim(mixed);
  return mixed;
}

}  // namespace paceline::stats
