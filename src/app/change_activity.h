// SPDX-License-Identifier: Apache-2.0
// Voids or corrects an activity: adds a fact that names the old one, who and why, and counts again.
#pragma once

#include "app/log_activity.h"

namespace paceline {

struct ChangeRequest {
  ActivityId activity_id;
  bool voids = false;
  std::vector<FieldChange> fields;  ///< of a correction, at least one
  std::string reason;
  std::optional<Instant> known_at = std::nullopt;  ///< none, or later than now: now
};

/// Returns not_found "activity.not_found", conflict "activity.voided_already", invalid "activity.reason.missing",
/// "activity.change.empty", the codes of check_change, and those of word_faults for what the correction changes. A void
/// is never refused for the words of the activity.
[[nodiscard]] Checked<std::vector<Effect>> change_activity(const Actor& actor, const ChangeRequest& request,
                                                           Instant now, Ids& ids, Stores& stores);

}  // namespace paceline
