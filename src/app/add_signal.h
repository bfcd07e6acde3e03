// SPDX-License-Identifier: Apache-2.0
// Adds a signal, and counts the activities again that it may have made count.
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

struct AddedSignal {
  SignalId signal_id;
  bool added = false;  ///< false: the evidence key was there with the same content
};

/// All faults at once: "signal.kind.malformed" (1 to 50 of a-z, 0-9, '_'), "signal.text.not_allowed",
/// "signal.contact.not_found", "signal.occurred_at.in_future", "signal.known_at.in_future",
/// "signal.known_at.before_occurred_at". Conflict "signal.external_id.conflict": the evidence key is there with other
/// content (told_before.h).
[[nodiscard]] Checked<AddedSignal> add_signal(const Actor& actor, const SignalDraft& draft, Instant now, Ids& ids,
                                              Stores& stores);

}  // namespace paceline
