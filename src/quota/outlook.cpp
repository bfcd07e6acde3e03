// SPDX-License-Identifier: Apache-2.0
#include "quota/outlook.h"

#include <map>

namespace paceline {
namespace {

struct Known {
  double rate = 0;
  double spread = 0;
};

double squared(double x) {
  return x * x;
}

/// How many even weeks these days are worth: 4 when they lie evenly in four.
double weeks_of(const TeamRates& team, const std::vector<PastDay>& days) {
  std::map<int, double> weeks;
  double all = 0;
  for (const PastDay& day : days) {
    weeks[(day.day - days.front().day) / 7] += weighed(team, day);
    all += weighed(team, day);
  }
  double squares = 0;
  for (const auto& [number, worth] : weeks) squares += squared(worth);
  return squares > 0 ? squared(all) / squares : 0;
}

/// The rate before this week, by the team and by the rep's own days.
Known known_before(const TeamRates& team, const std::vector<PastDay>& before) {
  const double others = team.between + team.mean_spread;
  double counted = 0;
  double days = 0;
  for (const PastDay& day : before) {
    counted += static_cast<double>(day.counted);
    days += weighed(team, day);
  }
  if (days == 0) return {team.mean, others};
  const double own = 1 / (team.mean * days) + team.day / days + team.week / weeks_of(team, before);
  const double rate = team.mean + others / (others + own) * (counted / days - team.mean);
  return {rate, others * own / (others + own) * squared(team.mean / rate)};
}

}  // namespace

Outlook outlook_of(const TeamRates& team, const std::vector<PastDay>& before, Period week,
                   const std::vector<PastDay>& this_week) {
  const Known known = known_before(team, before);
  double counted = 0;
  double days = 0;
  for (const PastDay& day : this_week) {
    counted += static_cast<double>(day.counted);
    days += weighed(team, day);
  }
  const double prior_spread = known.spread + team.week;
  const double of_rate = known.spread / prior_spread;
  const double evidence = 1 / (1 + known.rate * team.day);
  const double shape = 1 / prior_spread + evidence * counted;
  const double week_rate = shape / (1 / (prior_spread * known.rate) + evidence * days);
  Outlook result;
  result.team = team;
  result.week = week;
  result.week_rate = week_rate;
  result.week_spread = 1 / shape;
  result.rate = known.rate * (1 + of_rate * (week_rate / known.rate - 1));
  result.rate_spread = known.spread * (1 - of_rate) + squared(of_rate) / shape;
  result.shared = of_rate / shape;
  return result;
}

Coming coming(const Outlook& outlook, const std::vector<DayToCome>& days) {
  const TeamRates& team = outlook.team;
  double this_week = 0;
  double later = 0;
  double variance_of_days = 0;
  std::map<int, double> weeks;
  for (const DayToCome& day : days) {
    const double worth = weighed(team, {day.day, day.worth, 0});
    const bool now = outlook.week.contains(day.day);
    (now ? this_week : later) += worth;
    variance_of_days += squared(worth * (now ? outlook.week_rate : outlook.rate));
    if (!now) weeks[(day.day - outlook.week.from) / 7] += worth * outlook.rate;
  }
  double variance_of_weeks = 0;
  for (const auto& [number, mean] : weeks) variance_of_weeks += squared(mean);
  const double now = outlook.week_rate * this_week;
  const double then = outlook.rate * later;
  const double variance = squared(now) * outlook.week_spread + squared(then) * outlook.rate_spread +
                          2 * now * then * outlook.shared + team.week * variance_of_weeks + team.day * variance_of_days;
  const double mean = now + then;
  return {mean, mean > 0 ? variance / squared(mean) : 0};
}

}  // namespace paceline
