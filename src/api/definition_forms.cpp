// SPDX-License-Identifier: Apache-2.0
#include "api/definition_forms.h"

#include "api/pipeline_definitions.h"
#include "app/apply_parts.h"

namespace paceline::api {
namespace {

constexpr int kBpOfAPercent = 100;

template <class Text = form::ShortText>
std::optional<Text> text_form(const std::optional<std::string>& text) {
  return text && !text->empty() ? std::optional(Text{*text}) : std::nullopt;
}

std::vector<form::ShortText> texts_form(const std::vector<std::string>& texts) {
  std::vector<form::ShortText> forms;
  forms.reserve(texts.size());
  for (const std::string& text : texts) forms.push_back({text});
  return forms;
}

form::WeekMinutes week_form(const std::array<int, 7>& week) {
  return {{week[0]}, {week[1]}, {week[2]}, {week[3]}, {week[4]}, {week[5]}, {week[6]}};
}

std::vector<form::CalendarDay> days_form(const std::map<Day, CalendarException>& days) {
  std::vector<form::CalendarDay> forms;
  forms.reserve(days.size());
  for (const auto& [day, exception] : days) forms.push_back(day_form(day, exception));
  return forms;
}

form::Calendar form_of(const CalendarDefinition& definition) {
  const WorkingCalendar& calendar = definition.calendar;
  return {{definition.name},
          {},
          week_form(calendar.weekday_minutes),
          form::Minutes{calendar.day_start_minute},
          calendar.week_start,
          days_form(calendar.exceptions)};
}

form::NewSettings form_of(const SettingsChange& settings) {
  return {settings.monitoring, settings.leaderboard,
          form::NewNoticeWords{text_form<form::NoticeText>(settings.notice_company),
                               text_form<form::NoticeText>(settings.notice_contact),
                               text_form<form::NoticeText>(settings.notice_ground)},
          text_form<json::Text<0, 2>>(settings.phone_country)};
}

form::NewTeam form_of(const TeamDefinition& definition) {
  return {{definition.name}, text_form(definition.parent), {}};
}

form::NewPhase form_of(const PhaseDefinition& definition) {
  return {{definition.name}, definition.from_month, definition.to_month};
}

form::NewRamp form_of(const RampDefinition& definition) {
  form::NewRamp form{{definition.name}, {}};
  for (const RampStep& step : definition.steps)
    form.steps.push_back({step.after_days, {step.share_bp / kBpOfAPercent}});
  return form;
}

form::NewUser form_of(const UserDefinition& definition) {
  form::NewUser form{{definition.email},
                     {definition.name},
                     definition.role,
                     text_form(definition.zone),
                     text_form(definition.calendar),
                     text_form(definition.team),
                     definition.from,
                     definition.active,
                     definition.joined,
                     definition.left,
                     text_form(definition.ramp),
                     definition.ramp_from,
                     {},
                     {}};
  if (definition.phones) {
    form.phones.emplace();
    for (const std::string& phone : *definition.phones) form.phones->push_back({phone});
  }
  if (!definition.memberships) return form;
  form.memberships.emplace();
  for (const MembershipDefinition& each : *definition.memberships) {
    form.memberships->push_back({text_form(each.team), each.from});
  }
  return form;
}

form::NewWorkWeek form_of(const WorkWeekDefinition& definition) {
  return {{definition.user}, definition.week.from, week_form(definition.week.minutes)};
}

form::NewLeave form_of(const LeaveDefinition& definition) {
  const Leave& leave = definition.leave;
  form::NewLeave form{{definition.user}, leave.span.from, leave.span.to, {}};
  if (leave.minutes) form.minutes.emplace().value = *leave.minutes;
  return form;
}

form::NewKind form_of(const Kind& kind) {
  form::NewKind form{{kind.kind}, text_form(kind.label), kind.client_facing, kind.has_direction, kind.has_duration, {}};
  form.outcomes.emplace();
  for (const Outcome& outcome : kind.outcomes) form.outcomes->push_back({{outcome.outcome}, text_form(outcome.label)});
  return form;
}

form::NewRule rule_form(const Rule& rule) {
  form::NewRule form{rule.unit,
                     texts_form(rule.kinds),
                     rule.directions,
                     texts_form(rule.outcomes),
                     rule.temperatures,
                     rule.relations,
                     texts_form(rule.sources),
                     texts_form(rule.product_lines),
                     texts_form(rule.segments),
                     texts_form(rule.topics),
                     rule.min_duration_s,
                     rule.repeat_window_s,
                     {},
                     {}};
  if (rule.currency) form.currency = json::Text<3, 3>{*rule.currency};
  if (const auto& signal = rule.after_signal) {
    form.after_signal =
        form::NewAfterSignal{texts_form(signal->kinds), texts_form(signal->topics), signal->within_days};
  }
  return form;
}

form::NewSubject form_of(const SubjectDefinition& subject) {
  form::NewSubject form;
  const form::ShortText name{subject.name};
  switch (subject.kind) {
    case SubjectKind::rep: form.rep = name; break;
    case SubjectKind::team: form.team = name; break;
    case SubjectKind::team_together:
      form.team = name;
      form.together = true;
      break;
    case SubjectKind::phase: form.phase = name; break;
    case SubjectKind::role: form.role = name; break;
  }
  if (!subject.amounts) return form;
  form.amount = subject.amounts->quota;
  form.floor = subject.amounts->floor;
  form.stretch = subject.amounts->stretch;
  return form;
}

form::NewQuota form_of(const QuotaDefinition& definition) {
  const Excuses& excuses = definition.excuses;
  form::NewQuota form;
  form.key = {definition.key};
  form.name = {definition.name};
  form.period = definition.period_kind;
  form.amount = definition.amounts.quota;
  form.floor = definition.amounts.floor;
  form.stretch = definition.amounts.stretch;
  form.excuses = form::NewExcuses{excuses.holidays, excuses.part_time, excuses.leave, excuses.ramp};
  form.rule = rule_form(definition.rule);
  form.subjects.emplace();
  for (const SubjectDefinition& subject : definition.subjects) form.subjects->push_back(form_of(subject));
  form.from = definition.from;
  if (definition.span) form.span = form::Span{definition.span->from, definition.span->to};
  return form;
}

template <class Form, class Definition>
void fill(std::vector<Form>& list, const std::vector<Definition>& definitions) {
  list.reserve(definitions.size());
  for (const Definition& definition : definitions) list.push_back(form_of(definition));
}

}  // namespace

form::CalendarDay day_form(Day day, const CalendarException& exception) {
  return {day, {exception.minutes}, text_form(exception.name)};
}

form::DefinitionsNow definitions_form(const Definitions& definitions) {
  form::DefinitionsNow form;
  if (definitions.organisation) form.organisation = form_of(*definitions.organisation);
  fill(form.calendars, definitions.calendars);
  if (definitions.closing_days) form.closing_days = days_form(*definitions.closing_days);
  fill(form.teams, definitions.teams);
  fill(form.phases, definitions.phases);
  fill(form.ramps, definitions.ramps);
  fill(form.users, definitions.users);
  fill(form.part_time, definitions.part_time);
  fill(form.leave, definitions.leave);
  fill(form.kinds, definitions.kinds);
  for (const auto& each : definitions.product_lines) form.product_lines.push_back(definition_form(each));
  for (const auto& each : definitions.territories) form.territories.push_back(definition_form(each));
  for (const auto& each : definitions.pipelines) form.pipelines.push_back(definition_form(each));
  for (const auto& each : definitions.currency_rates) form.currency_rates.push_back(definition_form(each));
  fill(form.quotas, definitions.quotas);
  return form;
}

}  // namespace paceline::api
