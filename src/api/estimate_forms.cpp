// SPDX-License-Identifier: Apache-2.0
#include "api/estimate_forms.h"

#include <algorithm>
#include <set>

#include "app/opportunity_now.h"

namespace paceline::api {
namespace {

/// Has the opportunity these amounts, and no assumed one?
bool has_amounts(const OpportunityNow& now, const std::vector<EstimatePart>& parts) {
  return std::equal(now.amounts.begin(), now.amounts.end(), parts.begin(), parts.end(),
                    [](const LineAmount& amount, const EstimatePart& part) {
                      return amount.product_line_id == part.product_line_id && amount.amount == part.worth &&
                             !amount.assumed;
                    });
}

/// A sum of one group, to which estimates are added.
void add_to_sum(form::EstimateSum& sum, const Result<Money>& worth, const Currency& reporting) {
  ++sum.count;
  const auto total = worth ? add(Money(sum.amount_minor, reporting), *worth) : worth;
  if (total) sum.amount_minor = total->minor();
  if (!total) ++sum.unpriced;
}

}  // namespace

Result<EstimateWriter> EstimateWriter::make(AsOf when, const Backend& backend, Stores& stores) {
  PACELINE_TRY(auto opportunities, OpportunityWriter::make(when, backend, stores));
  EstimateWriter writer(std::move(opportunities), when, backend.zones, stores);
  PACELINE_TRY(writer.rates_, stores.pipelines.currency_rates());
  PACELINE_TRY(auto users, stores.people.users());
  for (User& user : users) writer.users_.emplace(user.user_id, std::move(user));
  return writer;
}

Day EstimateWriter::today_of_rep(RepId rep_id) const {
  const auto user = users_.find(rep_id);
  if (user != users_.end()) {
    if (const auto local = zones_.local(when_.as_of, user->second.zone)) return local->day;
  }
  return Day(static_cast<std::int32_t>(when_.as_of.microseconds() / kMicrosecondsPerSecond / kSecondsPerDay));
}

EstimateState EstimateWriter::state_of(const KnownEstimate& known) const {
  return state_on(known.now, today_of_rep(known.estimate.rep_id));
}

Result<Money> EstimateWriter::reported_worth(const KnownEstimate& known) const {
  const Day day = known.now.sent_day.value_or(today_of_rep(known.estimate.rep_id));
  PACELINE_TRY(const auto parts, reported_parts(known.estimate, day, writer_.currency(), rates_));
  Money sum(0, writer_.currency());
  for (const EstimatePart& part : parts) {
    PACELINE_TRY(sum, add(sum, part.worth));
  }
  return sum;
}

form::Estimate EstimateWriter::form_of(const KnownEstimate& known, const std::string& name) const {
  const Estimate& estimate = known.estimate;
  form::Estimate form;
  form.estimate_id = estimate.estimate_id;
  form.key = estimate.key;
  form.opportunity = {estimate.opportunity_id, name};
  form.rep = writer_.owner_name(estimate.rep_id);
  form.replaces = estimate.replaces;
  form.edition = estimate.edition;
  form.state = state_of(known);
  for (const EstimateLine& line : estimate.lines) {
    form.lines.push_back({writer_.line_name(line.product_line_id), line.description, line.quantity_milli,
                          form::money_form(Money(line.unit_price_minor, estimate.currency)), line.discount_bp,
                          form::money_form(Money(worth_minor(line), estimate.currency))});
  }
  form.worth = form::money_form(worth_of(estimate));
  const auto reported = reported_worth(known);
  if (reported) form.reported = form::money_form(*reported);
  if (!reported) form.why_no_worth = reported.error().code;
  form.sent_day = known.now.sent_day;
  form.valid_until = known.now.valid_until;
  form.ended_day = known.now.ended_day;
  form.end_reason = known.now.end_reason;
  form.counts = counts_as_sent(estimate, known.now);
  form.known_at = estimate.known_at;
  form.version = known.now.version;
  return form;
}

Result<std::vector<form::Estimate>> EstimateWriter::forms_of(const std::vector<KnownEstimate>& known) const {
  std::set<OpportunityId> ids;
  for (const KnownEstimate& each : known) ids.insert(each.estimate.opportunity_id);
  PACELINE_TRY(const auto names, stores_.opportunities.names_of({ids.begin(), ids.end()}));
  std::vector<form::Estimate> forms;
  forms.reserve(known.size());
  for (const KnownEstimate& each : known) forms.push_back(form_of(each, names.at(each.estimate.opportunity_id)));
  return forms;
}

Result<form::EstimateOffer> EstimateWriter::offer_of(const Estimate& estimate) const {
  PACELINE_TRY(const auto opportunity, stores_.opportunities.find(estimate.opportunity_id));
  PACELINE_TRY(const auto now, opportunity_now(estimate.opportunity_id, stores_.opportunities));
  const auto parts = parts_of(estimate);
  form::EstimateOffer offer;
  for (const EstimatePart& part : parts)
    offer.amounts.push_back({writer_.line_name(part.product_line_id), form::money_form(part.worth)});
  offer.opportunity_version = now.version;
  if (now.state != OpportunityState::open) return offer;
  offer.amounts_differ = !has_amounts(now, parts);
  for (const Pipeline& pipeline : writer_.pipelines()) {
    if (pipeline.pipeline_id == opportunity->pipeline_id) offer.won_stage = won_stage(pipeline).key;
  }
  return offer;
}

Result<form::EstimateDetail> EstimateWriter::detail_of(const KnownEstimate& known) const {
  PACELINE_TRY(auto forms, forms_of({known}));
  form::EstimateDetail detail;
  static_cast<form::Estimate&>(detail) = std::move(forms.front());
  if (known.now.state != EstimateState::accepted) return detail;
  PACELINE_TRY(detail.offer, offer_of(known.estimate));
  return detail;
}

std::vector<form::EstimateSum> EstimateWriter::sums_of(const std::vector<KnownEstimate>& known,
                                                       form::EstimatesBy by) const {
  std::map<std::string, form::EstimateSum> sums;
  const auto group = [&](const std::string& key, const std::optional<std::string>& name) -> form::EstimateSum& {
    form::EstimateSum& sum = sums[key];
    sum.key = key;
    sum.name = name;
    sum.currency = std::string(writer_.currency().code());
    return sum;
  };
  for (const KnownEstimate& each : known) {
    if (!counts_as_sent(each.estimate, each.now)) continue;
    const Day day = *each.now.sent_day;
    switch (by) {
      case form::EstimatesBy::product_line:
        for (const EstimatePart& part : parts_of(each.estimate)) {
          const auto name = writer_.line_name(part.product_line_id);
          add_to_sum(group(name ? name->key : "", name ? std::optional(name->name) : std::nullopt),
                     writer_.reported(part.worth, day), writer_.currency());
        }
        break;
      case form::EstimatesBy::month:
        add_to_sum(group(period_key({PeriodKind::month, period_of(PeriodKind::month, day)}), {}), reported_worth(each),
                   writer_.currency());
        break;
      case form::EstimatesBy::rep: {
        const User& user = users_.at(each.estimate.rep_id);
        add_to_sum(group(user.email, user.name), reported_worth(each), writer_.currency());
        break;
      }
    }
  }
  std::vector<form::EstimateSum> list;
  list.reserve(sums.size());
  for (const auto& [key, sum] : sums) list.push_back(sum);
  return list;
}

}  // namespace paceline::api
