// SPDX-License-Identifier: Apache-2.0
// The topics of test vectors that the product serves: a name, and the mapping from its JSON input through the product's
// own function to its JSON answer. Nothing is computed in a mapping.
//
// Worked example: find_topic("funnel_rates")->answer({"counts": [4, 1]}) is {"rates": [0.25], "end_to_end": 0.25,
// "per_sale": 4.0}; find_topic("no_such_topic") is null.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string_view>

#include "base/result.h"

namespace paceline::vectors {

using Answer = Result<boost::json::value>;

struct Topic {
  std::string_view name;
  Answer (*answer)(const boost::json::object& input);
};

/// Null for a topic that is not served.
[[nodiscard]] const Topic* find_topic(std::string_view name);

/// One mapping each; they return the codes of vectors/read.h and of the function that they call.
[[nodiscard]] Answer aalen_johansen_topic(const boost::json::object& input);
[[nodiscard]] Answer absorbing_chain_topic(const boost::json::object& input);
[[nodiscard]] Answer activity_bonus_topic(const boost::json::object& input);
[[nodiscard]] Answer activity_mix_topic(const boost::json::object& input);
[[nodiscard]] Answer auc_lift_topic(const boost::json::object& input);
[[nodiscard]] Answer benjamini_hochberg_topic(const boost::json::object& input);
[[nodiscard]] Answer bernoulli_cusum_topic(const boost::json::object& input);
[[nodiscard]] Answer beta_binomial_eb_topic(const boost::json::object& input);
[[nodiscard]] Answer beta_geometric_topic(const boost::json::object& input);
[[nodiscard]] Answer brier_murphy_topic(const boost::json::object& input);
[[nodiscard]] Answer call_attempts_topic(const boost::json::object& input);
[[nodiscard]] Answer clawback_split_topic(const boost::json::object& input);
[[nodiscard]] Answer clopper_pearson_topic(const boost::json::object& input);
[[nodiscard]] Answer commission_tiers_topic(const boost::json::object& input);
[[nodiscard]] Answer common_shock_topic(const boost::json::object& input);
[[nodiscard]] Answer coverage_rule_topic(const boost::json::object& input);
[[nodiscard]] Answer crps_ensemble_topic(const boost::json::object& input);
[[nodiscard]] Answer crps_normal_topic(const boost::json::object& input);
[[nodiscard]] Answer decay_weighted_rate_topic(const boost::json::object& input);
[[nodiscard]] Answer dials_known_topic(const boost::json::object& input);
[[nodiscard]] Answer dials_uncertain_end_to_end_topic(const boost::json::object& input);
[[nodiscard]] Answer dials_uncertain_stepwise_topic(const boost::json::object& input);
[[nodiscard]] Answer dirichlet_multinomial_topic(const boost::json::object& input);
[[nodiscard]] Answer draw_topic(const boost::json::object& input);
[[nodiscard]] Answer equal_probability_quota_topic(const boost::json::object& input);
[[nodiscard]] Answer ewma_topic(const boost::json::object& input);
[[nodiscard]] Answer funnel_plot_limits_topic(const boost::json::object& input);
[[nodiscard]] Answer funnel_rates_topic(const boost::json::object& input);
[[nodiscard]] Answer gaming_tests_topic(const boost::json::object& input);
[[nodiscard]] Answer jeffreys_steps_topic(const boost::json::object& input);
[[nodiscard]] Answer kaplan_meier_topic(const boost::json::object& input);
[[nodiscard]] Answer lead_response_topic(const boost::json::object& input);
[[nodiscard]] Answer logistic_partial_pooling_topic(const boost::json::object& input);
[[nodiscard]] Answer logrank_topic(const boost::json::object& input);
[[nodiscard]] Answer minutes_topic(const boost::json::object& input);
[[nodiscard]] Answer negative_binomial_topic(const boost::json::object& input);
[[nodiscard]] Answer no_show_topic(const boost::json::object& input);
[[nodiscard]] Answer nps_topic(const boost::json::object& input);
[[nodiscard]] Answer odds_plus_10pct_topic(const boost::json::object& input);
[[nodiscard]] Answer overdispersion_topic(const boost::json::object& input);
[[nodiscard]] Answer pace_gamma_poisson_topic(const boost::json::object& input);
[[nodiscard]] Answer pav_corp_topic(const boost::json::object& input);
[[nodiscard]] Answer pinball_topic(const boost::json::object& input);
[[nodiscard]] Answer pipeline_sum_topic(const boost::json::object& input);
[[nodiscard]] Answer poisson_binomial_topic(const boost::json::object& input);
[[nodiscard]] Answer poisson_interval_topic(const boost::json::object& input);
[[nodiscard]] Answer prob_a_beats_b_topic(const boost::json::object& input);
[[nodiscard]] Answer quota_split_topic(const boost::json::object& input);
[[nodiscard]] Answer reach_quota_topic(const boost::json::object& input);
[[nodiscard]] Answer rules_of_thumb_topic(const boost::json::object& input);
[[nodiscard]] Answer sequential_topic(const boost::json::object& input);
[[nodiscard]] Answer shapley_money_topic(const boost::json::object& input);
[[nodiscard]] Answer simpson_standardise_topic(const boost::json::object& input);
[[nodiscard]] Answer steady_flow_topic(const boost::json::object& input);
[[nodiscard]] Answer steady_input_topic(const boost::json::object& input);
[[nodiscard]] Answer wilson_topic(const boost::json::object& input);
[[nodiscard]] Answer win_within_horizon_given_age_topic(const boost::json::object& input);

}  // namespace paceline::vectors
