// SPDX-License-Identifier: Apache-2.0
// The sum of very many lumps by its characteristic function: the second way of stats/lattice.h, which says the formula.
//
// With the window from `low`, of length L, and w_k = 2 pi k / L: P(low < X <= x) = (x - low) / L + (2 / L) Re sum_k
// phi(w_k) (e^(-i w_k low) - e^(-i w_k x)) / (i w_k). Cell ends lie halfway between two values that the sum can take.
// Worked example: 10,000 lumps of 1,000,003 with 1/2: P(X <= 5,000 of them) is 0.5 + half of the middle one's 0.00798.
#pragma once

#include <optional>
#include <span>

#include "stats/lattice.h"

namespace paceline::stats {

/// Absent when the characteristic function does not die: few lumps decide. REQUIRES: lumps, each with a size above 0
/// that is a multiple of `unit` and with 0 < p < 1.
[[nodiscard]] std::optional<Distribution> fourier_sum(std::span<const Lump> lumps, std::int64_t certain,
                                                      std::int64_t unit);

}  // namespace paceline::stats
