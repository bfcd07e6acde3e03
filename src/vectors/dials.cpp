// SPDX-License-Identifier: Apache-2.0
#include "plan/dials.h"

#include "plan/uncertain_dials.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer dials_known_topic(const json::object& input) {
  PACELINE_TRY(const auto sales, read_count(input, "p_num"));
  PACELINE_TRY(const auto dials, read_count(input, "p_den"));
  PACELINE_TRY(const auto wanted, read_count(input, "m"));
  const stats::Tally rate{.successes = sales, .trials = dials};
  PACELINE_TRY(const auto at80, dials_known(rate, wanted, 0.80));
  PACELINE_TRY(const auto at95, dials_known(rate, wanted, 0.95));
  PACELINE_TRY(const auto average, dials_on_average(rate, wanted));
  return json::object{{"n80", at80.dials},
                      {"p_at_n80", at80.chance},
                      {"p_at_n80_minus_1", figure(at80.chance_one_fewer)},
                      {"n95", at95.dials},
                      {"p_at_n95", at95.chance},
                      {"p_at_n95_minus_1", figure(at95.chance_one_fewer)},
                      {"expected_n", average.dials},
                      {"p_at_expected", average.chance}};
}

namespace {

/// What the dials of a plan with known rates bring by `chance_of`; null where no such plan exists.
template <class Chance>
Answer under(stats::Tally rate, std::int64_t wanted, double asked, Chance chance_of) {
  const auto known = dials_known(rate, wanted, asked);
  if (!known) return json::value(nullptr);
  PACELINE_TRY(const double chance, chance_of(known->dials));
  return json::value(chance);
}

}  // namespace

Answer dials_uncertain_end_to_end_topic(const json::object& input) {
  stats::Tally tally;
  PACELINE_TRY(tally.successes, read_count(input, "k"));
  PACELINE_TRY(tally.trials, read_count(input, "n"));
  PACELINE_TRY(const auto wanted, read_count(input, "m"));
  PACELINE_CHECK(stats::check_tally(tally));
  const stats::Beta rate = stats::after(tally);
  PACELINE_TRY(const auto at80, dials_uncertain(rate, wanted, 0.80));
  PACELINE_TRY(const auto at95, dials_uncertain(rate, wanted, 0.95));
  const auto chance_of = [&](std::int64_t dials) { return stats::beta_binomial_tail(dials, rate, wanted); };
  PACELINE_TRY(const auto known80, under(tally, wanted, 0.80, chance_of));
  PACELINE_TRY(const auto known95, under(tally, wanted, 0.95, chance_of));
  return json::object{{"n80", at80.dials},       {"p_at_n80", at80.chance},   {"n95", at95.dials},
                      {"p_at_n95", at95.chance}, {"p_at_known_n80", known80}, {"p_at_known_n95", known95}};
}

Answer dials_uncertain_stepwise_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const auto wanted, read_count(input, "m"));
  PACELINE_TRY(auto steps, separate_steps(counts));
  PACELINE_TRY(auto chain, UncertainChain::of(std::move(steps), wanted));
  PACELINE_TRY(const auto at80, chain.dials_for(0.80));
  PACELINE_TRY(const auto at95, chain.dials_for(0.95));
  const stats::Tally tally{.successes = counts.back(), .trials = counts.front()};
  const auto chance_of = [&](std::int64_t dials) { return chain.chance(dials); };
  PACELINE_TRY(const auto known80, under(tally, wanted, 0.80, chance_of));
  PACELINE_TRY(const auto known95, under(tally, wanted, 0.95, chance_of));
  return json::object{{"n80", at80.dials},
                      {"p_at_n80", at80.chance},
                      {"n95", at95.dials},
                      {"p_at_n95", at95.chance},
                      {"posterior_mean_p", chain.mean_rate()},
                      {"p_at_known_n80", known80},
                      {"p_at_known_n95", known95}};
}

}  // namespace paceline::vectors
