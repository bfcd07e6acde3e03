// SPDX-License-Identifier: Apache-2.0
#include "api/contact_draft.h"
#include "api/count_forms.h"
#include "api/forms/apply.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/apply.h"

namespace paceline::api {
namespace {

std::vector<std::string> texts_of(const std::optional<std::vector<form::ShortText>>& list) {
  std::vector<std::string> texts;
  if (!list) return texts;
  for (const form::ShortText& text : *list) texts.push_back(text.value);
  return texts;
}

int minutes(form::Minutes value) {
  return static_cast<int>(value.value);
}

CalendarDefinition definition_of(const form::Calendar& form) {
  CalendarDefinition definition{form.name.value, {}};
  WorkingCalendar& calendar = definition.calendar;
  if (const auto& w = form.week) {
    calendar.weekday_minutes = {minutes(w->monday), minutes(w->tuesday),  minutes(w->wednesday), minutes(w->thursday),
                                minutes(w->friday), minutes(w->saturday), minutes(w->sunday)};
  }
  if (form.day_start_minute) calendar.day_start_minute = minutes(*form.day_start_minute);
  calendar.week_start = form.week_start.value_or(Weekday::monday);
  for (const form::CalendarDay& day : form.days.value_or(std::vector<form::CalendarDay>())) {
    calendar.exceptions[day.day] = {minutes(day.minutes), text_of(day.name).value_or("")};
  }
  return definition;
}

std::string definition_of(const form::NewTeam& form) {
  return form.name.value;
}

UserDefinition definition_of(const form::NewUser& form) {
  return {form.email.value,   form.name.value,           form.role.value_or(Role::rep),
          text_of(form.zone), text_of(form.calendar),    text_of(form.team),
          form.from,          form.active.value_or(true)};
}

Kind definition_of(const form::NewKind& form) {
  Kind kind{form.kind.value,
            text_of(form.label),
            form.client_facing.value_or(true),
            form.has_direction.value_or(false),
            form.has_duration.value_or(false),
            {}};
  for (const auto& outcome : form.outcomes.value_or(std::vector<form::NewOutcome>())) {
    kind.outcomes.push_back({outcome.outcome.value, text_of(outcome.label)});
  }
  return kind;
}

Rule rule_of(const form::NewRule& form) {
  Rule rule;
  rule.unit = form.unit.value_or(Unit::activities);
  rule.kinds = texts_of(form.kinds);
  rule.directions = form.directions.value_or(std::vector<Direction>());
  rule.outcomes = texts_of(form.outcomes);
  rule.temperatures = form.temperatures.value_or(std::vector<Temperature>());
  rule.relations = form.relations.value_or(std::vector<Relation>());
  rule.sources = texts_of(form.sources);
  rule.product_lines = texts_of(form.product_lines);
  rule.segments = texts_of(form.segments);
  rule.topics = texts_of(form.topics);
  rule.min_duration_s = form.min_duration_s.value_or(rule.min_duration_s);
  rule.repeat_window_s = form.repeat_window_s.value_or(rule.repeat_window_s);
  if (const auto& signal = form.after_signal) {
    rule.after_signal =
        AfterSignal{texts_of(signal->kinds), texts_of(signal->topics), signal->within_days.value_or(90)};
  }
  return rule;
}

QuotaDefinition definition_of(const form::NewQuota& form) {
  return {form.key.value,      form.name.value,      form.period, form.amount,         rule_of(form.rule),
          texts_of(form.reps), texts_of(form.teams), form.from,   text_of(form.reason)};
}

ContactDraft definition_of(const form::NewContact& form) {
  return draft_of(form);
}

/// The items that could be read, and where they stood; the others are refused here.
class Items {
 public:
  template <class Form, class Definition>
  void take(const char* list_name, const std::optional<form::Each<Form>>& list, std::vector<Definition>& definitions) {
    if (!list) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto& item = (*list)[i];
      const std::string pointer = "/" + std::string(list_name) + "/" + std::to_string(i);
      if (item) {
        places_["/" + std::string(list_name) + "/" + std::to_string(definitions.size())] = pointer;
        definitions.push_back(definition_of(*item));
      } else {
        refuse(pointer, item.error());
      }
    }
  }

  /// Adds what was refused while reading, and turns pointers back to where the items stood.
  [[nodiscard]] form::Applied result(const Applied& applied) const {
    form::Applied form{applied.created, applied.changed, applied.unchanged, applied.refused + refused_, {}};
    for (const Error& fault : faults_) form.faults.push_back({fault.field, fault.code, fault.detail});
    for (const Error& fault : applied.faults) form.faults.push_back({original(fault.field), fault.code, fault.detail});
    return form;
  }

 private:
  void refuse(const std::string& pointer, const Errors& errors) {
    ++refused_;
    for (Error error : errors) {
      error.field = pointer + error.field;
      faults_.push_back(std::move(error));
    }
  }
  [[nodiscard]] std::string original(const std::string& field) const {
    const auto second = field.find('/', 1);
    const auto end = second == std::string::npos ? second : field.find('/', second + 1);
    const auto place = places_.find(field.substr(0, end));
    if (place == places_.end()) return field;
    return place->second + (end == std::string::npos ? "" : field.substr(end));
  }

  std::map<std::string, std::string> places_;
  Errors faults_;
  std::int64_t refused_ = 0;
};

}  // namespace

void add_apply_handlers(Router& router, const Backend& backend) {
  router.on("apply_definitions", [&backend](const Call& call, const form::Definitions& form) -> Result<form::Applied> {
    Items items;
    Definitions definitions;
    items.take("calendars", form.calendars, definitions.calendars);
    items.take("teams", form.teams, definitions.teams);
    items.take("users", form.users, definitions.users);
    items.take("kinds", form.kinds, definitions.kinds);
    items.take("contacts", form.contacts, definitions.contacts);
    items.take("quotas", form.quotas, definitions.quotas);
    PACELINE_TRY(const auto applied,
                 apply(call.actor(), definitions, backend.clock.now(), backend.zones, backend.ids, call.stores()));
    return items.result(applied);
  });

  router.on("list_counts", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Count>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Count>> {
      PACELINE_TRY(auto counts, count_forms(stores.counts));
      return page_of(std::move(counts), query);
    });
  });
}

}  // namespace paceline::api
