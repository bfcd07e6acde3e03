// SPDX-License-Identifier: Apache-2.0
// Accounts in full.
#pragma once

#include <map>

#include "api/forms/opportunity.h"

namespace paceline::api::form {

struct TerritoryName {
  TerritoryId territory_id;
  std::string key;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TerritoryName, (), (territory_id, key, name))

/// As it is today.
struct Account {
  AccountId account_id;
  std::optional<std::string> key;
  std::string name;
  std::optional<AccountName> parent;
  std::optional<std::string> segment;
  std::optional<std::string> sector;
  std::optional<std::string> region;
  std::optional<std::string> country;
  std::optional<Owner> owner;
  std::optional<TerritoryName> territory;  ///< by the rules of today
  std::map<std::string, std::string> attributes;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (account_id, key, name, parent, segment, sector, region, country, owner, territory, attributes))

struct AccountsQuery : PageQuery {
  std::optional<ShortText> prefix;     ///< words, each the beginning of a word of the name
  std::optional<ShortText> territory;  ///< key or id
};
BOOST_DESCRIBE_STRUCT(AccountsQuery, (PageQuery), (prefix, territory))

struct NewAccount {
  Name name;
  std::optional<ShortText> key;     ///< the company's own name for it, unique
  std::optional<ShortText> parent;  ///< key of the account that it is a part of
  std::optional<ShortText> segment;
  std::optional<ShortText> sector;
  std::optional<ShortText> region;
  std::optional<ShortText> country;
  std::optional<ShortText> owner;  ///< id, address or "me"
  std::optional<std::map<std::string, ShortText>> attributes;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (name, key, parent, segment, sector, region, country, owner, attributes))

/// Only what is given changes; null empties it.
struct AccountChange {
  std::optional<Day> from;  ///< since when segment, sector, region, country and owner hold; absent: today
  std::optional<Name> name;
  json::Settable<ShortText> key;
  json::Settable<ShortText> parent;
  json::Settable<ShortText> segment;
  json::Settable<ShortText> sector;
  json::Settable<ShortText> region;
  json::Settable<ShortText> country;
  json::Settable<ShortText> owner;
  std::optional<std::map<std::string, ShortText>> attributes;  ///< all of them
};
BOOST_DESCRIBE_STRUCT(AccountChange, (), (from, name, key, parent, segment, sector, region, country, owner, attributes))

}  // namespace paceline::api::form
