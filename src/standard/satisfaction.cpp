// SPDX-License-Identifier: Apache-2.0
#include "standard/satisfaction.h"

#include <algorithm>
#include <cmath>

#include "stats/special.h"

namespace paceline {

Result<Satisfaction> satisfaction_of(Answers answers, double team, double team_answers, double confidence) {
  for (const std::int64_t count : {answers.promoters, answers.passives, answers.detractors})
    PACELINE_CHECK(stats::check_count(count, "/answers"));
  PACELINE_CHECK(stats::check_confidence(confidence));
  if (!(team >= -1 && team <= 1)) return fail(Fault::invalid, "stats.value.out_of_range", "/team");
  PACELINE_CHECK(stats::check_not_negative(team_answers, "/team_answers"));
  const double n = static_cast<double>(answers.promoters) + static_cast<double>(answers.passives) +
                   static_cast<double>(answers.detractors);
  Satisfaction found;
  double sum = 0;
  if (n > 0) {
    const double p = static_cast<double>(answers.promoters) / n;
    const double d = static_cast<double>(answers.detractors) / n;
    found.score = 100 * (p - d);
    found.error = 100 * std::sqrt(std::max(p + d - (p - d) * (p - d), 0.0) / n);
    const double reach = stats::normal_quantile((1 - confidence) / 2) * *found.error;
    found.around = {.low = *found.score - reach, .high = *found.score + reach};
    sum = n * *found.score;
  }
  if (n + team_answers > 0) found.shrunken = (sum + team_answers * 100 * team) / (n + team_answers);
  return found;
}

}  // namespace paceline
