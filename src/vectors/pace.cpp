// SPDX-License-Identifier: Apache-2.0
#include "quota/reach.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {
namespace {

namespace json = boost::json;

Result<ReachInput> read_reach_input(const json::object& input) {
  ReachInput reach;
  PACELINE_TRY(reach.prior.shape, read_real_or(input, "a0", reach.prior.shape));
  PACELINE_TRY(reach.prior.days, read_real_or(input, "b0", reach.prior.days));
  PACELINE_TRY(reach.done, read_count(input, "done"));
  PACELINE_TRY(reach.elapsed_days, read_real(input, "elapsed"));
  PACELINE_TRY(reach.remaining_days, read_real(input, "remaining"));
  PACELINE_TRY(reach.quota, read_count(input, "quota"));
  return reach;
}

}  // namespace

Answer pace_gamma_poisson_topic(const json::object& input) {
  PACELINE_TRY(const ReachInput asked, read_reach_input(input));
  PACELINE_TRY(const Reach reach, reach_of(asked));
  json::object answer{{"pace_ratio", figure(reach.pace_ratio)},
                      {"required_rate", figure(reach.needed_per_day)},
                      {"p_reach", figure(reach.p_reach)},
                      {"p_reach_plugin_poisson", figure(reach.p_reach_plugin_poisson)}};
  for (const char* name : {"expected_total", "q10", "q50", "q90"}) answer[name] = nullptr;
  if (reach.projection) {
    answer["expected_total"] = reach.projection->mean;
    answer["q10"] = reach.projection->p10;
    answer["q50"] = reach.projection->p50;
    answer["q90"] = reach.projection->p90;
  }
  return answer;
}

}  // namespace paceline::vectors
