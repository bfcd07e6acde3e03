// SPDX-License-Identifier: Apache-2.0
#include "api/count_forms.h"

namespace paceline::api {

Result<std::vector<form::Count>> count_forms(CountStore& counts) {
  PACELINE_TRY(const auto days, counts.day_cells());
  PACELINE_TRY(const auto firsts, counts.first_cells());
  std::vector<form::Count> forms;
  forms.reserve(days.size() + firsts.size());
  for (const DayCell& cell : days) {
    forms.push_back(
        {form::CountTable::count_day, cell.rule_id, cell.rep_id, cell.day, cell.n, cell.amount, {}, {}, {}, {}});
  }
  for (const FirstCell& cell : firsts) {
    forms.push_back({form::CountTable::count_first,
                     cell.rule_id,
                     cell.rep_id,
                     cell.day,
                     1,
                     {},
                     cell.period.from,
                     cell.period.to,
                     std::to_string(cell.entity_id),
                     cell.activity_id});
  }
  return forms;
}

}  // namespace paceline::api
