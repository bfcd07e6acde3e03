// SPDX-License-Identifier: Apache-2.0
#include "stats/fourier_sum.h"

#include <algorithm>
#include <array>
#include <boost/math/constants/constants.hpp>
#include <cmath>
#include <complex>
#include <functional>
#include <numeric>

namespace paceline::stats {
namespace {

using Complex = std::complex<double>;

constexpr std::size_t kCells = 4096;
constexpr std::size_t kBlock = 8;
constexpr std::size_t kLanes = 8;  // so many lumps, or cells, side by side: the processor takes several at once
constexpr std::size_t kMostFrequencies = kCells / 2;  // beyond them only the inside of a cell changes
constexpr double kDead = 1e-11;
constexpr double kRevived = 1e-9;
constexpr double kLeftOut = 1e-7;
constexpr double kTwoPi = boost::math::constants::two_pi<double>();

struct Window {
  std::int64_t low = 0;
  std::int64_t cell = 1;
  [[nodiscard]] double length() const { return static_cast<double>(cell) * static_cast<double>(kCells); }
};

Window window_of(std::span<const Lump> lumps, std::int64_t unit) {
  double mean = 0, variance = 0, largest = 0, total = 0;
  for (const Lump& lump : lumps) {
    const auto v = static_cast<double>(lump.size);
    mean += lump.probability * v;
    variance += lump.probability * (1 - lump.probability) * v * v;
    largest = std::max(largest, v);
    total += v;
  }
  const double reach = 10 * std::sqrt(variance) + largest;
  const auto units = [&](double value) { return static_cast<std::int64_t>(value / static_cast<double>(unit)); };
  const std::int64_t low = std::max<std::int64_t>(units(mean - reach) - 1, -1);
  const std::int64_t high = std::min(units(mean + reach), units(total)) + 1;
  return {.low = low * unit, .cell = ((high - low) / static_cast<std::int64_t>(kCells) + 1) * unit};
}

using Lane = std::array<double, kLanes>;

/// Some lumps beside each other, each with the point e^(i w v) of the frequency that is next, and the turn to the next.
struct Group {
  Lane p{}, x{}, y{}, turn_x{}, turn_y{};
};

std::vector<Group> groups_of(std::span<const Lump> lumps, double base) {
  std::vector<Group> groups((lumps.size() + kLanes - 1) / kLanes);  // who is missing in the last one has p = 0
  for (std::size_t i = 0; i < lumps.size(); ++i) {
    Group& group = groups[i / kLanes];
    const std::size_t lane = i % kLanes;
    const double angle = base * static_cast<double>(lumps[i].size);
    group.p[lane] = lumps[i].probability;
    group.x[lane] = group.turn_x[lane] = std::cos(angle);
    group.y[lane] = group.turn_y[lane] = std::sin(angle);
  }
  return groups;
}

/// One frequency of one group: each lane's product so far times 1 - p + p e^(i w v), and the points turned on.
void multiply(Lane& real, Lane& imaginary, Group& group) {
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const double p = group.p[lane], x = group.x[lane], y = group.y[lane];
    const double a = 1 - p + p * x, b = p * y;
    const double r = real[lane], i = imaginary[lane];
    real[lane] = r * a - i * b;
    imaginary[lane] = r * b + i * a;
    group.x[lane] = x * group.turn_x[lane] - y * group.turn_y[lane];
    group.y[lane] = x * group.turn_y[lane] + y * group.turn_x[lane];
  }
}

/// The next block of the characteristic function, the groups' points turned on by as many frequencies.
std::array<Complex, kBlock> block_of(std::vector<Group>& groups) {
  std::array<Lane, kBlock> real{}, imaginary{};
  for (Lane& lane : real) lane.fill(1);
  for (Group& group : groups)
    for (std::size_t k = 0; k < kBlock; ++k) multiply(real[k], imaginary[k], group);
  std::array<Complex, kBlock> block;
  for (std::size_t k = 0; k < kBlock; ++k) {
    block[k] = 1;
    for (std::size_t lane = 0; lane < kLanes; ++lane) block[k] *= Complex(real[k][lane], imaginary[k][lane]);
  }
  return block;
}

/// |phi|^2 at every kStride-th coming frequency, as far as the groups taken so far tell: an upper bound, since no lump
/// has more than 1.
class Bound {
 public:
  explicit Bound(std::size_t frequencies) : bound_(frequencies / kStride + 1) {
    for (Lane& lane : bound_) lane.fill(1);
  }

  void take(Group group) {
    for (std::size_t doubling = 1; doubling < kStride; doubling *= 2)
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const double x = group.turn_x[lane], y = group.turn_y[lane];
        group.turn_x[lane] = x * x - y * y;
        group.turn_y[lane] = 2 * x * y;
      }
    for (Lane& bound : bound_) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const double p = group.p[lane], x = group.x[lane], y = group.y[lane];
        bound[lane] *= 1 - 2 * p * (1 - p) * (1 - x);
        group.x[lane] = x * group.turn_x[lane] - y * group.turn_y[lane];
        group.y[lane] = x * group.turn_y[lane] + y * group.turn_x[lane];
      }
    }
  }

  /// Drops the far frequencies that are dead whatever the other lumps are. Returns whether any is left.
  [[nodiscard]] bool any_alive() {
    while (!bound_.empty() && squared(bound_.back()) < kRevived * kRevived) bound_.pop_back();
    return !bound_.empty();
  }

  /// How many of the frequencies after `done` are needed, once all lumps are taken: what is left out of the series, at
  /// most |phi| / (pi k) for each k, stays below kLeftOut together.
  [[nodiscard]] std::size_t needed(std::size_t done) const {
    double left_out = 0;
    std::size_t kept = bound_.size();
    for (; kept > 0; --kept) {
      const double k = static_cast<double>(done) + static_cast<double>(kept * kStride);
      left_out += 2 * kStride * std::sqrt(squared(bound_[kept - 1])) / (kTwoPi * k);
      if (left_out > kLeftOut) break;
    }
    return kept * kStride;
  }

 private:
  static constexpr std::size_t kStride = 4;

  [[nodiscard]] static double squared(const Lane& lane) {
    return std::accumulate(lane.begin(), lane.end(), 1.0, std::multiplies<>());
  }

  std::vector<Lane> bound_;
};

/// Up to which frequency phi may come alive again, as it does where many sizes are nearly multiples of one: nothing is
/// asked beyond what the cells can tell apart. A few lumps from all over the list usually settle most of it.
std::size_t alive_until(const std::vector<Group>& groups, std::size_t done) {
  constexpr std::size_t at_once = 16;
  Bound bound(std::max(kMostFrequencies, done) - done);
  const std::size_t passes = std::max<std::size_t>(groups.size() / at_once, 1);
  for (std::size_t pass = 0; pass < passes; ++pass) {
    for (std::size_t i = pass; i < groups.size(); i += passes) bound.take(groups[i]);
    if (!bound.any_alive()) return done;
  }
  return done + bound.needed(done);
}

/// phi(w_1), phi(w_2), ... until it is dead for good; empty when it does not die.
std::vector<Complex> characteristic(std::span<const Lump> lumps, const Window& window) {
  std::vector<Group> groups = groups_of(lumps, kTwoPi / window.length());
  std::vector<Complex> phi;
  std::size_t until = kMostFrequencies + 1;
  while (phi.size() < std::min(until, kMostFrequencies)) {
    const auto block = block_of(groups);
    phi.insert(phi.end(), block.begin(), block.end());
    const bool dead = std::ranges::all_of(block, [](const Complex& value) { return std::abs(value) < kDead; });
    if (dead && until > kMostFrequencies) {
      until = alive_until(groups, phi.size());
      if (until > kMostFrequencies) return {};
    }
  }
  if (until > kMostFrequencies) return {};
  return phi;
}

/// The terms of the series at the cells' ends, less their value at the window's low end. A polynomial in e^(-2 pi i c /
/// cells) by Horner's rule, some cells beside each other.
std::vector<double> series(std::span<const Complex> scaled) {
  double at_low = 0;
  for (const Complex& term : scaled) at_low += term.real();
  std::vector<double> sum(kCells + kLanes, at_low);
  for (std::size_t cell = 0; cell <= kCells; cell += kLanes) {
    Lane x{}, y{}, real{}, imaginary{};
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const double angle = -kTwoPi * static_cast<double>(cell + lane) / static_cast<double>(kCells);
      x[lane] = std::cos(angle);
      y[lane] = std::sin(angle);
    }
    for (std::size_t k = scaled.size(); k-- > 0;) {
      const double a = scaled[k].real(), b = scaled[k].imag();
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const double r = real[lane] + a, i = imaginary[lane] + b;
        real[lane] = r * x[lane] - i * y[lane];
        imaginary[lane] = r * y[lane] + i * x[lane];
      }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) sum[cell + lane] -= real[lane];
  }
  return sum;
}

}  // namespace

std::optional<Distribution> fourier_sum(std::span<const Lump> lumps, std::int64_t certain, std::int64_t unit) {
  const Window window = window_of(lumps, unit);
  const auto phi = characteristic(lumps, window);
  if (phi.empty()) return std::nullopt;
  const double base = kTwoPi / window.length();
  const double half = static_cast<double>(unit) / 2;  // between two values that the sum can take
  std::vector<Complex> scaled;
  scaled.reserve(phi.size());
  for (std::size_t k = 1; k <= phi.size(); ++k) {
    const double w = base * static_cast<double>(k);
    const Complex start = std::polar(1.0, -w * (static_cast<double>(window.low) + half));
    scaled.push_back(phi[k - 1] * start / Complex(0, w) * (2 / window.length()));
  }
  const std::vector<double> sum = series(scaled);
  // With one value in each cell these are the probabilities of the values themselves.
  Distribution d{.first = certain + window.low + window.cell,
                 .unit = window.cell,
                 .smooth = window.cell > unit,
                 .step = unit,
                 .mass = {}};
  d.mass.reserve(kCells);
  double before = 0;
  for (std::size_t i = 1; i <= kCells; ++i) {
    const double here = static_cast<double>(i) / static_cast<double>(kCells) + sum[i];
    d.mass.push_back(std::max(here - before, 0.0));
    before = std::max(before, here);
  }
  for (double& mass : d.mass) mass /= before;  // what was left out of the series, within 1e-6
  return d;
}

}  // namespace paceline::stats
