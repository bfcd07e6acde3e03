// SPDX-License-Identifier: Apache-2.0
#include "api/contact_draft.h"
#include "api/count_forms.h"
#include "api/forms/apply.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/pipeline_definitions.h"
#include "api/quota_definition.h"
#include "api/references.h"
#include "api/setting_forms.h"
#include "app/apply.h"

namespace paceline::api {
namespace {

constexpr int kBpOfAPercent = 100;

int minutes(form::Minutes value) {
  return static_cast<int>(value.value);
}

std::array<int, 7> week_of(const form::WeekMinutes& week) {
  return {minutes(week.monday), minutes(week.tuesday),  minutes(week.wednesday), minutes(week.thursday),
          minutes(week.friday), minutes(week.saturday), minutes(week.sunday)};
}

std::map<Day, CalendarException> days_of(const std::vector<form::CalendarDay>& list, bool closing) {
  std::map<Day, CalendarException> days;
  for (const form::CalendarDay& day : list) {
    days[day.day] = {minutes(day.minutes), text_of(day.name).value_or(""), closing};
  }
  return days;
}

CalendarDefinition definition_of(const form::Calendar& form) {
  CalendarDefinition definition{form.name.value, {}, text_of(form.country), form.week || form.week_start};
  WorkingCalendar& calendar = definition.calendar;
  if (form.week) calendar.weekday_minutes = week_of(*form.week);
  if (form.day_start_minute) calendar.day_start_minute = minutes(*form.day_start_minute);
  calendar.week_start = form.week_start.value_or(Weekday::monday);
  if (form.days) calendar.exceptions = days_of(*form.days, false);
  return definition;
}

TeamDefinition definition_of(const form::NewTeam& form) {
  return {form.name.value, text_of(form.parent), text_of(form.was)};
}

PhaseDefinition definition_of(const form::NewPhase& form) {
  return {form.name.value, form.from_month, form.to_month};
}

RampDefinition definition_of(const form::NewRamp& form) {
  RampDefinition definition{form.name.value, {}};
  for (const form::NewRampStep& step : form.steps) {
    definition.steps.push_back({step.after_days, static_cast<int>(step.percent.value) * kBpOfAPercent});
  }
  return definition;
}

WorkWeekDefinition definition_of(const form::NewWorkWeek& form) {
  return {form.user.value, {form.from, week_of(form.week)}};
}

LeaveDefinition definition_of(const form::NewLeave& form) {
  const auto away = form.minutes ? std::optional(static_cast<int>(form.minutes->value)) : std::nullopt;
  return {form.user.value, {{form.from, form.to.value_or(form.from + 1)}, away}};
}

std::optional<std::vector<MembershipDefinition>> definitions_of(
    const std::optional<std::vector<form::NewMembership>>& forms) {
  if (!forms) return std::nullopt;
  std::vector<MembershipDefinition> memberships;
  for (const form::NewMembership& each : *forms) memberships.push_back({text_of(each.team), each.from});
  return memberships;
}

std::optional<std::vector<std::string>> phones_of(const form::NewUser& form) {
  if (!form.phones) return std::nullopt;
  std::vector<std::string> phones;
  phones.reserve(form.phones->size());
  for (const auto& phone : *form.phones) phones.push_back(phone.value);
  return phones;
}

UserDefinition definition_of(const form::NewUser& form) {
  return {
      form.email.value,   form.name.value, form.role.value_or(Role::rep),    text_of(form.zone), text_of(form.calendar),
      text_of(form.team), form.from,       form.active.value_or(true),       form.joined,        form.left,
      text_of(form.ramp), form.ramp_from,  definitions_of(form.memberships), phones_of(form)};
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

using api::definition_of;  // of a quota: quota_definition.h

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
    if (form.organisation) definitions.organisation = change_of(*form.organisation);
    items.take("calendars", form.calendars, definitions.calendars);
    if (form.closing_days) definitions.closing_days = days_of(*form.closing_days, true);
    items.take("teams", form.teams, definitions.teams);
    items.take("phases", form.phases, definitions.phases);
    items.take("ramps", form.ramps, definitions.ramps);
    items.take("users", form.users, definitions.users);
    items.take("part_time", form.part_time, definitions.part_time);
    items.take("leave", form.leave, definitions.leave);
    items.take("kinds", form.kinds, definitions.kinds);
    items.take("product_lines", form.product_lines, definitions.product_lines);
    items.take("territories", form.territories, definitions.territories);
    items.take("pipelines", form.pipelines, definitions.pipelines);
    items.take("currency_rates", form.currency_rates, definitions.currency_rates);
    items.take("contacts", form.contacts, definitions.contacts);
    items.take("quotas", form.quotas, definitions.quotas);
    PACELINE_TRY(const auto applied, apply(call.actor(), definitions, backend.clock.now(),
                                           {backend.zones, backend.countries, backend.ids}, call.stores()));
    return items.result(applied);
  });

  router.on("list_counts", [&backend](const Call& call, const form::PageQuery& query) {
    return reading<form::List<form::Count>>(call, backend, [&](Stores& stores) -> Result<form::List<form::Count>> {
      PACELINE_CHECK(authorise(call.actor(), Right::export_figures, Whose::nobody));
      PACELINE_TRY(auto counts, count_forms(stores.counts));
      return page_of(std::move(counts), query);
    });
  });
}

}  // namespace paceline::api
