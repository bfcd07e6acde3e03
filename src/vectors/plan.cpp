// SPDX-License-Identifier: Apache-2.0
#include "plan/attempts.h"
#include "plan/better_step.h"
#include "plan/coverage.h"
#include "plan/minutes.h"
#include "plan/mix.h"
#include "plan/steady.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer odds_plus_10pct_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const auto wanted, read_count(input, "m"));
  PACELINE_TRY(const double factor, read_real(input, "factor"));
  PACELINE_TRY(const auto steps, better_steps(counts, wanted, factor));
  json::array answer;
  std::int64_t number = 0;
  for (const auto& step : steps)
    answer.push_back(json::object{{"step", ++number},
                                  {"new_rate", step.new_rate},
                                  {"lift", step.lift},
                                  {"dials_for_expected", step.dials_on_average},
                                  {"n80", step.dials},
                                  {"n80_saved", step.dials_saved}});
  return answer;
}

Answer minutes_topic(const json::object& input) {
  PACELINE_TRY(const auto counts, read_counts(input, "counts"));
  PACELINE_TRY(const auto fails, read_reals(input, "min_fail"));
  PACELINE_TRY(const auto passes, read_reals(input, "min_pass"));
  PACELINE_TRY(const auto dials, read_counts(input, "dials"));
  PACELINE_CHECK(stats::check_same_length(fails.size(), passes.size(), "/min_pass"));
  std::vector<StepMinutes> steps;
  for (std::size_t i = 0; i < fails.size(); ++i) steps.push_back({.fail = fails[i], .pass = passes[i]});
  PACELINE_TRY(const auto minutes, selling_minutes(counts, steps));
  json::array total, deviation;
  for (const auto n : dials) {
    PACELINE_CHECK(stats::check_count(n, "/dials"));
    total.emplace_back(minutes.mean(static_cast<double>(n)));
    deviation.emplace_back(minutes.deviation(static_cast<double>(n)));
  }
  return json::object{{"minutes_per_dial", minutes.per_dial},
                      {"parts_per_dial", all_of(minutes.parts_per_dial)},
                      {"minutes_per_sale", figure(minutes.per_sale)},
                      {"total_minutes", total},
                      {"sd_minutes", deviation}};
}

Answer call_attempts_topic(const json::object& input) {
  PACELINE_TRY(const auto hazards, read_reals(input, "hazard"));
  PACELINE_TRY(const double value, read_real(input, "value"));
  PACELINE_TRY(const double cost, read_real(input, "cost"));
  PACELINE_TRY(const auto found, attempts_worth(hazards, value, cost));
  return json::object{{"reached", all_of(found.reached)},
                      {"net", all_of(found.net)},
                      {"best_stop", found.best_stop},
                      {"attempts_expected", all_of(found.made)}};
}

namespace {

json::value estimates(const std::optional<CoverageAtChance>& at) {
  return at ? json::value(at->estimates) : json::value(nullptr);
}

json::value coverage(const std::optional<CoverageAtChance>& at) {
  return at ? figure(at->coverage) : json::value(nullptr);
}

}  // namespace

Answer coverage_rule_topic(const json::object& input) {
  stats::Tally wins;
  PACELINE_TRY(wins.successes, read_count(input, "win_num"));
  PACELINE_TRY(wins.trials, read_count(input, "win_den"));
  PACELINE_TRY(const auto needed, read_count(input, "need"));
  PACELINE_TRY(const double asked, read_real(input, "coverage"));
  PACELINE_TRY(const auto found, coverage_of(wins, needed, asked));
  return json::object{{"n_at_coverage", found.estimates},
                      {"p_at_coverage", found.chance},
                      {"n80", estimates(found.at80)},
                      {"coverage80", coverage(found.at80)},
                      {"n95", estimates(found.at95)},
                      {"coverage95", coverage(found.at95)},
                      {"break_even_coverage", figure(found.break_even)}};
}

Answer no_show_topic(const json::object& input) {
  stats::Tally shows;
  PACELINE_TRY(shows.successes, read_count(input, "show_k"));
  PACELINE_TRY(shows.trials, read_count(input, "show_n"));
  PACELINE_TRY(const auto needed, read_count(input, "need"));
  PACELINE_TRY(const double risk, read_real_or(input, "rr", 1));
  PACELINE_TRY(const auto found, bookings_for(shows, needed, risk));
  return json::object{{"book80", figure(found.uncertain)},
                      {"book80_known", figure(found.known)},
                      {"show_with_reminder", found.show_with_reminder},
                      {"odds_ratio", figure(found.odds_ratio)},
                      {"dials_factor", figure(found.dials_factor)}};
}

Answer steady_input_topic(const json::object& input) {
  SteadyInput asked;
  PACELINE_TRY(asked.wanted_per_week, read_real(input, "target_per_week"));
  PACELINE_TRY(asked.p_ok, read_real(input, "p_ok"));
  PACELINE_TRY(asked.conversion, read_real(input, "conv"));
  PACELINE_TRY(asked.value, read_real(input, "value"));
  PACELINE_TRY(const auto rates, read_reals(input, "chain_rates"));
  PACELINE_TRY(const auto found, steady_input(asked, rates));
  return json::object{{"starts_for_money", found.starts_for_money},
                      {"starts_for_no_zero_week", found.starts_for_no_empty_week},
                      {"starts", found.starts},
                      {"upstream", all_of(found.upstream)}};
}

Answer activity_mix_topic(const json::object& input) {
  PACELINE_TRY(const auto rows, read_rows_of(3, input, "channels"));
  PACELINE_TRY(const double needed, read_real(input, "need"));
  std::vector<Channel> channels;
  channels.reserve(rows.size());
  for (const auto& row : rows) channels.push_back({.minutes = row[0], .wins = row[1], .most = row[2]});
  PACELINE_TRY(const auto mix, cheapest_mix(channels, needed));
  return json::object{{"starts", all_of(mix.starts)},
                      {"minutes", mix.minutes},
                      {"unmet", mix.unmet},
                      {"marginal_minutes_per_win", figure(mix.marginal_minutes_per_win)}};
}

}  // namespace paceline::vectors
