// SPDX-License-Identifier: Apache-2.0
#include "stats/dispersion.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer negative_binomial_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const double days, read_real(input, "days"));
  PACELINE_TRY(const auto at_least, read_count(input, "target"));
  PACELINE_TRY(const auto daily, stats::dispersion_of(counts));
  PACELINE_TRY(const double chance, stats::sum_tail(daily, days, at_least));
  PACELINE_TRY(const double chance_poisson, stats::sum_tail(stats::as_poisson(daily), days, at_least));
  return json::object{{"mean", daily.mean},
                      {"var", figure(daily.variance)},
                      {"dispersion_stat", figure(daily.statistic)},
                      {"dispersion_p", figure(daily.p_value)},
                      {"k_moments", figure(daily.shape_moments)},
                      {"k_ml", figure(daily.shape)},
                      {"p_week_at_least", chance},
                      {"poisson_p", chance_poisson}};
}

}  // namespace paceline::vectors
