// SPDX-License-Identifier: Apache-2.0
// Call records that tell of an activity which somebody logged by hand, as they are stored: facts that are only added.
// The end of one is a fact, too.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "activity/activity.h"

namespace paceline {

using EvidenceId = Id<struct EvidenceTag>;

struct CallEvidence {
  EvidenceId evidence_id;
  ActivityId activity_id;  ///< that was logged by hand
  std::string source;
  std::string external_id;
  Instant occurred_at;
  std::optional<Direction> direction;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> outcome;
  std::optional<ActivityId> record_id;  ///< the activity that the record was until somebody logged the call
  std::optional<ChangeId> change_id;    ///< the correction that it brought
  UserId actor_id;
  Instant known_at;
};

struct EvidenceEnd {
  EvidenceId evidence_id;
  std::string reason;
  UserId actor_id;
  Instant known_at;
};

/// `ended`: it was taken back.
struct KeyedEvidence {
  std::string external_id;
  EvidenceId evidence_id;
  bool ended = false;
};

/// An activity as it is now, under the name that another system gave it.
struct NamedActivity : Activity {
  std::optional<std::string> source;
  std::optional<std::string> external_id;
};

/// Where we know an activity from. `source`: none: somebody logged it by hand.
struct ActivitySource {
  ActivityId activity_id;
  std::optional<std::string> source;
  Instant occurred_at;
  std::optional<std::int64_t> duration_s;
};

/// Whose calls, and when they began, both ends included.
struct CallsAsked {
  RepId rep_id;
  ContactId contact_id;
  Instant from;
  Instant to;
};

class EvidenceStore {
 public:
  virtual ~EvidenceStore() = default;

  [[nodiscard]] virtual Result<void> add(const CallEvidence& evidence, Instant stored_at) = 0;
  [[nodiscard]] virtual Result<void> end(const EvidenceEnd& end, Instant stored_at) = 0;

  /// Only what has not ended, in these three.
  [[nodiscard]] virtual Result<std::optional<CallEvidence>> find(EvidenceId evidence_id) = 0;
  [[nodiscard]] virtual Result<std::optional<CallEvidence>> of_record(ActivityId record_id) = 0;
  [[nodiscard]] virtual Result<std::vector<CallEvidence>> all() = 0;

  /// In no order.
  [[nodiscard]] virtual Result<std::vector<KeyedEvidence>> by_keys(const std::string& source,
                                                                   const std::vector<std::string>& external_ids) = 0;
  /// Calls that are not voided, as they are now, and that no record tells of yet: those that were logged by hand, and
  /// those that are records.
  [[nodiscard]] virtual Result<std::vector<NamedActivity>> logged_calls(const CallsAsked& asked) = 0;
  [[nodiscard]] virtual Result<std::vector<NamedActivity>> recorded_calls(const CallsAsked& asked) = 0;

  /// Of these activities, each with the first source first.
  [[nodiscard]] virtual Result<std::map<ActivityId, std::vector<ActivitySource>>> sources_of(
      const std::vector<ActivityId>& activities) = 0;
};

}  // namespace paceline
