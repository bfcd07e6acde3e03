// SPDX-License-Identifier: Apache-2.0
// The facts that an edit of an opportunity asks for, checked against what it is now.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

/// What an edit is checked against.
struct EditGround {
  Pipeline pipeline;
  std::vector<ProductLine> product_lines;
  Currency currency;                    ///< of the organisation
  const OpportunityNow* now = nullptr;  ///< nullptr: it is only being made
};

struct AskedFacts {
  std::vector<OpportunityFact> facts;         ///< numbered from the version on
  std::map<std::int64_t, std::string> notes;  ///< by the number of the fact
};

/// The codes of edit_opportunity() that need nothing but the opportunity and the definitions.
[[nodiscard]] Checked<AskedFacts> facts_of(OpportunityId opportunity_id, const OpportunityEdit& edit,
                                           const EditGround& ground, UserId actor, Instant now);

}  // namespace paceline
