// SPDX-License-Identifier: Apache-2.0
// ActivityStore on SQL: `activity` and `activity_change` hold the facts, `activity_now` what they amount to.
#pragma once

#include <span>

#include "app/ports/activity_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlActivityStore : public ActivityStore {
 public:
  explicit SqlActivityStore(const OrgScope& scope) : scope_(scope) {}

  Result<std::vector<Kind>> kinds() override;
  Result<void> put_kind(const Kind& kind) override;
  Result<void> add(const std::vector<NewActivity>& activities) override;
  Result<void> add_change(const ActivityChange& change, const Activity& now, Instant stored_at) override;
  Result<std::optional<Activity>> find_fact(ActivityId activity_id) override;
  Result<std::optional<Activity>> find_fact_by_key(const EvidenceKey& key) override;
  Result<std::vector<KeyedActivity>> now_by_keys(const std::string& source,
                                                 const std::vector<std::string>& external_ids) override;
  Result<std::vector<Activity>> now_by_ids(const std::vector<ActivityId>& activities) override;
  Result<std::set<ActivityId>> voided_for(const std::string& reason,
                                          const std::vector<ActivityId>& activities) override;
  Result<std::map<ActivityId, Attributes>> attributes_of(const std::vector<ActivityId>& activities) override;
  Result<std::optional<std::string>> note_of(ActivityId activity_id) override;
  Result<std::vector<ActivityChange>> changes_of(ActivityId activity_id) override;
  Result<std::int64_t> how_many_on(RepId rep_id, Day day) override;
  Result<std::map<RepId, Day>> first_days_of(const std::vector<RepId>& reps, Instant as_of) override;
  Result<std::vector<Activity>> of_period(RepId rep_id, Period period) override;
  Result<std::vector<Activity>> of_period_as_of(RepId rep_id, Period period, Instant as_of) override;
  Result<std::vector<Activity>> of_period_with_contact(RepId rep_id, Period period, ContactId contact_id) override;
  Result<std::vector<Activity>> of_period_with_account(RepId rep_id, Period period, AccountId account_id) override;
  Result<std::vector<Activity>> with_contacts_of(RepId rep_id, Period period, Instant from, Instant to) override;
  Result<std::vector<Activity>> with_contact(ContactId contact_id, Instant from, Instant to) override;
  Result<std::vector<Activity>> newest_with(ContactId contact_id, int limit) override;
  Result<std::vector<Activity>> newest_with(AccountId account_id, int limit) override;
  Result<std::vector<ActivityGroup>> groups(const GroupQuestion& question) override;
  Result<std::vector<ActivityRow>> page(const ActivityPage& page) override;
  Result<std::optional<ActivityRow>> row(ActivityId activity_id) override;

 private:
  [[nodiscard]] Result<void> add_some(std::span<const NewActivity> activities);
  [[nodiscard]] Result<std::vector<Activity>> newest(const ActivityPage& page);
  [[nodiscard]] Result<std::vector<Activity>> newest_as_of(const ActivityPage& page);
  [[nodiscard]] Result<std::vector<ActivityRow>> named(std::vector<Activity> activities);

  const OrgScope& scope_;
};

}  // namespace paceline::store
