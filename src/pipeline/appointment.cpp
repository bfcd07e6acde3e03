// SPDX-License-Identifier: Apache-2.0
#include "pipeline/appointment.h"

namespace paceline {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60;

void place(AppointmentNow& now, const AppointmentFact& fact) {
  now.starts_at = *fact.starts_at;
  now.zone = *fact.zone;
  now.minutes = *fact.minutes;
  now.ends_at = now.starts_at.plus_seconds(now.minutes * kSecondsPerMinute);
}

void end(AppointmentNow& now, const AppointmentFact& fact, AppointmentState state) {
  now.state = state;
  now.activity_id = fact.activity_id;
  now.joined = false;
  now.outcome = fact.outcome;
  now.reason = fact.reason;
}

void follow(AppointmentNow& now, const AppointmentFact& fact) {
  switch (fact.kind) {
    case AppointmentFactKind::set: place(now, fact); break;
    case AppointmentFactKind::moved:
      place(now, fact);
      ++now.moves;
      break;
    case AppointmentFactKind::held: end(now, fact, AppointmentState::held); break;
    case AppointmentFactKind::no_show: end(now, fact, AppointmentState::no_show); break;
    case AppointmentFactKind::cancelled: end(now, fact, AppointmentState::cancelled); break;
    case AppointmentFactKind::reopened: end(now, fact, AppointmentState::set); break;
    case AppointmentFactKind::outcome: now.outcome = fact.outcome; break;
    case AppointmentFactKind::joined:
      now.activity_id = fact.activity_id;
      now.joined = true;
      break;
    case AppointmentFactKind::given: now.rep_id = *fact.rep_id; break;
  }
  now.changed_at = fact.known_at;
  now.version = fact.seq;
}

}  // namespace

std::optional<AppointmentNow> appointment_as_of(const Appointment& appointment, std::span<const AppointmentFact> facts,
                                                Instant as_of) {
  if (facts.empty() || as_of < facts.front().known_at) return std::nullopt;
  AppointmentNow now;
  now.appointment_id = appointment.appointment_id;
  now.rep_id = appointment.rep_id;
  for (const AppointmentFact& fact : facts) {
    if (as_of < fact.known_at) break;
    follow(now, fact);
  }
  // Why it was set without all answers, or taken back, is in its history.
  if (now.state == AppointmentState::set) now.reason.reset();
  return now;
}

bool needs_outcome(const AppointmentNow& now, Instant moment) {
  if (moment < now.ends_at) return false;
  const bool held_without = now.state == AppointmentState::held && !now.outcome;
  return now.state == AppointmentState::set || held_without;
}

std::vector<QualificationQuestion> questions_never_asked(const OpportunityNow& opportunity) {
  std::vector<QualificationQuestion> missing;
  for (const QualificationAnswer& answer : opportunity.answers) {
    if (answer.seq == 0) missing.push_back(answer.question);
  }
  return missing;
}

}  // namespace paceline
