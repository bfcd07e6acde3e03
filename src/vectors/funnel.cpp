// SPDX-License-Identifier: Apache-2.0
#include "funnel/rates.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer funnel_rates_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const auto rates, funnel_rates(counts));
  json::array steps;
  for (const auto& step : rates.steps) steps.push_back(figure(step));
  return json::object{{"rates", steps}, {"end_to_end", figure(rates.end_to_end)}, {"per_sale", figure(rates.per_sale)}};
}

Answer jeffreys_steps_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const double confidence, read_confidence(input));
  PACELINE_TRY(const auto intervals, jeffreys_steps(counts, confidence));
  json::array steps;
  for (const auto& step : intervals.steps) steps.push_back(pair(step));
  return json::object{{"steps", steps}, {"end_to_end", pair(intervals.end_to_end)}};
}

}  // namespace paceline::vectors
