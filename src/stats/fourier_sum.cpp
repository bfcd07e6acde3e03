// SPDX-License-Identifier: Apache-2.0
#include "stats/fourier_sum.h"

#include <algorithm>
#include <array>
#include <boost/math/constants/constants.hpp>
#include <cmath>
#include <complex>

namespace paceline::stats {
namespace {

using Complex = std::complex<double>;

constexpr std::int64_t kCells = 4096;
constexpr std::size_t kBlock = 16;
constexpr std::size_t kMostFrequencies = 1024;
constexpr double kDead = 1e-11;
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
  return {.low = low * unit, .cell = ((high - low) / kCells + 1) * unit};
}

/// One block of the characteristic function: the frequencies from `from` on, each lump turned by one angle at a time.
std::array<Complex, kBlock> block_of(std::span<const Lump> lumps, double base, std::size_t from) {
  std::array<double, kBlock> real{}, imaginary{};
  real.fill(1);
  for (const Lump& lump : lumps) {
    const double angle = base * static_cast<double>(lump.size);
    const double c = std::cos(angle), s = std::sin(angle);
    double x = std::cos(angle * static_cast<double>(from)), y = std::sin(angle * static_cast<double>(from));
    const double p = lump.probability;
    for (std::size_t k = 0; k < kBlock; ++k) {
      const double a = 1 - p + p * x, b = p * y;
      const double r = real[k], i = imaginary[k];
      real[k] = r * a - i * b;
      imaginary[k] = r * b + i * a;
      const double turned = x * c - y * s;
      y = x * s + y * c;
      x = turned;
    }
  }
  std::array<Complex, kBlock> block;
  for (std::size_t k = 0; k < kBlock; ++k) block[k] = {real[k], imaginary[k]};
  return block;
}

/// phi(w_1), phi(w_2), ... until it is dead; empty when it does not die.
std::vector<Complex> characteristic(std::span<const Lump> lumps, const Window& window) {
  const double base = kTwoPi / window.length();
  std::vector<Complex> phi;
  while (phi.size() < kMostFrequencies) {
    const auto block = block_of(lumps, base, phi.size() + 1);
    phi.insert(phi.end(), block.begin(), block.end());
    if (std::ranges::all_of(block, [](const Complex& value) { return std::abs(value) < kDead; })) return phi;
  }
  return {};
}

}  // namespace

std::optional<Distribution> fourier_sum(std::span<const Lump> lumps, std::int64_t certain, std::int64_t unit) {
  const Window window = window_of(lumps, unit);
  const auto phi = characteristic(lumps, window);
  if (phi.empty()) return std::nullopt;
  const double base = kTwoPi / window.length();
  const double half = static_cast<double>(unit) / 2;  // between two values that the sum can take
  std::vector<double> sum(kCells + 1, 0);
  for (std::size_t k = 1; k <= phi.size(); ++k) {
    const double w = base * static_cast<double>(k);
    const Complex start = std::polar(1.0, -w * (static_cast<double>(window.low) + half));
    const Complex scaled = phi[k - 1] * start / Complex(0, w) * (2 / window.length());
    const Complex turn = std::polar(1.0, -kTwoPi * static_cast<double>(k) / static_cast<double>(kCells));
    Complex at = 1;
    for (double& value : sum) {
      value += scaled.real() - (scaled * at).real();
      at *= turn;
    }
  }
  // With one value in each cell these are the probabilities of the values themselves.
  Distribution d{.first = certain + window.low + window.cell,
                 .unit = window.cell,
                 .smooth = window.cell > unit,
                 .step = unit,
                 .mass = {}};
  d.mass.reserve(kCells);
  double before = 0;
  for (std::size_t i = 1; i < sum.size(); ++i) {
    const double here = static_cast<double>(i) / static_cast<double>(kCells) + sum[i];
    d.mass.push_back(std::max(here - before, 0.0));
    before = std::max(before, here);
  }
  return d;
}

}  // namespace paceline::stats
