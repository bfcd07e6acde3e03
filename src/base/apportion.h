// SPDX-License-Identifier: Apache-2.0
// A whole amount split so that the parts are whole and add up to it exactly: the largest remainder (Hamilton).
//
// Part i gets the whole of total x w_i / sum w; what is left over goes one by one to the largest fractions, ties to the
// lower index. Exact with whole weights (cents, basis points); real weights are used as the doubles they are, in the
// wide format. Range: total -10^15 to 10^15 (a negative one is the mirror image of the positive one), weights 0 or more
// with a sum above 0 and, where whole, up to 10^15 each. Source: Balinski and Young, Fair Representation, 2001. Worked
// example: 100 by 1, 1, 1: 34, 33, 33. 780000 by 6000, 4000: 468000, 312000.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"

namespace paceline {

/// Each returns invalid "apportion.total.out_of_range" or "apportion.weights.out_of_range".
[[nodiscard]] Result<std::vector<std::int64_t>> apportion(std::int64_t total, std::span<const std::int64_t> weights);
[[nodiscard]] Result<std::vector<std::int64_t>> apportion(std::int64_t total, std::span<const double> weights);

}  // namespace paceline
