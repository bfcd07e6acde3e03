// SPDX-License-Identifier: Apache-2.0
#include "pipeline/trial.h"

namespace paceline {

std::optional<TrialNow> trial_as_of(const Trial& trial, std::span<const TrialChange> changes, Instant as_of) {
  if (as_of < trial.known_at) return std::nullopt;
  TrialNow now;
  now.trial_id = trial.trial_id;
  now.to_day = trial.to_day;
  for (const TrialChange& change : changes) {
    if (as_of < change.known_at) break;
    now.version = change.seq;
    if (change.kind == TrialChangeKind::extended) {
      now.to_day = change.day;
      ++now.extensions;
      continue;
    }
    now.state = change.kind == TrialChangeKind::converted ? TrialState::converted : TrialState::ended;
    now.ended_day = change.day;
    now.end_reason = change.reason;
  }
  return now;
}

}  // namespace paceline
