// SPDX-License-Identifier: Apache-2.0
// How many dials a number of sales needs when the rates are known only from what was counted so far.
//
// End to end: the rate from dial to sale is Beta(k + 1/2, n - k + 1/2) after k sales of n dials; the smallest number of
// dials with P(beta-binomial >= wanted) >= chance (stats/beta_binomial.h).
// Step by step: each step has a beta rate of its own. f_k(m) = 1 when m >= wanted, f_(i-1)(m) = sum_j BB(j; m, a_i,
// b_i) f_i(j); the answer for n dials is f_0(n). Terms below 1e-18 are left out, so it is right to 1e-12. Both agree
// exactly when the steps' priors are coherent: masses A_0 > A_1 > ... > A_k > 0, the step i from i - 1 being Beta(A_i +
// x_i, A_(i-1) - A_i + x_(i-1) - x_i). Independent Jeffreys priors are not: half a success is added per step. Units and
// range: counts and dials 0 to 100,000 step by step, 10^8 end to end; 1 to 20 steps; 0 < chance < 1. Source:
// docs/formulas/plan.md; Ferguson 1973 (Dirichlet); Johnson, Kemp, Kotz 2005, ch. 6.2.2. Worked example: 1500, 1000,
// 20, 15, 10, 5 and 5 wanted: end to end 2309 for 80 % and 3888 for 95 %; step by step with Jeffreys 2583 and 4375;
// with the masses 1, 0.9, 0.8, 0.7, 0.6, 0.5 2309 dials give 0.8000988721 both ways. Cost: for each dial number that is
// asked, and 63 neighbours, its non-negligible terms of every step, two nanoseconds each: the plan of the reference
// case some milliseconds, the table of all dial numbers up to 9,000 some 40.
#pragma once

#include <span>
#include <vector>

#include "plan/dials.h"
#include "stats/beta_binomial.h"

namespace paceline {

inline constexpr std::int64_t kMostChainDials = 100'000;

/// Returns the codes of stats::check_beta, "plan.wanted.out_of_range", "stats.chance.out_of_range" or
/// "plan.dials.out_of_range".
[[nodiscard]] Result<DialsForChance> dials_uncertain(stats::Beta rate, std::int64_t wanted, double chance);

/// The steps' rates after the counts of one finished group, each with Jeffreys' prior. Returns the codes of
/// funnel_rates.
[[nodiscard]] Result<std::vector<stats::Beta>> separate_steps(std::span<const std::int64_t> counts);

/// The same with the coherent prior of these masses, one for each count. Returns the codes above,
/// "stats.lengths.differ" or "plan.masses.not_falling" (each smaller than the one before, all above 0).
[[nodiscard]] Result<std::vector<stats::Beta>> coherent_steps(std::span<const std::int64_t> counts,
                                                              std::span<const double> masses);

/// A funnel whose steps' rates are uncertain. Remembers what it has computed, so ask one object many questions.
class UncertainChain {
 public:
  /// Returns "plan.steps.out_of_range" (none, or above 20) or the codes of stats::check_beta.
  [[nodiscard]] static Result<UncertainChain> of(std::vector<stats::Beta> steps, std::int64_t wanted);

  /// P(at least the wanted number pass all steps). Returns "plan.dials.out_of_range" (below 0, above kMostChainDials).
  [[nodiscard]] Result<double> chance(std::int64_t dials);
  /// Returns "stats.chance.out_of_range" or "plan.dials.out_of_range".
  [[nodiscard]] Result<DialsForChance> dials_for(double chance);
  /// The product of the steps' mean rates.
  [[nodiscard]] double mean_rate() const;

 private:
  UncertainChain(std::vector<stats::Beta> steps, std::int64_t wanted);
  [[nodiscard]] double value(std::int64_t dials);
  void learn(std::size_t step, std::int64_t first, std::int64_t last);
  void learn_block(std::size_t step, std::int64_t first);

  std::vector<stats::Beta> steps_;
  std::int64_t wanted_;
  std::vector<std::vector<double>> known_;  ///< f_i(m), in blocks of neighbours; negative where it was not asked yet
};

}  // namespace paceline
