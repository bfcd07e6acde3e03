// SPDX-License-Identifier: Apache-2.0
// Activities that a file tells again and again: a new one is added, a known one whose row says something else now is
// corrected, and what somebody corrected or voided here stays as that person left it.
//
// A draft is compared with what the files said before (the fact and the corrections of imports), so that only what
// changed in the file changes an activity. What cannot be corrected (whose it is, when, with whom, its attributes) is a
// conflict when it differs. A call record (its source begins with "calls:") of a call that somebody logged becomes
// evidence of that one: join_calls.h. An activity that an undone import added is added anew, under the next source
// name: "import:NAME", "import:NAME:1" and so on, since the name of a fact is taken for ever.
#pragma once

#include <set>

#include "app/import_records.h"
#include "app/log_activity.h"

namespace paceline {

/// The reasons of the changes that imports make, as they stand in the activity's history.
inline constexpr std::string_view kImportChanged = "import.changed";
inline constexpr std::string_view kImportUndone = "import.undone";

struct PutContext {
  const Actor& actor;
  Instant now;
  const Zones& zones;
  Ids& ids;
  bool dry = false;                ///< the same answers, and nothing is stored
  bool exported = false;           ///< a key may also be the id of an activity here
  std::set<std::string> voided{};  ///< keys of what the file calls voided: never added
};

/// For each draft, in order, what became of it, or all its faults: those of log_activity, and conflict
/// "activity.external_id.conflict" with the member as field ("/state": the file calls voided what is not). REQUIRES:
/// each draft has a key, all of one source; no key comes twice.
[[nodiscard]] Result<std::vector<Checked<PutRow>>> put_activities(const std::vector<Checked<ActivityDraft>>& drafts,
                                                                  const PutContext& context, Stores& stores);

}  // namespace paceline
