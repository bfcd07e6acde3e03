// SPDX-License-Identifier: Apache-2.0
// Call records as a switchboard sends them, one batch in one transaction: matched by number (match_calls.h), stored as
// activities or as evidence of logged calls (join_calls.h), private ones dropped.
//
// A hang-up cause of ITU-T Q.850 stands for an outcome where the record names none: 16 answered (no_answer when nobody
// talked), 17 busy, 18 and 19 no_answer, 1 wrong_number; any other for none.
#pragma once

#include "app/import_records.h"
#include "app/log_activity.h"

namespace paceline {

/// Texts are not yet checked.
struct CallRecordDraft {
  std::string external_id;
  Instant began_at;
  std::optional<Direction> direction;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::int64_t> duration_s;
  std::optional<int> hangup_cause;
  std::optional<std::string> outcome;
  std::optional<RepId> rep_id;  ///< the record names the rep itself; the actor may log for them
};

/// For each draft, in order, what became of it, or all its faults: those of log_activity, "call_record.rep.unknown" at
/// "/rep" (no end of the call is a rep's, and the actor is no rep), "access.forbidden" at "/rep",
/// "call_record.external_id.repeated" (twice in the batch), and conflict "activity.external_id.conflict".
[[nodiscard]] Result<std::vector<Checked<PutRow>>> take_call_records(
    const Actor& actor, const std::string& source, const std::vector<Checked<CallRecordDraft>>& drafts, Instant now,
    const Zones& zones, Ids& ids, Stores& stores);

}  // namespace paceline
