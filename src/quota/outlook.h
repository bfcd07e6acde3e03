// SPDX-License-Identifier: Apache-2.0
// What is known of one rep's rate at a moment, and what coming days bring by it.
//
// Before this week the rate is known from the rep's own four weeks and from the team's (team_rates.h), each by how
// little noise it has:
//   own noise v = 1 / (mean E) + day / E + week / weeks       E: the rep's own days, weekdays taken into account
//   others' spread b = between + mean_spread                  rate = mean + b / (b + v) (own / E - mean)
//   spread of the rate: b v / (b + v), against the mean
// This week has a form of its own: its rate is Gamma with the rate as mean and the spreads of rate and week together;
// what the week counted so far moves it as in reach.h, each count worth 1 / (1 + rate x day) of one, since days go up
// and down; and the part of that which is the rate's moves the rate of the weeks after it too.
// Coming days: mean = this week's rate x its days + rate x the later days; the spread is that of both rates, of the
// forms of the later weeks and of each day. The count is negative binomial with shape 1 / spread.
// Units: full-time days; spreads as variance / mean^2. Source: Gelman et al., Bayesian Data Analysis, 3rd ed. 2013,
// ch. 2.6 and 5.4 (partial pooling); docs/formulas/pace.md.
// Worked example (tests/quota/outlook_test.cpp): a team whose mean is 10 a day, known to the last digit: nothing yet of
// a rep gives 10 a day with the spread of the reps.
#pragma once

#include "quota/reach.h"
#include "quota/team_rates.h"

namespace paceline {

struct Outlook {
  TeamRates team;
  double rate = 0;  ///< per full-time day, of the weeks after this one
  double rate_spread = 0;
  double week_rate = 0;  ///< of this week
  double week_spread = 0;
  double shared = 0;  ///< of the two: covariance / product
  Period week;        ///< this week
};

/// Which part of a day is still to come, in full-time days.
struct DayToCome {
  Day day;
  double worth = 0;
};

/// REQUIRES: `before` and `this_week` are the rep's own days, the last one as far as it has gone by.
[[nodiscard]] Outlook outlook_of(const TeamRates& team, const std::vector<PastDay>& before, Period week,
                                 const std::vector<PastDay>& this_week);

[[nodiscard]] Coming coming(const Outlook& outlook, const std::vector<DayToCome>& days);

}  // namespace paceline
