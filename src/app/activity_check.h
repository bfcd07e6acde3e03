// SPDX-License-Identifier: Apache-2.0
// Checks many drafts of one transaction as check_activity() checks one: what they have in common (the kinds, a rep, a
// contact) is read once.
#pragma once

#include <map>

#include "app/log_activity.h"

namespace paceline {

/// More than a person does, or a dialling machine: each of them is read when the day is counted again.
inline constexpr std::int64_t kMostOfRepDay = 20'000;

/// Has a rep's day that holds so many room for one more? Returns conflict "activity.day.full" when not.
[[nodiscard]] Result<void> check_room(std::int64_t on_day);

class ActivityCheck {
 public:
  ActivityCheck(Instant now, const Zones& zones, PeopleStore& people, ContactStore& contacts, ActivityStore& activities)
      : now_(now), zones_(zones), people_(people), contacts_(contacts), activities_(activities) {}
  ActivityCheck(Instant now, const Zones& zones, Stores& stores)
      : ActivityCheck(now, zones, stores.people, stores.contacts, stores.activities) {}

  /// All faults at once: those of check_activity().
  [[nodiscard]] Checked<Activity> check(const ActivityDraft& draft);
  /// As check_room() for one that is going to be stored: what is known already needs no room of its day, and what took
  /// room here before counts, too.
  [[nodiscard]] Result<void> take_room(const Activity& activity);

 private:
  struct KnownContact {
    Contact contact;
    std::vector<SegmentFrom> segments;  ///< of the account
  };
  [[nodiscard]] Result<const std::vector<Kind>*> kinds();
  /// Null: there is none. So with contacts.
  [[nodiscard]] Result<const User*> rep(RepId rep_id);
  [[nodiscard]] Result<const KnownContact*> contact(ContactId contact_id);

  Instant now_;
  const Zones& zones_;
  PeopleStore& people_;
  ContactStore& contacts_;
  ActivityStore& activities_;
  std::optional<std::vector<Kind>> kinds_;
  std::map<RepId, std::optional<User>> reps_;
  std::map<ContactId, std::optional<KnownContact>> contacts_known_;
  std::map<std::pair<RepId, Day>, std::int64_t> on_day_;
};

}  // namespace paceline
