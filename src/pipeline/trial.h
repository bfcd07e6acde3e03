// SPDX-License-Identifier: Apache-2.0
// A trial, a demo or a free extra that an opportunity was given, until a day, and what became of it.
//
// It is prolonged, it ends with nothing, or the customer keeps it and pays. Its last day alone ends nothing: then it is
// due, and somebody asks the customer.
// Who is slow to decide may be offered one: an open opportunity that stands in its stage for longer than three of four
// that came there (stage_stay.h).
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/instant.h"
#include "pipeline/opportunity.h"

namespace paceline {

using TrialId = Id<struct TrialTag>;

BOOST_DEFINE_ENUM_CLASS(TrialKind, trial, demo, free_extra)
BOOST_DEFINE_ENUM_CLASS(TrialChangeKind, extended, ended, converted)
BOOST_DEFINE_ENUM_CLASS(TrialState, open, ended, converted)

/// What never changes of it.
struct Trial {
  TrialId trial_id;
  OpportunityId opportunity_id;
  TrialKind kind = TrialKind::trial;
  std::string what;
  Day from_day;
  Day to_day;  ///< the last one, as it was agreed first
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};

struct TrialChange {
  TrialId trial_id;
  std::int64_t seq = 0;  ///< 1 is the first change of the trial
  TrialChangeKind kind = TrialChangeKind::ended;
  Day day;  ///< of extended: the new last day; otherwise when it ended
  std::optional<std::string> reason;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};

/// What the changes that were known at a moment leave of it.
struct TrialNow {
  TrialId trial_id;
  TrialState state = TrialState::open;
  Day to_day;
  std::int64_t extensions = 0;
  std::optional<Day> ended_day;
  std::optional<std::string> end_reason;
  std::int64_t version = 0;  ///< how many changes there are
  friend bool operator==(const TrialNow&, const TrialNow&) = default;
};

/// None: nobody knew of it then. REQUIRES: changes of this trial in order of seq.
[[nodiscard]] std::optional<TrialNow> trial_as_of(const Trial& trial, std::span<const TrialChange> changes,
                                                  Instant as_of);

}  // namespace paceline
