// SPDX-License-Identifier: Apache-2.0
// Made-up names, in the six languages of the product and their scripts.
#pragma once

#include <string>

#include "demo/chance.h"

namespace paceline::demo {

struct PersonName {
  std::string name;
  std::string address;  ///< ASCII, for an e-mail address: "elena.petrova"
};

/// English, Bulgarian, Arabic, Hungarian, Russian, Albanian.
inline constexpr int kLanguages = 6;

/// The name of the n-th rep, in one of the languages; the first twelve are always the same. No two have one address.
[[nodiscard]] PersonName rep_name(int n, int language);
/// The name of the n-th manager.
[[nodiscard]] PersonName manager_name(int n, int language);
[[nodiscard]] std::string contact_name(int language, Chance& chance);
[[nodiscard]] std::string account_name(Chance& chance);

}  // namespace paceline::demo
