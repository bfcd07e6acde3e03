// SPDX-License-Identifier: Apache-2.0
#include "app/turns.h"

namespace paceline {

Result<void> take_turns(const std::set<ContactId>& contacts, const std::set<RepId>& reps, Stores& stores) {
  for (const ContactId contact_id : contacts) PACELINE_CHECK(stores.contacts.take_turn_of(contact_id));
  for (const RepId rep_id : reps) PACELINE_CHECK(stores.counts.take_cells_of(rep_id));
  return {};
}

Result<void> take_turns_of(const std::vector<Checked<ActivityDraft>>& drafts, Stores& stores) {
  std::set<ContactId> contacts;
  std::set<RepId> reps;
  for (const auto& draft : drafts) {
    if (!draft) continue;
    reps.insert(draft->rep_id);
    if (draft->contact_id) contacts.insert(*draft->contact_id);
  }
  return take_turns(contacts, reps, stores);
}

}  // namespace paceline
