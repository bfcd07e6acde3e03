// SPDX-License-Identifier: Apache-2.0
#include "vectors/topics.h"

#include <algorithm>
#include <array>

namespace paceline::vectors {
namespace {

constexpr std::array kTopics{
    Topic{"clopper_pearson", clopper_pearson_topic},     Topic{"dials_known", dials_known_topic},
    Topic{"funnel_rates", funnel_rates_topic},           Topic{"jeffreys_steps", jeffreys_steps_topic},
    Topic{"negative_binomial", negative_binomial_topic}, Topic{"pace_gamma_poisson", pace_gamma_poisson_topic},
    Topic{"poisson_interval", poisson_interval_topic},   Topic{"wilson", wilson_topic},
};

}  // namespace

const Topic* find_topic(std::string_view name) {
  const auto* found = std::ranges::find(kTopics, name, &Topic::name);
  return found == kTopics.end() ? nullptr : found;
}

}  // namespace paceline::vectors
