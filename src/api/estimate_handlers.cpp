// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "api/batches.h"
#include "api/estimate_forms.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_edits.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "app/edit_estimate.h"

namespace paceline::api {
namespace {

/// Each as it was known then.
Result<std::vector<KnownEstimate>> known_then(std::vector<KnownEstimate> list, AsOf when, EstimateStore& estimates) {
  if (when.is_now()) return list;
  std::vector<KnownEstimate> then;
  for (KnownEstimate& each : list) {
    PACELINE_TRY(const auto changes, estimates.changes_of(each.estimate.estimate_id));
    auto now = estimate_as_of(each.estimate, changes, when.as_of);
    if (now) then.push_back({std::move(each.estimate), *std::move(now)});
  }
  return then;
}

/// Those sent within the days, by day, of reps whom the caller may see.
Result<std::vector<KnownEstimate>> sent_within(Period period, const SomeReps& reps, AsOf when,
                                               EstimateStore& estimates) {
  PACELINE_TRY(auto all, when.is_now() ? estimates.sent_in(period) : estimates.all_as_of(when.as_of));
  std::erase_if(all, [&](const KnownEstimate& each) {
    return !is_one_of(reps, each.estimate.rep_id) || !each.now.sent_day || !period.contains(*each.now.sent_day);
  });
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.now.sent_day < b.now.sent_day; });
  return all;
}

Result<std::vector<KnownEstimate>> estimates_asked(const form::EstimatesQuery& query, AsOf when, const Call& call,
                                                   const Backend& backend, Stores& stores) {
  if (query.opportunity) {
    PACELINE_CHECK(may_with_opportunity(Right::read_opportunities, *query.opportunity, call, backend, stores));
    PACELINE_TRY(auto all, stores.estimates.of_opportunity(*query.opportunity));
    return known_then(std::move(all), when, stores.estimates);
  }
  PACELINE_TRY(const auto reps,
               asked_reps(api::name_of(query.rep), api::name_of(query.team), call, backend, stores.people));
  return sent_within({query.from.value_or(kFirstDay), query.to.value_or(kLastDay)}, reps, when, stores.estimates);
}

Result<form::List<form::Estimate>> list_estimates(const Call& call, const form::EstimatesQuery& query,
                                                  const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto found, estimates_asked(query, when, call, backend, stores));
  PACELINE_TRY(const auto writer, EstimateWriter::make(when, backend, stores));
  if (query.state)
    std::erase_if(found, [&](const KnownEstimate& each) { return writer.state_of(each) != *query.state; });
  PACELINE_TRY(const auto page, page_of(std::move(found), query));
  form::List<form::Estimate> list;
  PACELINE_TRY(list.items, writer.forms_of(page.items));
  list.next = page.next;
  std::set<RepId> reps;
  for (const form::Estimate& form : list.items) reps.insert(form.rep.rep_id);
  PACELINE_CHECK(note_looks(call, reps, Looked::activities, backend, stores.people));
  return list;
}

Result<form::List<form::EstimateSum>> sum_estimates(const Call& call, const form::EstimateSumsQuery& query,
                                                    const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const auto reps,
               asked_reps(api::name_of(query.rep), api::name_of(query.team), call, backend, stores.people));
  const Period period{query.from.value_or(kFirstDay), query.to.value_or(kLastDay)};
  PACELINE_TRY(const auto sent, sent_within(period, reps, when, stores.estimates));
  PACELINE_TRY(const auto writer, EstimateWriter::make(when, backend, stores));
  return page_of(writer.sums_of(sent, query.by.value_or(form::EstimatesBy::rep)), query);
}

Result<Estimate> estimate_for(Right right, const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<EstimateId>("estimate"));
  PACELINE_TRY(auto estimate, stores.estimates.find(id));
  if (!estimate) return fail(Fault::not_found, "estimate.not_found");
  PACELINE_CHECK(may_with_opportunity(right, estimate->opportunity_id, call, backend, stores));
  return *std::move(estimate);
}

Result<form::EstimateDetail> estimate_at(const Call& call, const form::MomentQuery& query, const Backend& backend,
                                         Stores& stores) {
  PACELINE_TRY(auto estimate, estimate_for(Right::read_opportunities, call, backend, stores));
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const auto changes, stores.estimates.changes_of(estimate.estimate_id));
  auto now = estimate_as_of(estimate, changes, when.is_now() ? kEver : when.as_of);
  if (!now) return fail(Fault::not_found, "estimate.not_found");
  PACELINE_TRY(const auto writer, EstimateWriter::make(when, backend, stores));
  PACELINE_TRY(auto detail, writer.detail_of({std::move(estimate), *std::move(now)}));
  PACELINE_CHECK(note_looks(call, {detail.rep.rep_id}, Looked::activities, backend, stores.people));
  return detail;
}

Response with_estimate_tag(const Call& call, const form::EstimateDetail& detail) {
  Response response = answer_with(call, detail);
  response.headers.emplace_back("ETag", '"' + std::to_string(detail.version) + '"');
  return response;
}

Response shown_estimate(const Checked<KnownEstimate>& known, const Call& call, const Backend& backend) {
  if (!known) return problem(known.error());
  const Instant now = backend.clock.now();
  const auto writer = EstimateWriter::make(AsOf{now, now}, backend, call.stores());
  if (!writer) return problem(writer.error());
  const auto detail = writer->detail_of(*known);
  return detail ? with_estimate_tag(call, *detail) : problem(detail.error());
}

EditContext estimate_context(const Call& call, const Backend& backend) {
  return {call.actor(), backend.clock.now(), backend.zones, backend.ids};
}

EstimateDraft estimate_draft_of(OpportunityId id, const form::NewEstimate& form) {
  EstimateDraft draft;
  draft.opportunity_id = id;
  draft.key = text_of(form.key);
  draft.replaces = form.replaces;
  draft.currency = form.currency;
  draft.known_at = form.known_at;
  for (const form::NewEstimateLine& line : form.lines) {
    draft.lines.push_back({text_of(line.product_line),
                           {{},
                            text_of(line.description).value_or(""),
                            line.quantity_milli.value_or(kOneInThousandths),
                            line.unit_price_minor,
                            line.discount_bp.value_or(0)}});
  }
  return draft;
}

/// All or nothing: one that cannot be sent is not made.
Response added_estimate(const Call& call, const form::NewEstimate& form, const Backend& backend) {
  const auto id = call.path_id<OpportunityId>("opportunity");
  if (!id) return problem(id.error());
  const auto may = may_with_opportunity(Right::edit_opportunities, *id, call, backend, call.stores());
  if (!may) return problem(may.error());
  const EditContext context = estimate_context(call, backend);
  const auto added = add_estimate(estimate_draft_of(*id, form), context, call.stores());
  if (!added || !form.send.value_or(false)) return shown_estimate(added, call, backend);
  const EstimateEdit sends{EstimateChangeKind::sent, {},          form.occurred_at, form.known_at,
                           form.valid_until,         std::nullopt};
  return shown_estimate(edit_estimate(added->estimate.estimate_id, sends, context, call.stores()), call, backend);
}

Response edited_estimate(EstimateEdit edit, const Call& call, const Backend& backend) {
  const auto estimate = estimate_for(Right::edit_opportunities, call, backend, call.stores());
  if (!estimate) return problem(estimate.error());
  const auto version = seen_version(call);
  if (!version) return problem(version.error());
  edit.seen_version = *version;
  return shown_estimate(edit_estimate(estimate->estimate_id, edit, estimate_context(call, backend), call.stores()),
                        call, backend);
}

EstimateEdit estimate_edit_of(EstimateChangeKind kind, const form::FactTimes& form) {
  return {kind, {}, form.occurred_at, form.known_at, {}, text_of(form.reason)};
}

void add_estimate_changes(Router& router, const Backend& backend) {
  router.on("send_estimate", [&backend](const Call& call, const form::SendEstimate& form) {
    EstimateEdit edit = estimate_edit_of(EstimateChangeKind::sent, form);
    edit.valid_until = form.valid_until;
    return edited_estimate(std::move(edit), call, backend);
  });
  router.on("accept_estimate", [&backend](const Call& call, const form::FactTimes& form) {
    return edited_estimate(estimate_edit_of(EstimateChangeKind::accepted, form), call, backend);
  });
  router.on("decline_estimate", [&backend](const Call& call, const form::FactTimes& form) {
    return edited_estimate(estimate_edit_of(EstimateChangeKind::declined, form), call, backend);
  });
  router.on("withdraw_estimate", [&backend](const Call& call, const form::FactTimes& form) {
    return edited_estimate(estimate_edit_of(EstimateChangeKind::withdrawn, form), call, backend);
  });
}

}  // namespace

void add_estimate_handlers(Router& router, const Backend& backend) {
  router.on("list_estimates", [&backend](const Call& call, const form::EstimatesQuery& query) {
    return reading<form::List<form::Estimate>>(
        call, backend, [&](Stores& stores) { return list_estimates(call, query, backend, stores); });
  });
  router.on("sum_estimates", [&backend](const Call& call, const form::EstimateSumsQuery& query) {
    return reading<form::List<form::EstimateSum>>(
        call, backend, [&](Stores& stores) { return sum_estimates(call, query, backend, stores); });
  });
  router.on("get_estimate", [&backend](const Call& call, const form::MomentQuery& query) -> Response {
    const auto detail = reading<form::EstimateDetail>(
        call, backend, [&](Stores& stores) { return estimate_at(call, query, backend, stores); });
    return detail ? with_estimate_tag(call, *detail) : problem(detail.error());
  });
  router.on("add_estimate", [&backend](const Call& call, const form::NewEstimate& form) {
    return added_estimate(call, form, backend);
  });
  add_estimate_changes(router, backend);
}

}  // namespace paceline::api
