// SPDX-License-Identifier: Apache-2.0
// Trials, demos and free extras.
#pragma once

#include "api/forms/estimate.h"
#include "pipeline/trial.h"

namespace paceline::api::form {

struct Trial {
  TrialId trial_id;
  OpportunityName opportunity;
  TrialKind kind = TrialKind::trial;
  std::string what;
  Day from_day;
  Day to_day;  ///< the last one, as it was agreed last
  TrialState state = TrialState::open;
  std::int64_t extensions = 0;  ///< how often it was prolonged
  std::optional<Day> ended_day;
  std::optional<std::string> end_reason;
  Instant known_at;
  std::int64_t version = 0;  ///< goes back as If-Match
};
BOOST_DESCRIBE_STRUCT(Trial, (),
                      (trial_id, opportunity, kind, what, from_day, to_day, state, extensions, ended_day, end_reason,
                       known_at, version))

struct TrialsQuery : MomentPageQuery {
  std::optional<OpportunityId>
      opportunity;                 ///< all of it; absent: the open ones of a rep, the one that ends first first
  std::optional<ShortText> rep;    ///< absent: the acting user
  std::optional<Day> ends_before;  ///< absent: all
};
BOOST_DESCRIBE_STRUCT(TrialsQuery, (MomentPageQuery), (opportunity, rep, ends_before))

struct NewTrial {
  TrialKind kind = TrialKind::trial;
  ShortText what;
  Day from;
  Day to;  ///< the last one
  std::optional<Instant> known_at;
};
BOOST_DESCRIBE_STRUCT(NewTrial, (), (kind, what, from, to, known_at))

struct ExtendTrial {
  Day to;  ///< the new last day
  std::optional<Remark> reason;
  std::optional<Instant> known_at;
};
BOOST_DESCRIBE_STRUCT(ExtendTrial, (), (to, reason, known_at))

struct EndTrial {
  TrialState state = TrialState::ended;  ///< ended or converted
  std::optional<Day> day;                ///< absent: today
  std::optional<Remark> reason;
  std::optional<Instant> known_at;
};
BOOST_DESCRIBE_STRUCT(EndTrial, (), (state, day, reason, known_at))

struct TrialSuggestion {
  bool suggested = false;                  ///< it stands in its stage for longer than usual, and has no open trial
  std::int64_t days_in_stage = 0;          ///< whole days
  std::optional<std::int64_t> usual_days;  ///< three of four leave the stage within; absent: too few left it
  std::int64_t left = 0;                   ///< how many did
};
BOOST_DESCRIBE_STRUCT(TrialSuggestion, (), (suggested, days_in_stage, usual_days, left))

}  // namespace paceline::api::form
