// SPDX-License-Identifier: Apache-2.0
// Gives an opportunity a trial, a demo or a free extra, and says what became of it; and whether one is to be suggested.
#pragma once

#include "app/edit_opportunity.h"
#include "app/read_stage_days.h"

namespace paceline {

struct TrialDraft {
  OpportunityId opportunity_id;
  TrialKind kind = TrialKind::trial;
  std::string what;
  Day from_day;
  Day to_day;                       ///< the last one
  std::optional<Instant> known_at;  ///< none: now
};

struct TrialEdit {
  TrialChangeKind kind = TrialChangeKind::ended;
  std::optional<Day> day;  ///< needed to prolong it; otherwise none: today of the opportunity's rep
  std::optional<std::string> reason;
  std::optional<std::int64_t> seen_version;  ///< If-Match; none: whatever it is by now
  std::optional<Instant> known_at;           ///< none: now
};

/// All faults at once. Not_found "opportunity.not_found"; conflict "opportunity.voided"; invalid
/// "trial.to.before_from", "trial.text.not_allowed", "opportunity.known_at.in_future".
[[nodiscard]] Checked<KnownTrial> add_trial(const TrialDraft& draft, const EditContext& context, Stores& stores);

/// Not_found "trial.not_found". Conflict "trial.changed", "trial.ended", "trial.known_at.before_last". Invalid
/// "trial.day.missing", "trial.to.not_later" (prolonged to a day that is not later), "trial.day.before_from",
/// "trial.day.in_future" (an end), "trial.text.not_allowed", "opportunity.known_at.in_future".
[[nodiscard]] Result<KnownTrial> edit_trial(TrialId trial_id, const TrialEdit& edit, const EditContext& context,
                                            Stores& stores);

struct TrialSuggestion {
  bool suggested = false;  ///< it is slow to decide, and has no open trial
  UsualStay usual;         ///< of its stage
  Instant stage_since;
};

/// Not_found "opportunity.not_found". `seen`: as of read_stage_days().
[[nodiscard]] Result<TrialSuggestion> suggest_trial(OpportunityId opportunity_id, const SomeReps& seen, Instant as_of,
                                                    Stores& stores);

}  // namespace paceline
