// SPDX-License-Identifier: Apache-2.0
// Chance that can be repeated: the number at a place is a function of the seed and the place alone.
//
// Philox 4x32-10 with the seed as key and (stream, place) as counter, so that any number of threads, in any order,
// draws the same numbers. uniform lies strictly between 0 and 1, in steps of 2^-52. Source: Salmon et al. 2011,
// "Parallel random numbers: as easy as 1, 2, 3", SC11; Random123. Worked example: uniform(1, 0, 0) is the same number
// in every run, on every machine.
#pragma once

#include <cstdint>

namespace paceline::stats {

[[nodiscard]] double uniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t place);
/// A whole number from 0 to below `end`. REQUIRES: 0 < end <= 2^53.
[[nodiscard]] std::uint64_t below(std::uint64_t end, std::uint64_t seed, std::uint64_t stream, std::uint64_t place);

}  // namespace paceline::stats
