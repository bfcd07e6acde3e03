// SPDX-License-Identifier: Apache-2.0
#include "vectors/topics.h"

#include <algorithm>
#include <array>

namespace paceline::vectors {
namespace {

constexpr std::array kTopics{
    Topic{"aalen_johansen", aalen_johansen_topic},
    Topic{"absorbing_chain", absorbing_chain_topic},
    Topic{"activity_bonus", activity_bonus_topic},
    Topic{"activity_mix", activity_mix_topic},
    Topic{"auc_lift", auc_lift_topic},
    Topic{"benjamini_hochberg", benjamini_hochberg_topic},
    Topic{"bernoulli_cusum", bernoulli_cusum_topic},
    Topic{"beta_binomial_eb", beta_binomial_eb_topic},
    Topic{"beta_geometric", beta_geometric_topic},
    Topic{"brier_murphy", brier_murphy_topic},
    Topic{"call_attempts", call_attempts_topic},
    Topic{"clawback_split", clawback_split_topic},
    Topic{"clopper_pearson", clopper_pearson_topic},
    Topic{"commission_tiers", commission_tiers_topic},
    Topic{"common_shock", common_shock_topic},
    Topic{"coverage_rule", coverage_rule_topic},
    Topic{"crps_ensemble", crps_ensemble_topic},
    Topic{"crps_normal", crps_normal_topic},
    Topic{"decay_weighted_rate", decay_weighted_rate_topic},
    Topic{"dials_known", dials_known_topic},
    Topic{"dials_uncertain_end_to_end", dials_uncertain_end_to_end_topic},
    Topic{"dials_uncertain_stepwise", dials_uncertain_stepwise_topic},
    Topic{"dirichlet_multinomial", dirichlet_multinomial_topic},
    Topic{"draw", draw_topic},
    Topic{"equal_probability_quota", equal_probability_quota_topic},
    Topic{"ewma", ewma_topic},
    Topic{"funnel_plot_limits", funnel_plot_limits_topic},
    Topic{"funnel_rates", funnel_rates_topic},
    Topic{"gaming_tests", gaming_tests_topic},
    Topic{"jeffreys_steps", jeffreys_steps_topic},
    Topic{"kaplan_meier", kaplan_meier_topic},
    Topic{"lead_response", lead_response_topic},
    Topic{"logistic_partial_pooling", logistic_partial_pooling_topic},
    Topic{"logrank", logrank_topic},
    Topic{"minutes", minutes_topic},
    Topic{"negative_binomial", negative_binomial_topic},
    Topic{"no_show", no_show_topic},
    Topic{"nps", nps_topic},
    Topic{"odds_plus_10pct", odds_plus_10pct_topic},
    Topic{"overdispersion", overdispersion_topic},
    Topic{"pace_gamma_poisson", pace_gamma_poisson_topic},
    Topic{"pav_corp", pav_corp_topic},
    Topic{"pinball", pinball_topic},
    Topic{"pipeline_sum", pipeline_sum_topic},
    Topic{"poisson_binomial", poisson_binomial_topic},
    Topic{"poisson_interval", poisson_interval_topic},
    Topic{"prob_a_beats_b", prob_a_beats_b_topic},
    Topic{"quota_split", quota_split_topic},
    Topic{"reach_quota", reach_quota_topic},
    Topic{"rules_of_thumb", rules_of_thumb_topic},
    Topic{"sequential", sequential_topic},
    Topic{"shapley_money", shapley_money_topic},
    Topic{"simpson_standardise", simpson_standardise_topic},
    Topic{"steady_flow", steady_flow_topic},
    Topic{"steady_input", steady_input_topic},
    Topic{"wilson", wilson_topic},
    Topic{"win_within_horizon_given_age", win_within_horizon_given_age_topic},
};

}  // namespace

const Topic* find_topic(std::string_view name) {
  const auto* found = std::ranges::find(kTopics, name, &Topic::name);
  return found == kTopics.end() ? nullptr : found;
}

}  // namespace paceline::vectors
