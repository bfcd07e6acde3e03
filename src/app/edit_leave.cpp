// SPDX-License-Identifier: Apache-2.0
#include "app/edit_leave.h"

#include <algorithm>

namespace paceline {
namespace {

/// "2026-03-10/2026-03-12 240".
std::string text_of(const Leave& leave) {
  const std::string span = to_text(leave.span.from) + "/" + to_text(leave.span.to);
  return leave.minutes ? span + " " + std::to_string(*leave.minutes) : span;
}

Result<void> note_and_tell(const char* action, const Actor& actor, UserId user_id, const Leave& leave, Instant now,
                           LedgerStore& ledger) {
  PACELINE_CHECK(ledger.tell("team", user_id, now));
  return ledger.note({actor.user_id, action, to_text(user_id), text_of(leave), now});
}

}  // namespace

Result<StoredLeave> add_leave(const Actor& actor, UserId user_id, const Leave& leave, Instant now, Ids& ids,
                              Stores& stores) {
  if (leave.span.days() <= 0) return fail(Fault::invalid, "leave.span.empty", "/to");
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const auto leaves, stores.work_times.leaves_of(user_id));
  const bool known =
      std::any_of(leaves.begin(), leaves.end(), [&](const StoredLeave& each) { return each.leave == leave; });
  if (known) return fail(Fault::conflict, "leave.already_there");
  const StoredLeave stored{ids.make<LeaveId>(), leave};
  PACELINE_CHECK(stores.work_times.add_leave(user_id, stored));
  PACELINE_CHECK(note_and_tell("leave.add", actor, user_id, leave, now, stores.ledger));
  return stored;
}

Result<StoredLeave> remove_leave(const Actor& actor, UserId user_id, LeaveId leave_id, Instant now, Stores& stores) {
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  PACELINE_TRY(const auto leaves, stores.work_times.leaves_of(user_id));
  const auto found =
      std::find_if(leaves.begin(), leaves.end(), [&](const StoredLeave& each) { return each.leave_id == leave_id; });
  if (found == leaves.end()) return fail(Fault::not_found, "leave.not_found");
  PACELINE_TRY(const bool removed, stores.work_times.remove_leave(user_id, leave_id));
  if (!removed) return fail(Fault::not_found, "leave.not_found");
  PACELINE_CHECK(note_and_tell("leave.remove", actor, user_id, found->leave, now, stores.ledger));
  return *found;
}

}  // namespace paceline
