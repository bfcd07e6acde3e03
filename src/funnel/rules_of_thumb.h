// SPDX-License-Identifier: Apache-2.0
// The trade's rules of thumb as questions with a chance for an answer: does the rule hold, as far as the counts can
// tell?
//
// Each rate is Beta(k + 1/2, n - k + 1/2) after k of n (Jeffreys):
//   hot share of new customers          P(p < 0.10), P(0.10 to 0.15), P(p > 0.15)
//   contacted per interested, n / k     P(n / k <= 3) = P(p >= 1/3), P(n / k > 5) = P(p < 1/5)
//   contacted of potential              P(fewer than one in three) = P(p < 1/3)
//   priced of interested                rate and interval
//   interested of those who came        P(p < 0.7)
//   no-show of booked                   P(p > 0.7)
// Alarm where the chance is above 0.9. The edges 0.10, 0.15, 3, 5, 1/3, 0.7 can be changed.
// Range: tallies of 0 to 2^53 trials; over nothing everything is absent; a ratio is absent at k = 0.
// Source: SCIENCE section 7; Brown, Cai, DasGupta 2001.
// Worked example: 7 hot of 80 new: 0.0875; 0.6285, 0.3205, 0.0510: cannot tell yet. 28 interested of 120: 4.286
// contacts each, at most 3 with 0.0086, above 5 with 0.1795. 5 no-shows of 15: above 0.7 with 0.0016.
#pragma once

#include <optional>

#include "stats/interval.h"

namespace paceline {

struct RuleEdges {
  double hot_low = 0.10, hot_high = 0.15;
  double usual_ratio = 3, alarm_ratio = 5;
  double reached = 1.0 / 3;
  double interested_of_came = 0.7;
  double no_show = 0.7;
};

/// Absent when there was no trial.
struct RateAgainst {
  std::optional<double> rate;
  std::optional<double> per_success;  ///< trials for one success; absent without a success
  std::optional<double> p_below;      ///< of the lower edge
  std::optional<double> p_between;
  std::optional<double> p_above;  ///< of the upper edge
  std::optional<stats::Interval> around;
};

/// The one test behind all rules. Returns the codes of check_tally but for no trials, "stats.probability.out_of_range",
/// or "stats.value.out_of_range" where the edges are the wrong way round.
[[nodiscard]] Result<RateAgainst> rate_against(stats::Tally tally, double low, double high);

struct ThumbCounts {
  stats::Tally hot;         ///< hot of new customers
  stats::Tally interested;  ///< interested of contacted
  stats::Tally priced;      ///< priced of interested
  stats::Tally no_shows;    ///< no-shows of booked
  stats::Tally contacted;   ///< contacted of potential
  stats::Tally keen;        ///< interested of those who came
};

struct Thumbs {
  RateAgainst hot, interested, priced, no_shows, contacted, keen;
};

/// Returns the codes above.
[[nodiscard]] Result<Thumbs> rules_of_thumb(const ThumbCounts& counts, const RuleEdges& edges = {});

}  // namespace paceline
