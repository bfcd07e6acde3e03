// SPDX-License-Identifier: Apache-2.0
// Appointments, as they are stored: facts that are only added, and what they make of each as of now.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/appointment.h"

namespace paceline {

using CalendarFeedId = Id<struct CalendarFeedTag>;

/// What may name people, apart from the facts.
struct AppointmentText {
  std::optional<std::string> purpose;
  std::optional<std::string> place;  ///< an address, a room, a link
};

/// An address under which a calendar program reads somebody's appointments.
struct CalendarFeed {
  CalendarFeedId feed_id;
  UserId user_id;
};

/// One as it is at a moment.
struct KnownAppointment {
  Appointment appointment;
  AppointmentNow now;
};

class AppointmentStore {
 public:
  virtual ~AppointmentStore() = default;

  [[nodiscard]] virtual Result<void> add(const Appointment& appointment, const AppointmentText& text,
                                         const AppointmentFact& fact, const AppointmentNow& now) = 0;
  /// `now`: what they make of it. Returns conflict "appointment.changed" when one of their numbers is taken.
  [[nodiscard]] virtual Result<void> add_facts(const std::vector<AppointmentFact>& facts,
                                               const AppointmentNow& now) = 0;

  /// Makes other writers of this one wait until this transaction ends; false: there is no such one.
  [[nodiscard]] virtual Result<bool> take_turn_of(AppointmentId appointment_id) = 0;
  [[nodiscard]] virtual Result<std::optional<Appointment>> find(AppointmentId appointment_id) = 0;
  /// In order of their number.
  [[nodiscard]] virtual Result<std::vector<AppointmentFact>> facts_of(AppointmentId appointment_id) = 0;
  /// Of these; who has none is left out.
  [[nodiscard]] virtual Result<std::map<AppointmentId, AppointmentText>> texts_of(
      const std::vector<AppointmentId>& appointments) = 0;
  /// The one whose evidence the activity is.
  [[nodiscard]] virtual Result<std::optional<AppointmentId>> of_activity(ActivityId activity_id) = 0;

  /// Those of the rep that end after `from` and begin before `to`, as they are now, by their beginning.
  [[nodiscard]] virtual Result<std::vector<KnownAppointment>> of_rep(RepId rep_id, Instant from, Instant to) = 0;
  /// As they are now, by their beginning.
  [[nodiscard]] virtual Result<std::vector<KnownAppointment>> of_opportunity(OpportunityId opportunity_id) = 0;
  /// The same, with the contact or with the account itself.
  [[nodiscard]] virtual Result<std::vector<KnownAppointment>> with_contact(ContactId contact_id) = 0;
  [[nodiscard]] virtual Result<std::vector<KnownAppointment>> with_account(AccountId account_id) = 0;
  /// Each as it was known then, in order of id.
  [[nodiscard]] virtual Result<std::vector<KnownAppointment>> all_as_of(Instant as_of) = 0;
  /// Each as the projection has it, in order of id.
  [[nodiscard]] virtual Result<std::vector<KnownAppointment>> all_now() = 0;

  /// Those that hold.
  [[nodiscard]] virtual Result<std::vector<CalendarFeed>> feeds() = 0;
  [[nodiscard]] virtual Result<void> add_feed(CalendarFeedId feed_id, UserId user_id, std::string_view fingerprint,
                                              Instant at) = 0;
  /// False when the user had none that holds.
  [[nodiscard]] virtual Result<bool> revoke_feeds_of(UserId user_id, Instant at) = 0;
  /// When the user's address was made; none: there is none that holds.
  [[nodiscard]] virtual Result<std::optional<Instant>> feed_made_at(UserId user_id) = 0;
  /// Whose it is, while it holds.
  [[nodiscard]] virtual Result<std::optional<UserId>> user_of_feed(std::string_view fingerprint) = 0;
};

}  // namespace paceline
