// SPDX-License-Identifier: Apache-2.0
#include "api/definition_forms.h"
#include "api/forms/calendar.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "app/read_definitions.h"
#include "base/digits.h"

namespace paceline::api {
namespace {

constexpr std::string_view kLines = "/lines/";

/// The line of "/lines/12"; 0: the fault is of the whole.
std::int64_t line_of(std::string_view field) {
  if (!field.starts_with(kLines)) return 0;
  return parse_digits(field.substr(kLines.size())).value_or(0);
}

Result<form::CalendarDays> read_calendar(const Call& call, const form::ReadCalendar& form, const Backend& backend) {
  PACELINE_TRY(const auto organisation,
               reading<Organisation>(call, backend, [](Stores& stores) { return stores.people.organisation(); }));
  PACELINE_TRY(const LocalTime today, backend.zones.local(backend.clock.now(), organisation.zone));
  const auto days = backend.countries.read_holidays(form.format, form.text.value, today.day);
  form::CalendarDays read;
  if (days) {
    for (const auto& [day, exception] : *days) read.days.push_back(day_form(day, exception));
  } else {
    for (const Error& fault : days.error()) read.faults.push_back({line_of(fault.field), fault.code, fault.detail});
  }
  return read;
}

}  // namespace

void add_definition_handlers(Router& router, const Backend& backend) {
  router.on("get_definitions", [&backend](const Call& call) {
    return reading<form::DefinitionsNow>(call, backend, [&](Stores& stores) -> Result<form::DefinitionsNow> {
      PACELINE_TRY(const auto definitions, read_definitions(backend.clock.now(), backend.zones, stores));
      return definitions_form(definitions);
    });
  });

  router.on("list_countries", [&backend](const Call&, const form::PageQuery& query) {
    return page_of(backend.countries.countries(), query);
  });

  router.on("read_calendar", [&backend](const Call& call, const form::ReadCalendar& form) {
    return read_calendar(call, form, backend);
  });
}

}  // namespace paceline::api
