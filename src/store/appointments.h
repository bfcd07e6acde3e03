// SPDX-License-Identifier: Apache-2.0
// AppointmentStore on SQL.
#pragma once

#include "app/ports/appointment_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlAppointmentStore : public AppointmentStore {
 public:
  explicit SqlAppointmentStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const Appointment& appointment, const AppointmentText& text, const AppointmentFact& fact,
                   const AppointmentNow& now) override;
  Result<void> add_facts(const std::vector<AppointmentFact>& facts, const AppointmentNow& now) override;
  Result<bool> take_turn_of(AppointmentId appointment_id) override;
  Result<std::optional<Appointment>> find(AppointmentId appointment_id) override;
  Result<std::vector<AppointmentFact>> facts_of(AppointmentId appointment_id) override;
  Result<std::map<AppointmentId, AppointmentText>> texts_of(const std::vector<AppointmentId>& appointments) override;
  Result<std::optional<AppointmentId>> of_activity(ActivityId activity_id) override;
  Result<std::vector<KnownAppointment>> of_rep(RepId rep_id, Instant from, Instant to) override;
  Result<std::vector<KnownAppointment>> of_opportunity(OpportunityId opportunity_id) override;
  Result<std::vector<KnownAppointment>> with_contact(ContactId contact_id) override;
  Result<std::vector<KnownAppointment>> with_account(AccountId account_id) override;
  Result<std::vector<KnownAppointment>> all_as_of(Instant as_of) override;
  Result<std::vector<KnownAppointment>> all_now() override;
  Result<std::vector<CalendarFeed>> feeds() override;
  Result<void> add_feed(CalendarFeedId feed_id, UserId user_id, std::string_view fingerprint, Instant at) override;
  Result<bool> revoke_feeds_of(UserId user_id, Instant at) override;
  Result<std::optional<Instant>> feed_made_at(UserId user_id) override;
  Result<std::optional<UserId>> user_of_feed(std::string_view fingerprint) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
