// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "api/forms/trial.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_edits.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/edit_trial.h"
#include "app/opportunity_now.h"

namespace paceline::api {
namespace {

Result<std::vector<form::Trial>> trial_forms(const std::vector<KnownTrial>& trials, Stores& stores) {
  std::set<OpportunityId> ids;
  for (const KnownTrial& each : trials) ids.insert(each.trial.opportunity_id);
  PACELINE_TRY(const auto names, stores.opportunities.names_of({ids.begin(), ids.end()}));
  std::vector<form::Trial> forms;
  forms.reserve(trials.size());
  for (const auto& [trial, now] : trials) {
    forms.push_back({trial.trial_id,
                     {trial.opportunity_id, names.at(trial.opportunity_id)},
                     trial.kind,
                     trial.what,
                     trial.from_day,
                     now.to_day,
                     now.state,
                     now.extensions,
                     now.ended_day,
                     now.end_reason,
                     trial.known_at,
                     now.version});
  }
  return forms;
}

Result<form::Trial> trial_form(const KnownTrial& known, Stores& stores) {
  PACELINE_TRY(auto forms, trial_forms({known}, stores));
  return std::move(forms.front());
}

/// The open ones of a rep as they were known, by their last day.
Result<std::vector<KnownTrial>> ending_then(RepId rep_id, Day before, Instant as_of, Stores& stores) {
  PACELINE_TRY(const auto moves, stores.opportunities.moves_as_of(as_of));
  const auto ids = open_opportunities(moves, as_of, [&](RepId each) { return each == rep_id; });
  const std::set<OpportunityId> own(ids.begin(), ids.end());
  PACELINE_TRY(auto trials, stores.trials.all_as_of(as_of));
  std::erase_if(trials, [&](const KnownTrial& each) {
    const bool open = each.now.state == TrialState::open && each.now.to_day < before;
    return !open || !own.contains(each.trial.opportunity_id);
  });
  std::stable_sort(trials.begin(), trials.end(),
                   [](const auto& a, const auto& b) { return a.now.to_day < b.now.to_day; });
  return trials;
}

Result<std::vector<KnownTrial>> of_opportunity_then(OpportunityId id, AsOf when, TrialStore& trials) {
  PACELINE_TRY(auto all, trials.of_opportunity(id));
  if (when.is_now()) return all;
  std::vector<KnownTrial> then;
  for (KnownTrial& each : all) {
    PACELINE_TRY(const auto changes, trials.changes_of(each.trial.trial_id));
    auto now = trial_as_of(each.trial, changes, when.as_of);
    if (now) then.push_back({std::move(each.trial), *std::move(now)});
  }
  return then;
}

Result<std::vector<KnownTrial>> trials_asked(const form::TrialsQuery& query, AsOf when, const Call& call,
                                             const Backend& backend, Stores& stores) {
  if (query.opportunity) {
    PACELINE_CHECK(may_with_opportunity(Right::read_opportunities, *query.opportunity, call, backend, stores));
    return of_opportunity_then(*query.opportunity, when, stores.trials);
  }
  PACELINE_TRY(const User rep,
               rep_for(Right::read_opportunities, api::name_of(query.rep), call, backend, stores.people));
  const Day before = query.ends_before.value_or(kLastDay);
  return when.is_now() ? stores.trials.ending(rep.user_id, before)
                       : ending_then(rep.user_id, before, when.as_of, stores);
}

Result<form::List<form::Trial>> list_trials(const Call& call, const form::TrialsQuery& query, const Backend& backend,
                                            Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto trials, trials_asked(query, when, call, backend, stores));
  PACELINE_TRY(const auto page, page_of(std::move(trials), query));
  form::List<form::Trial> list;
  PACELINE_TRY(list.items, trial_forms(page.items, stores));
  list.next = page.next;
  return list;
}

Result<form::TrialSuggestion> trial_suggestion(const Call& call, const form::MomentQuery& query, const Backend& backend,
                                               Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<OpportunityId>("opportunity"));
  PACELINE_CHECK(may_with_opportunity(Right::read_opportunities, id, call, backend, stores));
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const auto seen, reps_seen(call, backend, stores.people));
  PACELINE_TRY(const auto found, suggest_trial(id, seen, when.as_of, stores));
  const std::int64_t seconds = when.as_of.microseconds_since(found.stage_since) / kMicrosecondsPerSecond;
  return form::TrialSuggestion{found.suggested, seconds / kSecondsPerDay, found.usual.three_of_four, found.usual.left};
}

Result<form::Trial> edited_trial(TrialEdit edit, const Call& call, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const auto id, call.path_id<TrialId>("trial"));
  PACELINE_TRY(const auto trial, stores.trials.find(id));
  if (!trial) return fail(Fault::not_found, "trial.not_found");
  PACELINE_CHECK(may_with_opportunity(Right::edit_opportunities, trial->opportunity_id, call, backend, stores));
  PACELINE_TRY(edit.seen_version, seen_version(call));
  const EditContext context{call.actor(), backend.clock.now(), backend.zones, backend.ids};
  PACELINE_TRY(const auto edited, edit_trial(id, edit, context, stores));
  return trial_form(edited, stores);
}

Checked<form::Trial> added_trial(const Call& call, const form::NewTrial& form, const Backend& backend) {
  const auto refused = [](const Error& error) { return tl::unexpected(Errors{error}); };
  const auto id = call.path_id<OpportunityId>("opportunity");
  if (!id) return refused(id.error());
  const auto may = may_with_opportunity(Right::edit_opportunities, *id, call, backend, call.stores());
  if (!may) return refused(may.error());
  const TrialDraft draft{*id, form.kind, form.what.value, form.from, form.to, form.known_at};
  const EditContext context{call.actor(), backend.clock.now(), backend.zones, backend.ids};
  const auto added = add_trial(draft, context, call.stores());
  if (!added) return tl::unexpected(added.error());
  auto shown = trial_form(*added, call.stores());
  if (!shown) return refused(shown.error());
  return *std::move(shown);
}

}  // namespace

void add_trial_handlers(Router& router, const Backend& backend) {
  router.on("list_trials", [&backend](const Call& call, const form::TrialsQuery& query) {
    return reading<form::List<form::Trial>>(call, backend,
                                            [&](Stores& stores) { return list_trials(call, query, backend, stores); });
  });
  router.on("suggest_trial", [&backend](const Call& call, const form::MomentQuery& query) {
    return reading<form::TrialSuggestion>(
        call, backend, [&](Stores& stores) { return trial_suggestion(call, query, backend, stores); });
  });
  router.on("add_trial",
            [&backend](const Call& call, const form::NewTrial& form) { return added_trial(call, form, backend); });
  router.on("extend_trial", [&backend](const Call& call, const form::ExtendTrial& form) {
    return edited_trial({TrialChangeKind::extended, form.to, text_of(form.reason), {}, form.known_at}, call, backend);
  });
  router.on("end_trial", [&backend](const Call& call, const form::EndTrial& form) -> Result<form::Trial> {
    if (form.state == TrialState::open) return fail(Fault::invalid, "trial.state.open", "/state");
    const auto kind = form.state == TrialState::converted ? TrialChangeKind::converted : TrialChangeKind::ended;
    return edited_trial({kind, form.day, text_of(form.reason), {}, form.known_at}, call, backend);
  });
}

}  // namespace paceline::api
