// SPDX-License-Identifier: Apache-2.0
#include "stats/strata.h"

#include <algorithm>
#include <cmath>

namespace paceline::stats {
namespace {

struct Stratum {
  double ka, na, kb, nb;
  [[nodiscard]] double trials() const { return na + nb; }
  [[nodiscard]] double successes() const { return ka + kb; }
};

Result<Stratum> stratum(Tally a, Tally b) {
  for (const Tally& tally : {a, b})
    if (tally.trials != 0 || tally.successes != 0) PACELINE_CHECK(check_tally(tally));
  return Stratum{.ka = static_cast<double>(a.successes),
                 .na = static_cast<double>(a.trials),
                 .kb = static_cast<double>(b.successes),
                 .nb = static_cast<double>(b.trials)};
}

struct Sums {
  Stratum all{};
  double trials = 0;
  double mix_a = 0, mix_b = 0;
  bool both_everywhere = true;
  double odds_up = 0, odds_down = 0;
  double off = 0, variance = 0;

  void add(const Stratum& s) {
    const double n = s.trials();
    if (n == 0) return;
    all = {.ka = all.ka + s.ka, .na = all.na + s.na, .kb = all.kb + s.kb, .nb = all.nb + s.nb};
    trials += n;
    both_everywhere = both_everywhere && s.na > 0 && s.nb > 0;
    if (both_everywhere) {
      mix_a += n * (s.ka / s.na);
      mix_b += n * (s.kb / s.nb);
    }
    odds_up += s.ka * ((s.nb - s.kb) / n);
    odds_down += s.kb * ((s.na - s.ka) / n);
    off += s.ka - s.na * (s.successes() / n);
    if (n > 1) variance += s.na / n * s.nb * (s.successes() / n) * ((n - s.successes()) / (n - 1));
  }
};

std::optional<double> share(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

}  // namespace

Result<Standardised> standardised(std::span<const Tally> a, std::span<const Tally> b) {
  PACELINE_CHECK(check_some(a.size(), "/a"));
  PACELINE_CHECK(check_same_length(a.size(), b.size(), "/b"));
  Sums sums;
  for (std::size_t i = 0; i < a.size(); ++i) {
    PACELINE_TRY(const Stratum s, stratum(a[i], b[i]));
    sums.add(s);
  }
  Standardised found;
  found.raw_a = share(sums.all.ka, sums.all.na);
  found.raw_b = share(sums.all.kb, sums.all.nb);
  if (sums.both_everywhere) {
    found.a = share(sums.mix_a, sums.trials);
    found.b = share(sums.mix_b, sums.trials);
  }
  found.odds_ratio = share(sums.odds_up, sums.odds_down);
  const double corrected = std::max(std::abs(sums.off) - 0.5, 0.0);
  found.chi2 = share(sums.off * sums.off, sums.variance);
  found.chi2_corrected = share(corrected * corrected, sums.variance);
  return found;
}

}  // namespace paceline::stats
