// SPDX-License-Identifier: Apache-2.0
// Adds signals, and counts the activities again that they may have made count. All turns are taken before the first is
// stored.
#pragma once

#include "app/actor.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

struct SignalDraft {
  ContactId contact_id;
  std::string kind;
  std::optional<std::string> topic;
  std::optional<Instant> occurred_at;  ///< none: now
  std::optional<Instant> known_at;     ///< none: now; never later than now
  std::optional<EvidenceKey> key;
};

/// For each draft, in order: whether it was new (not: its evidence key was there with the same content), or all its
/// faults; a draft that is a fault already stays one. An item that is refused does not refuse the others.
///
/// Faults: "signal.kind.malformed" (1 to 50 of a-z, 0-9, '_'), "signal.text.not_allowed", "signal.contact.not_found",
/// "signal.occurred_at.in_future", "signal.known_at.in_future", "signal.known_at.before_occurred_at". Conflict
/// "signal.external_id.conflict": the evidence key is there with other content (told_before.h). Returns unavailable
/// when the database fails: then nothing is stored.
[[nodiscard]] Result<std::vector<Checked<bool>>> add_signals(const Actor& actor,
                                                             const std::vector<Checked<SignalDraft>>& drafts,
                                                             Instant now, Ids& ids, Stores& stores);

/// The same for one.
[[nodiscard]] Checked<bool> add_signal(const Actor& actor, const SignalDraft& draft, Instant now, Ids& ids,
                                       Stores& stores);

}  // namespace paceline
