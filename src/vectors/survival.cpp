// SPDX-License-Identifier: Apache-2.0
#include "stats/survival.h"

#include "forecast/stage_clock.h"
#include "standard/response_time.h"
#include "stats/chain.h"
#include "stats/fading_hazard.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

namespace {

/// Rows [time, end], or [time, end, age of entry].
Result<std::vector<stats::Stay>> read_stays(const json::object& input, std::string_view name) {
  PACELINE_TRY(const auto rows, read_rows(input, name));
  std::vector<stats::Stay> stays;
  for (const auto& row : rows) {
    if (row.size() != 2 && row.size() != 3)
      return fail(Fault::invalid, "vectors.input.not_a_row", std::string("/").append(name));
    PACELINE_TRY(const int end, stats::end_of(row[1]));
    stays.push_back({.time = row[0], .end = end, .entered = row.size() == 3 ? row[2] : 0});
  }
  return stays;
}

}  // namespace

Answer kaplan_meier_topic(const json::object& input) {
  PACELINE_TRY(const auto stays, read_stays(input, "obs"));
  PACELINE_TRY(const auto rows, stats::survival_rows(stays));
  json::array answer;
  for (const auto& row : rows)
    answer.push_back(json::array{row.time, row.at_risk, row.ended(), row.open, figure(row.error)});
  return json::object{{"rows", answer}};
}

Answer logrank_topic(const json::object& input) {
  PACELINE_TRY(const auto a, read_stays(input, "a"));
  PACELINE_TRY(const auto b, read_stays(input, "b"));
  PACELINE_TRY(const auto found, stats::log_rank(a, b));
  return json::object{{"observed_a", found.observed_a},
                      {"expected_a", found.expected_a},
                      {"variance", found.variance},
                      {"chi2", figure(found.chi2)},
                      {"p", figure(found.p)}};
}

Answer aalen_johansen_topic(const json::object& input) {
  PACELINE_TRY(const auto stays, read_stays(input, "obs"));
  PACELINE_TRY(const double at, read_real(input, "at"));
  PACELINE_TRY(const auto clock, stage_clock(stays, at));
  json::array rows;
  for (const auto& row : clock.rows)
    rows.push_back(json::array{row.time, row.at_risk, row.first, row.second, row.first_by, row.second_by, row.open});
  return json::object{{"rows", rows},
                      {"won_by_at", clock.at.first_by},
                      {"lost_by_at", clock.at.second_by},
                      {"open_at", clock.at.open},
                      {"naive_closed_only", figure(clock.won_of_closed)},
                      {"naive_one_minus_km", clock.won_if_lost_were_open}};
}

Answer win_within_horizon_given_age_topic(const json::object& input) {
  PACELINE_TRY(const auto stays, read_stays(input, "obs"));
  PACELINE_TRY(const double age, read_real(input, "age"));
  PACELINE_TRY(const double horizon, read_real(input, "horizon"));
  PACELINE_TRY(const auto found, within_horizon(stays, age, horizon));
  if (!found) return json::object{{"p_win", nullptr}, {"p_lose", nullptr}, {"p_open", nullptr}};
  return json::object{{"p_win", found->won}, {"p_lose", found->lost}, {"p_open", found->open}};
}

Answer beta_geometric_topic(const json::object& input) {
  PACELINE_TRY(const auto open, read_counts(input, "surv"));
  PACELINE_TRY(const auto horizons, read_counts(input, "horizon"));
  PACELINE_TRY(const auto fit, stats::fading_hazard(open));
  json::array survival, hazard;
  for (const auto t : horizons) {
    PACELINE_TRY(const auto period, fit.at(t));
    survival.emplace_back(period.open);
    hazard.push_back(figure(period.hazard));
  }
  return json::object{{"alpha", fit.chance.a},
                      {"beta", fit.chance.b},
                      {"loglik", fit.log_likelihood},
                      {"S", survival},
                      {"hazard", hazard}};
}

Answer absorbing_chain_topic(const json::object& input) {
  PACELINE_TRY(const auto moves, read_rows(input, "Q"));
  PACELINE_TRY(const auto win, read_reals(input, "win"));
  PACELINE_TRY(const auto start, read_count(input, "start"));
  PACELINE_TRY(const auto horizon, read_count(input, "horizon"));
  PACELINE_TRY(const auto chain, stats::chain_of(moves, win));
  PACELINE_TRY(const auto within, stats::chain_within(moves, win, start, horizon));
  return json::object{{"win_prob", all_of(chain.win)},
                      {"expected_periods", all_of(chain.periods)},
                      {"win_within_horizon", within.won},
                      {"still_open", within.open}};
}

Answer lead_response_topic(const json::object& input) {
  PACELINE_TRY(const auto answered, read_reals(input, "resp"));
  PACELINE_TRY(const auto open, read_reals(input, "now_open"));
  PACELINE_TRY(const auto promises, read_reals(input, "slas"));
  PACELINE_TRY(const auto times, response_times(answered, open, promises));
  json::array rows;
  for (const auto& promise : times.promises)
    rows.push_back(json::object{{"sla", promise.within},
                                {"met", promise.met},
                                {"judged", promise.judged},
                                {"rate", figure(promise.rate)},
                                {"wilson", pair(promise.around)},
                                {"km_answered", promise.answered}});
  return json::object{{"sla", rows}, {"km_median", figure(times.median)}};
}

}  // namespace paceline::vectors
