// SPDX-License-Identifier: Apache-2.0
// Money in JSON: a whole number of minor units and the currency.
#pragma once

#include "json/json.h"

namespace paceline::api::form {

struct Money {
  std::int64_t amount_minor = 0;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(Money, (), (amount_minor, currency))

/// As it is told.
struct NewMoney {
  std::int64_t amount_minor = 0;
  std::optional<Currency> currency;  ///< absent: that of the organisation
};
BOOST_DESCRIBE_STRUCT(NewMoney, (), (amount_minor, currency))

[[nodiscard]] inline Money money_form(const paceline::Money& money) {
  return {money.minor(), std::string(money.currency().code())};
}

}  // namespace paceline::api::form
