// SPDX-License-Identifier: Apache-2.0
#include "funnel/lost_money.h"
#include "funnel/rules_of_thumb.h"
#include "plan/quota_split.h"
#include "standard/satisfaction.h"
#include "standard/unusual_log.h"
#include "vectors/read.h"
#include "vectors/topics.h"
#include "vectors/write.h"

namespace paceline::vectors {

namespace json = boost::json;

Answer shapley_money_topic(const json::object& input) {
  PACELINE_TRY(const double entered, read_real(input, "n_in"));
  PACELINE_TRY(const double value, read_real(input, "value"));
  PACELINE_TRY(const auto own, read_reals(input, "own"));
  PACELINE_TRY(const auto benchmark, read_reals(input, "bench"));
  PACELINE_TRY(const double worth, money_at_stake(entered, value));
  PACELINE_TRY(const auto lost, lost_money(worth, own, benchmark));
  return json::object{{"current", lost.current},
                      {"at_benchmark", lost.at_benchmark},
                      {"shapley", all_of(lost.share)},
                      {"total", lost.gap},
                      {"one_at_a_time", all_of(lost.one_at_a_time)}};
}

Answer rules_of_thumb_topic(const json::object& input) {
  ThumbCounts counts;
  PACELINE_TRY(counts.hot.successes, read_count(input, "hot"));
  PACELINE_TRY(counts.hot.trials, read_count(input, "new"));
  PACELINE_TRY(counts.interested.successes, read_count(input, "interested"));
  PACELINE_TRY(counts.interested.trials, read_count(input, "contacted"));
  PACELINE_TRY(counts.priced.successes, read_count(input, "priced"));
  counts.priced.trials = counts.interested.successes;
  PACELINE_TRY(counts.no_shows.successes, read_count(input, "noshow"));
  PACELINE_TRY(counts.no_shows.trials, read_count(input, "booked"));
  PACELINE_TRY(const auto found, rules_of_thumb(counts));
  return json::object{{"hot_share", figure(found.hot.rate)},
                      {"p_hot_below_10", figure(found.hot.p_below)},
                      {"p_hot_10_15", figure(found.hot.p_between)},
                      {"p_hot_above_15", figure(found.hot.p_above)},
                      {"contacted_per_interested", figure(found.interested.per_success)},
                      {"p_ratio_at_most_3", figure(found.interested.p_above)},
                      {"p_ratio_above_5", figure(found.interested.p_below)},
                      {"priced_rate", figure(found.priced.rate)},
                      {"priced_interval", pair(found.priced.around)},
                      {"noshow_rate", figure(found.no_shows.rate)},
                      {"p_noshow_above_70", figure(found.no_shows.p_above)}};
}

Answer nps_topic(const json::object& input) {
  Answers answers;
  PACELINE_TRY(answers.promoters, read_count(input, "pro"));
  PACELINE_TRY(answers.passives, read_count(input, "pas"));
  PACELINE_TRY(answers.detractors, read_count(input, "det"));
  PACELINE_TRY(const double team, read_real(input, "m0"));
  PACELINE_TRY(const double team_answers, read_real(input, "prior_n"));
  PACELINE_TRY(const auto found, satisfaction_of(answers, team, team_answers));
  json::object answer{{"nps", figure(found.score)},
                      {"se", figure(found.error)},
                      {"low", nullptr},
                      {"high", nullptr},
                      {"shrunken", figure(found.shrunken)}};
  if (found.around) {
    answer["low"] = found.around->low;
    answer["high"] = found.around->high;
  }
  return answer;
}

Answer gaming_tests_topic(const json::object& input) {
  stats::Tally last, own, peers;
  PACELINE_TRY(last.successes, read_count(input, "last_k"));
  PACELINE_TRY(last.trials, read_count(input, "total"));
  PACELINE_TRY(const auto last_days, read_count(input, "days_last"));
  PACELINE_TRY(const auto all_days, read_count(input, "days_all"));
  PACELINE_TRY(const auto above, read_count(input, "above"));
  PACELINE_TRY(const auto below, read_count(input, "below"));
  PACELINE_TRY(own.successes, read_count(input, "short_k"));
  PACELINE_TRY(own.trials, read_count(input, "short_n"));
  PACELINE_TRY(peers.successes, read_count(input, "ref_k"));
  PACELINE_TRY(peers.trials, read_count(input, "ref_n"));
  PACELINE_TRY(const auto burst, burst_at_end(last, last_days, all_days));
  PACELINE_TRY(const double caliper, caliper_p(above, below));
  PACELINE_TRY(const auto calls, short_calls(own, peers));
  return json::object{{"burst_p", burst.p},
                      {"burst_ratio", figure(burst.ratio)},
                      {"caliper_p", caliper},
                      {"short_prob_above_ref", calls.p_above_peers},
                      {"short_fisher_two_sided", calls.fisher_two_sided}};
}

Answer quota_split_topic(const json::object& input) {
  PACELINE_TRY(const auto total, read_count(input, "total"));
  PACELINE_TRY(const auto potential, read_reals(input, "potential"));
  PACELINE_TRY(const auto workdays, read_reals(input, "workdays"));
  PACELINE_TRY(const auto season, read_reals(input, "season"));
  PACELINE_TRY(const auto leave, read_rows(input, "leave"));
  PACELINE_TRY(const auto ramp, read_rows(input, "ramp"));
  PACELINE_CHECK(stats::check_same_length(workdays.size(), season.size(), "/season"));
  PACELINE_CHECK(stats::check_same_length(potential.size(), leave.size(), "/leave"));
  PACELINE_CHECK(stats::check_same_length(potential.size(), ramp.size(), "/ramp"));
  std::vector<RepShare> reps;
  for (std::size_t i = 0; i < potential.size(); ++i)
    reps.push_back({.potential = potential[i], .leave = leave[i], .ramp = ramp[i]});
  std::vector<Month> months;
  for (std::size_t i = 0; i < workdays.size(); ++i) months.push_back({.workdays = workdays[i], .season = season[i]});
  PACELINE_TRY(const auto split, quota_split(total, reps, months));
  json::array monthly;
  for (const auto& rep : split.months) monthly.push_back(all_of(rep));
  return json::object{{"rep_quota", all_of(split.reps)}, {"monthly", monthly}, {"weights", all_of(split.weights)}};
}

Answer equal_probability_quota_topic(const json::object& input) {
  PACELINE_TRY(const auto events, read_reals(input, "prior_a"));
  PACELINE_TRY(const auto weeks, read_reals(input, "prior_b"));
  PACELINE_TRY(const double horizon, read_real(input, "horizon"));
  PACELINE_TRY(const double chance, read_real(input, "p_target"));
  PACELINE_CHECK(stats::check_same_length(events.size(), weeks.size(), "/prior_b"));
  json::array answer;
  for (std::size_t i = 0; i < events.size(); ++i) {
    PACELINE_TRY(const auto found, equal_chance_quota({.events = events[i], .weeks = weeks[i]}, horizon, chance));
    answer.push_back(json::array{found.quota, found.chance});
  }
  return json::object{{"quota_and_probability", answer}};
}

}  // namespace paceline::vectors
