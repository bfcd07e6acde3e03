// SPDX-License-Identifier: Apache-2.0
// The activity that an estimate which was sent is: of kind estimate, known by the estimate's id, so that it is there
// once.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

inline constexpr std::string_view kEstimateKind = "estimate";

/// Nothing when the company has no such kind. Returns the codes of log_activity().
[[nodiscard]] Checked<void> log_sent(const Estimate& estimate, const EstimateChange& sent,
                                     const OpportunityNow& opportunity, const EditContext& context, Stores& stores);

/// Nothing when there is none, or when somebody voided it already.
[[nodiscard]] Checked<void> void_sent(const Estimate& estimate, const EstimateChange& withdrawn,
                                      const EditContext& context, Stores& stores);

}  // namespace paceline
