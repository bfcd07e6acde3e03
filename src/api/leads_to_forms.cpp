// SPDX-License-Identifier: Apache-2.0
#include "api/leads_to_forms.h"

#include <algorithm>

namespace paceline::api {
namespace {

form::Range range_of(const stats::Interval& interval) {
  return {interval.low, interval.high};
}

form::Chance form_of(const Chance& chance) {
  form::Chance form{chance.n, chance.of, chance.share, {}, chance.too_few};
  if (chance.interval) form.interval = range_of(*chance.interval);
  return form;
}

form::LedTo form_of(const LedTo& led_to) {
  return {form_of(led_to.reached), form_of(led_to.agreed), form_of(led_to.refused)};
}

form::LeadsToRow form_of(const LeadsToRow& row) {
  return {row.kind,
          row.outcome,
          row.activities,
          row.share,
          row.minutes,
          row.timed,
          row.without_contact,
          row.open,
          form_of(row.per_activity),
          form_of(row.per_contact)};
}

form::ChannelWeek form_of(const ChannelWeek& week) {
  const NamedPeriod named{PeriodKind::week, week.week};
  form::ChannelWeek form{{period_key(named), week.week.from, week.week.to}, week.activities, {}};
  for (const Channel& c : week.channels) form.channels.push_back({c.kind, c.activities, c.share, c.minutes});
  return form;
}

form::CalledContacts form_of(const CalledContacts& called) {
  return {called.contacts, called.open, form_of(called.led_to)};
}

std::optional<form::RateDifference> form_of(const std::optional<RatesBeside>& beside) {
  if (!beside) return std::nullopt;
  return form::RateDifference{beside->difference.value, range_of(beside->difference.interval), beside->chance_higher};
}

std::optional<form::FollowedBy> form_of(const Activity* activity) {
  if (activity == nullptr) return std::nullopt;
  return form::FollowedBy{activity->activity_id, activity->kind, activity->outcome.value_or(""), activity->occurred_at};
}

bool followed_as(const Followed& row, form::Followed asked) {
  switch (asked) {
    case form::Followed::all: return true;
    case form::Followed::reached: return !row.is_open && row.reached != nullptr;
    case form::Followed::agreed: return !row.is_open && row.agreed != nullptr;
    case form::Followed::refused: return !row.is_open && row.refused != nullptr;
    case form::Followed::open: return row.is_open && row.activity->contact_id.has_value();
  }
  return false;
}

}  // namespace

form::LeadsTo leads_to_form(const LeadsTo& led, const LeadsToFacts& facts) {
  form::LeadsTo form{
      facts.period.from, facts.period.to, facts.within_days, led.activities, led.contacts, {}, {}, {}, {}};
  for (const LeadsToRow& row : led.rows) form.rows.push_back(form_of(row));
  for (const ChannelWeek& week : led.weeks) form.weeks.push_back(form_of(week));
  const ColdAndSignal& beside = led.cold_and_signal;
  form.cold_and_signal = form::ColdAndSignal{form_of(beside.cold), form_of(beside.signal_led), form_of(beside.reached),
                                             form_of(beside.agreed), beside.too_few};
  return form;
}

std::vector<Followed> asked_rows(const LeadsToFacts& facts, const form::LeadsToRowsQuery& query) {
  std::vector<Followed> rows = followed(facts);
  const auto other = [&](const Followed& row) {
    const Activity& activity = *row.activity;
    if (query.kind && activity.kind != query.kind->value) return true;
    if (query.outcome && activity.outcome.value_or("none") != query.outcome->value) return true;
    return !followed_as(row, query.followed.value_or(form::Followed::all));
  };
  std::erase_if(rows, other);
  std::reverse(rows.begin(), rows.end());
  return rows;
}

Result<form::LeadsToActivity> row_form(const Followed& row, ContactStore& contacts) {
  const Activity& a = *row.activity;
  form::LeadsToActivity form{
      a.activity_id,       a.rep_id, a.kind, a.outcome,   a.occurred_at,        a.day,
      a.contact_id,        {},       {},     row.is_open, form_of(row.reached), form_of(row.agreed),
      form_of(row.refused)};
  if (!a.contact_id) return form;
  PACELINE_TRY(const auto contact, contacts.contact_row(*a.contact_id));
  if (contact) form.contact_name = contact->contact.name;
  if (contact) form.account_name = contact->account_name;
  return form;
}

}  // namespace paceline::api
