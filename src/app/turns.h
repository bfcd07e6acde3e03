// SPDX-License-Identifier: Apache-2.0
// Who applies definitions, writes about the same contact, or counts for the same rep, waits for the other: definitions
// first, then contacts, then reps, each in order of id, so that two never wait for each other.
//
// A signal and an activity of one contact concern each other's counting, so both take the contact's turn; a fact of a
// rep takes the turn of the rep's cells. A write of many facts takes all turns before its first fact. Definitions have
// one turn (PeopleStore::take_turn_of_definitions): what one apply counts, another must not take away meanwhile.
#pragma once

#include <set>
#include <vector>

#include "app/log_activity.h"

namespace paceline {

[[nodiscard]] Result<void> take_turns(const std::set<ContactId>& contacts, const std::set<RepId>& reps, Stores& stores);
/// Those of every draft that could be read.
[[nodiscard]] Result<void> take_turns_of(const std::vector<Checked<ActivityDraft>>& drafts, Stores& stores);

}  // namespace paceline
