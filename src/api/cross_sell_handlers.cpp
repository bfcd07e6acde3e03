// SPDX-License-Identifier: Apache-2.0
#include "api/forms/cross_sell.h"
#include "api/handlers.h"
#include "api/moments.h"
#include "api/opportunity_sight.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/read_cross_sells.h"

namespace paceline::api {
namespace {

/// They tell what was sold, so who asks must be one who may read the sales of the rep, or of the account's owner.
Result<CrossSells> cross_sells_asked(const form::CrossSellsQuery& query, AsOf when, const Call& call,
                                     const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto readable, readable_reps(call, backend, stores.people));
  if (!query.account) {
    PACELINE_TRY(const User rep,
                 rep_for(Right::read_opportunities, api::name_of(query.rep), call, backend, stores.people));
    if (rep.user_id != call.actor().user_id) PACELINE_CHECK(note_look(call, rep, Looked::activities, backend));
    return cross_sells_of_rep(rep.user_id, readable, when, backend.zones, stores);
  }
  PACELINE_TRY(const auto account, stores.accounts.find(*query.account));
  if (!account) return fail(Fault::not_found, "account.not_found");
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, backend.zones.local(backend.clock.now(), organisation.zone));
  const auto owner = owner_on(*account, local.day);
  PACELINE_CHECK(may_with_contact(Right::read_contacts, owner, call, backend, stores.people));
  if (owner) PACELINE_CHECK(may_with_rep(Right::read_opportunities, *owner, call, backend, stores.people));
  return cross_sells_of_account(account->account_id, readable, when, backend.zones, stores);
}

Result<std::vector<form::CrossSell>> cross_sell_forms(const std::vector<CrossSell>& rows, Currency currency,
                                                      Stores& stores) {
  std::vector<AccountId> accounts;
  accounts.reserve(rows.size());
  for (const CrossSell& row : rows) accounts.push_back(row.account_id);
  PACELINE_TRY(const auto names, stores.accounts.names_of(accounts));
  PACELINE_TRY(const auto lines, stores.pipelines.product_lines());
  std::map<ProductLineId, form::ProductLineName> called;
  for (const ProductLine& line : lines) called[line.product_line_id] = {line.product_line_id, line.key, line.name};
  const auto money = [&](const std::optional<std::int64_t>& minor) {
    return minor ? std::optional(form::money_form(Money(*minor, currency))) : std::nullopt;
  };
  std::vector<form::CrossSell> forms;
  forms.reserve(rows.size());
  for (const CrossSell& row : rows) {
    forms.push_back({{row.account_id, names.at(row.account_id)},
                     called.at(row.product_line_id),
                     row.alike,
                     row.alike_have,
                     row.share,
                     money(row.usual_minor),
                     money(row.worth_minor)});
  }
  return forms;
}

Result<form::List<form::CrossSell>> list_cross_sells(const Call& call, const form::CrossSellsQuery& query,
                                                     const Backend& backend, Stores& stores) {
  PACELINE_TRY(const AsOf when, moment_of(query.as_of, backend));
  PACELINE_TRY(auto found, cross_sells_asked(query, when, call, backend, stores));
  PACELINE_TRY(const auto page, page_of(std::move(found.rows), query));
  form::List<form::CrossSell> list;
  PACELINE_TRY(list.items, cross_sell_forms(page.items, found.currency, stores));
  list.next = page.next;
  return list;
}

}  // namespace

void add_cross_sell_handlers(Router& router, const Backend& backend) {
  router.on("list_cross_sells", [&backend](const Call& call, const form::CrossSellsQuery& query) {
    return reading<form::List<form::CrossSell>>(
        call, backend, [&](Stores& stores) { return list_cross_sells(call, query, backend, stores); });
  });
}

}  // namespace paceline::api
