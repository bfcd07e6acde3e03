// SPDX-License-Identifier: Apache-2.0
// A person outside, and the account that the person belongs to.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"

namespace paceline {

/// new_: nobody of ours was in contact before; lead: may buy; customer: has bought.
BOOST_DEFINE_ENUM_CLASS(Relation, new_, lead, customer)
/// cold: no contact before and does not know us; warm: knows us; hot: came by itself.
BOOST_DEFINE_ENUM_CLASS(Temperature, cold, warm, hot)

struct Account {
  AccountId account_id;
  std::string name;
  std::optional<std::string> segment;
};

struct Contact {
  ContactId contact_id;
  std::optional<std::string> key;  ///< the company's own name for the contact, unique
  std::string name;
  std::optional<AccountId> account_id;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  Relation relation = Relation::new_;
  Temperature temperature = Temperature::cold;
  std::optional<std::string> source;
  std::optional<UserId> owner_id;
};

/// As typed, outer spaces removed. Returns invalid "phone.malformed" unless it has 3 to 20 digits, begins with '+', '('
/// or a digit, and holds nothing else but spaces and "()-./"; "phone.too_long" over 40 characters.
[[nodiscard]] Result<std::string> parse_phone(std::string_view text);

}  // namespace paceline
