// SPDX-License-Identifier: Apache-2.0
// Whether "three times the quota in estimates" is enough, and how many appointments to book so that enough people come.
//
// Coverage c of `needed` wins at win rate w means n = c x needed estimates (rounded up); they bring enough with
// P(Bin(n, w) >= needed). The coverage that breaks even on average is 1 / w; the safe one is higher and depends on the
// number. Bookings: as known, P(Bin(n, p) >= needed); as uncertain after k of n came, the beta-binomial (Jeffreys).
// A reminder with relative risk rr on absence: show rate 1 - (1 - p) rr; the dials needed shrink by p / that.
// Units and range: tallies of at least one trial; needed 1 to 2^53 (0: nothing is needed); 0 < c <= 1e6; 0 <= rr <=
// 1e3. Source: binomial; SCIENCE section 7 (rr 0.77: Guy et al. 2012, Health Services Research 47:614-632). Worked
// example: 1 of 3 wins and 5 needed: 15 estimates (3x) are enough with 0.5959; 80 % need 19 (3.8x), 95 % 25 (5x). 10 of
// 15 came and 5 are needed: book 10, as if the rate were known 9; a reminder: 0.7433, dials times 0.8969.
#pragma once

#include <optional>

#include "stats/limits.h"

namespace paceline {

struct CoverageAtChance {
  std::int64_t estimates = 0;
  std::optional<double> coverage;  ///< absent when nothing is needed
};

struct Coverage {
  std::int64_t estimates = 0;  ///< at the coverage that was asked
  double chance = 0;
  std::optional<CoverageAtChance> at80, at95;  ///< absent when nothing was ever won
  std::optional<double> break_even;
};

/// `wins` is won (successes) of closed (trials). Returns the codes of stats::check_tally, "plan.wanted.out_of_range" or
/// "stats.value.out_of_range" (the coverage).
[[nodiscard]] Result<Coverage> coverage_of(stats::Tally wins, std::int64_t needed, double coverage);

struct Bookings {
  std::optional<std::int64_t> known;      ///< absent when nobody ever came
  std::optional<std::int64_t> uncertain;  ///< absent when no number up to 10^8 is enough
  double show_rate = 0;
  double show_with_reminder = 0;
  std::optional<double> odds_ratio;    ///< of coming, with to without reminder; absent where odds are 0 or endless
  std::optional<double> dials_factor;  ///< absent when nobody would come
};

/// `shows` is came (successes) of booked (trials). Returns the codes above, or "stats.value.out_of_range" for a
/// relative risk that is below 0 or makes absence likelier than certain, and "stats.chance.out_of_range".
[[nodiscard]] Result<Bookings> bookings_for(stats::Tally shows, std::int64_t needed, double relative_risk,
                                            double chance = 0.8);

}  // namespace paceline
