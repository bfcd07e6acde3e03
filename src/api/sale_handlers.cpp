// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "api/batches.h"
#include "api/forms/sale.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_forms.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/sales_sums.h"
#include "app/edit_sale.h"

namespace paceline::api {
namespace {

bool shared_by_one_of(const SomeReps& reps, const SaleNow& now) {
  return std::any_of(now.shares.begin(), now.shares.end(),
                     [&](const SaleShare& share) { return is_one_of(reps, share.rep_id); });
}

/// Those of the days that one of the reps shares, as they were known, by day.
Result<std::vector<KnownSale>> sales_within(Period period, const SomeReps& reps, AsOf when, SaleStore& sales) {
  PACELINE_TRY(auto ids, sales.ids_within(period, when));
  if (!reps) return sales.known_at(ids, when);
  PACELINE_TRY(const auto own, sales.ids_ever_shared_by(*reps));
  std::erase_if(ids, [&](SaleId id) { return !own.contains(id); });
  PACELINE_TRY(auto known, sales.known_at(ids, when));
  std::erase_if(known, [&](const KnownSale& each) { return !shared_by_one_of(reps, each.now); });
  return known;
}

/// All that the opportunity made, as they were known, oldest first.
Result<std::vector<KnownSale>> sales_of(OpportunityId id, Period period, const SomeReps& reps, AsOf when,
                                        SaleStore& sales) {
  PACELINE_TRY(const auto all, sales.of_opportunity(id));
  std::vector<SaleId> ids;
  for (const KnownSale& each : all) {
    if (each.sale.known_at <= when.as_of) ids.push_back(each.sale.sale_id);
  }
  PACELINE_TRY(auto known, sales.known_at(ids, when));
  std::erase_if(known, [&](const KnownSale& each) {
    return !period.contains(each.now.day) || !shared_by_one_of(reps, each.now);
  });
  return known;
}

/// The sales of the days, a page of them. Of everybody only those of the page are read.
Result<form::List<KnownSale>> sales_page(const form::SalesRowsQuery& query, const SomeReps& reps, AsOf when,
                                         SaleStore& sales) {
  const Period period{query.from.value_or(kFirstDay), query.to.value_or(kLastDay)};
  if (query.opportunity) {
    PACELINE_TRY(auto known, sales_of(*query.opportunity, period, reps, when, sales));
    return page_of(std::move(known), query);
  }
  if (reps) {
    PACELINE_TRY(auto known, sales_within(period, reps, when, sales));
    return page_of(std::move(known), query);
  }
  PACELINE_TRY(auto ids, sales.ids_within(period, when));
  PACELINE_TRY(auto page, page_of(std::move(ids), query));
  PACELINE_TRY(auto known, sales.known_at(page.items, when));
  return form::List<KnownSale>{std::move(known), std::move(page.next)};
}

Result<form::List<form::SalesSum>> sum_sales(const Call& call, const form::SalesQuery& query, const Backend& backend,
                                             Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(const auto reps,
               asked_reps(api::name_of(query.rep), api::name_of(query.team), call, backend, stores.people));
  PACELINE_TRY(const auto writer, OpportunityWriter::make(when, backend, stores));
  const Period period{query.from.value_or(kFirstDay), query.to.value_or(kLastDay)};
  PACELINE_TRY(const auto sales, sales_within(period, reps, when, stores.sales));
  PACELINE_TRY(auto sums, sums_of_sales(sales, query.by.value_or(form::SalesBy::rep), reps, writer, stores));
  return page_of(std::move(sums), query);
}

Result<std::vector<form::Sale>> sale_forms(const std::vector<KnownSale>& sales, Instant as_of,
                                           const OpportunityWriter& writer, Stores& stores) {
  std::set<AccountId> ids;
  std::vector<SaleId> sale_ids;
  for (const KnownSale& each : sales) {
    sale_ids.push_back(each.sale.sale_id);
    if (each.sale.account_id) ids.insert(*each.sale.account_id);
  }
  PACELINE_TRY(const auto accounts, stores.accounts.names_of({ids.begin(), ids.end()}));
  PACELINE_TRY(const auto adjusting, stores.sales.adjusting(sale_ids, as_of));
  std::vector<form::Sale> forms;
  forms.reserve(sales.size());
  for (const KnownSale& each : sales) {
    const Sale& sale = each.sale;
    form::Sale& form = forms.emplace_back();
    form.sale_id = sale.sale_id;
    form.key = sale.key;
    form.opportunity_id = sale.opportunity_id;
    if (sale.account_id) form.account = form::AccountName{*sale.account_id, accounts.at(*sale.account_id)};
    form.day = each.now.day;
    form.cancelled = each.now.cancelled;
    form.occurred_at = sale.occurred_at;
    form.known_at = sale.known_at;
    form.version = each.now.version;
    form.adjustment = adjusting.contains(sale.sale_id);
    for (const SaleShare& share : each.now.shares)
      form.shares.push_back({writer.owner_name(share.rep_id), share.share_bp, {}});
    for (const SaleLine& line : sale.lines) {
      form.lines.push_back({writer.line_name(line.product_line_id), form::money_form(line.amount)});
      const auto parts = parts_of(line.amount, each.now.shares);
      for (std::size_t at = 0; at < parts.size(); ++at) form.shares[at].amounts.push_back(form::money_form(parts[at]));
    }
  }
  return forms;
}

Result<form::Sale> sale_form(const KnownSale& known, const Backend& backend, Stores& stores) {
  const Instant now = backend.clock.now();
  PACELINE_TRY(const auto writer, OpportunityWriter::make(AsOf{now, now}, backend, stores));
  PACELINE_TRY(auto forms, sale_forms({known}, now, writer, stores));
  return std::move(forms.front());
}

Result<KnownSale> sale_in_path(const Call& call, Stores& stores) {
  PACELINE_TRY(const auto id, call.path_id<SaleId>("sale"));
  PACELINE_TRY(auto sale, stores.sales.find(id));
  if (!sale) return fail(Fault::not_found, "sale.not_found");
  PACELINE_TRY(const auto changes, stores.sales.changes_of(id));
  const auto now = sale_as_of(*sale, changes, kEver);
  return KnownSale{*std::move(sale), *now};
}

/// Whoever may read one of those who share it reads it; the first of them is whose it is to change.
Result<KnownSale> sale_for(Right right, const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(auto known, sale_in_path(call, stores));
  if (right == Right::read_opportunities) {
    PACELINE_TRY(const auto reps, readable_reps(call, backend, stores.people));
    if (shared_by_one_of(reps, known.now)) return known;
  }
  PACELINE_CHECK(may_with_rep(right, known.now.shares.front().rep_id, call, backend, stores.people));
  return known;
}

Result<std::vector<SaleShare>> shares_of(const form::NewSaleShares& forms, const Call& call, const Backend& backend) {
  PeopleStore& people = call.stores().people;
  std::vector<SaleShare> shares;
  for (const form::NewSaleShare& each : forms) {
    // Whose sale it is the caller must have a right to; with whom it is shared must only be there.
    PACELINE_TRY(const User rep, shares.empty()
                                     ? rep_for(Right::edit_opportunities, each.rep.value, call, backend, people)
                                     : user_for(each.rep.value, call, people));
    shares.push_back({rep.user_id, each.share_bp});
  }
  return shares;
}

Result<SaleDraft> sale_draft_of(const form::NewSale& form, const Call& call, const Backend& backend) {
  SaleDraft draft;
  draft.key = text_of(form.key);
  draft.account_id = form.account_id;
  if (!form.account_id && form.account) {
    PACELINE_TRY(draft.account_id, call.stores().accounts.find_by_key(form.account->value));
    if (!draft.account_id) return fail(Fault::invalid, "account.key.unknown", "/account");
  }
  PACELINE_CHECK(may_with_named_account(Right::read_contacts, draft.account_id, call, backend));
  if (form.shares) {
    PACELINE_TRY(draft.shares, shares_of(*form.shares, call, backend));
  } else {
    PACELINE_TRY(const User rep,
                 rep_for(Right::edit_opportunities, api::name_of(form.rep), call, backend, call.stores().people));
    draft.shares = {{rep.user_id, kWholeShareBp}};
  }
  for (const form::NewSaleLine& line : form.lines)
    draft.lines.push_back({text_of(line.product_line), line.amount.amount_minor, line.amount.currency, false});
  draft.day = form.day;
  draft.occurred_at = form.occurred_at;
  draft.known_at = form.known_at;
  return draft;
}

/// Whoever shares a sale gives away the own part only; the parts of others only those who may edit what is theirs.
Result<void> may_lower_shares(const std::vector<SaleShare>& shares, const Call& call, const Backend& backend) {
  PACELINE_TRY(const auto found, sale_in_path(call, call.stores()));
  PACELINE_CHECK(take_turns_of_sale(found.sale, shares, call.stores()));
  PACELINE_TRY(const auto known, sale_in_path(call, call.stores()));
  for (const SaleShare& before : known.now.shares) {
    const auto after = std::find_if(shares.begin(), shares.end(),
                                    [&](const SaleShare& share) { return share.rep_id == before.rep_id; });
    const bool lowered = after == shares.end() || after->share_bp < before.share_bp;
    if (lowered)
      PACELINE_CHECK(may_with_rep(Right::edit_opportunities, before.rep_id, call, backend, call.stores().people));
  }
  return {};
}

EditContext sale_context(const Call& call, const Backend& backend) {
  return {call.actor(), backend.clock.now(), backend.zones, backend.ids};
}

Checked<bool> add_sale_of_batch(const form::NewSale& form, const Call& call, const Backend& backend) {
  if (form.key) {
    const auto known = call.stores().sales.find_by_key(form.key->value);
    if (!known) return tl::unexpected(Errors{known.error()});
    if (*known) return false;
  }
  const auto draft = sale_draft_of(form, call, backend);
  if (!draft) return tl::unexpected(Errors{draft.error()});
  const auto added = add_sale(*draft, sale_context(call, backend), call.stores());
  if (!added) return tl::unexpected(added.error());
  return true;
}

Result<form::Sale> sale_edited(const SaleEdit& edit, const Call& call, const Backend& backend) {
  PACELINE_TRY(const auto known, sale_for(Right::edit_opportunities, call, backend, call.stores()));
  PACELINE_TRY(const auto edited, edit_sale(known.sale.sale_id, edit, sale_context(call, backend), call.stores()));
  return sale_form(edited, backend, call.stores());
}

void add_sale_changes(Router& router, const Backend& backend) {
  router.on("cancel_sale", [&backend](const Call& call, const form::CancelSale& form) {
    return sale_edited({SaleChangeKind::cancelled, {}, {}, form.adjustment.value_or(false), form.reason.value}, call,
                       backend);
  });
  router.on("change_sale_day", [&backend](const Call& call, const form::NewSaleDay& form) {
    return sale_edited({SaleChangeKind::day, form.day, {}, form.adjustment.value_or(false), form.reason.value}, call,
                       backend);
  });
  router.on("change_sale_shares", [&backend](const Call& call, const form::NewSharing& form) -> Result<form::Sale> {
    PACELINE_TRY(auto shares, shares_of(form.shares, call, backend));
    PACELINE_CHECK(check_shares(shares));
    PACELINE_CHECK(may_lower_shares(shares, call, backend));
    return sale_edited(
        {SaleChangeKind::shares, {}, std::move(shares), form.adjustment.value_or(false), form.reason.value}, call,
        backend);
  });
}

}  // namespace

void add_sale_handlers(Router& router, const Backend& backend) {
  router.on("sum_sales", [&backend](const Call& call, const form::SalesQuery& query) {
    return reading<form::List<form::SalesSum>>(call, backend,
                                               [&](Stores& stores) { return sum_sales(call, query, backend, stores); });
  });
  router.on("list_sales", [&backend](const Call& call, const form::SalesRowsQuery& query) {
    using Rows = form::List<form::Sale>;
    return reading<Rows>(call, backend, [&](Stores& stores) -> Result<Rows> {
      PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
      PACELINE_TRY(const auto reps,
                   asked_reps(api::name_of(query.rep), api::name_of(query.team), call, backend, stores.people));
      PACELINE_TRY(auto page, sales_page(query, reps, when, stores.sales));
      PACELINE_TRY(const auto writer, OpportunityWriter::make(when, backend, stores));
      PACELINE_TRY(auto forms, sale_forms(page.items, when.as_of, writer, stores));
      return Rows{std::move(forms), std::move(page.next)};
    });
  });
  router.on("get_sale", [&backend](const Call& call) {
    return reading<form::Sale>(call, backend, [&](Stores& stores) -> Result<form::Sale> {
      PACELINE_TRY(const auto known, sale_for(Right::read_opportunities, call, backend, stores));
      return sale_form(known, backend, stores);
    });
  });
  router.on("add_sale", [&backend](const Call& call, const form::NewSale& form) -> Checked<form::Sale> {
    const auto draft = sale_draft_of(form, call, backend);
    if (!draft) return tl::unexpected(Errors{draft.error()});
    const auto added = add_sale(*draft, sale_context(call, backend), call.stores());
    if (!added) return tl::unexpected(added.error());
    return or_all(sale_form(*added, backend, call.stores()));
  });
  router.on("add_sales", [&backend](const Call& call, const form::Batch<form::NewSale>& batch) {
    return each_item(batch, [&](const form::NewSale& form) { return add_sale_of_batch(form, call, backend); });
  });
  add_sale_changes(router, backend);
}

}  // namespace paceline::api
