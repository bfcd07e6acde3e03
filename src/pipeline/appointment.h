// SPDX-License-Identifier: Apache-2.0
// An appointment is the sum of its facts, numbered 1, 2, 3 in the order in which they became known.
//
// The first fact sets it; others move it, say how it ended (held, no-show, cancelled), or take an end back. The number
// of the last one is the version by which two people who change the same appointment notice each other. What is held is
// the evidence of one activity: its own, or the one that somebody logged by hand (joined).
// Worked example (tests/pipeline/appointment_test.cpp): set on Monday for Wednesday 10:00, moved on Tuesday to Thursday
// 11:00, held: on Monday evening it is for Wednesday and was never moved, now it is held, on Thursday, moved once.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>

#include "pipeline/opportunity.h"

namespace paceline {

using AppointmentId = Id<struct AppointmentTag>;

/// Each is also the kind of the activity that it becomes when it is held.
BOOST_DEFINE_ENUM_CLASS(AppointmentKind, meeting, visit, demo)
BOOST_DEFINE_ENUM_CLASS(AppointmentState, set, held, no_show, cancelled)
/// reopened: an end is taken back. outcome: what came of a held one. joined: the activity is one that was logged by
/// hand. given: it is another rep's from then on.
BOOST_DEFINE_ENUM_CLASS(AppointmentFactKind, set, moved, held, no_show, cancelled, reopened, outcome, joined, given)

inline constexpr std::int64_t kShortestAppointmentMinutes = 5;
inline constexpr std::int64_t kLongestAppointmentMinutes = 1'440;

/// What never changes of it.
struct Appointment {
  AppointmentId appointment_id;
  AppointmentKind kind = AppointmentKind::meeting;
  std::optional<ContactId> contact_id;
  std::optional<AccountId> account_id;
  std::optional<OpportunityId> opportunity_id;
  RepId rep_id;  ///< for whom it was set; whose it is by now stands in AppointmentNow
};

/// One fact. Which members it has follows from its kind; the others are absent.
struct AppointmentFact {
  AppointmentId appointment_id;
  std::int64_t seq = 0;
  AppointmentFactKind kind = AppointmentFactKind::set;
  std::optional<Instant> starts_at;       ///< of set and moved
  std::optional<std::string> zone;        ///< the same: an IANA name, in which it was agreed
  std::optional<std::int64_t> minutes;    ///< the same
  std::optional<ActivityId> activity_id;  ///< of held and joined
  std::optional<std::string> outcome;     ///< of held and outcome
  std::optional<std::string> reason;      ///< of set: why it was set although not all was asked
  std::optional<RepId> rep_id;            ///< of given
  Instant known_at;
  Instant stored_at;
  UserId actor_id;  ///< 0: the system
};

/// What the facts make of it at a moment.
struct AppointmentNow {
  AppointmentId appointment_id;
  RepId rep_id;
  AppointmentState state = AppointmentState::set;
  Instant starts_at;
  Instant ends_at;
  std::string zone;
  std::int64_t minutes = 0;
  std::int64_t moves = 0;
  std::optional<ActivityId> activity_id;  ///< of a held one
  bool joined = false;                    ///< the activity was logged by hand
  std::optional<std::string> outcome;
  std::optional<std::string> reason;  ///< of its end
  Instant changed_at;                 ///< when the last fact became known
  std::int64_t version = 0;
  friend bool operator==(const AppointmentNow&, const AppointmentNow&) = default;
};

/// None: nobody knew of it then. REQUIRES: facts of this appointment in order of seq, the first one sets it.
[[nodiscard]] std::optional<AppointmentNow> appointment_as_of(const Appointment& appointment,
                                                              std::span<const AppointmentFact> facts, Instant as_of);

/// It is over at the moment, and nobody said how it ended or what came of it.
[[nodiscard]] bool needs_outcome(const AppointmentNow& now, Instant moment);

/// The questions that nobody has put yet. An answer "unknown" was asked for: it is visible, and does not stand here.
[[nodiscard]] std::vector<QualificationQuestion> questions_never_asked(const OpportunityNow& opportunity);

}  // namespace paceline
