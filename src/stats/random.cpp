// SPDX-License-Identifier: Apache-2.0
#include "stats/random.h"

#include <Random123/philox.h>

#include <algorithm>

namespace paceline::stats {

double uniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t place) {
  const auto low = [](std::uint64_t value) { return static_cast<std::uint32_t>(value); };
  const auto high = [](std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32U); };
  const r123::Philox4x32::ctr_type counter = {{low(place), high(place), low(stream), high(stream)}};
  const r123::Philox4x32::key_type key = {{low(seed), high(seed)}};
  const auto drawn = r123::Philox4x32()(counter, key);
  const std::uint64_t bits = (static_cast<std::uint64_t>(drawn[1]) << 32U | drawn[0]) >> 12U;
  return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

std::uint64_t below(std::uint64_t end, std::uint64_t seed, std::uint64_t stream, std::uint64_t place) {
  return std::min(static_cast<std::uint64_t>(uniform(seed, stream, place) * static_cast<double>(end)), end - 1);
}

}  // namespace paceline::stats
