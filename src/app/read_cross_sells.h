// SPDX-License-Identifier: Apache-2.0
// Which product lines customers do not have yet, as it was known at a moment (pipeline/cross_sell.h).
//
// A customer has a line when a sale that was not cancelled is of it, of a part of it, or of what it is a part of.
// Offered are active lines without active parts, but for those of an open opportunity of the customer: these are being
// sold. The usual sale of a line is the middle one of all (of two in the middle the smaller), or its list price; a sale
// whose currency has no rate on its day is left out of it. Where fewer than kFewestPeople sold a line, the middle one
// would tell what somebody else sold it for: then it is the middle one of the sales that the asker may read. A customer
// is a rep's own when the rep owns the account on that day or, where nobody does, shares in its newest sale.
#pragma once

#include "app/as_of.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"
#include "pipeline/cross_sell.h"
#include "team/some_reps.h"

namespace paceline {

struct CrossSells {
  std::vector<CrossSell> rows;  ///< the most worth first
  Currency currency;            ///< of their money
};

/// `readable`: whose sales the asker may read. Of an account that nobody owns, only when the asker may read one of
/// those who share in its newest sale: else it would tell what others sold.
[[nodiscard]] Result<CrossSells> cross_sells_of_account(AccountId account_id, const SomeReps& readable, AsOf when,
                                                        const Zones& zones, Stores& stores);
[[nodiscard]] Result<CrossSells> cross_sells_of_rep(RepId rep_id, const SomeReps& readable, AsOf when,
                                                    const Zones& zones, Stores& stores);

}  // namespace paceline
