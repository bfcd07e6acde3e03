// SPDX-License-Identifier: Apache-2.0
#include "app/edit_trial.h"

#include <algorithm>

#include "app/latest_told.h"
#include "app/opportunity_now.h"
#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestTrialText = 2'000;

Errors faults_of_trial(const TrialDraft& draft, Instant now) {
  Errors faults;
  if (trimmed(draft.what).empty() || !is_plain_text(draft.what, kLongestTrialText))
    faults.push_back({Fault::invalid, "trial.text.not_allowed", "/what", {}});
  if (draft.to_day < draft.from_day)
    faults.push_back({Fault::invalid, "trial.to.before_from", "/to", to_text(draft.from_day)});
  if (draft.known_at && *draft.known_at > latest_told(now))
    faults.push_back({Fault::invalid, "opportunity.known_at.in_future", "/known_at", {}});
  return faults;
}

Result<Day> trial_today(RepId rep_id, const EditContext& context, PeopleStore& people) {
  PACELINE_TRY(const auto rep, people.find_user(rep_id));
  if (!rep) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(const LocalTime local, context.zones.local(context.now, rep->zone));
  return local.day;
}

Result<Day> day_of_edit(const TrialEdit& edit, const Trial& trial, const TrialNow& now, Day today) {
  if (edit.kind == TrialChangeKind::extended) {
    if (!edit.day) return fail(Fault::invalid, "trial.day.missing", "/to");
    if (*edit.day <= now.to_day) return fail(Fault::invalid, "trial.to.not_later", "/to", to_text(now.to_day));
    return *edit.day;
  }
  const Day day = edit.day.value_or(today);
  if (day < trial.from_day) return fail(Fault::invalid, "trial.day.before_from", "/day", to_text(trial.from_day));
  if (day > today) return fail(Fault::invalid, "trial.day.in_future", "/day");
  return day;
}

Result<void> check_trial_edit(const TrialEdit& edit, const TrialNow& now, Instant last, Instant clock) {
  if (edit.seen_version && *edit.seen_version != now.version)
    return fail(Fault::conflict, "trial.changed", {}, "version " + std::to_string(now.version));
  if (now.state != TrialState::open) return fail(Fault::conflict, "trial.ended", {}, std::string(enum_text(now.state)));
  if (edit.reason && !is_plain_text(*edit.reason, kLongestTrialText))
    return fail(Fault::invalid, "trial.text.not_allowed", "/reason");
  if (edit.known_at && *edit.known_at > latest_told(clock))
    return fail(Fault::invalid, "opportunity.known_at.in_future", "/known_at");
  if (edit.known_at && *edit.known_at < last)
    return fail(Fault::conflict, "trial.known_at.before_last", "/known_at", to_text(last));
  return {};
}

/// As it was known then.
Result<bool> had_open_trial(OpportunityId id, Instant as_of, TrialStore& trials) {
  PACELINE_TRY(const auto all, trials.of_opportunity(id));
  for (const KnownTrial& each : all) {
    PACELINE_TRY(const auto changes, trials.changes_of(each.trial.trial_id));
    const auto then = trial_as_of(each.trial, changes, as_of);
    if (then && then->state == TrialState::open) return true;
  }
  return false;
}

Result<KnownTrial> store_trial(const TrialDraft& draft, const EditContext& context, Stores& stores) {
  PACELINE_TRY(const auto opportunity, opportunity_in_turn(draft.opportunity_id, stores.opportunities));
  if (opportunity.state == OpportunityState::voided) return fail(Fault::conflict, "opportunity.voided");
  const Trial trial{context.ids.make<TrialId>(),
                    draft.opportunity_id,
                    draft.kind,
                    draft.what,
                    draft.from_day,
                    draft.to_day,
                    draft.known_at.value_or(context.now),
                    context.now,
                    context.actor.user_id};
  PACELINE_CHECK(stores.trials.add(trial));
  PACELINE_CHECK(stores.ledger.tell("opportunity", opportunity.rep_id, context.now));
  return KnownTrial{trial, *trial_as_of(trial, {}, kEver)};
}

}  // namespace

Checked<KnownTrial> add_trial(const TrialDraft& draft, const EditContext& context, Stores& stores) {
  if (auto faults = faults_of_trial(draft, context.now); !faults.empty()) return tl::unexpected(std::move(faults));
  auto stored = store_trial(draft, context, stores);
  if (!stored) return tl::unexpected(Errors{stored.error()});
  return *std::move(stored);
}

Result<KnownTrial> edit_trial(TrialId trial_id, const TrialEdit& edit, const EditContext& context, Stores& stores) {
  PACELINE_TRY(auto trial, stores.trials.find(trial_id));
  if (!trial) return fail(Fault::not_found, "trial.not_found");
  PACELINE_TRY(const auto opportunity, opportunity_in_turn(trial->opportunity_id, stores.opportunities));
  PACELINE_TRY(auto changes, stores.trials.changes_of(trial_id));
  const auto before = trial_as_of(*trial, changes, kEver);
  const Instant last = changes.empty() ? trial->known_at : changes.back().known_at;
  PACELINE_CHECK(check_trial_edit(edit, *before, last, context.now));
  PACELINE_TRY(const Day today, trial_today(opportunity.rep_id, context, stores.people));
  PACELINE_TRY(const Day day, day_of_edit(edit, *trial, *before, today));
  const TrialChange change{trial_id,    before->version + 1,  edit.kind,
                           day,         edit.reason,          edit.known_at.value_or(std::max(context.now, last)),
                           context.now, context.actor.user_id};
  changes.push_back(change);
  auto now = trial_as_of(*trial, changes, kEver);
  PACELINE_CHECK(stores.trials.add_change(change, *now));
  PACELINE_CHECK(stores.ledger.tell("opportunity", opportunity.rep_id, context.now));
  return KnownTrial{*std::move(trial), *std::move(now)};
}

Result<TrialSuggestion> suggest_trial(OpportunityId opportunity_id, const SomeReps& seen, Instant as_of,
                                      Stores& stores) {
  PACELINE_TRY(const auto own, stores.opportunities.facts_of(opportunity_id));
  const auto now = opportunity_as_of(own, as_of);
  if (!now) return fail(Fault::not_found, "opportunity.not_found");
  TrialSuggestion suggestion;
  suggestion.stage_since = now->stage_since;
  if (now->state != OpportunityState::open) return suggestion;
  PACELINE_TRY(const bool has_one, had_open_trial(opportunity_id, as_of, stores.trials));
  PACELINE_TRY(const auto stays, read_stage_days(seen, as_of, stores));
  suggestion.usual = stay_in(stays, now->stage_id);
  suggestion.suggested = !has_one && is_slow(*now, suggestion.usual, as_of);
  return suggestion;
}

}  // namespace paceline
