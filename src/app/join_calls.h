// SPDX-License-Identifier: Apache-2.0
// A call that somebody logged by hand and its call record become one, whichever comes first. It is the logged activity
// that stays and counts; the record stands beside it as evidence (docs/adr/0030).
//
// A record that comes second is stored as evidence only. One that came first is an activity already: that one is voided
// when the call is logged. A logged call that says no duration gets that of the record, as a correction. Facts stay:
// all of this is told by further facts, and undo of an import tells that it ended.
#pragma once

#include <set>

#include "app/log_activity.h"
#include "app/recount.h"

namespace paceline {

/// The reason of the changes that joining makes, as it stands in an activity's history.
inline constexpr std::string_view kEvidenceJoined = "evidence.joined";
/// Source names of call records begin with it.
inline constexpr std::string_view kCallSource = "calls:";

/// Of one transaction. REQUIRES: it took the turns of the reps and contacts.
class CallJoins {
 public:
  CallJoins(UserId actor_id, Instant now, Ids& ids, Stores& stores)
      : actor_id_(actor_id), now_(now), ids_(ids), stores_(stores) {}

  /// A checked record that is not stored: the evidence that it becomes; none: nobody has logged the call.
  [[nodiscard]] Result<std::optional<EvidenceId>> join_record(const Activity& record, const EvidenceKey& key);
  /// A logged activity with its id, before it is stored: the record of the same call, which it takes the place of.
  [[nodiscard]] Result<std::optional<Activity>> join_logged(const Activity& logged);

  /// After the activities of this transaction were stored. Adds what is to be counted again.
  [[nodiscard]] Result<void> store(std::set<Touched>& touched);

 private:
  struct Join {
    CallEvidence evidence;
    Activity logged;
    std::optional<Activity> record;
  };
  [[nodiscard]] Result<void> correct_duration(Join& join, std::set<Touched>& touched);
  [[nodiscard]] Result<void> void_record(const Activity& record, Instant known_at, std::set<Touched>& touched);
  [[nodiscard]] Result<Instant> moment_after_changes(const Activity& activity, Instant known_at);

  UserId actor_id_;
  Instant now_;
  Ids& ids_;
  Stores& stores_;
  std::vector<Join> joins_;
};

/// What is counted of a logged activity that takes the place of a call record: without one the activity itself.
[[nodiscard]] Activity in_place_of(const std::optional<Activity>& record, Activity activity);

/// Ends the evidence: a fact with the reason. The duration that it brought is taken back where that is still the last
/// word.
[[nodiscard]] Result<void> end_evidence(const CallEvidence& evidence, std::string_view reason, UserId actor_id,
                                        Instant now, Ids& ids, Stores& stores, std::set<Touched>& touched);

}  // namespace paceline
