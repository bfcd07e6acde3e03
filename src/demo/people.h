// SPDX-License-Identifier: Apache-2.0
// Made-up names, in the six languages of the product.
#pragma once

#include <string>

#include "demo/chance.h"

namespace paceline::demo {

struct PersonName {
  std::string name;
  std::string address;  ///< ASCII, for an e-mail address: "elena.petrova"
};

/// The name of the n-th rep; the first ones are always the same.
[[nodiscard]] PersonName rep_name(int n);
[[nodiscard]] std::string contact_name(Chance& chance);
[[nodiscard]] std::string account_name(Chance& chance);

}  // namespace paceline::demo
