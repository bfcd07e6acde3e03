// SPDX-License-Identifier: Apache-2.0
#include "forecast/money.h"

#include "forecast/flow.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

namespace {

struct Asked {
  std::vector<OpenOpportunity> pipeline;
  std::int64_t sold = 0, quota = 0;
};

Result<Asked> read_asked(const json::object& input) {
  Asked asked;
  PACELINE_TRY(const auto rows, read_rows_of(2, input, "deals"));
  for (const auto& row : rows) {
    PACELINE_TRY(const auto amount, stats::whole_count(row[0], "/amount"));
    asked.pipeline.push_back({.amount = amount, .win_probability = row[1]});
  }
  PACELINE_TRY(asked.sold, read_count(input, "sold"));
  PACELINE_TRY(asked.quota, read_count(input, "quota"));
  return asked;
}

}  // namespace

Answer pipeline_sum_topic(const json::object& input) {
  PACELINE_TRY(const auto asked, read_asked(input));
  PACELINE_TRY(const auto total, pipeline_total(asked.pipeline));
  PACELINE_TRY(const auto reach, money_reach(total, asked.sold, asked.quota));
  return json::object{{"mean", reach.mean},
                      {"sd", reach.deviation},
                      {"p_reach", reach.p_reach},
                      {"q10", reach.p10},
                      {"q50", reach.p50},
                      {"q90", reach.p90},
                      {"p_nothing", reach.p_nothing},
                      {"normal_with_half_unit", figure(reach.p_reach_normal)}};
}

Answer reach_quota_topic(const json::object& input) {
  PACELINE_TRY(const auto asked, read_asked(input));
  PACELINE_TRY(const double expected, read_real(input, "lam"));
  PACELINE_TRY(auto sizes, read_reals(input, "sizes"));
  sizes.insert(sizes.begin(), 0.0);  // a vector's list begins at size 1
  PACELINE_TRY(const auto more, pipeline_and_new(asked.pipeline, expected, sizes));
  PACELINE_TRY(const auto reach, money_reach(more, asked.sold, asked.quota));
  return json::object{{"mean_more", reach.mean},
                      {"sd_more", reach.deviation},
                      {"p_reach", reach.p_reach},
                      {"q10", reach.p10},
                      {"q50", reach.p50},
                      {"q90", reach.p90},
                      {"expected_shortfall_to_quota", reach.shortfall}};
}

Answer common_shock_topic(const json::object& input) {
  PACELINE_TRY(const auto asked, read_asked(input));
  PACELINE_TRY(const auto shifts, read_reals(input, "shifts"));
  PACELINE_TRY(const auto weights, read_reals(input, "weights"));
  PACELINE_TRY(const auto total, pipeline_with_shock(asked.pipeline, {.shifts = shifts, .weights = weights}));
  PACELINE_TRY(const auto reach, money_reach(total, asked.sold, asked.quota));
  return json::object{{"mean", reach.mean},
                      {"sd", reach.deviation},
                      {"p_reach", reach.p_reach},
                      {"q10", reach.p10},
                      {"q90", reach.p90}};
}

Answer poisson_binomial_topic(const json::object& input) {
  PACELINE_TRY(const auto chances, read_reals(input, "p"));
  PACELINE_TRY(const auto at_least, read_count(input, "m"));
  PACELINE_TRY(const auto wins, stats::number_of_successes(chances));
  return json::object{{"pmf", all_of(wins.mass)},
                      {"p_at_least", wins.at_least(at_least)},
                      {"mean", wins.mean()},
                      {"var", wins.variance()}};
}

Answer steady_flow_topic(const json::object& input) {
  PACELINE_TRY(const auto starts, read_reals(input, "starts"));
  PACELINE_TRY(const auto lags, read_reals(input, "lag"));
  PACELINE_TRY(const double conversion, read_real(input, "conv"));
  PACELINE_TRY(const auto weeks, read_count(input, "weeks"));
  PACELINE_TRY(const auto flow, flow_of(starts, lags, conversion, weeks));
  json::array expected, none, one;
  for (const auto& week : flow.weeks) {
    expected.emplace_back(week.expected);
    none.emplace_back(week.p_none);
    one.emplace_back(week.p_at_most_one);
  }
  return json::object{{"expected_wins", expected}, {"p_zero", none},          {"p_at_most_1", one},
                      {"mean_lag", flow.mean_lag}, {"lag_q50", flow.lag_q50}, {"lag_q80", flow.lag_q80}};
}

}  // namespace paceline::vectors
