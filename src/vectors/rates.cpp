// SPDX-License-Identifier: Apache-2.0
#include "stats/interval.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {
namespace {

namespace json = boost::json;

Answer intervals_of_pairs(const json::object& input, Result<stats::Interval> (*interval)(stats::Tally, double)) {
  PACELINE_TRY(const auto tallies, read_tallies(input, "kn"));
  PACELINE_TRY(const double confidence, read_confidence(input));
  json::array answer;
  for (const stats::Tally tally : tallies) {
    PACELINE_TRY(const auto limits, interval(tally, confidence));
    answer.push_back(pair(limits));
  }
  return answer;
}

}  // namespace

Answer wilson_topic(const json::object& input) {
  return intervals_of_pairs(input, stats::wilson_interval);
}

Answer clopper_pearson_topic(const json::object& input) {
  return intervals_of_pairs(input, stats::clopper_pearson_interval);
}

Answer poisson_interval_topic(const json::object& input) {
  PACELINE_TRY(const auto events, read_count(input, "k"));
  PACELINE_TRY(const double exposure, read_real(input, "exposure"));
  PACELINE_TRY(const double confidence, read_confidence(input));
  PACELINE_TRY(const auto limits, stats::poisson_rate_interval(events, exposure, confidence));
  return json::object{{"low", limits.low}, {"high", limits.high}};
}

}  // namespace paceline::vectors
