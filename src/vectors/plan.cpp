// SPDX-License-Identifier: Apache-2.0
#include "plan/dials.h"
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

}  // namespace paceline::vectors
