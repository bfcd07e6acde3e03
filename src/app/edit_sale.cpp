// SPDX-License-Identifier: Apache-2.0
#include "app/edit_sale.h"

#include <algorithm>

#include "app/counted_facts.h"
#include "app/latest_told.h"
#include "app/sales_of_opportunity.h"
#include "app/turns.h"
#include "base/enum_text.h"
#include "base/utf8.h"

namespace paceline {
namespace {

constexpr std::int64_t kMostSaleMinor = 1'000'000'000'000'000;
constexpr std::size_t kLongestSaleText = 500;

Result<std::vector<SaleLine>> sale_lines_of(const std::vector<AmountEdit>& told, Errors& faults, Stores& stores) {
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const auto own, Currency::parse(organisation.currency));
  PACELINE_TRY(const auto all, stores.pipelines.product_lines());
  std::vector<SaleLine> lines;
  for (std::size_t at = 0; at < told.size(); ++at) {
    const AmountEdit& amount = told[at];
    const std::string pointer = "/lines/" + std::to_string(at);
    std::optional<ProductLineId> line_id;
    if (amount.product_line) {
      const auto id = parse_id<ProductLineId>(*amount.product_line);
      const auto line = std::find_if(all.begin(), all.end(), [&](const ProductLine& each) {
        return each.key == *amount.product_line || (id && each.product_line_id == *id);
      });
      if (line == all.end()) faults.push_back({Fault::invalid, "product_line.unknown", pointer + "/product_line", {}});
      if (line != all.end()) line_id = line->product_line_id;
    }
    if (!amount.amount_minor) faults.push_back({Fault::invalid, "opportunity.amount.missing", pointer + "/amount", {}});
    const std::int64_t minor = amount.amount_minor.value_or(0);
    if (minor < 0 || minor > kMostSaleMinor)
      faults.push_back({Fault::invalid, "opportunity.amount.out_of_range", pointer + "/amount", {}});
    lines.push_back({line_id, Money(minor, amount.currency.value_or(own))});
  }
  return lines;
}

Errors faults_of_sale(const SaleDraft& draft, Instant now) {
  Errors faults;
  const Instant latest = latest_told(now);
  if (draft.key && (draft.key->empty() || !is_plain_text(*draft.key, kLongestSaleText)))
    faults.push_back({Fault::invalid, "sale.text.not_allowed", "/key", {}});
  if (draft.lines.empty()) faults.push_back({Fault::invalid, "sale.lines.missing", "/lines", {}});
  if (draft.known_at && *draft.known_at > latest)
    faults.push_back({Fault::invalid, "opportunity.known_at.in_future", "/known_at", {}});
  if (draft.occurred_at && *draft.occurred_at > latest)
    faults.push_back({Fault::invalid, "opportunity.occurred_at.in_future", "/occurred_at", {}});
  if (draft.known_at && draft.occurred_at && *draft.known_at < *draft.occurred_at)
    faults.push_back({Fault::invalid, "opportunity.known_at.before_occurred_at", "/known_at", {}});
  if (const auto shares = check_shares(draft.shares); !shares) faults.push_back(shares.error());
  return faults;
}

Result<Sale> sale_of(const SaleDraft& draft, std::vector<SaleLine> lines, const EditContext& context, Stores& stores) {
  const Instant known_at = draft.known_at.value_or(context.now);
  Sale sale;
  sale.sale_id = context.ids.make<SaleId>();
  sale.key = draft.key;
  sale.account_id = draft.account_id;
  sale.lines = std::move(lines);
  sale.shares = draft.shares;
  sale.occurred_at = draft.occurred_at.value_or(known_at);
  sale.known_at = known_at;
  sale.stored_at = context.now;
  sale.actor_id = context.actor.user_id;
  PACELINE_TRY(const auto rep, stores.people.find_user(draft.shares.front().rep_id));
  if (!rep) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(const LocalTime local, context.zones.local(sale.occurred_at, rep->zone));
  sale.day = draft.day.value_or(local.day);
  if (sale.day < kFirstDay) return fail(Fault::invalid, "instant.out_of_range", "/occurred_at");
  PACELINE_TRY(const LocalTime today, context.zones.local(context.now, rep->zone));
  if (sale.day > today.day) return fail(Fault::invalid, "sale.day.in_future", "/day");
  return sale;
}

Result<void> tell_sharers(const std::vector<SaleShare>& shares, Instant now, LedgerStore& ledger) {
  for (const SaleShare& share : shares) PACELINE_CHECK(ledger.tell("sale", share.rep_id, now));
  return {};
}

Result<KnownSale> store_sale(const Sale& sale, const EditContext& context, Stores& stores) {
  PACELINE_CHECK(stores.sales.add(sale));
  PACELINE_CHECK(recount_parts(places_of({sale.sale_id, sale.day, false, sale.shares, 0}), stores));
  PACELINE_CHECK(tell_sharers(sale.shares, context.now, stores.ledger));
  return KnownSale{sale, {sale.sale_id, sale.day, false, sale.shares, 0}};
}

/// Both what is left and what is entered stay closed.
Result<bool> touches_closed(const SaleEdit& edit, const SaleNow& before, SaleStore& sales) {
  PACELINE_TRY(const bool left, is_closed_for(before.shares, before.day, sales));
  if (left) return true;
  if (edit.kind == SaleChangeKind::shares) return is_closed_for(edit.shares, before.day, sales);
  return edit.day ? is_closed_for(before.shares, *edit.day, sales) : Result<bool>(false);
}

/// A sale of a day to come is none yet.
Result<void> check_is_past(Day day, const SaleNow& sale, const EditContext& context, Stores& stores) {
  PACELINE_TRY(const auto rep, stores.people.find_user(sale.shares.front().rep_id));
  if (!rep) return fail(Fault::not_found, "rep.not_found");
  PACELINE_TRY(const LocalTime today, context.zones.local(context.now, rep->zone));
  if (day > today.day) return fail(Fault::invalid, "sale.day.in_future", "/day");
  return {};
}

Result<void> check_sale_edit(const SaleEdit& edit) {
  if (trimmed(edit.reason).empty()) return fail(Fault::invalid, "sale.reason.missing", "/reason");
  if (!is_plain_text(edit.reason, kLongestSaleText)) return fail(Fault::invalid, "sale.text.not_allowed", "/reason");
  if (edit.kind == SaleChangeKind::shares) return check_shares(edit.shares);
  return {};
}

}  // namespace

Checked<KnownSale> add_sale(const SaleDraft& draft, const EditContext& context, Stores& stores) {
  Errors faults = faults_of_sale(draft, context.now);
  auto lines = sale_lines_of(draft.lines, faults, stores);
  if (!lines) return tl::unexpected(Errors{std::move(lines).error()});
  if (draft.account_id) {
    const auto account = stores.accounts.find(*draft.account_id);
    if (!account) return tl::unexpected(Errors{account.error()});
    if (!*account) faults.push_back({Fault::invalid, "account.unknown", "/account_id", {}});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  const auto sale = sale_of(draft, *std::move(lines), context, stores);
  if (!sale) return tl::unexpected(Errors{sale.error()});
  auto stored = store_sale(*sale, context, stores);
  if (!stored) return tl::unexpected(Errors{std::move(stored).error()});
  return *std::move(stored);
}

Result<void> take_turns_of_sale(const Sale& sale, const std::vector<SaleShare>& shares, Stores& stores) {
  PACELINE_TRY(const auto changes, stores.sales.changes_of(sale.sale_id));
  std::set<RepId> reps = reps_of(sale_as_of(sale, changes, kEver)->shares);
  reps.merge(reps_of(shares));
  return take_turns({}, reps, stores);
}

Result<KnownSale> edit_sale(SaleId sale_id, const SaleEdit& edit, const EditContext& context, Stores& stores) {
  PACELINE_CHECK(check_sale_edit(edit));
  PACELINE_TRY(auto sale, stores.sales.find(sale_id));
  if (!sale) return fail(Fault::not_found, "sale.not_found");
  PACELINE_CHECK(take_turns_of_sale(*sale, edit.shares, stores));
  PACELINE_TRY(auto changes, stores.sales.changes_of(sale_id));
  const auto before = sale_as_of(*sale, changes, kEver);
  if (before->cancelled) return fail(Fault::conflict, "sale.cancelled");
  if (edit.kind == SaleChangeKind::day && edit.day) PACELINE_CHECK(check_is_past(*edit.day, *before, context, stores));
  PACELINE_TRY(const bool closed, touches_closed(edit, *before, stores.sales));
  if (closed && !edit.adjustment)
    return fail(Fault::conflict, "sale.day.closed", edit.kind == SaleChangeKind::day ? "/day" : "/adjustment",
                "a closed period stays closed: say that it is an adjustment");
  const Instant last = changes.empty() ? sale->known_at : changes.back().known_at;
  const SaleChange change{sale_id,     before->version + 1,
                          edit.kind,   edit.day,
                          edit.shares, closed,
                          edit.reason, std::max(context.now, last),
                          context.now, context.actor.user_id};
  changes.push_back(change);
  const auto now = sale_as_of(*sale, changes, kEver);
  PACELINE_CHECK(stores.sales.add_change(change, *now));
  auto places = places_of(*before);
  places.merge(places_of(*now));
  PACELINE_CHECK(recount_parts(places, stores));
  PACELINE_CHECK(stores.ledger.note(
      {context.actor.user_id, "sale." + std::string(enum_text(edit.kind)), to_text(sale_id), {}, context.now}));
  PACELINE_CHECK(tell_sharers(before->shares, context.now, stores.ledger));
  PACELINE_CHECK(tell_sharers(now->shares, context.now, stores.ledger));
  return KnownSale{*std::move(sale), *now};
}

}  // namespace paceline
