// SPDX-License-Identifier: Apache-2.0
// Somebody leaves, moves or is long away: who takes over, and what.
#pragma once

#include "api/forms/list.h"

namespace paceline::api::form {

struct Departure {
  Day last_day;
  std::optional<ShortText> hand_over_to;  ///< id or e-mail address; absent: nobody
};
BOOST_DESCRIBE_STRUCT(Departure, (), (last_day, hand_over_to))

struct HandOver {
  ShortText to;  ///< id or e-mail address
  Day from;
  bool contacts = true;
  bool quotas = true;
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (to, from, contacts, quotas))

struct HandedQuota {
  std::string key;
  std::int64_t amount = 0;  ///< what the successor is asked more
  Day from;
  Day to;  ///< the first day after it
};
BOOST_DESCRIBE_STRUCT(HandedQuota, (), (key, amount, from, to))

struct HandedOver {
  std::int64_t contacts = 0;
  std::int64_t accounts = 0;       ///< that the other one owned; they go with the contacts
  std::int64_t opportunities = 0;  ///< open ones, with their open next steps; they go with the contacts
  std::int64_t appointments = 0;   ///< that are still to come; the same
  std::vector<HandedQuota> quotas;
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (contacts, accounts, opportunities, appointments, quotas))

}  // namespace paceline::api::form
