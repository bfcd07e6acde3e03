// SPDX-License-Identifier: Apache-2.0
#include "vectors/topics.h"

#include <algorithm>
#include <array>

namespace paceline::vectors {
namespace {

constexpr std::array kTopics{
    Topic{"activity_mix", activity_mix_topic},
    Topic{"benjamini_hochberg", benjamini_hochberg_topic},
    Topic{"bernoulli_cusum", bernoulli_cusum_topic},
    Topic{"beta_binomial_eb", beta_binomial_eb_topic},
    Topic{"call_attempts", call_attempts_topic},
    Topic{"clopper_pearson", clopper_pearson_topic},
    Topic{"coverage_rule", coverage_rule_topic},
    Topic{"decay_weighted_rate", decay_weighted_rate_topic},
    Topic{"dials_known", dials_known_topic},
    Topic{"dials_uncertain_end_to_end", dials_uncertain_end_to_end_topic},
    Topic{"dials_uncertain_stepwise", dials_uncertain_stepwise_topic},
    Topic{"dirichlet_multinomial", dirichlet_multinomial_topic},
    Topic{"ewma", ewma_topic},
    Topic{"funnel_plot_limits", funnel_plot_limits_topic},
    Topic{"funnel_rates", funnel_rates_topic},
    Topic{"jeffreys_steps", jeffreys_steps_topic},
    Topic{"logistic_partial_pooling", logistic_partial_pooling_topic},
    Topic{"minutes", minutes_topic},
    Topic{"negative_binomial", negative_binomial_topic},
    Topic{"no_show", no_show_topic},
    Topic{"odds_plus_10pct", odds_plus_10pct_topic},
    Topic{"overdispersion", overdispersion_topic},
    Topic{"pace_gamma_poisson", pace_gamma_poisson_topic},
    Topic{"poisson_interval", poisson_interval_topic},
    Topic{"prob_a_beats_b", prob_a_beats_b_topic},
    Topic{"sequential", sequential_topic},
    Topic{"simpson_standardise", simpson_standardise_topic},
    Topic{"steady_input", steady_input_topic},
    Topic{"wilson", wilson_topic},
};

}  // namespace

const Topic* find_topic(std::string_view name) {
  const auto* found = std::ranges::find(kTopics, name, &Topic::name);
  return found == kTopics.end() ? nullptr : found;
}

}  // namespace paceline::vectors
