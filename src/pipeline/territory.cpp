// SPDX-License-Identifier: Apache-2.0
#include "pipeline/territory.h"

#include <tuple>

namespace paceline {
namespace {

bool fits(const TerritoryRule& rule, const AccountProfile& account, Day day) {
  if (day < rule.from || (rule.to && day >= *rule.to)) return false;
  return trait_on(account, rule.trait, day) == rule.value;
}

/// The smaller decides.
auto rank(const TerritoryRule& rule) {
  return std::tuple(rule.trait, rule.place, rule.territory_id);
}

}  // namespace

std::optional<TerritoryId> territory_of(const AccountProfile& account, std::span<const TerritoryRule> rules, Day day) {
  const TerritoryRule* best = nullptr;
  for (const TerritoryRule& rule : rules) {
    if (fits(rule, account, day) && (best == nullptr || rank(rule) < rank(*best))) best = &rule;
  }
  return best == nullptr ? std::nullopt : std::optional(best->territory_id);
}

}  // namespace paceline
