// SPDX-License-Identifier: Apache-2.0
// What customers do not have yet.
#pragma once

#include "api/forms/account.h"
#include "api/forms/money.h"

namespace paceline::api::form {

struct CrossSellsQuery : MomentPageQuery {
  std::optional<AccountId> account;  ///< absent: of the customers of a rep
  std::optional<ShortText> rep;      ///< absent: the acting user
};
BOOST_DESCRIBE_STRUCT(CrossSellsQuery, (MomentPageQuery), (account, rep))

struct CrossSell {
  AccountName account;
  ProductLineName product_line;
  std::int64_t alike = 0;           ///< other customers who have a line in common with this one
  std::int64_t alike_have = 0;      ///< those of them who have this line
  double share = 0;                 ///< of those like it, few of them drawn to the share of all customers
  std::optional<Money> usual_sale;  ///< the middle one of all sales of the line, or its list price
  std::optional<Money> worth;       ///< share x usual_sale: it orders whom to ask, and promises nothing
};
BOOST_DESCRIBE_STRUCT(CrossSell, (), (account, product_line, alike, alike_have, share, usual_sale, worth))

}  // namespace paceline::api::form
