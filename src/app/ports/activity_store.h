// SPDX-License-Identifier: Apache-2.0
// Activities and their changes, as they are stored: facts that are only added, and their projection as of now.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "activity/activity.h"
#include "activity/kind.h"
#include "app/ports/evidence_key.h"
#include "base/period.h"

namespace paceline {

/// What stands beside an activity when it is stored.
struct Intake {
  std::optional<EvidenceKey> key;
  std::optional<std::string> note;  ///< personal, stands apart and can be erased
  UserId actor_id;
  Instant stored_at;
  Attributes attributes;
};

/// An activity as it is now, under the name that another system gave it.
struct KeyedActivity : Activity {
  std::string external_id;
};

struct NewActivity {
  Activity activity;
  Intake intake;
};

/// An activity with the names that a list shows.
struct ActivityRow {
  Activity activity;
  std::string rep_email;
  std::string rep_name;
  std::optional<std::string> contact_name;
  std::optional<std::string> account_name;
};

struct ActivityPage {
  RepId rep_id;
  Period period;
  std::optional<Instant> as_of;                          ///< none: now
  std::optional<std::pair<Instant, ActivityId>> before;  ///< only older than this one
  int limit = 50;
};

/// How many activities of a rep share a word and an outcome.
struct ActivityGroup {
  std::string value;  ///< of the attribute; or the day, as its count
  std::optional<std::string> outcome;
  std::int64_t count = 0;
};

struct GroupQuestion {
  RepId rep_id;
  Period period;
  std::optional<std::string> kind;       ///< none: each
  std::optional<std::string> attribute;  ///< by its values; none: by day
};

class ActivityStore {
 public:
  virtual ~ActivityStore() = default;

  /// The built-in kinds, then those that the company added.
  [[nodiscard]] virtual Result<std::vector<Kind>> kinds() = 0;
  /// Puts the company's kind, or its outcomes for a built-in kind, in place of what it had.
  [[nodiscard]] virtual Result<void> put_kind(const Kind& kind) = 0;

  [[nodiscard]] virtual Result<void> add(const std::vector<NewActivity>& activities) = 0;
  [[nodiscard]] virtual Result<void> add_change(const ActivityChange& change, const Activity& now,
                                                Instant stored_at) = 0;

  /// As it was first stored, without its changes.
  [[nodiscard]] virtual Result<std::optional<Activity>> find_fact(ActivityId activity_id) = 0;
  [[nodiscard]] virtual Result<std::optional<Activity>> find_fact_by_key(const EvidenceKey& key) = 0;
  /// As they are now; in no order.
  [[nodiscard]] virtual Result<std::vector<KeyedActivity>> now_by_keys(
      const std::string& source, const std::vector<std::string>& external_ids) = 0;
  /// Those of these that are there; in no order.
  [[nodiscard]] virtual Result<std::vector<Activity>> now_by_ids(const std::vector<ActivityId>& activities) = 0;
  /// Those of these that were voided for this reason.
  [[nodiscard]] virtual Result<std::set<ActivityId>> voided_for(const std::string& reason,
                                                                const std::vector<ActivityId>& activities) = 0;
  /// Of these activities; who has none is left out.
  [[nodiscard]] virtual Result<std::map<ActivityId, Attributes>> attributes_of(
      const std::vector<ActivityId>& activities) = 0;
  [[nodiscard]] virtual Result<std::optional<std::string>> note_of(ActivityId activity_id) = 0;
  [[nodiscard]] virtual Result<std::vector<ActivityChange>> changes_of(ActivityId activity_id) = 0;

  /// The first day on which each of these reps did anything, as it was known at a moment; who never did is left out.
  [[nodiscard]] virtual Result<std::map<RepId, Day>> first_days_of(const std::vector<RepId>& reps, Instant as_of) = 0;
  /// Of a day that is known exactly, and not voided, as it is now.
  [[nodiscard]] virtual Result<std::int64_t> how_many_on(RepId rep_id, Day day) = 0;
  /// As they are now, oldest first.
  [[nodiscard]] virtual Result<std::vector<Activity>> of_period(RepId rep_id, Period period) = 0;
  /// As they were known at a moment, oldest first.
  [[nodiscard]] virtual Result<std::vector<Activity>> of_period_as_of(RepId rep_id, Period period, Instant as_of) = 0;
  /// Those of the rep with one contact, or with one account, as they are now.
  [[nodiscard]] virtual Result<std::vector<Activity>> of_period_with_contact(RepId rep_id, Period period,
                                                                             ContactId contact_id) = 0;
  [[nodiscard]] virtual Result<std::vector<Activity>> of_period_with_account(RepId rep_id, Period period,
                                                                             AccountId account_id) = 0;
  /// Those of anybody with a contact that the rep had an activity with in the period, which happened from `from` on and
  /// before `to`, as they are now; by contact, then by time.
  [[nodiscard]] virtual Result<std::vector<Activity>> with_contacts_of(RepId rep_id, Period period, Instant from,
                                                                       Instant to) = 0;
  /// Those with one contact that happened from `from` on and before `to`, by any rep, as they are now.
  [[nodiscard]] virtual Result<std::vector<Activity>> with_contact(ContactId contact_id, Instant from, Instant to) = 0;

  /// By any rep, as they are now, the newest first, without those that are voided.
  [[nodiscard]] virtual Result<std::vector<Activity>> newest_with(ContactId contact_id, int limit) = 0;
  [[nodiscard]] virtual Result<std::vector<Activity>> newest_with(AccountId account_id, int limit) = 0;

  /// Those that are not voided, as they are now; in no order.
  [[nodiscard]] virtual Result<std::vector<ActivityGroup>> groups(const GroupQuestion& question) = 0;

  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<ActivityRow>> page(const ActivityPage& page) = 0;
  [[nodiscard]] virtual Result<std::optional<ActivityRow>> row(ActivityId activity_id) = 0;
};

}  // namespace paceline
