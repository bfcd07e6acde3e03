// SPDX-License-Identifier: Apache-2.0
// Every cell that the facts of one rep amount to: what a new rule is counted by, and what `verify` holds the stored
// cells against.
#pragma once

#include "app/recount.h"

namespace paceline {

struct Cells {
  std::vector<DayCell> days;
  std::vector<FirstCell> firsts;
};

/// REQUIRES: all activities of the rep with the parts of the pipeline, and the signals of all their contacts.
[[nodiscard]] Cells cells_of(RepId rep_id, Weekday week_start, const std::vector<Activity>& activities,
                             const std::vector<RuleUse>& uses, const SignalsByContact& signals);

/// Counts the rules over the whole history of every rep, which is read once for all of them, and stores the cells.
[[nodiscard]] Result<void> count_history(const std::vector<RuleUse>& uses, Stores& stores);

/// Takes the distinct cells of a rule away that nobody asks for in these periods any more.
[[nodiscard]] Result<void> uncount_history(const RuleUse& use, Stores& stores);

/// Counts the distinct cells of one rep again whose week began on another day. REQUIRES: the new calendar is stored.
[[nodiscard]] Result<void> move_weeks(RepId rep_id, Weekday before, Stores& stores);

/// What the verdicts on one day come to; n is 0 where nothing counts.
[[nodiscard]] DayCell day_cell_of(const Rule& rule, RepId rep_id, Day day, const std::vector<Finding>& verdicts);

/// What distinct cells are made from the verdicts on one period.
[[nodiscard]] std::vector<FirstCell> first_cells_of(const Rule& rule, RepId rep_id, Period period,
                                                    const std::vector<Evidence>& verdicts);

}  // namespace paceline
