// SPDX-License-Identifier: Apache-2.0
#include "app/edit_appointment.h"

#include <algorithm>

#include "app/change_activity.h"
#include "app/join_appointments.h"
#include "app/latest_told.h"
#include "app/opportunity_now.h"
#include "app/turns.h"
#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestAppointmentText = 2'000;
constexpr std::string_view kTakenBack = "appointment.taken_back";
constexpr std::string_view kOutcomeTold = "appointment.outcome";

auto one_refusal(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

/// Collects faults of what is told of an appointment.
class AppointmentFaults {
 public:
  void refuse(Fault fault, std::string code, std::string pointer, std::string detail = {}) {
    faults_.push_back({fault, std::move(code), std::move(pointer), std::move(detail)});
  }
  void check_minutes(std::int64_t minutes) {
    if (minutes < kShortestAppointmentMinutes || minutes > kLongestAppointmentMinutes)
      refuse(Fault::invalid, "appointment.minutes.out_of_range", "/minutes", "5 to 1440");
  }
  /// With the longest one, so that the end has a text, too.
  void check_beginning(Instant starts_at) {
    if (kLastInstant.plus_seconds(-kLongestAppointmentMinutes * 60) < starts_at)
      refuse(Fault::invalid, "instant.out_of_range", "/starts_at");
  }
  void check_zone(Instant starts_at, const std::string& zone, const Zones& zones) {
    if (const auto local = zones.local(starts_at, zone); !local) refuse(Fault::invalid, local.error().code, "/zone");
  }
  void check_text(const std::optional<std::string>& text, const char* pointer) {
    const bool fits = !text || is_plain_text(*text, kLongestAppointmentText);
    if (!fits) refuse(Fault::invalid, "appointment.text.not_allowed", pointer);
  }
  void check_known_at(const std::optional<Instant>& known_at, Instant last, Instant now) {
    if (!known_at) return;
    if (latest_told(now) < *known_at) refuse(Fault::invalid, "appointment.known_at.in_future", "/known_at");
    if (*known_at < last) refuse(Fault::conflict, "appointment.known_at.before_last", "/known_at", to_text(last));
  }
  void add(Errors faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }
  [[nodiscard]] bool empty() const { return faults_.empty(); }
  [[nodiscard]] Errors take() { return std::move(faults_); }

 private:
  Errors faults_;
};

/// Contact and account are the opportunity's when none is named; its questions must have been asked.
Result<void> take_over(AppointmentDraft& draft, AppointmentFaults& faults, Stores& stores) {
  const auto opportunity_id = draft.appointment.opportunity_id;
  if (!opportunity_id) return {};
  PACELINE_TRY(const auto now, opportunity_now(*opportunity_id, stores.opportunities));
  if (now.state == OpportunityState::voided) return fail(Fault::conflict, "opportunity.voided");
  if (!draft.appointment.contact_id) draft.appointment.contact_id = now.contact_id;
  if (!draft.appointment.account_id) draft.appointment.account_id = now.account_id;
  if (draft.unasked_reason) return {};
  for (const QualificationQuestion question : questions_never_asked(now))
    faults.refuse(Fault::conflict, "appointment.question.not_asked", "/unasked_reason",
                  std::string(enum_text(question)));
  return {};
}

Result<void> check_names(const Appointment& appointment, AppointmentFaults& faults, Stores& stores) {
  if (appointment.contact_id) {
    PACELINE_TRY(const auto contact, stores.contacts.find_contact(*appointment.contact_id));
    if (!contact) faults.refuse(Fault::invalid, "contact.unknown", "/contact_id");
  }
  if (appointment.account_id) {
    PACELINE_TRY(const auto account, stores.accounts.find(*appointment.account_id));
    if (!account) faults.refuse(Fault::invalid, "account.unknown", "/account_id");
  }
  if (!appointment.contact_id && !appointment.account_id && !appointment.opportunity_id)
    faults.refuse(Fault::invalid, "appointment.about.missing", "/contact_id");
  return {};
}

Result<void> tell_of(const KnownAppointment& known, Instant now, LedgerStore& ledger) {
  return ledger.tell("opportunity", known.now.rep_id, now);
}

/// One change of one appointment. REQUIRES: its turn, and those of its contact and rep, are taken.
class AppointmentChange {
 public:
  AppointmentChange(const Appointment& appointment, std::vector<AppointmentFact> facts, const AppointmentEdit& edit,
                    const EditContext& context, Stores& stores)
      : appointment_(appointment), facts_(std::move(facts)), edit_(edit), context_(context), stores_(stores) {
    now_ = *appointment_as_of(appointment_, facts_, facts_.back().known_at);
    known_at_ = edit.known_at.value_or(std::max(context.now, now_.changed_at));
  }

  Checked<KnownAppointment> make() {
    check();
    if (!faults_.empty()) return tl::unexpected(faults_.take());
    AppointmentFact& fact = add_fact(edit_.kind);
    fact.reason = edit_.reason;
    if (edit_.kind == AppointmentFactKind::moved) place(fact);
    if (edit_.kind == AppointmentFactKind::given) fact.rep_id = edit_.rep_id;
    if (now_.state == AppointmentState::held && ends_otherwise()) {
      if (const auto back = take_back(); !back) return tl::unexpected(back.error());
    }
    if (edit_.kind == AppointmentFactKind::held) {
      if (const auto held = hold(); !held) return tl::unexpected(held.error());
    }
    if (edit_.kind == AppointmentFactKind::outcome) {
      fact.outcome = edit_.outcome;
      if (const auto told = tell_outcome(*now_.activity_id); !told) return tl::unexpected(told.error());
    }
    return store();
  }

 private:
  [[nodiscard]] bool ends_otherwise() const {
    return edit_.kind == AppointmentFactKind::cancelled || edit_.kind == AppointmentFactKind::no_show ||
           edit_.kind == AppointmentFactKind::reopened;
  }
  AppointmentFact& add_fact(AppointmentFactKind kind) {
    AppointmentFact& fact = added_.emplace_back();
    fact.appointment_id = appointment_.appointment_id;
    fact.seq = now_.version + static_cast<std::int64_t>(added_.size());
    fact.kind = kind;
    fact.known_at = known_at_;
    fact.stored_at = context_.now;
    fact.actor_id = context_.actor.user_id;
    return fact;
  }

  void check() {
    faults_.check_known_at(edit_.known_at, now_.changed_at, context_.now);
    faults_.check_text(edit_.reason, "/reason");
    check_state();
    const bool has_reason = edit_.reason && !trimmed(*edit_.reason).empty();
    const bool takes_back = now_.state != AppointmentState::set && ends_otherwise();
    if ((edit_.kind == AppointmentFactKind::cancelled || takes_back) && !has_reason)
      faults_.refuse(Fault::invalid, "appointment.reason.missing", "/reason");
    if (edit_.kind == AppointmentFactKind::outcome && !edit_.outcome)
      faults_.refuse(Fault::invalid, "appointment.outcome.missing", "/outcome");
    const bool happened = edit_.kind == AppointmentFactKind::held || edit_.kind == AppointmentFactKind::no_show;
    if (happened && latest_told(known_at_) < now_.starts_at)
      faults_.refuse(Fault::conflict, "appointment.not_begun", {}, to_text(now_.starts_at));
    if (edit_.kind == AppointmentFactKind::moved) check_move();
  }
  void check_state() {
    const bool set = now_.state == AppointmentState::set;
    const bool held = now_.state == AppointmentState::held;
    const char* refusal = nullptr;
    switch (edit_.kind) {
      case AppointmentFactKind::moved:
      case AppointmentFactKind::given:
      case AppointmentFactKind::held: refusal = set ? nullptr : "appointment.ended"; break;
      case AppointmentFactKind::cancelled:
      case AppointmentFactKind::no_show: refusal = set || held ? nullptr : "appointment.ended"; break;
      case AppointmentFactKind::reopened: refusal = set ? "appointment.not_ended" : nullptr; break;
      case AppointmentFactKind::outcome: refusal = held && now_.activity_id ? nullptr : "appointment.not_held"; break;
      case AppointmentFactKind::set:
      case AppointmentFactKind::joined: PACELINE_ASSERT(false);
    }
    if (refusal != nullptr) faults_.refuse(Fault::conflict, refusal, {}, "it is " + std::string(enum_text(now_.state)));
  }
  void check_move() {
    AppointmentFact fact;
    place(fact);
    faults_.check_minutes(*fact.minutes);
    faults_.check_beginning(*fact.starts_at);
    faults_.check_zone(*fact.starts_at, *fact.zone, context_.zones);
    const bool same = *fact.starts_at == now_.starts_at && *fact.minutes == now_.minutes && *fact.zone == now_.zone;
    if (same) faults_.refuse(Fault::conflict, "appointment.move.same", "/starts_at");
  }
  void place(AppointmentFact& fact) const {
    fact.starts_at = edit_.starts_at.value_or(now_.starts_at);
    fact.zone = edit_.zone.value_or(now_.zone);
    fact.minutes = edit_.minutes.value_or(now_.minutes);
  }

  /// One that somebody else's hand voided already needs no second void.
  Checked<void> take_back() {
    if (now_.joined || !now_.activity_id) return {};
    auto voided = change_activity(context_.actor, {*now_.activity_id, true, {}, std::string(kTakenBack), known_at_},
                                  context_.now, context_.ids, stores_);
    if (!voided && voided.error().front().code != "activity.voided_already")
      return tl::unexpected(std::move(voided).error());
    return {};
  }

  Checked<void> hold() {
    const auto logged = logged_meeting({appointment_, now_}, stores_);
    if (!logged) return one_refusal(logged.error());
    added_.back().outcome = edit_.outcome;
    if (*logged) return hold_with(**logged);
    ActivityDraft draft;
    draft.rep_id = now_.rep_id;
    draft.contact_id = appointment_.contact_id;
    draft.kind = enum_text(appointment_.kind);
    draft.outcome = edit_.outcome;
    draft.duration_s = now_.minutes * 60;
    draft.occurred_at = now_.starts_at;
    draft.known_at = edit_.known_at;
    draft.key = EvidenceKey{std::string(kAppointmentSource),
                            to_text(appointment_.appointment_id) + '/' + std::to_string(added_.back().seq)};
    const auto activity = log_activity(context_.actor, draft, context_.now, context_.zones, context_.ids, stores_);
    if (!activity) return tl::unexpected(activity.error());
    added_.back().activity_id = activity->activity_id;
    return {};
  }

  Checked<void> hold_with(const Activity& logged) {
    if (!edit_.outcome) added_.back().outcome = logged.outcome;
    add_fact(AppointmentFactKind::joined).activity_id = logged.activity_id;
    if (!edit_.outcome || edit_.outcome == logged.outcome) return {};
    return tell_outcome(logged.activity_id);
  }

  /// The activity says the same as the appointment.
  Checked<void> tell_outcome(ActivityId activity_id) {
    auto corrected = change_activity(
        context_.actor, {activity_id, false, {{"outcome", edit_.outcome}}, std::string(kOutcomeTold), known_at_},
        context_.now, context_.ids, stores_);
    if (!corrected) return tl::unexpected(std::move(corrected).error());
    return {};
  }

  Checked<KnownAppointment> store() {
    facts_.insert(facts_.end(), added_.begin(), added_.end());
    const KnownAppointment known{appointment_, *appointment_as_of(appointment_, facts_, known_at_)};
    if (const auto stored = stores_.appointments.add_facts(added_, known.now); !stored)
      return one_refusal(stored.error());
    if (const auto told = tell_of(known, context_.now, stores_.ledger); !told) return one_refusal(told.error());
    return known;
  }

  const Appointment& appointment_;
  std::vector<AppointmentFact> facts_;
  const AppointmentEdit& edit_;
  const EditContext& context_;
  Stores& stores_;
  AppointmentNow now_;
  Instant known_at_;
  std::vector<AppointmentFact> added_;
  AppointmentFaults faults_;
};

/// What the second of two people is told.
Result<Error> appointment_changed(const AppointmentNow& now, const std::vector<AppointmentFact>& facts,
                                  PeopleStore& people) {
  PACELINE_TRY(const auto who, people.find_user(facts.back().actor_id));
  std::string detail = "version " + std::to_string(now.version) + ", " + std::string(enum_text(now.state)) + ", " +
                       to_text(now.starts_at) + ", changed by " + (who ? who->name : "system") + " at " +
                       to_text(now.changed_at);
  return Error{Fault::conflict, "appointment.changed", {}, std::move(detail)};
}

/// Whose it is by now.
Result<RepId> rep_of_appointment(const Appointment& appointment, Stores& stores) {
  PACELINE_TRY(const auto facts, stores.appointments.facts_of(appointment.appointment_id));
  return appointment_as_of(appointment, facts, facts.back().known_at)->rep_id;
}

std::set<ContactId> contacts_of_appointment(const Appointment& appointment) {
  return appointment.contact_id ? std::set{*appointment.contact_id} : std::set<ContactId>();
}

}  // namespace

Checked<KnownAppointment> set_appointment(const AppointmentDraft& asked, const EditContext& context, Stores& stores) {
  AppointmentDraft draft = asked;
  AppointmentFaults faults;
  faults.check_minutes(draft.minutes);
  faults.check_beginning(draft.starts_at);
  faults.check_zone(draft.starts_at, draft.zone, context.zones);
  faults.check_text(draft.text.purpose, "/purpose");
  faults.check_text(draft.text.place, "/place");
  faults.check_text(draft.unasked_reason, "/unasked_reason");
  faults.check_known_at(draft.known_at, Instant(), context.now);
  if (const auto taken = take_over(draft, faults, stores); !taken) return one_refusal(taken.error());
  if (const auto named = check_names(draft.appointment, faults, stores); !named) return one_refusal(named.error());
  if (!faults.empty()) return tl::unexpected(faults.take());
  Appointment appointment = draft.appointment;
  appointment.appointment_id = context.ids.make<AppointmentId>();
  AppointmentFact fact;
  fact.appointment_id = appointment.appointment_id;
  fact.seq = 1;
  fact.starts_at = draft.starts_at;
  fact.zone = draft.zone;
  fact.minutes = draft.minutes;
  fact.reason = draft.unasked_reason;
  fact.known_at = draft.known_at.value_or(context.now);
  fact.stored_at = context.now;
  fact.actor_id = context.actor.user_id;
  const std::vector<AppointmentFact> facts{fact};
  const KnownAppointment known{appointment, *appointment_as_of(appointment, facts, fact.known_at)};
  if (const auto added = stores.appointments.add(appointment, draft.text, fact, known.now); !added)
    return one_refusal(added.error());
  if (const auto told = tell_of(known, context.now, stores.ledger); !told) return one_refusal(told.error());
  return known;
}

Checked<KnownAppointment> edit_appointment(AppointmentId appointment_id, const AppointmentEdit& edit,
                                           const EditContext& context, Stores& stores) {
  const auto appointment = stores.appointments.find(appointment_id);
  if (!appointment) return one_refusal(appointment.error());
  if (!*appointment) return one_refusal({Fault::not_found, "appointment.not_found", {}, {}});
  const auto rep_id = rep_of_appointment(**appointment, stores);
  if (!rep_id) return one_refusal(rep_id.error());
  // In the same order as who logs a meeting: contact, rep, appointment. Giving it away touches no meeting.
  if (edit.kind != AppointmentFactKind::given) {
    const auto turns = take_turns(contacts_of_appointment(**appointment), {*rep_id}, stores);
    if (!turns) return one_refusal(turns.error());
  }
  if (const auto turn = stores.appointments.take_turn_of(appointment_id); !turn) return one_refusal(turn.error());
  auto facts = stores.appointments.facts_of(appointment_id);
  if (!facts) return one_refusal(facts.error());
  const auto now = appointment_as_of(**appointment, *facts, facts->back().known_at);
  const bool given_meanwhile = now->rep_id != *rep_id;
  if (given_meanwhile || (edit.seen_version && *edit.seen_version != now->version)) {
    auto changed = appointment_changed(*now, *facts, stores.people);
    return one_refusal(changed ? *std::move(changed) : changed.error());
  }
  return AppointmentChange(**appointment, *std::move(facts), edit, context, stores).make();
}

Result<std::int64_t> give_coming_appointments(const std::vector<KnownAppointment>& known, const GivenOn& given,
                                              const EditContext& context, Stores& stores) {
  AppointmentEdit edit;
  edit.kind = AppointmentFactKind::given;
  edit.rep_id = given.to;
  std::int64_t count = 0;
  for (const KnownAppointment& each : known) {
    const bool coming = each.now.state == AppointmentState::set && context.now <= each.now.starts_at;
    if (!coming || each.now.rep_id != given.from) continue;
    if (const auto handed = edit_appointment(each.now.appointment_id, edit, context, stores); !handed)
      return tl::unexpected(handed.error().front());
    ++count;
  }
  return count;
}

}  // namespace paceline
