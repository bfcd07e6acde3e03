// SPDX-License-Identifier: Apache-2.0
// Sums of sales by one quality of theirs, in the reporting currency.
//
// A sale is one in each group, however many lines and reps it has there. One whose money nobody can tell is counted
// apart (unpriced): it keeps nobody from the sums of the others. Where one line of it has no rate nothing of it is in
// the sum, as in a standing; by product line each line is a sum of its own. Team and region are those of its day.
#pragma once

#include <span>

#include "api/forms/sale.h"
#include "api/opportunity_forms.h"
#include "team/some_reps.h"

namespace paceline::api {

/// By key; only the parts of these reps.
[[nodiscard]] Result<std::vector<form::SalesSum>> sums_of_sales(std::span<const KnownSale> sales, form::SalesBy by,
                                                                const SomeReps& reps, const OpportunityWriter& writer,
                                                                Stores& stores);

}  // namespace paceline::api
