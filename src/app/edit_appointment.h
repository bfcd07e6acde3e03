// SPDX-License-Identifier: Apache-2.0
// Sets appointments and says what became of them: moved, held, no-show, cancelled, what came of it, and back again.
//
// Each change is one fact, and what it does to activities happens in the same transaction. A held appointment becomes
// one activity, exactly once: a meeting that the rep logged by hand is that activity (join_appointments.h), else one is
// logged. Taking the end back voids the activity that the appointment logged, and leaves one that a person logged. Two
// people: whoever names the version that was seen is refused when there is a newer one, and told what it is now.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

struct AppointmentDraft {
  Appointment appointment;  ///< without its id
  AppointmentText text;
  Instant starts_at;
  std::string zone;
  std::int64_t minutes = 0;
  std::optional<std::string> unasked_reason;  ///< why it is set although not every question was asked
  std::optional<Instant> known_at;            ///< none: now
};

/// One change. Which members it has follows from its kind.
struct AppointmentEdit {
  AppointmentFactKind kind = AppointmentFactKind::moved;  ///< neither set nor joined
  std::optional<std::int64_t> seen_version;               ///< If-Match; none: whatever it is by now
  std::optional<Instant> starts_at;                       ///< of moved; none: as it was
  std::optional<std::string> zone;                        ///< the same
  std::optional<std::int64_t> minutes;                    ///< the same
  std::optional<std::string> outcome;                     ///< of held and outcome
  std::optional<std::string> reason;                      ///< of cancelled and reopened it is needed
  std::optional<RepId> rep_id;                            ///< of given
  std::optional<Instant> known_at;                        ///< none: now
};

/// All faults at once. Invalid "appointment.minutes.out_of_range", "instant.out_of_range" (the last day of all),
/// "appointment.text.not_allowed", "appointment.about.missing" (neither contact nor account nor opportunity),
/// "zone.unknown", "contact.unknown", "account.unknown", "appointment.known_at.in_future"; not_found
/// "opportunity.not_found"; conflict "opportunity.voided", "appointment.opportunity_of_another", and
/// "appointment.question.not_asked" once for each question of the opportunity that nobody asked, unless a reason is
/// given.
[[nodiscard]] Checked<KnownAppointment> set_appointment(const AppointmentDraft& draft, const EditContext& context,
                                                        Stores& stores);

/// All faults at once. Not_found "appointment.not_found". Conflict "appointment.changed", "appointment.ended" (it is
/// not set any more), "appointment.not_held", "appointment.not_ended", "appointment.move.same",
/// "appointment.not_begun". Invalid "appointment.reason.missing", "appointment.outcome.missing",
/// "appointment.known_at.before_last" and the codes of set_appointment() and of log_activity().
[[nodiscard]] Checked<KnownAppointment> edit_appointment(AppointmentId appointment_id, const AppointmentEdit& edit,
                                                         const EditContext& context, Stores& stores);

struct GivenOn {
  RepId from;
  RepId to;
};

/// Those of them that are set, still to come and the first rep's become the other's: what began before stays. Returns
/// how many.
[[nodiscard]] Result<std::int64_t> give_coming_appointments(const std::vector<KnownAppointment>& known,
                                                            const GivenOn& given, const EditContext& context,
                                                            Stores& stores);

}  // namespace paceline
