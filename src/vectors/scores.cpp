// SPDX-License-Identifier: Apache-2.0
#include "stats/scores.h"

#include "stats/calibration.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

namespace {

Result<std::vector<stats::Called>> read_calls(const json::object& input, const char* forecast, const char* outcome) {
  PACELINE_TRY(const auto forecasts, read_reals(input, forecast));
  PACELINE_TRY(const auto outcomes, read_flags(input, outcome));
  PACELINE_CHECK(stats::check_same_length(forecasts.size(), outcomes.size(), "/outcomes"));
  std::vector<stats::Called> calls;
  for (std::size_t i = 0; i < forecasts.size(); ++i)
    calls.push_back({.forecast = forecasts[i], .happened = outcomes[i]});
  return calls;
}

}  // namespace

Answer crps_normal_topic(const json::object& input) {
  PACELINE_TRY(const auto cases, read_rows_of(3, input, "cases"));
  json::array scores;
  for (const auto& row : cases) {
    PACELINE_TRY(const double score, stats::crps_normal(row[0], row[1], row[2]));
    scores.emplace_back(score);
  }
  return scores;
}

Answer crps_ensemble_topic(const json::object& input) {
  PACELINE_TRY(const auto members, read_reals(input, "x"));
  PACELINE_TRY(const double outcome, read_real(input, "y"));
  PACELINE_TRY(const auto score, stats::crps_ensemble(members, outcome));
  return json::object{{"crps", score.crps}, {"fair_crps", figure(score.fair)}};
}

Answer pinball_topic(const json::object& input) {
  PACELINE_TRY(const auto quantiles, read_rows_of(2, input, "quantiles"));
  PACELINE_TRY(const double outcome, read_real(input, "y"));
  PACELINE_TRY(const double low, read_real(input, "lo"));
  PACELINE_TRY(const double high, read_real(input, "hi"));
  PACELINE_TRY(const double level, read_real(input, "level"));
  json::array losses;
  for (const auto& row : quantiles) {
    PACELINE_TRY(const double loss, stats::pinball_loss(row[0], row[1], outcome));
    losses.push_back(json::array{row[0], loss});
  }
  PACELINE_TRY(const double score, stats::interval_score(low, high, level, outcome));
  return json::object{{"pinball", losses}, {"interval_score", score}};
}

Answer brier_murphy_topic(const json::object& input) {
  PACELINE_TRY(const auto calls, read_calls(input, "f", "o"));
  PACELINE_TRY(const auto brier, stats::brier_of(calls));
  json::array table;
  for (const auto& group : brier.groups) table.push_back(json::array{group.forecast, group.number, group.happened});
  return json::object{{"brier", brier.score},
                      {"reliability", brier.reliability},
                      {"resolution", brier.resolution},
                      {"uncertainty", brier.uncertainty},
                      {"skill", figure(brier.skill)},
                      {"log_score", figure(brier.log_score)},
                      {"table", table}};
}

Answer pav_corp_topic(const json::object& input) {
  PACELINE_TRY(const auto calls, read_calls(input, "f", "o"));
  PACELINE_TRY(const auto found, stats::isotonic_of(calls));
  json::array blocks;
  for (const auto& block : found.blocks)
    blocks.push_back(json::array{block.low, block.high, block.number, block.value});
  return json::object{
      {"blocks", blocks}, {"mcb", found.miscalibration}, {"dsc", found.discrimination}, {"unc", found.uncertainty}};
}

Answer auc_lift_topic(const json::object& input) {
  PACELINE_TRY(const auto scored, read_calls(input, "s", "y"));
  PACELINE_TRY(const auto ranking, stats::ranking_of(scored));
  return json::object{{"auc", figure(ranking.auc)}, {"captured_in_top_half", figure(ranking.captured_in_top_half)}};
}

}  // namespace paceline::vectors
