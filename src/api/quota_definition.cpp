// SPDX-License-Identifier: Apache-2.0
#include "api/quota_definition.h"

#include <algorithm>
#include <array>

#include "api/references.h"

namespace paceline::api {
namespace {

std::vector<std::string> texts_of(const std::optional<std::vector<form::ShortText>>& list) {
  std::vector<std::string> texts;
  if (!list) return texts;
  for (const form::ShortText& text : *list) texts.push_back(text.value);
  return texts;
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
  if (form.currency) rule.currency = form.currency->value;
  if (const auto& signal = form.after_signal) {
    rule.after_signal =
        AfterSignal{texts_of(signal->kinds), texts_of(signal->topics), signal->within_days.value_or(90)};
  }
  return rule;
}

void add_subjects(SubjectKind kind, const char* list, const std::optional<std::vector<form::ShortText>>& names,
                  std::vector<SubjectDefinition>& subjects) {
  std::size_t place = 0;
  for (const std::string& name : texts_of(names)) {
    subjects.push_back({kind, name, {}, "/" + std::string(list) + "/" + std::to_string(place++)});
  }
}

/// One that names nobody, or several, is left for apply() to refuse: the name is not known.
SubjectDefinition definition_of(const form::NewSubject& form, std::size_t place) {
  SubjectDefinition subject;
  subject.pointer = "/subjects/" + std::to_string(place);
  const std::array named{std::pair(SubjectKind::rep, &form.rep), std::pair(SubjectKind::phase, &form.phase),
                         std::pair(SubjectKind::team, &form.team), std::pair(SubjectKind::role, &form.role)};
  const auto names =
      std::count_if(named.begin(), named.end(), [](const auto& each) { return each.second->has_value(); });
  for (const auto& [kind, name] : named) {
    if (names == 1 && *name) {
      const bool as_one = form.together.value_or(false);
      subject.kind = as_one ? SubjectKind::team_together : kind;
      // Only a team can be asked as one: any other name is none of a team's.
      subject.name = as_one && kind != SubjectKind::team ? "" : (*name)->value;
    }
  }
  if (form.amount) subject.amounts = Amounts{*form.amount, form.floor, form.stretch};
  return subject;
}

/// A list of subjects that is there and empty says so; one that is left out is forgotten.
bool ends(const form::NewQuota& form) {
  return form.subjects && form.subjects->empty() && !form.reps && !form.teams;
}

std::vector<SubjectDefinition> subjects_of(const form::NewQuota& form) {
  std::vector<SubjectDefinition> subjects;
  const auto special = form.subjects.value_or(std::vector<form::NewSubject>());
  for (std::size_t place = 0; place < special.size(); ++place) {
    subjects.push_back(definition_of(special[place], place));
  }
  add_subjects(SubjectKind::rep, "reps", form.reps, subjects);
  add_subjects(SubjectKind::team, "teams", form.teams, subjects);
  return subjects;
}

Excuses excuses_of(const std::optional<form::NewExcuses>& form) {
  if (!form) return {};
  return {form->holidays.value_or(true), form->part_time.value_or(true), form->leave.value_or(true),
          form->ramp.value_or(true)};
}

}  // namespace

QuotaDefinition definition_of(const form::NewQuota& form) {
  const auto span = form.span ? std::optional(Period{form.span->from, form.span->to}) : std::nullopt;
  return {form.key.value,
          form.name.value,
          form.period,
          {form.amount, form.floor, form.stretch},
          excuses_of(form.excuses),
          rule_of(form.rule),
          subjects_of(form),
          form.from,
          text_of(form.reason),
          span,
          ends(form)};
}

}  // namespace paceline::api
