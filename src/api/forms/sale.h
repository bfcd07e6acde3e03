// SPDX-License-Identifier: Apache-2.0
// Sales: sums, rows and what happens to them.
#pragma once

#include "api/forms/opportunity.h"
#include "pipeline/sale.h"

namespace paceline::api::form {

/// region: that of the account on the day of the sale; of an account without one the top of the rep's teams.
BOOST_DEFINE_ENUM_CLASS(SalesBy, rep, team, product_line, region, month, quarter)

struct SalesQuery : MomentPageQuery {
  std::optional<SalesBy> by;     ///< absent: rep
  std::optional<Day> from;       ///< the first day; absent: always
  std::optional<Day> to;         ///< the first day after; absent: for ever
  std::optional<ShortText> rep;  ///< id, address or "me"
  std::optional<ShortText> team;
};
BOOST_DESCRIBE_STRUCT(SalesQuery, (MomentPageQuery), (by, from, to, rep, team))

struct SalesSum {
  std::string key;  ///< address, name of the team, key of the line, region, 2026-11, 2026-Q4; empty: none
  std::optional<std::string> name;
  std::int64_t count = 0;  ///< sales in which it has a part
  std::int64_t amount_minor = 0;
  std::string currency;       ///< the reporting currency
  std::int64_t unpriced = 0;  ///< sales that count nowhere: no rate holds on their day, or the money does not fit
};
BOOST_DESCRIBE_STRUCT(SalesSum, (), (key, name, count, amount_minor, currency, unpriced))

struct SalesRowsQuery : MomentPageQuery {
  std::optional<Day> from;
  std::optional<Day> to;
  std::optional<ShortText> rep;
  std::optional<ShortText> team;
  std::optional<OpportunityId> opportunity;  ///< also those of it that were cancelled
};
BOOST_DESCRIBE_STRUCT(SalesRowsQuery, (MomentPageQuery), (from, to, rep, team, opportunity))

struct SaleShareLine {
  Owner rep;
  std::int64_t share_bp = 0;
  std::vector<Money> amounts;  ///< of each line, in their order: they add up exactly
};
BOOST_DESCRIBE_STRUCT(SaleShareLine, (), (rep, share_bp, amounts))

struct SaleLineAmount {
  std::optional<ProductLineName> product_line;
  Money amount;
};
BOOST_DESCRIBE_STRUCT(SaleLineAmount, (), (product_line, amount))

struct Sale {
  SaleId sale_id;
  std::optional<std::string> key;
  std::optional<OpportunityId> opportunity_id;
  std::optional<AccountName> account;
  Day day;
  bool cancelled = false;
  std::vector<SaleLineAmount> lines;
  std::vector<SaleShareLine> shares;
  Instant occurred_at;
  Instant known_at;
  std::int64_t version = 0;
  bool adjustment = false;  ///< it, or a change of it, came after a period that it is about had been closed
};
BOOST_DESCRIBE_STRUCT(Sale, (),
                      (sale_id, key, opportunity_id, account, day, cancelled, lines, shares, occurred_at, known_at,
                       version, adjustment))

struct NewSaleLine {
  std::optional<ShortText> product_line;  ///< key or id
  NewMoney amount;
};
BOOST_DESCRIBE_STRUCT(NewSaleLine, (), (product_line, amount))

struct NewSaleShare {
  ShortText rep;  ///< id, address or "me"
  std::int64_t share_bp = 0;
};
BOOST_DESCRIBE_STRUCT(NewSaleShare, (), (rep, share_bp))

using NewSaleShares = json::Items<NewSaleShare, 20>;

struct NewSale {
  std::optional<ShortText> key;  ///< the number of the order, unique
  std::optional<ShortText> rep;  ///< absent: the acting user; not with shares
  std::optional<NewSaleShares> shares;
  std::optional<AccountId> account_id;
  std::optional<ShortText> account;  ///< or its key
  json::Items<NewSaleLine, 50> lines;
  std::optional<Day> day;
  std::optional<Instant> occurred_at;
  std::optional<Instant> known_at;
};
BOOST_DESCRIBE_STRUCT(NewSale, (), (key, rep, shares, account_id, account, lines, day, occurred_at, known_at))

struct CancelSale {
  Remark reason;
  std::optional<bool> adjustment;  ///< true: although a period is closed, whose report stays as it is
};
BOOST_DESCRIBE_STRUCT(CancelSale, (), (reason, adjustment))

struct NewSaleDay {
  Day day;
  Remark reason;
  std::optional<bool> adjustment;  ///< the same
};
BOOST_DESCRIBE_STRUCT(NewSaleDay, (), (day, reason, adjustment))

struct NewSharing {
  NewSaleShares shares;
  Remark reason;
  std::optional<bool> adjustment;  ///< the same
};
BOOST_DESCRIBE_STRUCT(NewSharing, (), (shares, reason, adjustment))

}  // namespace paceline::api::form
