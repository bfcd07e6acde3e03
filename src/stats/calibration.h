// SPDX-License-Identifier: Apache-2.0
// Whether chances that were told came true: Brier score with its parts, isotonic recalibration, order of a score.
//
// Brier: mean (f - o)^2 = reliability - resolution + uncertainty, with the distinct forecasts as groups of n_g, mean
// outcome o_g: sum n_g (f_g - o_g)^2 / n, sum n_g (o_g - o)^2 / n, o (1 - o). Skill 1 - Brier / uncertainty. Log score:
// mean of -ln(f) at o = 1 and of -ln(1 - f) at o = 0.
// Isotonic (pool adjacent violators): the non-falling values nearest to the outcomes; equal forecasts are one point.
// With B the Brier score, C that of the recalibrated: MCB = B - C, DSC = uncertainty - C, UNC = uncertainty.
// AUC: the chance that a buyer has a higher score than a non-buyer, ties one half (mid-ranks). Captured in the top
// half: the share of buyers among the floor(n / 2) highest scores; those tied at the edge count by their share. Range:
// 0 <= f <= 1, o is 0 or 1; at least one. Skill is absent where all outcomes are alike, the log score where what was
// called impossible happened, the AUC without a buyer or without a non-buyer, captured without a buyer. Source: Murphy
// 1973; Dimitriadis, Gneiting, Jordan 2021, PNAS 118(8); Hanley and McNeil 1982. Cost: a sort. Worked example: the 24
// forecasts of the test: Brier 0.21667 = 0.00903 - 0.04063 + 0.24826, skill 0.127.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

struct Called {
  double forecast = 0;
  bool happened = false;
};

struct Brier {
  struct Group {
    double forecast = 0;
    std::int64_t number = 0;
    double happened = 0;  ///< share
  };
  double score = 0, reliability = 0, resolution = 0, uncertainty = 0;
  std::optional<double> skill, log_score;
  std::vector<Group> groups;  ///< by rising forecast
};

/// Each returns "stats.counts.empty" or "stats.probability.out_of_range".
[[nodiscard]] Result<Brier> brier_of(std::span<const Called> calls);

struct Isotonic {
  struct Block {
    double low = 0, high = 0;  ///< the forecasts that it joins
    std::int64_t number = 0;
    double value = 0;
  };
  std::vector<Block> blocks;
  double miscalibration = 0, discrimination = 0, uncertainty = 0;
};
[[nodiscard]] Result<Isotonic> isotonic_of(std::span<const Called> calls);

struct Ranking {
  std::optional<double> auc;
  std::optional<double> captured_in_top_half;
};
/// The scores may be any finite numbers. Returns "stats.value.out_of_range".
[[nodiscard]] Result<Ranking> ranking_of(std::span<const Called> scored);

}  // namespace paceline::stats
