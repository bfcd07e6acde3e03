// SPDX-License-Identifier: Apache-2.0
// The cheapest mix of channels: which of calls, e-mails, visits to start how often so that the wins come for the fewest
// minutes.
//
// One need: channels by wins per minute, each filled to its most, the last one only as far as needed (fractional
// knapsack, exact). What the last one costs per win is what one more win would cost.
// Several needs (product lines, weeks) and a least number per channel: the linear program
//   minimise sum m_c x_c, sum_c w_gc x_c >= need_g for each need g, floor_c <= x_c <= most_c,
// solved by Clp. A channel whose return falls is several channels in a row: less and less won for the same minutes.
// Units and range: minutes, wins and starts 0 or more; up to 1,000 channels and 1,000 needs.
// Source: Dantzig 1957, Operations Research 5:266-277; Clp 1.17.
// Worked example: calls 1.2467 minutes, 1/300 wins, at most 1200; e-mails 2, 0.002, 500; visits 25, 0.12, 6; ads 8,
// 0.01, 40; 5 wins: all 6 visits, all 1200 calls, 28 ads, no e-mail: 1870.04 minutes, and 800 minutes for one more win.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline {

struct Channel {
  double minutes = 0;  ///< per start
  double wins = 0;     ///< per start, on average
  double most = 0;     ///< starts at most
};

struct Mix {
  std::vector<double> starts;
  double minutes = 0;
  double unmet = 0;                                ///< wins that the channels cannot bring
  std::optional<double> marginal_minutes_per_win;  ///< of the last channel that was used; absent when none was
};

/// Returns "stats.value.out_of_range".
[[nodiscard]] Result<Mix> cheapest_mix(std::span<const Channel> channels, double needed);

struct MixedChannel {
  double minutes = 0;
  std::vector<double> wins;  ///< per start, for each need
  double least = 0;
  double most = 0;
};

struct MixOfMany {
  std::vector<double> starts;
  double minutes = 0;
};

/// Absent when no mix meets all needs. Returns "stats.value.out_of_range", "stats.lengths.differ",
/// "stats.count.out_of_range" or "stats.result.out_of_range" (the solver gave up).
[[nodiscard]] Result<std::optional<MixOfMany>> cheapest_mix_of_many(std::span<const MixedChannel> channels,
                                                                    std::span<const double> needs);

}  // namespace paceline
