// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/activity_forms.h"
#include "api/activity_place.h"
#include "api/batches.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/change_activity.h"
#include "app/join_appointments.h"
#include "app/join_calls.h"
#include "app/log_activities.h"
#include "base/enum_text.h"

namespace paceline::api {
namespace {

/// What an activity does to a quota is a figure. REQUIRES: the caller may log for the rep.
bool may_see_figures_of(RepId rep_id, const Call& call) {
  return rep_id == call.actor().user_id || sees_single_reps(call.actor());
}

Checked<LoggedActivity> log_one(const Call& call, const form::NewActivity& form, const Backend& backend) {
  const auto draft = draft_of(form, call, backend, call.stores());
  if (!draft) return tl::unexpected(Errors{draft.error()});
  return log_activity(call.actor(), *draft, backend.clock.now(), backend.zones, backend.ids, call.stores());
}

Checked<form::BatchResult> log_batch(const Call& call, const form::Batch<form::NewActivity>& batch,
                                     const Backend& backend) {
  std::vector<Checked<ActivityDraft>> drafts;
  drafts.reserve(batch.items.size());
  for (const auto& item : batch.items) {
    drafts.push_back(item ? or_all(draft_of(*item, call, backend, call.stores()))
                          : Checked<ActivityDraft>(tl::unexpected(item.error())));
  }
  const auto verdicts =
      log_activities(call.actor(), drafts, backend.clock.now(), backend.zones, backend.ids, call.stores());
  if (!verdicts) return tl::unexpected(Errors{verdicts.error()});
  return gathered(*verdicts);
}

Checked<form::LoggedActivity> log_and_show(const Call& call, const form::NewActivity& form, const Backend& backend) {
  auto logged = log_one(call, form, backend);
  if (!logged) return tl::unexpected(std::move(logged).error());
  auto activity = activity_form(logged->activity_id, call.stores());
  if (!activity) return tl::unexpected(Errors{activity.error()});
  if (!may_see_figures_of(activity->rep_id, call)) logged->effects.clear();
  return form::LoggedActivity{*std::move(activity), std::move(logged->effects)};
}

Checked<form::Preview> preview(const Call& call, const form::NewActivity& form, const Backend& backend,
                               Stores& stores) {
  const auto draft = draft_of(form, call, backend, stores);
  if (!draft) return tl::unexpected(Errors{draft.error()});
  if (!may_see_figures_of(draft->rep_id, call)) {
    return tl::unexpected(Errors{{Fault::forbidden, "access.monitoring", {}, {}}});
  }
  auto activity =
      check_activity(*draft, backend.clock.now(), backend.zones, stores.people, stores.contacts, stores.activities);
  if (!activity) return tl::unexpected(std::move(activity).error());
  activity->activity_id = backend.ids.make<ActivityId>();
  CallJoins joins(call.actor().user_id, backend.clock.now(), backend.ids, stores);
  const auto record = draft->key ? Result<std::optional<Activity>>() : joins.join_logged(*activity);
  if (!record) return tl::unexpected(Errors{record.error()});
  AppointmentJoins appointments(call.actor().user_id, backend.clock.now(), backend.ids, stores);
  const auto held = draft->key || *record ? record : appointments.join_logged(*activity);
  if (!held) return tl::unexpected(Errors{held.error()});
  auto effects = effects_of(in_place_of(*held, *activity), stores);
  if (!effects) return tl::unexpected(Errors{effects.error()});
  form::Preview shown{*std::move(effects), {}};
  const bool repeats = std::any_of(shown.counts.begin(), shown.counts.end(),
                                   [](const Effect& effect) { return effect.reason == Reason::repeat_within_window; });
  if (repeats) shown.notes.emplace_back(enum_text(Reason::repeat_within_window));
  return shown;
}

Checked<form::LoggedActivity> change_and_show(const Call& call, ChangeRequest request, const Backend& backend) {
  Stores& stores = call.stores();
  const auto id = call.path_id<ActivityId>("activity");
  if (!id) return tl::unexpected(Errors{id.error()});
  request.activity_id = *id;
  const auto fact = stores.activities.find_fact(*id);
  if (!fact) return tl::unexpected(Errors{fact.error()});
  if (!*fact) return tl::unexpected(Errors{{Fault::not_found, "activity.not_found", {}, {}}});
  const auto rep = rep_for(Right::log_activity, to_text((*fact)->rep_id), call, backend, stores.people);
  if (!rep) return tl::unexpected(Errors{rep.error()});
  // Who takes an activity away has seen it.
  if (!may_see_figures_of(rep->user_id, call)) {
    return tl::unexpected(Errors{{Fault::forbidden, "access.monitoring", {}, {}}});
  }
  auto effects = change_activity(call.actor(), request, backend.clock.now(), backend.ids, stores);
  if (!effects) return tl::unexpected(std::move(effects).error());
  auto activity = activity_form(*id, stores);
  if (!activity) return tl::unexpected(Errors{activity.error()});
  return form::LoggedActivity{*std::move(activity), *std::move(effects)};
}

Result<form::List<form::Activity>> list_activities(const Call& call, const form::ActivitiesQuery& query,
                                                   const Backend& backend, Stores& stores) {
  PACELINE_TRY(const User rep, rep_for(Right::read_figures, name_of(query.rep), call, backend, stores.people));
  ActivityPage page{
      rep.user_id, {query.from.value_or(kAlways.from), query.to.value_or(kAlways.to)}, {}, {}, query.limit.value + 1};
  if (query.as_of) {
    PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
    page.as_of = when.as_of;
  }
  PACELINE_TRY(page.before, place_before_page(query));
  PACELINE_TRY(auto rows, stores.activities.page(page));
  form::List<form::Activity> list;
  if (rows.size() > static_cast<std::size_t>(query.limit.value)) {
    rows.pop_back();
    list.next = cursor_of(rows.back().activity);
  }
  std::vector<ActivityId> ids;
  ids.reserve(rows.size());
  for (const ActivityRow& row : rows) ids.push_back(row.activity.activity_id);
  PACELINE_TRY(auto sources, sources_of(ids, stores.evidence));
  for (std::size_t at = 0; at < rows.size(); ++at) {
    list.items.push_back(form_of(rows[at]));
    list.items.back().sources = std::move(sources[at]);
  }
  PACELINE_CHECK(note_look(call, rep, Looked::activities, backend));
  return list;
}

}  // namespace

void add_activity_handlers(Router& router, const Backend& backend) {
  router.on("list_activities", [&backend](const Call& call, const form::ActivitiesQuery& query) {
    return reading<form::List<form::Activity>>(
        call, backend, [&](Stores& stores) { return list_activities(call, query, backend, stores); });
  });

  router.on("log_activity",
            [&backend](const Call& call, const form::NewActivity& form) { return log_and_show(call, form, backend); });

  router.on("log_activities", [&backend](const Call& call, const form::Batch<form::NewActivity>& batch) {
    return log_batch(call, batch, backend);
  });

  router.on("preview_activity", [&backend](const Call& call, const form::NewActivity& form) -> Checked<form::Preview> {
    Checked<form::Preview> shown = tl::unexpected(Errors{});
    const auto read = backend.unit.read(call.actor().org_id, [&](Stores& stores) -> Result<void> {
      shown = preview(call, form, backend, stores);
      return {};
    });
    if (!read) return tl::unexpected(Errors{read.error()});
    return shown;
  });

  router.on("void_activity", [&backend](const Call& call, const form::VoidActivity& form) {
    return change_and_show(call, {{}, true, {}, form.reason.value}, backend);
  });

  router.on("correct_activity", [&backend](const Call& call, const form::CorrectActivity& form) {
    return change_and_show(call, {{}, false, changes_of(form.set), form.reason.value}, backend);
  });
}

}  // namespace paceline::api
