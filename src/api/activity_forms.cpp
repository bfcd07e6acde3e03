// SPDX-License-Identifier: Apache-2.0
#include "api/activity_forms.h"

#include "api/references.h"
#include "api/subjects.h"
#include "base/enum_text.h"

namespace paceline::api {
namespace {

std::string text_of_value(const form::ShortText& text) {
  return text.value;
}
std::string text_of_value(form::Seconds seconds) {
  return std::to_string(seconds.value);
}
std::string text_of_value(Direction direction) {
  return std::string(enum_text(direction));
}

class Changes {
 public:
  template <class T>
  void add(const char* field, const json::Settable<T>& value) {
    if (!value) return;
    list.push_back({field, *value ? std::optional(text_of_value(**value)) : std::nullopt});
  }
  std::vector<FieldChange> list;
};

}  // namespace

form::Activity form_of(const ActivityRow& row) {
  const Activity& a = row.activity;
  form::Activity form;
  form.activity_id = a.activity_id;
  form.rep = row.rep_email;
  form.rep_id = a.rep_id;
  form.rep_name = row.rep_name;
  form.contact_id = a.contact_id;
  form.contact_name = row.contact_name;
  form.account_name = row.account_name;
  form.kind = a.kind;
  form.direction = a.direction;
  form.outcome = a.outcome;
  form.duration_s = a.duration_s;
  form.topic = a.topic;
  form.product_line = a.product_line;
  form.lead_source = a.lead_source;
  form.temperature = a.temperature;
  form.relation = a.relation;
  form.occurred_at = a.occurred_at;
  form.known_at = a.known_at;
  form.day = a.day;
  form.state = a.state;
  return form;
}

Result<std::vector<std::vector<form::Source>>> sources_of(const std::vector<ActivityId>& activities,
                                                          EvidenceStore& evidence) {
  PACELINE_TRY(const auto found, evidence.sources_of(activities));
  std::vector<std::vector<form::Source>> forms(activities.size());
  for (std::size_t at = 0; at < activities.size(); ++at) {
    const auto sources = found.find(activities[at]);
    if (sources == found.end()) continue;
    for (const ActivitySource& each : sources->second)
      forms[at].push_back({each.source.value_or("log"), each.occurred_at, each.duration_s});
  }
  return forms;
}

Result<form::Activity> activity_form(ActivityId activity_id, Stores& stores) {
  PACELINE_TRY(const auto row, stores.activities.row(activity_id));
  if (!row) return fail(Fault::not_found, "activity.not_found");
  form::Activity form = form_of(*row);
  PACELINE_TRY(auto sources, sources_of({activity_id}, stores.evidence));
  form.sources = std::move(sources.front());
  return form;
}

Result<ActivityDraft> draft_of(const form::NewActivity& form, const Call& call, const Backend& backend,
                               Stores& stores) {
  ActivityDraft draft;
  auto rep = rep_for(Right::log_activity, name_of(form.rep), call, backend, stores.people);
  if (!rep) {
    rep.error().field = "/rep";
    return tl::unexpected(std::move(rep).error());
  }
  draft.rep_id = rep->user_id;
  PACELINE_TRY(draft.contact_id, contact_named(form.contact_id, form.contact, stores.contacts));
  if (draft.contact_id) {
    PACELINE_TRY(const auto contact, stores.contacts.find_contact(*draft.contact_id));
    if (contact)
      PACELINE_CHECK(may_with_contact(Right::read_contacts, contact->owner_id, call, backend, stores.people));
  }
  draft.kind = form.kind.value;
  draft.direction = form.direction;
  draft.outcome = text_of(form.outcome);
  if (form.duration_s) draft.duration_s = form.duration_s->value;
  draft.topic = text_of(form.topic);
  draft.product_line = text_of(form.product_line);
  draft.relation = form.relation;
  draft.temperature = form.temperature;
  draft.lead_source = text_of(form.lead_source);
  draft.segment = text_of(form.segment);
  draft.occurred_at = form.occurred_at;
  draft.known_at = form.known_at;
  draft.key = evidence_key(form.source, form.external_id);
  draft.note = text_of(form.note);
  return draft;
}

std::vector<FieldChange> changes_of(const form::ActivitySet& set) {
  Changes changes;
  if (set.kind) changes.list.push_back({"kind", set.kind->value});
  changes.add("direction", set.direction);
  changes.add("outcome", set.outcome);
  changes.add("duration_s", set.duration_s);
  changes.add("topic", set.topic);
  changes.add("product_line", set.product_line);
  return std::move(changes.list);
}

}  // namespace paceline::api
