// SPDX-License-Identifier: Apache-2.0
// Who writes about the same contact, or counts for the same rep, waits for the other: contacts first, then reps, each
// in order of id, so that two never wait for each other.
//
// A signal and an activity of one contact concern each other's counting, so both take the contact's turn; a fact of a
// rep takes the turn of the rep's cells. A write of many facts takes all turns before its first fact.
#pragma once

#include <set>

#include "app/ports/unit_of_work.h"

namespace paceline {

[[nodiscard]] Result<void> take_turns(const std::set<ContactId>& contacts, const std::set<RepId>& reps, Stores& stores);

}  // namespace paceline
