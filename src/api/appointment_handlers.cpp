// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/forms/appointment.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_edits.h"
#include "api/opportunity_forms.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/calendar_feeds.h"
#include "app/edit_appointment.h"
#include "app/offer_times.h"
#include "base/enum_text.h"
#include "pipeline/appointment_ics.h"

namespace paceline::api {
namespace {

constexpr std::int64_t kUsualMinutes = 60;
constexpr int kUsualOfferDays = 14;
constexpr std::size_t kUsualOffers = 10;
EditContext edit_context(const Call& call, const Backend& backend) {
  return {call.actor(), backend.clock.now(), backend.zones, backend.ids};
}

/// Appointments as JSON, with the names of whom they are about.
Result<std::vector<form::Appointment>> appointment_forms(const std::vector<KnownAppointment>& known, Instant moment,
                                                         Stores& stores) {
  std::vector<AppointmentId> ids;
  std::vector<AccountId> accounts;
  std::vector<ContactId> contacts;
  for (const KnownAppointment& each : known) {
    ids.push_back(each.appointment.appointment_id);
    if (each.appointment.account_id) accounts.push_back(*each.appointment.account_id);
    if (each.appointment.contact_id) contacts.push_back(*each.appointment.contact_id);
  }
  PACELINE_TRY(const auto texts, stores.appointments.texts_of(ids));
  PACELINE_TRY(auto account_names, stores.accounts.names_of(accounts));
  PACELINE_TRY(auto contact_names, stores.accounts.contact_names_of(contacts));
  PACELINE_TRY(const auto users, stores.people.users());
  std::map<UserId, std::string> names;
  for (const User& user : users) names.emplace(user.user_id, user.name);
  std::vector<form::Appointment> forms;
  forms.reserve(known.size());
  for (const auto& [appointment, now] : known) {
    form::Appointment form;
    form.appointment_id = appointment.appointment_id;
    form.kind = appointment.kind;
    form.state = now.state;
    form.rep = {now.rep_id, names[now.rep_id]};
    if (appointment.contact_id) form.contact = {*appointment.contact_id, contact_names[*appointment.contact_id]};
    if (appointment.account_id) form.account = {*appointment.account_id, account_names[*appointment.account_id]};
    form.opportunity_id = appointment.opportunity_id;
    form.starts_at = now.starts_at;
    form.ends_at = now.ends_at;
    form.zone = now.zone;
    form.minutes = now.minutes;
    if (const auto text = texts.find(appointment.appointment_id); text != texts.end()) {
      form.purpose = text->second.purpose;
      form.place = text->second.place;
    }
    form.moves = now.moves;
    form.outcome = now.outcome;
    form.reason = now.reason;
    form.activity_id = now.activity_id;
    form.joined = now.joined;
    form.needs_outcome = needs_outcome(now, moment);
    form.version = now.version;
    form.changed_at = now.changed_at;
    forms.push_back(std::move(form));
  }
  return forms;
}

Result<form::Appointment> appointment_form(const KnownAppointment& known, Instant moment, Stores& stores) {
  PACELINE_TRY(auto forms, appointment_forms({known}, moment, stores));
  return std::move(forms.front());
}

Response with_appointment_version(const Call& call, const form::Appointment& form) {
  Response response = answer_with(call, form);
  response.headers.emplace_back("ETag", '"' + std::to_string(form.version) + '"');
  return response;
}

/// The one of the path, as it is now, when the caller may do this with its rep's.
Result<KnownAppointment> appointment_of(Right right, const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<AppointmentId>("appointment"));
  PACELINE_TRY(const auto appointment, stores.appointments.find(id));
  if (!appointment) return fail(Fault::not_found, "appointment.not_found");
  PACELINE_TRY(const auto facts, stores.appointments.facts_of(id));
  KnownAppointment known{*appointment, *appointment_as_of(*appointment, facts, facts.back().known_at)};
  PACELINE_CHECK(may_with_rep(right, known.now.rep_id, call, backend, stores.people));
  return known;
}

Result<KnownAppointment> appointment_at(const KnownAppointment& known, AsOf when, Stores& stores) {
  if (when.is_now()) return known;
  PACELINE_TRY(const auto facts, stores.appointments.facts_of(known.now.appointment_id));
  auto past = appointment_as_of(known.appointment, facts, when.as_of);
  if (!past) return fail(Fault::not_found, "appointment.not_found");
  return KnownAppointment{known.appointment, *std::move(past)};
}

bool is_asked_for(const KnownAppointment& each, const form::AppointmentsQuery& query, Instant moment) {
  if (query.from && each.now.ends_at <= *query.from) return false;
  if (query.to && *query.to <= each.now.starts_at) return false;
  if (query.state && each.now.state != *query.state) return false;
  if (query.opportunity && each.appointment.opportunity_id != *query.opportunity) return false;
  return !query.needs_outcome.value_or(false) || needs_outcome(each.now, moment);
}

/// Of the opportunity those of all reps whose appointments the caller may read, else those of one rep.
Result<std::vector<KnownAppointment>> found_appointments(const form::AppointmentsQuery& query, AsOf when,
                                                         const Call& call, const Backend& backend, Stores& stores) {
  SomeReps reps;
  if (query.opportunity && !query.rep) {
    PACELINE_TRY(reps, readable_reps(call, backend, stores.people));
  } else {
    PACELINE_TRY(const User rep,
                 rep_for(Right::read_opportunities, api::name_of(query.rep), call, backend, stores.people));
    reps = std::vector<RepId>{rep.user_id};
  }
  std::vector<KnownAppointment> all;
  if (!when.is_now()) {
    PACELINE_TRY(all, stores.appointments.all_as_of(when.as_of));
    std::stable_sort(all.begin(), all.end(), [](const KnownAppointment& a, const KnownAppointment& b) {
      return a.now.starts_at < b.now.starts_at;
    });
  } else if (query.opportunity) {
    PACELINE_TRY(all, stores.appointments.of_opportunity(*query.opportunity));
  } else {
    PACELINE_TRY(all,
                 stores.appointments.of_rep(reps->front(), query.from.value_or(Instant()), query.to.value_or(kEver)));
  }
  std::erase_if(all, [&](const KnownAppointment& each) {
    return !is_one_of(reps, each.now.rep_id) || !is_asked_for(each, query, when.as_of);
  });
  return all;
}

Result<form::List<form::Appointment>> list_appointments(const Call& call, const form::AppointmentsQuery& query,
                                                        const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto found, found_appointments(query, when, call, backend, stores));
  PACELINE_TRY(auto page, page_of(std::move(found), query));
  form::List<form::Appointment> list;
  list.next = std::move(page.next);
  PACELINE_TRY(list.items, appointment_forms(page.items, when.as_of, stores));
  std::set<RepId> reps;
  for (const KnownAppointment& each : page.items) reps.insert(each.now.rep_id);
  PACELINE_CHECK(note_looks(call, reps, Looked::activities, backend, stores.people));
  return list;
}

Result<std::vector<form::AppointmentEvent>> appointment_events(const std::vector<AppointmentFact>& facts,
                                                               Stores& stores) {
  PACELINE_TRY(const auto users, stores.people.users());
  std::map<UserId, std::string> names;
  for (const User& user : users) names.emplace(user.user_id, user.name);
  std::vector<form::AppointmentEvent> events;
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    form::AppointmentEvent event{
        fact->seq,    fact->kind, fact->starts_at, fact->zone, fact->minutes, fact->activity_id, fact->outcome,
        fact->reason, {},         fact->known_at,  {}};
    if (fact->rep_id) event.rep = form::Owner{*fact->rep_id, names[*fact->rep_id]};
    if (fact->actor_id) event.actor = form::Owner{fact->actor_id, names[fact->actor_id]};
    events.push_back(std::move(event));
  }
  return events;
}

/// The rep of a new one: who is named, whose the opportunity is, or who asks.
Result<User> rep_of_new(const form::NewAppointment& form, const Call& call, const Backend& backend) {
  Stores& stores = call.stores();
  std::optional<std::string> name = text_of(form.rep);
  if (form.opportunity_id) {
    PACELINE_TRY(const auto facts, stores.opportunities.facts_of(*form.opportunity_id));
    if (facts.empty()) return fail(Fault::not_found, "opportunity.not_found", "/opportunity_id");
    const auto now = opportunity_as_of(facts, facts.back().known_at);
    PACELINE_CHECK(may_with_rep(Right::edit_opportunities, now->rep_id, call, backend, stores.people));
    if (!name) name = to_text(now->rep_id);
  }
  return rep_for(Right::edit_opportunities, name ? std::optional<std::string_view>(*name) : std::nullopt, call, backend,
                 stores.people);
}

Result<AppointmentDraft> appointment_draft(const form::NewAppointment& form, const Call& call, const Backend& backend) {
  PACELINE_TRY(const User rep, rep_of_new(form, call, backend));
  PACELINE_CHECK(may_with_named_contact(Right::read_contacts, form.contact_id, call, backend));
  PACELINE_CHECK(may_with_named_account(Right::read_contacts, form.account_id, call, backend));
  AppointmentDraft draft;
  draft.appointment = {
      {},         form.kind.value_or(AppointmentKind::meeting), form.contact_id, form.account_id, form.opportunity_id,
      rep.user_id};
  draft.text = {text_of(form.purpose), text_of(form.place)};
  draft.starts_at = form.starts_at;
  draft.zone = form.zone ? form.zone->value : rep.zone;
  draft.minutes = form.minutes.value_or(kUsualMinutes);
  draft.unasked_reason = text_of(form.unasked_reason);
  draft.known_at = form.known_at;
  return draft;
}

Response set_one(const Call& call, const form::NewAppointment& form, const Backend& backend) {
  const auto draft = appointment_draft(form, call, backend);
  if (!draft) return problem(draft.error());
  const auto known = set_appointment(*draft, edit_context(call, backend), call.stores());
  if (!known) return problem(known.error());
  const auto answer = appointment_form(*known, backend.clock.now(), call.stores());
  return answer ? with_appointment_version(call, *answer) : problem(answer.error());
}

/// What is to be done after it, beside the change.
Result<void> add_following_step(const KnownAppointment& known, const std::optional<form::NewNextStep>& form,
                                const Call& call, const Backend& backend) {
  if (!form) return {};
  PACELINE_CHECK(may_with_named_contact(Right::read_contacts, form->contact_id, call, backend));
  if (form->contact_id) {
    PACELINE_TRY(const auto contact, call.stores().contacts.find_contact(*form->contact_id));
    if (!contact) return fail(Fault::invalid, "contact.unknown", "/next_step/contact_id");
  }
  const Instant now = backend.clock.now();
  return call.stores().next_steps.add({backend.ids.make<NextStepId>(),
                                       known.appointment.opportunity_id,
                                       form->contact_id ? form->contact_id : known.appointment.contact_id,
                                       known.now.rep_id,
                                       form->what.value,
                                       form->due_at,
                                       NextStepState::open,
                                       now,
                                       now,
                                       call.actor().user_id,
                                       {},
                                       {}});
}

Response change_one(AppointmentEdit edit, const std::optional<form::NewNextStep>& next_step, const Call& call,
                    const Backend& backend) {
  Stores& stores = call.stores();
  const auto appointment = appointment_of(Right::edit_opportunities, call, backend, stores);
  if (!appointment) return problem(appointment.error());
  const auto version = seen_version(call);
  if (!version) return problem(version.error());
  edit.seen_version = *version;
  const auto known = edit_appointment(appointment->now.appointment_id, edit, edit_context(call, backend), stores);
  if (!known) return problem(known.error());
  const auto step = add_following_step(*known, next_step, call, backend);
  if (!step) return problem(step.error());
  const auto answer = appointment_form(*known, backend.clock.now(), stores);
  return answer ? with_appointment_version(call, *answer) : problem(answer.error());
}

Response end_one(const Call& call, const form::EndAppointment& form, const Backend& backend) {
  AppointmentEdit edit;
  switch (form.state) {
    case AppointmentState::held: edit.kind = AppointmentFactKind::held; break;
    case AppointmentState::no_show: edit.kind = AppointmentFactKind::no_show; break;
    case AppointmentState::cancelled: edit.kind = AppointmentFactKind::cancelled; break;
    case AppointmentState::set: return problem(Error{Fault::invalid, "appointment.state.set", "/state", {}});
  }
  if (form.outcome && form.state != AppointmentState::held)
    return problem(Error{Fault::invalid, "appointment.outcome.not_held", "/outcome", {}});
  edit.outcome = text_of(form.outcome);
  edit.reason = text_of(form.reason);
  edit.known_at = form.known_at;
  return change_one(edit, form.next_step, call, backend);
}

CalendarEntry calendar_entry(const AppointmentNow& now, const form::Appointment& form, OrgId org_id, const User& rep) {
  const std::string whom = form.contact ? form.contact->name : form.account ? form.account->name : std::string();
  const std::string what = form.purpose.value_or(std::string(enum_text(form.kind)));
  return {now, org_id, whom.empty() ? what : what + ": " + whom, {}, form.place.value_or(""), rep.name, rep.email};
}

/// Everything of the rep that began not longer ago than a calendar goes back.
Result<std::string> file_of_feed(const CalendarOwner& owner, const Backend& backend, Stores& stores) {
  const Instant now = backend.clock.now();
  PACELINE_TRY(const auto known,
               stores.appointments.of_rep(owner.user.user_id, now.plus_seconds(-kFeedSeconds), kEver));
  PACELINE_TRY(const auto forms, appointment_forms(known, now, stores));
  std::vector<CalendarEntry> entries;
  for (std::size_t at = 0; at < known.size(); ++at)
    entries.push_back(calendar_entry(known[at].now, forms[at], owner.org_id, owner.user));
  return calendar_file(entries, CalendarOf::many);
}

Response calendar_answer(std::string file, const Call& call) {
  Response response;
  response.status = call.route.answer.status;
  response.content_type = "text/calendar; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"appointments.ics\"");
  response.body = std::move(file);
  return response;
}

void add_calendar_feed(Router& router, const Backend& backend) {
  router.on("make_calendar_feed", [&backend](const Call& call) -> Result<form::MadeCalendarFeed> {
    PACELINE_TRY(const auto key, call.told_key());
    const FeedRequest request{key ? std::optional(std::string(*key)) : std::nullopt,
                              backend.secrets.fingerprint(call.route.operation_id)};
    PACELINE_TRY(const std::string address, make_feed(call.actor(), request, backend.identity()));
    return form::MadeCalendarFeed{"/api/v1/calendar-feeds/" + address};
  });
  router.on("get_calendar_feed", [&backend](const Call& call) {
    return reading<form::CalendarFeedState>(call, backend, [&](Stores& stores) -> Result<form::CalendarFeedState> {
      PACELINE_TRY(const auto made_at, stores.appointments.feed_made_at(call.actor().user_id));
      return form::CalendarFeedState{made_at};
    });
  });
  router.on("revoke_calendar_feed",
            [&backend](const Call& call) -> Result<void> { return revoke_feed(call.actor(), backend.identity()); });
  router.on("read_calendar_feed", [&backend](const Call& call) -> Response {
    const auto owner = owner_of_feed(std::string(call.path_text("calendar")), backend.identity());
    if (!owner) return problem(owner.error());
    auto file = read_as<std::string>(backend.unit, owner->org_id,
                                     [&](Stores& stores) { return file_of_feed(*owner, backend, stores); });
    return file ? calendar_answer(*std::move(file), call) : problem(file.error());
  });
}

Result<std::string> file_of_appointment(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const KnownAppointment known, appointment_of(Right::read_opportunities, call, backend, stores));
  PACELINE_TRY(const auto form, appointment_form(known, backend.clock.now(), stores));
  PACELINE_TRY(const auto rep, stores.people.find_user(known.now.rep_id));
  PACELINE_CHECK(note_looks(call, {known.now.rep_id}, Looked::activities, backend, stores.people));
  const CalendarEntry entry = calendar_entry(known.now, form, call.actor().org_id, rep.value_or(User()));
  return calendar_file({&entry, 1}, CalendarOf::one);
}

Result<form::List<form::FreeTime>> list_free_times(const Call& call, const form::FreeTimesQuery& query,
                                                   const Backend& backend, Stores& stores) {
  PACELINE_TRY(const User rep,
               rep_for(Right::read_opportunities, api::name_of(query.rep), call, backend, stores.people));
  TimesAsked asked{rep.user_id, query.from.value_or(backend.clock.now()), kUsualOfferDays, kUsualMinutes, kUsualOffers};
  const auto days = query.days.value_or(kUsualOfferDays);
  if (days < 1 || days > kFurthestOfferDays) return fail(Fault::invalid, "free_times.days.out_of_range", "?days");
  asked.days = static_cast<int>(days);
  asked.minutes = query.minutes.value_or(kUsualMinutes);
  if (asked.minutes < kShortestAppointmentMinutes || asked.minutes > kLongestAppointmentMinutes)
    return fail(Fault::invalid, "appointment.minutes.out_of_range", "?minutes");
  const auto most = query.most.value_or(static_cast<std::int64_t>(kUsualOffers));
  if (most < 1 || most > static_cast<std::int64_t>(kMostOffers))
    return fail(Fault::invalid, "free_times.most.out_of_range", "?most");
  asked.most = static_cast<std::size_t>(most);
  PACELINE_TRY(const auto times, offer_times(asked, backend.zones, stores));
  form::List<form::FreeTime> list;
  for (const TimeSpan& time : times) list.items.push_back({time.from, time.to});
  return list;
}

void add_appointment_changes(Router& router, const Backend& backend) {
  router.on("set_appointment", [&backend](const Call& call, const form::NewAppointment& form) -> Response {
    return set_one(call, form, backend);
  });
  router.on("move_appointment", [&backend](const Call& call, const form::MoveAppointment& form) -> Response {
    AppointmentEdit edit;
    edit.starts_at = form.starts_at;
    edit.zone = text_of(form.zone);
    edit.minutes = form.minutes;
    edit.reason = text_of(form.reason);
    edit.known_at = form.known_at;
    return change_one(edit, {}, call, backend);
  });
  router.on("end_appointment", [&backend](const Call& call, const form::EndAppointment& form) -> Response {
    return end_one(call, form, backend);
  });
  router.on("reopen_appointment", [&backend](const Call& call, const form::ReopenAppointment& form) -> Response {
    AppointmentEdit edit;
    edit.kind = AppointmentFactKind::reopened;
    edit.reason = form.reason.value;
    edit.known_at = form.known_at;
    return change_one(edit, {}, call, backend);
  });
  router.on("tell_appointment_outcome", [&backend](const Call& call, const form::AppointmentOutcome& form) -> Response {
    AppointmentEdit edit;
    edit.kind = AppointmentFactKind::outcome;
    edit.outcome = form.outcome.value;
    edit.known_at = form.known_at;
    return change_one(edit, form.next_step, call, backend);
  });
}

}  // namespace

void add_appointment_handlers(Router& router, const Backend& backend) {
  add_appointment_changes(router, backend);
  add_calendar_feed(router, backend);
  router.on("list_appointments", [&backend](const Call& call, const form::AppointmentsQuery& query) {
    return reading<form::List<form::Appointment>>(
        call, backend, [&](Stores& stores) { return list_appointments(call, query, backend, stores); });
  });
  router.on("get_appointment", [&backend](const Call& call, const form::MomentQuery& query) -> Response {
    const auto form = reading<form::Appointment>(call, backend, [&](Stores& stores) -> Result<form::Appointment> {
      PACELINE_TRY(const auto appointment, appointment_of(Right::read_opportunities, call, backend, stores));
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(const auto known, appointment_at(appointment, when, stores));
      PACELINE_CHECK(note_looks(call, {appointment.now.rep_id}, Looked::activities, backend, stores.people));
      return appointment_form(known, when.as_of, stores);
    });
    return form ? with_appointment_version(call, *form) : problem(form.error());
  });
  router.on("list_appointment_history", [&backend](const Call& call, const form::MomentPageQuery& query) {
    using Events = form::List<form::AppointmentEvent>;
    return reading<Events>(call, backend, [&](Stores& stores) -> Result<Events> {
      PACELINE_TRY(const auto appointment, appointment_of(Right::read_opportunities, call, backend, stores));
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(auto facts, stores.appointments.facts_of(appointment.now.appointment_id));
      if (!when.is_now()) std::erase_if(facts, [&](const AppointmentFact& fact) { return when.as_of < fact.known_at; });
      PACELINE_CHECK(note_looks(call, {appointment.now.rep_id}, Looked::activities, backend, stores.people));
      PACELINE_TRY(auto events, appointment_events(facts, stores));
      return page_of(std::move(events), query);
    });
  });
  router.on("get_appointment_file", [&backend](const Call& call) -> Response {
    auto file =
        reading<std::string>(call, backend, [&](Stores& stores) { return file_of_appointment(call, backend, stores); });
    return file ? calendar_answer(*std::move(file), call) : problem(file.error());
  });
  router.on("list_free_times", [&backend](const Call& call, const form::FreeTimesQuery& query) {
    return reading<form::List<form::FreeTime>>(
        call, backend, [&](Stores& stores) { return list_free_times(call, query, backend, stores); });
  });
}

}  // namespace paceline::api
