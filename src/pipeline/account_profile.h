// SPDX-License-Identifier: Apache-2.0
// All that is known of an account. What decides its territory, and who owns it, holds from a day on.
//
// Worked example: region "West" always and "East" from 2026-03-10: "West" on 9 March, "East" from the 10th.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/id.h"

namespace paceline {

/// What of an account holds from a day on, and what a rule of a territory can ask for; account is its key or its name.
BOOST_DEFINE_ENUM_CLASS(AccountTrait, account, segment, sector, region, country)

/// One trait from a day on, until the next one of the same kind. No value: not known from then on.
struct DatedTrait {
  AccountTrait trait = AccountTrait::region;
  Day from;
  std::optional<std::string> value;
  friend bool operator==(const DatedTrait&, const DatedTrait&) = default;
};

/// Who owns the account from a day on; none: nobody.
struct DatedOwner {
  Day from;
  std::optional<UserId> owner_id;
  friend bool operator==(const DatedOwner&, const DatedOwner&) = default;
};

struct AccountProfile {
  AccountId account_id;
  std::optional<std::string> key;  ///< the company's own name for it, unique
  std::string name;
  std::optional<AccountId> parent_id;
  std::vector<DatedTrait> traits;  ///< of each trait the oldest first; never of `account`
  std::vector<DatedOwner> owners;  ///< oldest first
  std::map<std::string, std::string> attributes;
};

/// None: not known on that day. Of `account` the key, or the name of an account without one.
[[nodiscard]] std::optional<std::string> trait_on(const AccountProfile& account, AccountTrait trait, Day day);
[[nodiscard]] std::optional<UserId> owner_on(const AccountProfile& account, Day day);

}  // namespace paceline
