// SPDX-License-Identifier: Apache-2.0
// The rows of a file as drafts of activities: names become ids, dates become moments, and the one who imports must be
// allowed to log for each rep.
//
// A date without a time is the rep's own day. When a fact could be known is, unless the file says so: at its moment; of
// a day or a month, when that was over; never later than now.
#pragma once

#include <map>

#include "app/log_activity.h"
#include "app/ports/import_store.h"

namespace paceline {

class ImportDrafts {
 public:
  /// `zone`: of dates in the file.
  ImportDrafts(const Actor& actor, const Import& entry, std::string zone, Instant now, const Zones& zones,
               Stores& stores)
      : actor_(actor), entry_(entry), zone_(std::move(zone)), now_(now), zones_(zones), stores_(stores) {}

  /// Faults at the members of an activity ("/rep"): "activity.rep.not_found", "contact.key.unknown",
  /// "activity.direction.unknown", "access.forbidden", "access.monitoring", "import.value.missing" at "/occurred_at".
  [[nodiscard]] Checked<ActivityDraft> draft_of(const FileRow& row, EvidenceKey key);

 private:
  [[nodiscard]] Result<User> rep_of(const ActivityCells& cells);
  [[nodiscard]] Result<User> find_rep(const std::optional<std::string>& email);
  [[nodiscard]] Result<ContactId> contact_of(const std::string& key);
  [[nodiscard]] Result<ContactId> find_contact(const std::string& key);
  [[nodiscard]] Result<Whose> relation_to_user(UserId user_id);
  [[nodiscard]] Result<void> set_times(const ActivityCells& cells, const User& rep, ActivityDraft& draft) const;

  const Actor& actor_;
  const Import& entry_;
  std::string zone_;
  Instant now_;
  const Zones& zones_;
  Stores& stores_;
  std::map<std::string, Result<User>> reps_;  ///< by address; empty: of rows that name none
  std::map<std::string, Result<ContactId>> contacts_;
};

}  // namespace paceline
