// SPDX-License-Identifier: Apache-2.0
#include "api/history.h"

#include <algorithm>

#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "base/enum_text.h"

namespace paceline::api {
namespace {

using form::HistoryEventKind;

Instant beginning_of(Day day) {
  return Instant().plus_seconds(std::int64_t{day.count()} * kSecondsPerDay);
}

std::optional<form::ContactName> unnamed(const std::optional<ContactId>& contact_id) {
  return contact_id ? std::optional(form::ContactName{*contact_id, {}}) : std::nullopt;
}

}  // namespace

Result<History> History::make(const Backend& backend, Stores& stores) {
  const Instant now = backend.clock.now();
  PACELINE_TRY(auto writer, OpportunityWriter::make(AsOf{now, now}, backend, stores));
  PACELINE_TRY(auto estimates, EstimateWriter::make(AsOf{now, now}, backend, stores));
  return History(std::move(writer), std::move(estimates), stores);
}

form::HistoryEvent& History::add(HistoryEventKind kind, Instant at, std::string what) {
  form::HistoryEvent& event = events_.emplace_back();
  event.kind = kind;
  event.at = at;
  event.what = std::move(what);
  return event;
}

std::optional<form::Owner> History::owner_of(UserId user_id) const {
  return user_id ? std::optional(writer_.owner_name(user_id)) : std::nullopt;
}

void History::add_activities(const std::vector<Activity>& activities) {
  for (const Activity& each : activities) {
    form::HistoryEvent& event = add(HistoryEventKind::activity, each.occurred_at, each.kind);
    event.rep = writer_.owner_name(each.rep_id);
    event.how = each.outcome;
    event.contact = unnamed(each.contact_id);
    event.direction = each.direction;
    event.duration_s = each.duration_s;
    event.topic = each.topic;
    event.activity_id = each.activity_id;
  }
}

Result<void> History::add_appointments(const std::vector<KnownAppointment>& appointments) {
  std::vector<AppointmentId> ids;
  std::vector<OpportunityId> opportunities;
  for (const KnownAppointment& each : appointments) {
    ids.push_back(each.appointment.appointment_id);
    if (each.appointment.opportunity_id) opportunities.push_back(*each.appointment.opportunity_id);
  }
  PACELINE_TRY(const auto texts, stores_.appointments.texts_of(ids));
  PACELINE_TRY(const auto names, stores_.opportunities.names_of(opportunities));
  for (const auto& [appointment, now] : appointments) {
    form::HistoryEvent& event =
        add(HistoryEventKind::appointment, now.starts_at, std::string(enum_text(appointment.kind)));
    event.rep = writer_.owner_name(now.rep_id);
    event.how = std::string(enum_text(now.state));
    event.contact = unnamed(appointment.contact_id);
    event.duration_s = now.minutes * 60;
    event.reason = now.reason;
    event.appointment_id = appointment.appointment_id;
    event.opportunity_id = appointment.opportunity_id;
    if (const auto text = texts.find(appointment.appointment_id); text != texts.end())
      event.text = text->second.purpose;
    if (appointment.opportunity_id) {
      const auto name = names.find(*appointment.opportunity_id);
      if (name != names.end()) event.opportunity = form::OpportunityName{name->first, name->second};
    }
    if (now.activity_id) told_.insert(*now.activity_id);
  }
  return {};
}

Result<void> History::add_estimates(OpportunityId opportunity_id) {
  PACELINE_TRY(const auto known, stores_.estimates.of_opportunity(opportunity_id));
  PACELINE_TRY(const auto forms, estimates_.forms_of(known));
  for (const form::Estimate& form : forms) {
    PACELINE_TRY(const auto changes, stores_.estimates.changes_of(form.estimate_id));
    const auto sent = std::find_if(changes.begin(), changes.end(), [](const EstimateChange& change) {
      return change.kind == EstimateChangeKind::sent;
    });
    if (sent == changes.end()) continue;
    form::HistoryEvent& event = add(HistoryEventKind::estimate, sent->occurred_at, form.opportunity.name);
    event.rep = form.rep;
    event.how = std::string(enum_text(form.state));
    event.opportunity = form.opportunity;
    event.opportunity_id = opportunity_id;
    event.amount = form.worth;
    event.text = form.key;
    event.reason = form.end_reason;
    event.estimate_id = form.estimate_id;
    PACELINE_TRY(const auto activity, stores_.activities.find_fact_by_key({"estimate", to_text(form.estimate_id)}));
    if (activity) told_.insert(activity->activity_id);
  }
  return {};
}

Result<void> History::add_opportunity(std::span<const OpportunityFact> facts, const OpportunityNow& now,
                                      bool with_estimates) {
  for (const OpportunityFact& fact : facts) {
    if (fact.kind != OpportunityFactKind::stage_move) continue;
    form::HistoryEvent& event = add(HistoryEventKind::stage_move, fact.occurred_at, now.name);
    event.rep = writer_.owner_name(now.rep_id);
    event.how = writer_.stage_key(*fact.stage_id);
    event.opportunity = form::OpportunityName{now.opportunity_id, now.name};
    event.opportunity_id = now.opportunity_id;
    event.reason = fact.reason;
  }
  if (!with_estimates) return {};
  return add_estimates(now.opportunity_id);
}

void History::add_parts(std::span<const OpportunityFact> facts, const OpportunityNow& now, ContactId contact_id) {
  for (const OpportunityFact& fact : facts) {
    if (fact.kind != OpportunityFactKind::person_change || fact.contact_id != contact_id) continue;
    form::HistoryEvent& event = add(HistoryEventKind::part, fact.occurred_at, now.name);
    event.rep = writer_.owner_name(now.rep_id);
    if (fact.part) event.how = std::string(enum_text(*fact.part));
    event.opportunity = form::OpportunityName{now.opportunity_id, now.name};
    event.opportunity_id = now.opportunity_id;
    event.reason = fact.reason;
  }
}

void History::add_sales(const std::vector<KnownSale>& sales) {
  for (const auto& [sale, now] : sales) {
    for (const SaleLine& line : sale.lines) {
      const auto name = writer_.line_name(line.product_line_id);
      form::HistoryEvent& event = add(now.cancelled ? HistoryEventKind::sale_cancelled : HistoryEventKind::sale,
                                      sale.occurred_at, name ? name->name : "");
      event.rep = writer_.owner_name(now.shares.front().rep_id);
      event.amount = form::money_form(line.amount);
      event.text = sale.key;
      event.sale_id = sale.sale_id;
      event.opportunity_id = sale.opportunity_id;
    }
  }
}

Result<void> History::keep_readable(const Call& call, const Backend& backend) {
  PACELINE_TRY(const auto readable, readable_reps(call, backend, stores_.people));
  if (!readable) return {};
  const std::set<RepId> reps(readable->begin(), readable->end());
  std::erase_if(events_, [&](const form::HistoryEvent& each) { return each.rep && !reps.contains(each.rep->rep_id); });
  return {};
}

void History::add_signals(const std::vector<Signal>& signals) {
  for (const Signal& each : signals) {
    form::HistoryEvent& event = add(HistoryEventKind::signal, each.occurred_at, each.kind);
    event.how = each.topic;
    event.contact = unnamed(each.contact_id);
    event.signal_id = each.signal_id;
  }
}

void History::add_changes(const std::vector<ContactChange>& changes) {
  for (const ContactChange& change : changes) {
    for (const ContactFieldChange& field : change.fields) {
      form::HistoryEvent& event = add(HistoryEventKind::change, change.stored_at, field.field);
      event.rep = owner_of(change.actor_id);
      event.before = field.before;
      event.how = field.after;
      event.reason = change.reason;
    }
  }
}

Result<void> History::add_changes(const AccountProfile& account) {
  const auto name_of_owner = [&](const std::optional<UserId>& id) {
    return id ? std::optional(writer_.owner_name(*id).name) : std::nullopt;
  };
  std::optional<UserId> owner_before;
  for (const DatedOwner& each : account.owners) {
    if (each.from > kFirstDay) {
      form::HistoryEvent& event = add(HistoryEventKind::owner, beginning_of(each.from), "owner");
      event.before = name_of_owner(owner_before);
      event.how = name_of_owner(each.owner_id);
    }
    owner_before = each.owner_id;
  }
  for (const DatedTrait& each : account.traits) {
    if (each.from <= kFirstDay) continue;
    form::HistoryEvent& event =
        add(HistoryEventKind::trait, beginning_of(each.from), std::string(enum_text(each.trait)));
    event.before = trait_on(account, each.trait, each.from - 1);
    event.how = each.value;
  }
  PACELINE_TRY(const auto changes, stores_.accounts.changes_of(account.account_id));
  for (const AccountFieldChange& each : changes) {
    form::HistoryEvent& event = add(HistoryEventKind::change, each.stored_at, each.field);
    event.rep = owner_of(each.actor_id);
    event.before = each.before;
    event.how = each.after;
  }
  return {};
}

Result<form::List<form::HistoryEvent>> History::page(const form::PageQuery& query, const Call& call,
                                                     const Backend& backend) {
  std::erase_if(events_,
                [&](const form::HistoryEvent& each) { return each.activity_id && told_.contains(*each.activity_id); });
  std::stable_sort(events_.begin(), events_.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
  PACELINE_TRY(auto page, page_of(std::move(events_), query));
  std::vector<ContactId> contacts;
  std::set<RepId> reps;
  for (const form::HistoryEvent& each : page.items) {
    if (each.contact) contacts.push_back(each.contact->contact_id);
    if (each.rep && each.kind != HistoryEventKind::change) reps.insert(each.rep->rep_id);
  }
  PACELINE_TRY(const auto names, stores_.accounts.contact_names_of(contacts));
  for (form::HistoryEvent& each : page.items) {
    if (!each.contact) continue;
    const auto name = names.find(each.contact->contact_id);
    if (name != names.end()) each.contact->name = name->second;
  }
  PACELINE_CHECK(note_looks(call, reps, Looked::activities, backend, stores_.people));
  return page;
}

}  // namespace paceline::api
