// SPDX-License-Identifier: Apache-2.0
// How long something stays open and how it ends, when some is still open: nothing open is counted as an end or dropped.
//
// Each stay has a time, an end (0 still open, 1 or 2), and the age at which it came under observation (left truncation;
// 0 usually): it is at risk at t when entered < t <= time. At each time with n at risk and d1, d2 ends:
//   Kaplan-Meier      S <- S (1 - d / n), any end counts; Greenwood: Var S = S^2 sum d / (n (n - d))
//   Aalen-Johansen    F_c <- F_c + S d_c / n with the S of before, then S <- S (1 - (d1 + d2) / n)
//   log-rank          E_a = sum d n_a / n, V = sum d (n_a / n) (n_b / n) (n - d) / (n - 1), chi^2 = (O_a - E_a)^2 / V
// Range: finite times above the age of entry and 0 or more. No stays give no rows; nothing was seen to end.
// Source: Kaplan and Meier 1958; Aalen and Johansen 1978; Kalbfleisch and Prentice 2002; data of Freireich et al. 1963.
// Worked example: 15 opportunities, 5 won, 5 lost, 5 open: by week 18 won 0.4091, lost 0.3605, open 0.2305, where
// won / closed says 0.5. Freireich: S after 6 weeks 0.857 with error 0.076; log-rank 16.79. Cost: a sort.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

struct Stay {
  double time = 0;
  int end = 0;  ///< 0 still open, 1 or 2 how it ended
  double entered = 0;
};

struct SurvivalRow {
  double time = 0;
  std::int64_t at_risk = 0;
  std::int64_t first = 0, second = 0;  ///< ends of the first and of the second kind
  double first_by = 0, second_by = 0;  ///< F_1 and F_2: ended so by this time
  double open = 1;                     ///< S
  std::optional<double> error;         ///< Greenwood; absent once nothing is open

  [[nodiscard]] std::int64_t ended() const { return first + second; }
};

/// 0, 1 or 2. Returns "stats.end.unknown" for another number.
[[nodiscard]] Result<int> end_of(double number);

/// A row for each time at which something ended. Returns "stats.value.out_of_range" or "stats.end.unknown".
[[nodiscard]] Result<std::vector<SurvivalRow>> survival_rows(std::span<const Stay> stays);

/// The state at a time: that of the last row up to it; nothing has ended before the first.
[[nodiscard]] SurvivalRow at_time(std::span<const SurvivalRow> rows, double time);
/// The first time with S <= 1 - share; absent when so many never ended.
[[nodiscard]] std::optional<double> time_of(std::span<const SurvivalRow> rows, double share);

struct LogRank {
  double observed_a = 0;
  double expected_a = 0;
  double variance = 0;
  std::optional<double> chi2, p;  ///< absent when nothing can be told (no time with both at risk)
};
/// Any end counts. Returns the codes above.
[[nodiscard]] Result<LogRank> log_rank(std::span<const Stay> a, std::span<const Stay> b);

}  // namespace paceline::stats
