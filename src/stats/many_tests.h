// SPDX-License-Identifier: Apache-2.0
// Which of many tests are still remarkable, given that there were many.
//
// Benjamini-Hochberg: sort p_(1) <= ... <= p_(m); adjusted p_(i) = min over j >= i of min(1, m p_(j) / j). Those with
// adjusted p <= q are rejected, and of them at most the share q is expected to be chance. Benjamini-Yekutieli, for
// tests that hang together in any way: the same times 1 + 1/2 + ... + 1/m. Bonferroni: p <= q / m.
// Range: 0 <= p <= 1, 0 < q < 1; no tests give no answers. The order of the input is kept, equal p get equal answers.
// Source: Benjamini and Hochberg 1995, JRSS B 57:289-300 (example of section 4.1); Benjamini and Yekutieli 2001.
// Worked example: the 15 p-values of the source at q = 0.05: four are rejected, by Bonferroni three; the fourth is
// adjusted to 0.0095 x 15 / 4 = 0.035625. Cost: a sort.
#pragma once

#include <span>
#include <vector>

#include "stats/limits.h"

namespace paceline::stats {

enum class Dependence { independent, any };

/// The adjusted p-values in the order of the input. Returns "stats.probability.out_of_range" with its place.
[[nodiscard]] Result<std::vector<double>> adjusted_for_many(std::span<const double> p,
                                                            Dependence dependence = Dependence::independent);

/// Returns the codes above and "stats.chance.out_of_range".
[[nodiscard]] Result<std::int64_t> bonferroni_rejected(std::span<const double> p, double q);

/// Whether each is rejected: adjusted <= q, where a tie that rounding hides counts.
[[nodiscard]] std::vector<bool> rejected_at(std::span<const double> adjusted, double q);
[[nodiscard]] std::int64_t number_of(const std::vector<bool>& rejected);

}  // namespace paceline::stats
