// SPDX-License-Identifier: Apache-2.0
#include "api/evidence_form.h"

#include <algorithm>
#include <map>

#include "api/activity_forms.h"
#include "api/activity_place.h"
#include "api/figures.h"
#include "base/enum_text.h"

namespace paceline::api {
namespace {

template <class E>
std::optional<std::string> text_of(const std::optional<E>& value) {
  return value ? std::optional(std::string(enum_text(*value))) : std::nullopt;
}

/// What the reason speaks of: the other topic, or when the contact was counted before.
std::optional<std::string> detail_of(const Evidence& verdict, const std::map<ActivityId, Instant>& times) {
  const Activity& activity = verdict.activity;
  if (verdict.counted_before) return to_text(times.at(*verdict.counted_before));
  switch (verdict.reason) {
    case Reason::other_topic: return activity.topic;
    case Reason::other_kind: return activity.kind;
    case Reason::wrong_outcome: return activity.outcome;
    case Reason::other_product_line: return activity.product_line;
    case Reason::other_segment: return activity.segment;
    case Reason::wrong_source: return activity.lead_source;
    case Reason::wrong_temperature: return text_of(activity.temperature);
    case Reason::wrong_relation: return text_of(activity.relation);
    case Reason::signal_other_topic: return verdict.signal->topic;
    case Reason::signal_after_activity:
    case Reason::signal_too_old: return to_text(verdict.signal->occurred_at);
    default: return std::nullopt;
  }
}

/// What a fact of the pipeline has beside what an activity has.
Result<void> add_part(const Evidence& verdict, form::EvidenceItem& item, Stores& stores) {
  const Activity& a = verdict.activity;
  if (a.part->fact == PipelineFact::sale) item.sale_id = SaleId(a.activity_id.value());
  if (a.part->fact == PipelineFact::estimate) item.estimate_id = EstimateId(a.activity_id.value());
  if (a.part->opportunity_id) item.opportunity_id = OpportunityId(*a.part->opportunity_id);
  if (!a.account_id) return {};
  PACELINE_TRY(const auto names, stores.accounts.names_of({*a.account_id}));
  const auto name = names.find(*a.account_id);
  if (name != names.end()) item.account_name = name->second;
  return {};
}

Result<form::EvidenceItem> item_of(const Evidence& verdict, const std::map<ActivityId, Instant>& times,
                                   Stores& stores) {
  const Activity& a = verdict.activity;
  form::EvidenceItem item;
  item.activity_id = a.activity_id;
  item.occurred_at = a.occurred_at;
  item.day = a.day;
  item.counts = verdict.counts();
  item.reason = verdict.reason;
  item.detail = detail_of(verdict, times);
  item.kind = a.kind;
  item.direction = a.direction;
  item.duration_s = a.duration_s;
  item.outcome = a.outcome;
  item.topic = a.topic;
  item.contact_id = a.contact_id;
  item.worth_minor = verdict.worth;
  if (a.part) PACELINE_CHECK(add_part(verdict, item, stores));
  if (!a.contact_id) return item;
  PACELINE_TRY(const auto row, stores.contacts.contact_row(*a.contact_id));
  if (row) item.contact_name = row->contact.name;
  if (row) item.account_name = row->account_name;
  return item;
}

void tally(const std::vector<Evidence>& verdicts, form::Evidence& form) {
  std::map<Reason, std::int64_t> reasons;
  for (const Evidence& verdict : verdicts) {
    if (!verdict.counts()) ++form.not_counted;
    ++reasons[verdict.reason];
  }
  form.counted = counted_of(verdicts);
  for (const auto& [reason, n] : reasons) form.reasons.push_back({reason, n});
  std::stable_sort(form.reasons.begin(), form.reasons.end(), [](const auto& a, const auto& b) { return a.n > b.n; });
}

bool asked_for(const Evidence& verdict, form::Counting counting) {
  return counting == form::Counting::all || verdict.counts() == (counting == form::Counting::yes);
}

/// Leaves one page of the list, newest first; returns the cursor of the one after it.
Result<std::optional<std::string>> cut_page(std::vector<Evidence>& verdicts, const form::PageQuery& query) {
  PACELINE_TRY(const auto before, place_before_page(query));
  if (before) std::erase_if(verdicts, [&](const Evidence& v) { return place_of(v.activity) >= *before; });
  const auto limit = static_cast<std::size_t>(query.limit.value);
  if (verdicts.size() <= limit) return std::nullopt;
  verdicts.erase(verdicts.begin() + static_cast<std::ptrdiff_t>(limit), verdicts.end());
  return cursor_of(verdicts.back().activity);
}

}  // namespace

Result<form::Evidence> evidence_form(const QuotaInForce& quota, std::vector<Evidence> verdicts,
                                     const form::EvidenceQuery& query, Stores& stores) {
  std::map<ActivityId, Instant> times;
  for (const Evidence& verdict : verdicts) times.emplace(verdict.activity.activity_id, verdict.activity.occurred_at);
  if (query.kinds == form::KindsShown::rule) {
    std::erase_if(verdicts, [](const Evidence& verdict) { return verdict.reason == Reason::other_kind; });
  }
  form::Evidence form;
  form.rule = quota.rule;
  form.period = period_form(quota.period);
  tally(verdicts, form);
  std::erase_if(verdicts, [&](const Evidence& v) { return !asked_for(v, query.counts.value_or(form::Counting::all)); });
  std::reverse(verdicts.begin(), verdicts.end());
  PACELINE_TRY(form.next, cut_page(verdicts, query));
  std::vector<ActivityId> ids;
  ids.reserve(verdicts.size());
  for (const Evidence& verdict : verdicts) ids.push_back(verdict.activity.activity_id);
  PACELINE_TRY(auto sources, sources_of(ids, stores.evidence));
  for (std::size_t at = 0; at < verdicts.size(); ++at) {
    PACELINE_TRY(auto item, item_of(verdicts[at], times, stores));
    item.sources = std::move(sources[at]);
    form.items.push_back(std::move(item));
  }
  return form;
}

}  // namespace paceline::api
