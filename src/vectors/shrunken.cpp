// SPDX-License-Identifier: Apache-2.0
#include "funnel/recent_rate.h"
#include "stats/compare_rates.h"
#include "stats/dirichlet.h"
#include "stats/pooling.h"
#include "stats/shrinkage.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer beta_binomial_eb_topic(const json::object& input) {
  PACELINE_TRY(const auto peers, read_tallies(input, "kn"));
  PACELINE_TRY(const auto prior, stats::prior_of_peers(peers));
  json::object answer{{"alpha", prior.rate.a},
                      {"beta", prior.rate.b},
                      {"prior_mean", prior.rate.mean()},
                      {"prior_strength", prior.rate.strength()},
                      {"neg_loglik_without_binomial_coef", prior.negative_log_likelihood}};
  if (!has(input, "new")) return answer;
  PACELINE_TRY(const auto tally, read_tally(input, "new"));
  PACELINE_TRY(const auto rate, stats::shrunken_rate(prior.rate, tally));
  answer["new_posterior_mean"] = rate.mean;
  answer["new_interval95"] = pair(rate.around);
  return answer;
}

Answer dirichlet_multinomial_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const auto prior, read_reals(input, "prior"));
  PACELINE_TRY(const auto focus, read_count(input, "focus"));
  PACELINE_TRY(const auto next, read_count(input, "n_next"));
  PACELINE_TRY(const auto at_least, read_count(input, "m"));
  PACELINE_TRY(const auto shares, stats::shares_of(counts, prior));
  PACELINE_TRY(const auto share, shares.checked_share(focus));
  PACELINE_TRY(const auto around, stats::shrunken_rate(share, {}));
  PACELINE_TRY(const double chance, stats::beta_binomial_tail(next, share, at_least));
  return json::object{{"mean", all_of(shares.mean)},
                      {"sd", all_of(shares.deviation)},
                      {"focus_interval95", pair(around.around)},
                      {"p_next_at_least", chance},
                      {"cov_0_1", shares.covariance(0, 1)}};
}

Answer decay_weighted_rate_topic(const json::object& input) {
  PACELINE_TRY(const auto successes, read_counts(input, "k"));
  PACELINE_TRY(const auto trials, read_counts(input, "n"));
  PACELINE_TRY(const auto ages, read_reals(input, "age_weeks"));
  PACELINE_TRY(const double half_life, read_real(input, "half_life"));
  PACELINE_CHECK(stats::check_same_length(successes.size(), trials.size(), "/n"));
  PACELINE_CHECK(stats::check_same_length(successes.size(), ages.size(), "/age_weeks"));
  std::vector<AgedTally> periods;
  for (std::size_t i = 0; i < successes.size(); ++i)
    periods.push_back({.tally = {.successes = successes[i], .trials = trials[i]}, .age = ages[i]});
  PACELINE_TRY(const auto rate, recent_rate(periods, half_life));
  return json::object{{"k_eff", rate.successes},
                      {"n_eff", rate.trials},
                      {"rate", figure(rate.rate)},
                      {"interval95", pair(rate.around)}};
}

Answer prob_a_beats_b_topic(const json::object& input) {
  PACELINE_TRY(const auto a, read_tally(input, "a"));
  PACELINE_TRY(const auto b, read_tally(input, "b"));
  PACELINE_TRY(const double chance, stats::chance_first_higher(a, b));
  PACELINE_TRY(const double fisher, stats::fisher_two_sided(a, b));
  return json::object{{"p_a_gt_b", chance}, {"fisher_two_sided", fisher}};
}

Answer logistic_partial_pooling_topic(const json::object& input) {
  PACELINE_TRY(const auto rows, read_count_rows_of(4, input, "cells"));
  stats::PoolSpread spread;
  PACELINE_TRY(spread.rep, read_real_or(input, "tau_rep", spread.rep));
  PACELINE_TRY(spread.source, read_real_or(input, "tau_source", spread.source));
  std::vector<stats::PoolCell> cells;
  cells.reserve(rows.size());
  for (const auto& row : rows)
    cells.push_back({.rep = row[0], .source = row[1], .tally = {.successes = row[2], .trials = row[3]}});
  PACELINE_TRY(const auto pooled, stats::pooled_effects(cells, spread));
  return json::object{{"mu", pooled.middle},
                      {"rep", all_of(pooled.rep)},
                      {"rep_se", all_of(pooled.rep_error)},
                      {"source", all_of(pooled.source)},
                      {"raw_rep_rate", all_of(pooled.raw)},
                      {"mix_standardised_rep_rate", all_of(pooled.standardised)}};
}

}  // namespace paceline::vectors
