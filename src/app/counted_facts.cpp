// SPDX-License-Identifier: Apache-2.0
#include "app/counted_facts.h"

#include <algorithm>

#include "app/cells.h"
#include "base/enum_text.h"
#include "pipeline/exchange.h"

namespace paceline {
namespace {

/// What sales are made into parts by.
struct PartGround {
  Currency reporting;
  std::vector<CurrencyRate> rates;
  std::map<ProductLineId, ProductLine> product_lines;
};

Result<PartGround> read_ground(Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto reporting, Currency::parse(organisation.currency));
  PartGround ground{reporting, {}, {}};
  PACELINE_TRY(ground.rates, stores.pipelines.currency_rates());
  PACELINE_TRY(auto all, stores.pipelines.product_lines());
  for (ProductLine& line : all) ground.product_lines.emplace(line.product_line_id, std::move(line));
  return ground;
}

/// The key of the line and of those around it. A loop that is stored nevertheless ends the search.
std::vector<std::string> keys_around(const PartGround& ground, std::optional<ProductLineId> line_id) {
  std::vector<std::string> keys;
  while (line_id && keys.size() <= ground.product_lines.size()) {
    const auto line = ground.product_lines.find(*line_id);
    if (line == ground.product_lines.end()) break;
    keys.push_back(line->second.key);
    line_id = line->second.parent_id;
  }
  return keys;
}

bool by_share(const SaleShare& a, const SaleShare& b) {
  return a.share_bp < b.share_bp;
}

PartLine part_line(const SaleLine& line, const SaleNow& now, std::size_t at, const PartGround& ground) {
  PartLine part{keys_around(ground, line.product_line_id), {}};
  const auto whole = in_currency(line.amount, ground.reporting, ground.rates, now.day);
  if (whole) part.minor = parts_of(*whole, now.shares)[at].minor();
  return part;
}

/// None: the rep has no share of it.
std::optional<Activity> part_of(const KnownSale& known, RepId rep_id, const PartGround& ground) {
  const auto& shares = known.now.shares;
  const auto own =
      std::find_if(shares.begin(), shares.end(), [&](const SaleShare& share) { return share.rep_id == rep_id; });
  if (own == shares.end()) return std::nullopt;
  Activity activity;
  activity.activity_id = ActivityId(known.sale.sale_id.value());
  activity.rep_id = rep_id;
  activity.account_id = known.sale.account_id;
  activity.kind = enum_text(PipelineFact::sale);
  activity.occurred_at = known.sale.occurred_at;
  activity.known_at = known.sale.known_at;
  activity.day = known.now.day;
  if (known.now.cancelled) activity.state = ActivityState::voided;
  PipelinePart& part = activity.part.emplace();
  if (known.sale.opportunity_id) part.opportunity_id = known.sale.opportunity_id->value();
  part.leads = own == std::max_element(shares.begin(), shares.end(), by_share);
  const auto at = static_cast<std::size_t>(own - shares.begin());
  for (const SaleLine& line : known.sale.lines) part.lines.push_back(part_line(line, known.now, at, ground));
  return activity;
}

/// None: a draft, or a later edition.
std::optional<Activity> part_of(const KnownEstimate& known, const PartGround& ground) {
  const Estimate& estimate = known.estimate;
  if (estimate.replaces || !known.now.sent_day) return std::nullopt;
  Activity activity;
  activity.activity_id = ActivityId(estimate.estimate_id.value());
  activity.rep_id = estimate.rep_id;
  activity.kind = enum_text(PipelineFact::estimate);
  activity.occurred_at = estimate.known_at;
  activity.known_at = estimate.known_at;
  activity.day = *known.now.sent_day;
  if (!counts_as_sent(estimate, known.now)) activity.state = ActivityState::voided;
  PipelinePart& part = activity.part.emplace();
  part.fact = PipelineFact::estimate;
  part.opportunity_id = estimate.opportunity_id.value();
  for (const EstimatePart& each : parts_of(estimate)) {
    PartLine line{keys_around(ground, each.product_line_id), {}};
    const auto worth = in_currency(each.worth, ground.reporting, ground.rates, activity.day);
    if (worth) line.minor = worth->minor();
    part.lines.push_back(std::move(line));
  }
  return activity;
}

/// What is counted happened when it was sent, however long before it was written.
Result<void> tell_when_sent(Activity& part, EstimateStore& estimates) {
  PACELINE_TRY(const auto changes, estimates.changes_of(EstimateId(part.activity_id.value())));
  const auto sent = std::find_if(changes.begin(), changes.end(),
                                 [](const EstimateChange& change) { return change.kind == EstimateChangeKind::sent; });
  if (sent == changes.end()) return {};
  part.occurred_at = sent->occurred_at;
  part.known_at = sent->known_at;
  return {};
}

/// Which facts of the pipeline some rules are about.
struct Sources {
  bool sales = false;
  bool estimates = false;
};

template <class Rules, class UnitOf>
Sources sources_of(const Rules& rules, UnitOf unit_of) {
  Sources sources;
  for (const auto& rule : rules) {
    const Unit unit = unit_of(rule);
    sources.sales = sources.sales || unit == Unit::won || unit == Unit::booked;
    sources.estimates = sources.estimates || unit == Unit::estimates || unit == Unit::estimated;
  }
  return sources;
}

Result<std::vector<Activity>> parts_of_rep(Sources sources, RepId rep_id, Period span, std::optional<Instant> as_of,
                                           Stores& stores) {
  std::vector<KnownSale> sales;
  std::vector<KnownEstimate> estimates;
  if (sources.sales) {
    PACELINE_TRY(sales, as_of ? stores.sales.of_rep_as_of(rep_id, *as_of) : stores.sales.of_rep(rep_id, span));
  }
  if (sources.estimates) {
    PACELINE_TRY(estimates,
                 as_of ? stores.estimates.of_rep_as_of(rep_id, *as_of) : stores.estimates.of_rep(rep_id, span));
  }
  std::vector<Activity> parts;
  if (sales.empty() && estimates.empty()) return parts;
  PACELINE_TRY(const PartGround ground, read_ground(stores));
  for (const KnownSale& sale : sales) {
    if (!span.contains(sale.now.day)) continue;
    if (auto part = part_of(sale, rep_id, ground)) parts.push_back(*std::move(part));
  }
  for (const KnownEstimate& estimate : estimates) {
    auto part = part_of(estimate, ground);
    if (!part || !span.contains(part->day)) continue;
    PACELINE_CHECK(tell_when_sent(*part, stores.estimates));
    parts.push_back(*std::move(part));
  }
  return parts;
}

Result<std::vector<Rule>> pipeline_rules(QuotaStore& quotas) {
  PACELINE_TRY(auto rules, quotas.rules());
  std::erase_if(rules, [](const Rule& rule) { return !is_of_pipeline(rule.unit); });
  return rules;
}

/// The cells of the rule as they are to be, and those that are stored and hold nothing any more.
Result<void> replace_cells(const Rule& rule, const std::vector<RepId>& reps,
                           const std::map<RepId, std::vector<Activity>>& parts, CountStore& counts) {
  std::map<PartPlace, DayCell> cells;
  PACELINE_TRY(const auto stored, counts.day_counts(rule.rule_id, kAlways, reps));
  for (const RepCount& cell : stored) cells[{cell.rep_id, cell.day}] = {rule.rule_id, cell.rep_id, cell.day, 0, {}};
  for (const auto& [rep_id, list] : parts) {
    const Cells computed = cells_of(rep_id, Weekday::monday, list, {{rule, {}}}, {});
    for (const DayCell& cell : computed.days) cells.insert_or_assign({rep_id, cell.day}, cell);
  }
  for (const auto& [place, cell] : cells) PACELINE_CHECK(counts.put_day(cell));
  return {};
}

}  // namespace

Result<std::vector<Activity>> counted_facts(const std::vector<const Rule*>& rules, RepId rep_id, Period span,
                                            std::optional<Instant> as_of, Stores& stores) {
  std::vector<Activity> facts;
  const auto about_pipeline = [](const Rule* rule) { return is_of_pipeline(rule->unit); };
  if (!std::all_of(rules.begin(), rules.end(), about_pipeline)) {
    PACELINE_TRY(facts, as_of ? stores.activities.of_period_as_of(rep_id, span, *as_of)
                              : stores.activities.of_period(rep_id, span));
  }
  if (std::none_of(rules.begin(), rules.end(), about_pipeline)) return facts;
  const Sources sources = sources_of(rules, [](const Rule* rule) { return rule->unit; });
  PACELINE_TRY(auto parts, parts_of_rep(sources, rep_id, span, as_of, stores));
  std::move(parts.begin(), parts.end(), std::back_inserter(facts));
  return facts;
}

std::vector<const Rule*> rules_in(const std::map<RuleId, Rule>& rules) {
  std::vector<const Rule*> list;
  list.reserve(rules.size());
  for (const auto& [rule_id, rule] : rules) list.push_back(&rule);
  return list;
}

Result<std::map<RepId, std::vector<Activity>>> all_parts(const std::vector<RuleUse>& uses, Stores& stores) {
  std::map<RepId, std::vector<Activity>> parts;
  const bool any =
      std::any_of(uses.begin(), uses.end(), [](const RuleUse& use) { return is_of_pipeline(use.rule.unit); });
  if (!any) return parts;
  PACELINE_TRY(const PartGround ground, read_ground(stores));
  PACELINE_TRY(const auto sales, stores.sales.all_as_of(kEver));
  for (const KnownSale& sale : sales) {
    for (const SaleShare& share : sale.now.shares) parts[share.rep_id].push_back(*part_of(sale, share.rep_id, ground));
  }
  PACELINE_TRY(const auto estimates, stores.estimates.all_as_of(kEver));
  for (const KnownEstimate& estimate : estimates) {
    if (auto part = part_of(estimate, ground)) parts[estimate.estimate.rep_id].push_back(*std::move(part));
  }
  return parts;
}

std::set<PartPlace> places_of(const SaleNow& sale) {
  std::set<PartPlace> places;
  for (const SaleShare& share : sale.shares) places.emplace(share.rep_id, sale.day);
  return places;
}

std::set<PartPlace> places_of(const Estimate& estimate, const EstimateNow& now) {
  if (estimate.replaces || !now.sent_day) return {};
  return {{estimate.rep_id, *now.sent_day}};
}

Result<void> recount_parts(const std::set<PartPlace>& places, Stores& stores) {
  std::set<RepId> reps;
  for (const PartPlace& place : places) reps.insert(place.first);
  // Before the rules are read: what a quota that is being made does not see, it must wait for.
  for (const RepId rep_id : reps) PACELINE_CHECK(stores.counts.take_cells_of(rep_id));
  PACELINE_TRY(const auto rules, pipeline_rules(stores.quotas));
  if (rules.empty()) return {};
  const Sources sources = sources_of(rules, [](const Rule& rule) { return rule.unit; });
  for (const auto& [rep_id, day] : places) {
    PACELINE_TRY(const auto parts, parts_of_rep(sources, rep_id, Period{day, day + 1}, {}, stores));
    for (const Rule& rule : rules)
      PACELINE_CHECK(stores.counts.put_day(day_cell_of(rule, rep_id, day, findings_on(rule, parts, {}))));
  }
  return {};
}

Result<void> recount_all_parts(Stores& stores) {
  PACELINE_TRY(auto users, stores.people.users());
  std::sort(users.begin(), users.end(), [](const User& a, const User& b) { return a.user_id < b.user_id; });
  std::vector<RepId> reps;
  reps.reserve(users.size());
  for (const User& user : users) reps.push_back(user.user_id);
  for (const RepId rep_id : reps) PACELINE_CHECK(stores.counts.take_cells_of(rep_id));
  PACELINE_TRY(const auto rules, pipeline_rules(stores.quotas));
  if (rules.empty()) return {};
  PACELINE_TRY(const auto parts, all_parts({{rules.front(), {}}}, stores));
  for (const Rule& rule : rules) PACELINE_CHECK(replace_cells(rule, reps, parts, stores.counts));
  return {};
}

}  // namespace paceline
