// SPDX-License-Identifier: Apache-2.0
// Stores what happened to a simulated rep's opportunities: facts, estimates, sales, trials, next steps, appointments.
#pragma once

#include <map>

#include "app/ports/unit_of_work.h"
#include "contact/contact.h"
#include "demo/ids_of_then.h"
#include "demo/pipeline.h"

namespace paceline::demo {

/// What all of them need.
struct Selling {
  Pipeline pipeline;
  std::vector<ProductLineId> lines;  ///< as kTrueLines
  Currency currency;
  Day today;
};

/// Whose it is.
struct SellingRep {
  RepId rep_id;
  std::string zone;
  const std::vector<Contact>* contacts = nullptr;
};

/// All of one rep. Orders of customers that no opportunity led to are among the sales.
[[nodiscard]] Result<void> add_selling(const std::vector<TrueOpportunity>& all, const SellingRep& rep,
                                       const Selling& selling, const DayStart& start, Chance chance, IdsOfThen& ids,
                                       Stores& stores);

}  // namespace paceline::demo
