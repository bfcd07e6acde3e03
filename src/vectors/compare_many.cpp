// SPDX-License-Identifier: Apache-2.0
#include "stats/binomial.h"
#include "stats/control_limits.h"
#include "stats/many_tests.h"
#include "stats/strata.h"
#include "stats/watching.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer benjamini_hochberg_topic(const json::object& input) {
  PACELINE_TRY(const auto p, read_reals(input, "p"));
  PACELINE_TRY(const double q, read_real(input, "qlev"));
  PACELINE_TRY(const auto adjusted, stats::adjusted_for_many(p));
  PACELINE_TRY(const auto bonferroni, stats::bonferroni_rejected(p, q));
  const auto rejected = stats::rejected_at(adjusted, q);
  json::array reject;
  for (const bool one : rejected) reject.emplace_back(one);
  return json::object{{"adjusted", all_of(adjusted)},
                      {"rejected", stats::number_of(rejected)},
                      {"reject", reject},
                      {"bonferroni_rejected", bonferroni}};
}

Answer funnel_plot_limits_topic(const json::object& input) {
  PACELINE_TRY(const double theta, read_real(input, "theta"));
  PACELINE_TRY(const auto trials, read_counts(input, "n"));
  PACELINE_TRY(const double alpha, read_real(input, "alpha"));
  json::array limits;
  for (const auto n : trials) {
    PACELINE_TRY(const auto limit, stats::funnel_plot_limits(theta, n, alpha));
    limits.push_back(pair(limit));
  }
  return json::object{{"limits", limits}};
}

Answer overdispersion_topic(const json::object& input) {
  PACELINE_TRY(const auto tallies, read_tallies(input, "kn"));
  PACELINE_TRY(const double theta, read_real(input, "theta"));
  PACELINE_TRY(const double winsorised, read_real(input, "wins"));
  PACELINE_TRY(const auto found, stats::overdispersion_of(tallies, theta, winsorised));
  return json::object{{"z", all_of(found.z)},
                      {"phi", found.phi},
                      {"tau2", found.tau2},
                      {"z_random", all_of(found.z_random)},
                      {"p_two_sided", all_of(found.p_two_sided)}};
}

Answer simpson_standardise_topic(const json::object& input) {
  PACELINE_TRY(const auto a, read_tallies(input, "a"));
  PACELINE_TRY(const auto b, read_tallies(input, "b"));
  PACELINE_TRY(const auto found, stats::standardised(a, b));
  return json::object{{"raw_a", figure(found.raw_a)},
                      {"raw_b", figure(found.raw_b)},
                      {"standardised_a", figure(found.a)},
                      {"standardised_b", figure(found.b)},
                      {"mh_odds_ratio", figure(found.odds_ratio)},
                      {"cmh_chi2", figure(found.chi2)},
                      {"cmh_chi2_cc", figure(found.chi2_corrected)}};
}

Answer ewma_topic(const json::object& input) {
  PACELINE_TRY(const auto values, read_reals(input, "x"));
  PACELINE_TRY(const double mean, read_real(input, "mu"));
  PACELINE_TRY(const double deviation, read_real(input, "s"));
  PACELINE_TRY(const double weight, read_real(input, "lam"));
  PACELINE_TRY(const double width, read_real(input, "L"));
  PACELINE_TRY(const auto chart, stats::ewma_of(values, mean, deviation, weight, width));
  return json::object{{"z", all_of(chart.z)},
                      {"ucl", chart.high},
                      {"lcl", chart.low},
                      {"alarms", all_of(chart.alarms)},
                      {"ucl_first", chart.high_first}};
}

Answer bernoulli_cusum_topic(const json::object& input) {
  PACELINE_TRY(const auto successes, read_flags(input, "y"));
  PACELINE_TRY(const double p0, read_real(input, "p0"));
  PACELINE_TRY(const double p1, read_real(input, "p1"));
  PACELINE_TRY(const double h, read_real(input, "h"));
  PACELINE_TRY(const auto cusum, stats::bernoulli_cusum(successes, p0, p1, h));
  return json::object{{"path", all_of(cusum.path)}, {"alarm_at", figure(cusum.alarm_at)}};
}

Answer sequential_topic(const json::object& input) {
  stats::Tally tally;
  PACELINE_TRY(tally.successes, read_count(input, "k"));
  PACELINE_TRY(tally.trials, read_count(input, "n"));
  PACELINE_TRY(const double p0, read_real(input, "p0"));
  PACELINE_TRY(const double p1, read_real(input, "p1"));
  PACELINE_TRY(const double alpha, read_real(input, "alpha"));
  PACELINE_TRY(const double beta, read_real(input, "beta"));
  stats::Beta prior{.a = 0.5, .b = 0.5};
  PACELINE_TRY(prior.a, read_real_or(input, "a", prior.a));
  PACELINE_TRY(prior.b, read_real_or(input, "b", prior.b));
  PACELINE_TRY(const auto sprt, stats::sprt_of(tally, p0, p1, alpha, beta));
  PACELINE_TRY(const auto e, stats::e_value_of(tally, p0, prior, alpha));
  PACELINE_TRY(const double fixed, stats::binomial_tail(tally.trials, p0, tally.successes));
  return json::object{{"llr", sprt.ratio},
                      {"upper", sprt.upper},
                      {"lower", sprt.lower},
                      {"sprt", stats::word_of(sprt.verdict)},
                      {"e_value", e.any},
                      {"e_alarm", e.alarm},
                      {"e_value_worse_only", e.worse},
                      {"fixed_n_p", fixed}};
}

}  // namespace paceline::vectors
