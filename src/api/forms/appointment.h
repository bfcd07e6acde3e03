// SPDX-License-Identifier: Apache-2.0
// Appointments, and the times that are free for one.
#pragma once

#include "api/forms/next_step.h"
#include "pipeline/appointment.h"

namespace paceline::api::form {

struct Appointment {
  AppointmentId appointment_id;
  AppointmentKind kind = AppointmentKind::meeting;
  AppointmentState state = AppointmentState::set;
  Owner rep;
  std::optional<ContactName> contact;
  std::optional<AccountName> account;
  std::optional<OpportunityId> opportunity_id;
  Instant starts_at;
  Instant ends_at;
  std::string zone;  ///< in which it was agreed
  std::int64_t minutes = 0;
  std::optional<std::string> purpose;
  std::optional<std::string> place;
  std::int64_t moves = 0;
  std::optional<std::string> outcome;
  std::optional<std::string> reason;      ///< of its end
  std::optional<ActivityId> activity_id;  ///< what a held one counts as
  bool joined = false;                    ///< the activity was logged by hand
  bool needs_outcome = false;             ///< it is over, and nobody said how it ended or what came of it
  std::int64_t version = 0;               ///< goes back as If-Match
  Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Appointment, (),
                      (appointment_id, kind, state, rep, contact, account, opportunity_id, starts_at, ends_at, zone,
                       minutes, purpose, place, moves, outcome, reason, activity_id, joined, needs_outcome, version,
                       changed_at))

/// One fact of the history.
struct AppointmentEvent {
  std::int64_t seq = 0;
  AppointmentFactKind kind = AppointmentFactKind::set;
  std::optional<Instant> starts_at;
  std::optional<std::string> zone;
  std::optional<std::int64_t> minutes;
  std::optional<ActivityId> activity_id;
  std::optional<std::string> outcome;
  std::optional<std::string> reason;
  std::optional<Owner> rep;  ///< to whom it was given
  Instant known_at;
  std::optional<Owner> actor;  ///< absent: the system
};
BOOST_DESCRIBE_STRUCT(AppointmentEvent, (),
                      (seq, kind, starts_at, zone, minutes, activity_id, outcome, reason, rep, known_at, actor))

struct AppointmentsQuery : MomentPageQuery {
  std::optional<ShortText> rep;              ///< absent: the acting user, or whoever has the opportunity's
  std::optional<OpportunityId> opportunity;  ///< only those of it
  std::optional<Instant> from;               ///< only those that end later
  std::optional<Instant> to;                 ///< only those that begin earlier
  std::optional<AppointmentState> state;     ///< absent: each
  std::optional<bool> needs_outcome;         ///< true: only those
};
BOOST_DESCRIBE_STRUCT(AppointmentsQuery, (MomentPageQuery), (rep, opportunity, from, to, state, needs_outcome))

struct NewAppointment {
  std::optional<ShortText> rep;         ///< absent: the opportunity's, or the acting user
  std::optional<AppointmentKind> kind;  ///< absent: meeting
  std::optional<ContactId> contact_id;  ///< absent: the opportunity's
  std::optional<AccountId> account_id;  ///< the same
  std::optional<OpportunityId> opportunity_id;
  Instant starts_at;
  std::optional<ShortText> zone;        ///< absent: the rep's
  std::optional<std::int64_t> minutes;  ///< 5 to 1440; absent: 60
  std::optional<Remark> purpose;
  std::optional<Remark> place;           ///< an address, a room, a link
  std::optional<Remark> unasked_reason;  ///< why it is set although not every question was asked
  std::optional<Instant> known_at;       ///< absent: now
};
BOOST_DESCRIBE_STRUCT(NewAppointment, (),
                      (rep, kind, contact_id, account_id, opportunity_id, starts_at, zone, minutes, purpose, place,
                       unasked_reason, known_at))

struct MoveAppointment {
  std::optional<Instant> starts_at;     ///< absent: as it was
  std::optional<ShortText> zone;        ///< the same
  std::optional<std::int64_t> minutes;  ///< the same
  std::optional<Remark> reason;
  std::optional<Instant> known_at;  ///< absent: now
};
BOOST_DESCRIBE_STRUCT(MoveAppointment, (), (starts_at, zone, minutes, reason, known_at))

struct EndAppointment {
  AppointmentState state = AppointmentState::held;  ///< held, no_show or cancelled
  std::optional<ShortText> outcome;                 ///< of a held one
  std::optional<Remark> reason;                     ///< of a cancelled one it is needed
  std::optional<NewNextStep> next_step;
  std::optional<Instant> known_at;  ///< absent: now
};
BOOST_DESCRIBE_STRUCT(EndAppointment, (), (state, outcome, reason, next_step, known_at))

struct ReopenAppointment {
  Remark reason;
  std::optional<Instant> known_at;  ///< absent: now
};
BOOST_DESCRIBE_STRUCT(ReopenAppointment, (), (reason, known_at))

struct AppointmentOutcome {
  ShortText outcome;
  std::optional<NewNextStep> next_step;
  std::optional<Instant> known_at;  ///< absent: now
};
BOOST_DESCRIBE_STRUCT(AppointmentOutcome, (), (outcome, next_step, known_at))

struct FreeTime {
  Instant starts_at;
  Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(FreeTime, (), (starts_at, ends_at))

struct FreeTimesQuery : Query {
  std::optional<ShortText> rep;         ///< absent: the acting user
  std::optional<Instant> from;          ///< absent: now
  std::optional<std::int64_t> days;     ///< how far to look, 1 to 60; absent: 14
  std::optional<std::int64_t> minutes;  ///< 5 to 1440; absent: 60
  std::optional<std::int64_t> most;     ///< 1 to 50; absent: 10
};
BOOST_DESCRIBE_STRUCT(FreeTimesQuery, (Query), (rep, from, days, minutes, most))

struct MadeCalendarFeed {
  std::string path;  ///< what a calendar program asks for, after the server's own address; shown once
};
BOOST_DESCRIBE_STRUCT(MadeCalendarFeed, (), (path))

/// Of one's own; the address itself is told once, when it is made.
struct CalendarFeedState {
  std::optional<Instant> made_at;  ///< none: there is no address
};
BOOST_DESCRIBE_STRUCT(CalendarFeedState, (), (made_at))

}  // namespace paceline::api::form
