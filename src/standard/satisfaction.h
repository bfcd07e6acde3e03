// SPDX-License-Identifier: Apache-2.0
// What customers say of a rep, and how much of it is luck: the net promoter score with its error, pulled to the team's.
//
// Of n answers p promote, d detract: score 100 (p - d), standard error 100 sqrt((p + d - (p - d)^2) / n), interval
// score -+ z error. Shrunken with the team's score m0 worth n0 answers: (n score + n0 100 m0) / (n + n0).
// Units and range: a score from -100 to 100, which the interval may leave: screens hold it there. Answers 0 to 2^53;
// -1 <= m0 <= 1, n0 0 or more. Without answers only the team's score is known. Who did not answer is shown apart.
// Source: multinomial variance; SCIENCE section 13.
// Worked example: 46, 30, 24: 22.0, error 8.07, 6.2 to 37.8; with a team at 30 worth 40 answers: 24.29.
#pragma once

#include <optional>

#include "stats/interval.h"

namespace paceline {

struct Answers {
  std::int64_t promoters = 0, passives = 0, detractors = 0;
};

struct Satisfaction {
  std::optional<double> score;
  std::optional<double> error;
  std::optional<stats::Interval> around;
  std::optional<double> shrunken;  ///< absent when neither an answer nor a team is known
};

/// Returns "stats.count.out_of_range" or "stats.value.out_of_range" (m0, n0).
[[nodiscard]] Result<Satisfaction> satisfaction_of(Answers answers, double team, double team_answers,
                                                   double confidence = stats::kUsualConfidence);

}  // namespace paceline
