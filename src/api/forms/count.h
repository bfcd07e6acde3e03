// SPDX-License-Identifier: Apache-2.0
// Maintained counts, as they are stored.
#pragma once

#include "api/forms/list.h"
#include "app/ports/count_store.h"

namespace paceline::api::form {

/// count_day: what a rule counts of a rep on a day. count_first: the first counting activity with one contact or
/// account in a period.
BOOST_DEFINE_ENUM_CLASS(CountTable, count_day, count_first)

struct Count {
  CountTable table = CountTable::count_day;
  RuleId rule_id;
  RepId rep_id;
  Day day;
  std::int64_t n = 0;
  std::optional<std::int64_t> amount;  ///< minor units; only of a rule that counts worth
  std::optional<Day> period_from;      ///< the rest only of count_first
  std::optional<Day> period_to;
  std::optional<std::string> entity_id;  ///< of the contact or account
  std::optional<ActivityId> activity_id;
};
BOOST_DESCRIBE_STRUCT(Count, (),
                      (table, rule_id, rep_id, day, n, amount, period_from, period_to, entity_id, activity_id))

}  // namespace paceline::api::form
