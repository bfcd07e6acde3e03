// SPDX-License-Identifier: Apache-2.0
// Where a customer belongs: a tree of territories, each with rules that hold on a span of days.
//
// A rule asks one trait of the account for one value, letter by letter. Of the rules that hold on the day and fit the
// account, the one about the most special trait decides: account, then segment, sector, region, country; of several
// about the same trait the one with the smaller place, then the one of the territory with the smaller id.
// Worked example (tests/pipeline/pipeline_test.cpp): {West: region = West}, {Banks: sector = finance from 2026-03-10}:
// a bank in the west is in West on 9 March and in Banks from the 10th.
#pragma once

#include <span>

#include "pipeline/account_profile.h"

namespace paceline {

using TerritoryId = Id<struct TerritoryTag>;

struct Territory {
  TerritoryId territory_id;
  std::string key;
  std::string name;
  std::optional<TerritoryId> parent_id;
  bool active = true;
  friend bool operator==(const Territory&, const Territory&) = default;
};

struct TerritoryRule {
  TerritoryId territory_id;
  std::int64_t place = 0;
  AccountTrait trait = AccountTrait::region;
  std::string value;
  Day from;               ///< the first day of the calendar: always
  std::optional<Day> to;  ///< the first day after it; none: for ever
  friend bool operator==(const TerritoryRule&, const TerritoryRule&) = default;
};

/// None: no rule puts the account anywhere on that day.
[[nodiscard]] std::optional<TerritoryId> territory_of(const AccountProfile& account,
                                                      std::span<const TerritoryRule> rules, Day day);

}  // namespace paceline
