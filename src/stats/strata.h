// SPDX-License-Identifier: Apache-2.0
// Two rates compared without being fooled by what each had to work with (Simpson's trap).
//
// With strata s (sources of leads), a_s = k_as of n_as and b_s likewise, N_s = n_as + n_bs, K_s = k_as + k_bs:
//   raw            sum k_as / sum n_as
//   standardised   sum w_s k_as / n_as with the common mix w_s = N_s / sum N
//   odds ratio     sum k_as (n_bs - k_bs) / N_s divided by sum k_bs (n_as - k_as) / N_s (Mantel-Haenszel)
//   CMH chi^2      D^2 / sum n_as n_bs K_s (N_s - K_s) / (N_s^2 (N_s - 1)), D = sum k_as - n_as K_s / N_s; with the
//                  continuity correction (|D| - 1/2)^2, not below 0
// Range: as many strata for both, at least one, 0 to 2^53 trials. A raw rate over nothing is absent; so are both
// standardised rates when one of the two has no trials in a stratum that counts, the odds ratio when its lower sum is
// 0, and chi^2 when no stratum can tell anything.
// Source: Mantel and Haenszel 1959; Agresti 2013, ch. 6.4; kidney stones of Charig et al. 1986, BMJ 292:879.
// Worked example: A 81/87 and 192/263, B 234/270 and 55/80: raw 0.78 and 0.8257, standardised 0.8325 and 0.7789: A is
// better in both strata and only looks worse; odds ratio 1.4468, chi^2 2.4339.
#pragma once

#include <optional>
#include <span>

#include "stats/limits.h"

namespace paceline::stats {

struct Standardised {
  std::optional<double> raw_a, raw_b;
  std::optional<double> a, b;  ///< both with the common mix
  std::optional<double> odds_ratio;
  std::optional<double> chi2, chi2_corrected;
};

/// Returns "stats.counts.empty", "stats.lengths.differ" or the codes of check_tally but for a tally without trials.
[[nodiscard]] Result<Standardised> standardised(std::span<const Tally> a, std::span<const Tally> b);

}  // namespace paceline::stats
