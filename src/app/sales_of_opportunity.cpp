// SPDX-License-Identifier: Apache-2.0
#include "app/sales_of_opportunity.h"

#include <algorithm>

#include "app/counted_facts.h"
#include "app/turns.h"

namespace paceline {
namespace {

/// The rep's own day on which it was won. A day before 1970 is none.
Result<Day> day_of_win(const OpportunityNow& won, const EditContext& context, PeopleStore& people) {
  PACELINE_TRY(const auto rep, people.find_user(won.rep_id));
  if (!rep) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(const LocalTime local, context.zones.local(*won.ended_at, rep->zone));
  if (local.day < kFirstDay) return fail(Fault::invalid, "instant.out_of_range", "/occurred_at");
  return local.day;
}

/// The last sale that it made, as it was known; none: it never was won.
Result<std::optional<KnownSale>> last_sale_of(OpportunityId id, AsOf when, SaleStore& sales) {
  PACELINE_TRY(auto known, sales.of_opportunity(id));
  std::erase_if(known, [&](const KnownSale& each) { return each.sale.known_at > when.as_of; });
  if (known.empty()) return std::optional<KnownSale>();
  std::ranges::sort(known, {}, [](const KnownSale& each) { return std::pair(each.sale.known_at, each.sale.sale_id); });
  if (when.is_now()) return std::optional(std::move(known.back()));
  PACELINE_TRY(auto then, sales.known_at({known.back().sale.sale_id}, when));
  return std::optional(std::move(then.front()));
}

/// Those who share it and have none of a sale of the day.
Result<std::set<RepId>> gone_of(const std::vector<SaleShare>& shares, Day day, PeopleStore& people) {
  std::set<RepId> gone;
  for (const SaleShare& share : shares) {
    PACELINE_TRY(const auto user, people.find_user(share.rep_id));
    if (!user || (user->left && day >= *user->left)) gone.insert(share.rep_id);
  }
  return gone;
}

/// Of the sale that winning it makes. `before`: what it is until then. `rep_id`: whose it is when it is won.
Result<std::vector<SaleShare>> shares_if_won(const OpportunityNow& before, RepId rep_id, Day day, AsOf when,
                                             Stores& stores) {
  const std::vector<SaleShare> alone{{rep_id, kWholeShareBp}};
  PACELINE_TRY(const auto last, last_sale_of(before.opportunity_id, when, stores.sales));
  if (!last) return alone;
  PACELINE_TRY(auto facts, stores.opportunities.facts_of(before.opportunity_id));
  std::erase_if(facts, [&](const OpportunityFact& fact) { return fact.seq > before.version; });
  if (rep_of_last_win(facts) != rep_id) return alone;
  PACELINE_TRY(const auto gone, gone_of(last->now.shares, day, stores.people));
  return taken_over(last->now.shares, rep_id, gone);
}

Result<void> make_sale(const std::optional<OpportunityNow>& before, const OpportunityNow& won,
                       const OpportunityFact& last, const EditContext& context, Stores& stores) {
  PACELINE_TRY(const Day day, day_of_win(won, context, stores.people));
  Sale sale;
  sale.sale_id = context.ids.make<SaleId>();
  sale.opportunity_id = won.opportunity_id;
  sale.account_id = won.account_id;
  for (const LineAmount& each : won.amounts) sale.lines.push_back({each.product_line_id, each.amount});
  sale.day = day;
  sale.shares = {{won.rep_id, kWholeShareBp}};
  if (before) {
    PACELINE_TRY(sale.shares, shares_if_won(*before, won.rep_id, day, {kEver, context.now}, stores));
  }
  sale.occurred_at = *won.ended_at;
  sale.known_at = last.known_at;
  sale.stored_at = last.stored_at;
  sale.actor_id = last.actor_id;
  PACELINE_CHECK(stores.sales.add(sale));
  for (const SaleShare& share : sale.shares) PACELINE_CHECK(stores.ledger.tell("sale", share.rep_id, context.now));
  return recount_parts(places_of({sale.sale_id, sale.day, false, sale.shares, 0}), stores);
}

/// Before it is asked whether a period of theirs is closed.
Result<void> take_turns_of_sales(OpportunityId id, Stores& stores) {
  PACELINE_TRY(const auto known, stores.sales.of_opportunity(id));
  std::set<RepId> reps;
  for (const KnownSale& sale : known) reps.merge(reps_of(sale.now.shares));
  return take_turns({}, reps, stores);
}

Result<void> cancel_sale(const KnownSale& known, const OpportunityFact& last, Instant at, Stores& stores) {
  SaleStore& sales = stores.sales;
  SaleNow now = known.now;
  now.cancelled = true;
  ++now.version;
  PACELINE_TRY(const bool closed, is_closed_for(known.now.shares, known.now.day, sales));
  // Never known before the change that it follows.
  PACELINE_TRY(const auto changes, sales.changes_of(known.sale.sale_id));
  const Instant before = changes.empty() ? known.sale.known_at : changes.back().known_at;
  const SaleChange change{known.sale.sale_id,
                          now.version,
                          SaleChangeKind::cancelled,
                          {},
                          {},
                          closed,
                          last.reason.value_or(""),
                          std::max(last.known_at, before),
                          last.stored_at,
                          last.actor_id};
  PACELINE_CHECK(sales.add_change(change, now));
  for (const SaleShare& share : now.shares) PACELINE_CHECK(stores.ledger.tell("sale", share.rep_id, at));
  return recount_parts(places_of(now), stores);
}

}  // namespace

Result<void> check_winnable(const std::optional<OpportunityNow>& before, const OpportunityNow& after,
                            const EditContext& context, PeopleStore& people) {
  const bool wins = after.state == OpportunityState::won && !(before && before->state == OpportunityState::won);
  if (!wins) return {};
  if (after.amounts.empty()) return fail(Fault::invalid, "opportunity.amount.missing", "/amounts");
  const bool assumed =
      std::any_of(after.amounts.begin(), after.amounts.end(), [](const LineAmount& each) { return each.assumed; });
  if (assumed) return fail(Fault::invalid, "opportunity.amount.assumed", "/amounts", "say what was agreed");
  PACELINE_CHECK(day_of_win(after, context, people));
  return {};
}

Result<std::vector<SaleShare>> shares_of_opportunity(const OpportunityNow& now, Day day, AsOf when, Stores& stores) {
  if (now.state != OpportunityState::won) return shares_if_won(now, now.rep_id, day, when, stores);
  PACELINE_TRY(const auto last, last_sale_of(now.opportunity_id, when, stores.sales));
  return last ? last->now.shares : std::vector<SaleShare>{{now.rep_id, kWholeShareBp}};
}

std::set<RepId> reps_of(const std::vector<SaleShare>& shares) {
  std::set<RepId> reps;
  for (const SaleShare& share : shares) reps.insert(share.rep_id);
  return reps;
}

Result<bool> is_closed_for(const std::vector<SaleShare>& shares, Day day, SaleStore& sales) {
  for (const SaleShare& share : shares) {
    PACELINE_TRY(const bool closed, sales.is_closed(share.rep_id, day));
    if (closed) return true;
  }
  return false;
}

Result<void> follow_with_sales(const std::optional<OpportunityNow>& before, const OpportunityNow& after,
                               const OpportunityFact& last, const EditContext& context, Stores& stores) {
  const bool was_won = before && before->state == OpportunityState::won;
  const bool is_won = after.state == OpportunityState::won;
  if (was_won && !is_won) {
    PACELINE_CHECK(take_turns_of_sales(after.opportunity_id, stores));
    PACELINE_TRY(const auto known, stores.sales.of_opportunity(after.opportunity_id));
    for (const KnownSale& sale : known) {
      if (!sale.now.cancelled) PACELINE_CHECK(cancel_sale(sale, last, context.now, stores));
    }
    return stores.ledger.tell("sale", before->rep_id, context.now);
  }
  if (!is_won || was_won) return {};
  return make_sale(before, after, last, context, stores);
}

}  // namespace paceline
