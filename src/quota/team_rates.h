// SPDX-License-Identifier: Apache-2.0
// What four past weeks of a team say of how its reps work: how much they do, how far they differ from each other, and
// how much days and weeks go up and down. It is what a rep is known by before much of the rep's own is known.
//
// Counts of a rep in a day of worth e are taken as Poisson with mean rate x e x weekday x form of the week x form of
// the day. The rates differ from rep to rep; a form has mean 1. Moments, each shrunk towards a usual value by the noise
// of its own estimate (pseudo observations where there is little):
//   weekday = (counted on it + 50) / (what the reps' own means give it + 50)
//   day, week = (sum of (counted - mean)^2 - mean) / sum of mean^2, of single days and of whole weeks; the week's less
//   a
//               fifth of the day's
//   between = (weighted variance of the reps' rates - its noise) / mean^2, with three reps of 0.1 beside the real ones
//   uncertainty of the mean = 1 / counted + day / days + week / weeks + between / reps
// Units: days are full-time working days, a day of a ramp worth its share; spreads are variance / mean^2, so 0.04 is
// plus or minus 20 %.
// Range: any number of reps, of days and of counts; a rep who was not there is no evidence. Cost: linear in the days.
// Source: method of moments for overdispersed counts, Cameron and Trivedi, Regression Analysis of Count Data, 2nd ed.
// 2013, ch. 3.3; the variance between units after DerSimonian and Laird 1986; docs/formulas/pace.md.
// Worked example (tests/quota/team_rates_test.cpp): two reps with 4 and 6 on each of twenty days: mean 5 a day.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "team/work_time.h"

namespace paceline {

struct PastDay {
  Day day;
  double worth = 0;  ///< full-time days, a ramp's share taken; 0: not there
  std::int64_t counted = 0;
};

struct TeamRates {
  double mean = 0;                                     ///< per full-time day
  double mean_spread = 0;                              ///< how little the mean itself is known
  double between = 0;                                  ///< of one rep from the others
  double day = 0;                                      ///< of one day from the others of its rep
  double week = 0;                                     ///< of one week
  double known_days = 0;                               ///< that it was made from
  std::array<double, 7> weekday{1, 1, 1, 1, 1, 1, 1};  ///< Monday first, against the mean
};

/// The days of a span as one rep worked them. Days before `since` (the first on which the rep did anything) are worth
/// nothing; none: all are.
[[nodiscard]] std::vector<PastDay> past_days(const WorkTime& time, Period span, std::optional<Day> since,
                                             const std::map<Day, std::int64_t>& counted);

/// None when nobody was there. REQUIRES: each list is one rep's, in order, seven days to a week from its first day on.
[[nodiscard]] std::optional<TeamRates> team_rates(const std::vector<std::vector<PastDay>>& reps);

/// What the day is worth when its weekday is taken into account.
[[nodiscard]] double weighed(const TeamRates& rates, const PastDay& day);

/// Full-time days that a day of this rep is worth, of its part that is there.
[[nodiscard]] double worth_of(const WorkTime& time, const WorkDay& day);

}  // namespace paceline
