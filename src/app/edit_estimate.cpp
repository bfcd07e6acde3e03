// SPDX-License-Identifier: Apache-2.0
#include "app/edit_estimate.h"

#include <algorithm>
#include <set>

#include "app/counted_facts.h"
#include "app/estimate_activity.h"
#include "app/latest_told.h"
#include "app/opportunity_now.h"
#include "app/turns.h"
#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestEstimateText = 2'000;
constexpr std::size_t kLongestEstimateKey = 200;

auto only_fault(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

Result<std::vector<EstimateLine>> named_lines(const std::vector<EstimateLineDraft>& told, PipelineStore& pipelines,
                                              Errors& faults) {
  PACELINE_TRY(const auto all, pipelines.product_lines());
  std::vector<EstimateLine> lines;
  for (const EstimateLineDraft& draft : told) {
    const std::string pointer = "/lines/" + std::to_string(lines.size());
    EstimateLine& line = lines.emplace_back(draft.line);
    if (!is_plain_text(line.description, kLongestEstimateText))
      faults.push_back({Fault::invalid, "estimate.text.not_allowed", pointer + "/description", {}});
    if (!draft.product_line) continue;
    const auto id = parse_id<ProductLineId>(*draft.product_line);
    const auto found = std::find_if(all.begin(), all.end(), [&](const ProductLine& each) {
      return each.key == *draft.product_line || (id && each.product_line_id == *id);
    });
    if (found == all.end()) faults.push_back({Fault::invalid, "product_line.unknown", pointer + "/product_line", {}});
    if (found != all.end()) line.product_line_id = found->product_line_id;
  }
  return lines;
}

Result<void> check_replaceable(EstimateState state, const char* pointer) {
  if (state == EstimateState::sent || state == EstimateState::declined) return {};
  return fail(Fault::conflict, "estimate.not_replaceable", pointer, std::string(enum_text(state)));
}

/// The edition before it. None is needed: nothing is replaced.
Result<std::optional<KnownEstimate>> replaced_by(const EstimateDraft& draft, EstimateStore& estimates) {
  if (!draft.replaces) return std::optional<KnownEstimate>();
  PACELINE_TRY(const auto all, estimates.of_opportunity(draft.opportunity_id));
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const KnownEstimate& each) { return each.estimate.estimate_id == *draft.replaces; });
  if (found == all.end()) return fail(Fault::invalid, "estimate.unknown", "/replaces");
  PACELINE_CHECK(check_replaceable(found->now.state, "/replaces"));
  return std::optional(*found);
}

Result<Estimate> estimate_of(const EstimateDraft& draft, const OpportunityNow& opportunity,
                             std::vector<EstimateLine> lines, const EditContext& context, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto own, Currency::parse(organisation.currency));
  PACELINE_TRY(const auto before, replaced_by(draft, stores.estimates));
  return Estimate{context.ids.make<EstimateId>(),
                  draft.key,
                  draft.opportunity_id,
                  opportunity.rep_id,
                  draft.replaces,
                  before ? before->estimate.edition + 1 : 1,
                  draft.currency.value_or(own),
                  std::move(lines),
                  draft.known_at.value_or(context.now),
                  context.now,
                  context.actor.user_id};
}

Result<void> check_order(const EstimateNow& now, EstimateChangeKind kind) {
  if (may_follow(now.state, kind)) return {};
  if (now.state == EstimateState::draft) return fail(Fault::conflict, "estimate.not_sent");
  if (now.state == EstimateState::sent) return fail(Fault::conflict, "estimate.sent_already");
  return fail(Fault::conflict, "estimate.ended", {}, std::string(enum_text(now.state)));
}

Errors faults_of_estimate_edit(const EstimateEdit& edit, Instant now) {
  Errors faults;
  const Instant latest = latest_told(now);
  const bool asks_why = edit.kind == EstimateChangeKind::declined || edit.kind == EstimateChangeKind::withdrawn;
  if (asks_why && (!edit.reason || trimmed(*edit.reason).empty()))
    faults.push_back({Fault::invalid, "estimate.reason.missing", "/reason", {}});
  if (edit.reason && !is_plain_text(*edit.reason, kLongestEstimateText))
    faults.push_back({Fault::invalid, "estimate.text.not_allowed", "/reason", {}});
  if (edit.occurred_at && *edit.occurred_at > latest)
    faults.push_back({Fault::invalid, "opportunity.occurred_at.in_future", "/occurred_at", {}});
  if (edit.known_at && *edit.known_at > latest)
    faults.push_back({Fault::invalid, "opportunity.known_at.in_future", "/known_at", {}});
  if (edit.known_at && edit.occurred_at && *edit.known_at < *edit.occurred_at)
    faults.push_back({Fault::invalid, "opportunity.known_at.before_occurred_at", "/known_at", {}});
  return faults;
}

/// What the edit makes of it, on the rep's own day.
Result<EstimateChange> change_asked(const Estimate& estimate, const EstimateNow& now, Instant last,
                                    const EstimateEdit& edit, const EditContext& context, PeopleStore& people) {
  if (edit.known_at && *edit.known_at < last)
    return fail(Fault::conflict, "estimate.known_at.before_last", "/known_at", to_text(last));
  const Instant known_at = edit.known_at.value_or(std::max(context.now, last));
  const Instant occurred_at = edit.occurred_at.value_or(known_at);
  PACELINE_TRY(const auto rep, people.find_user(estimate.rep_id));
  if (!rep) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(const LocalTime local, context.zones.local(occurred_at, rep->zone));
  if (local.day < kFirstDay) return fail(Fault::invalid, "instant.out_of_range", "/occurred_at");
  if (now.sent_day && local.day < *now.sent_day)
    return fail(Fault::invalid, "estimate.day.before_sent", "/occurred_at", to_text(*now.sent_day));
  if (edit.valid_until && *edit.valid_until < local.day)
    return fail(Fault::invalid, "estimate.valid_until.before_sent", "/valid_until", to_text(local.day));
  return EstimateChange{estimate.estimate_id, now.version + 1, edit.kind, local.day,   edit.valid_until,
                        edit.reason,          occurred_at,     known_at,  context.now, context.actor.user_id};
}

/// Adds the change after those that there are.
Result<EstimateNow> store_change(const Estimate& estimate, std::vector<EstimateChange> changes,
                                 const EstimateChange& change, EstimateStore& estimates) {
  changes.push_back(change);
  auto now = estimate_as_of(estimate, changes, kEver);
  PACELINE_CHECK(estimates.add_change(change, *now));
  return *std::move(now);
}

/// What the draft was written for may have ended meanwhile: what follows an edition that counts nowhere would not count
/// either.
Result<void> check_sending(const Estimate& estimate, const OpportunityNow& opportunity, EstimateStore& estimates) {
  if (opportunity.state == OpportunityState::voided) return fail(Fault::conflict, "opportunity.voided");
  if (!estimate.replaces) return {};
  PACELINE_TRY(const auto before, estimates.find(*estimate.replaces));
  PACELINE_TRY(const auto changes, estimates.changes_of(*estimate.replaces));
  return check_replaceable(estimate_as_of(*before, changes, kEver)->state, "");
}

/// What was sent before gives way to the edition that is sent now.
Result<void> end_edition_before(const Estimate& estimate, const EstimateChange& sent, EstimateStore& estimates) {
  if (!estimate.replaces) return {};
  PACELINE_TRY(const auto before, estimates.find(*estimate.replaces));
  PACELINE_TRY(auto changes, estimates.changes_of(*estimate.replaces));
  const auto now = estimate_as_of(*before, changes, kEver);
  if (!may_follow(now->state, EstimateChangeKind::superseded)) return {};
  EstimateChange ends = sent;
  ends.estimate_id = *estimate.replaces;
  ends.seq = now->version + 1;
  ends.kind = EstimateChangeKind::superseded;
  ends.valid_until.reset();
  ends.reason.reset();
  ends.known_at = std::max(sent.known_at, changes.back().known_at);
  PACELINE_CHECK(store_change(*before, std::move(changes), ends, estimates));
  return {};
}

/// What an estimate that is sent or withdrawn does to what was counted.
Checked<void> follow_with_activity(const Estimate& estimate, const EstimateChange& change, const EstimateNow& before,
                                   const OpportunityNow& opportunity, const EditContext& context, Stores& stores) {
  if (estimate.replaces) return {};
  if (change.kind == EstimateChangeKind::sent) return log_sent(estimate, change, opportunity, context, stores);
  const bool taken_back = change.kind == EstimateChangeKind::withdrawn && before.sent_day;
  return taken_back ? void_sent(estimate, change, context, stores) : Checked<void>();
}

Result<void> tell_estimate(const Estimate& estimate, RepId rep_id, Instant now, LedgerStore& ledger) {
  if (rep_id != estimate.rep_id) PACELINE_CHECK(ledger.tell("opportunity", rep_id, now));
  return ledger.tell("opportunity", estimate.rep_id, now);
}

/// What is sent is an activity with the contact, too: its turn comes before the rep's, as for who logs.
std::set<ContactId> contacts_of_estimate(const OpportunityNow& opportunity) {
  return opportunity.contact_id ? std::set{*opportunity.contact_id} : std::set<ContactId>();
}

Checked<KnownEstimate> store_edit(const Estimate& estimate, const std::vector<EstimateChange>& changes,
                                  const EstimateNow& before, const EstimateChange& change,
                                  const OpportunityNow& opportunity, const EditContext& context, Stores& stores) {
  const auto turns = take_turns(contacts_of_estimate(opportunity), {estimate.rep_id}, stores);
  if (!turns) return only_fault(turns.error());
  auto now = store_change(estimate, changes, change, stores.estimates);
  if (!now) return only_fault(now.error());
  const auto counted = recount_parts(places_of(estimate, *now), stores);
  if (!counted) return only_fault(counted.error());
  if (change.kind == EstimateChangeKind::sent) {
    const auto ended = end_edition_before(estimate, change, stores.estimates);
    if (!ended) return only_fault(ended.error());
  }
  const auto followed = follow_with_activity(estimate, change, before, opportunity, context, stores);
  if (!followed) return tl::unexpected(followed.error());
  const auto noted = stores.ledger.note({context.actor.user_id,
                                         "estimate." + std::string(enum_text(change.kind)),
                                         to_text(estimate.estimate_id),
                                         {},
                                         context.now});
  if (!noted) return only_fault(noted.error());
  const auto told = tell_estimate(estimate, opportunity.rep_id, context.now, stores.ledger);
  if (!told) return only_fault(told.error());
  return KnownEstimate{estimate, *std::move(now)};
}

}  // namespace

Checked<KnownEstimate> add_estimate(const EstimateDraft& draft, const EditContext& context, Stores& stores) {
  const auto opportunity = opportunity_in_turn(draft.opportunity_id, stores.opportunities);
  if (!opportunity) return only_fault(opportunity.error());
  if (opportunity->state == OpportunityState::voided)
    return only_fault({Fault::conflict, "opportunity.voided", {}, {}});
  Errors faults;
  auto lines = named_lines(draft.lines, stores.pipelines, faults);
  if (!lines) return only_fault(lines.error());
  const Errors of_lines = check_lines(*lines);
  faults.insert(faults.end(), of_lines.begin(), of_lines.end());
  if (draft.key && (draft.key->empty() || !is_plain_text(*draft.key, kLongestEstimateKey)))
    faults.push_back({Fault::invalid, "estimate.text.not_allowed", "/key", {}});
  if (draft.known_at && *draft.known_at > latest_told(context.now))
    faults.push_back({Fault::invalid, "opportunity.known_at.in_future", "/known_at", {}});
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  const auto estimate = estimate_of(draft, *opportunity, *std::move(lines), context, stores);
  if (!estimate) return only_fault(estimate.error());
  const auto added = stores.estimates.add(*estimate);
  if (!added) return only_fault(added.error());
  const auto told = tell_estimate(*estimate, opportunity->rep_id, context.now, stores.ledger);
  if (!told) return only_fault(told.error());
  return KnownEstimate{*estimate, *estimate_as_of(*estimate, {}, kEver)};
}

Checked<KnownEstimate> edit_estimate(EstimateId estimate_id, const EstimateEdit& edit, const EditContext& context,
                                     Stores& stores) {
  const auto found = stores.estimates.find(estimate_id);
  if (!found) return only_fault(found.error());
  if (!*found) return only_fault({Fault::not_found, "estimate.not_found", {}, {}});
  const Estimate& estimate = **found;
  const auto opportunity = opportunity_in_turn(estimate.opportunity_id, stores.opportunities);
  if (!opportunity) return only_fault(opportunity.error());
  const auto changes = stores.estimates.changes_of(estimate_id);
  if (!changes) return only_fault(changes.error());
  const auto before = estimate_as_of(estimate, *changes, kEver);
  if (edit.seen_version && *edit.seen_version != before->version)
    return only_fault({Fault::conflict, "estimate.changed", {}, "version " + std::to_string(before->version)});
  if (const auto order = check_order(*before, edit.kind); !order) return only_fault(order.error());
  if (edit.kind == EstimateChangeKind::sent) {
    if (const auto may = check_sending(estimate, *opportunity, stores.estimates); !may) return only_fault(may.error());
  }
  if (auto faults = faults_of_estimate_edit(edit, context.now); !faults.empty())
    return tl::unexpected(std::move(faults));
  const Instant last = changes->empty() ? estimate.known_at : changes->back().known_at;
  const auto change = change_asked(estimate, *before, last, edit, context, stores.people);
  if (!change) return only_fault(change.error());
  return store_edit(estimate, *changes, *before, *change, *opportunity, context, stores);
}

}  // namespace paceline
