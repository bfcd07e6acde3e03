// SPDX-License-Identifier: Apache-2.0
// Which quotas ask something of a rep on a day, with all that is needed to count them.
#pragma once

#include <map>

#include "app/ports/unit_of_work.h"

namespace paceline {

struct QuotaInForce {
  Quota quota;
  Rule rule;
  NamedPeriod period;  ///< the one that holds the day
  WorkingCalendar calendar;
};

/// Quotas of the rep and of the rep's team of that day which have a version by the end of the period; by name.
[[nodiscard]] Result<std::vector<QuotaInForce>> quotas_of(RepId rep_id, Day day, PeopleStore& people,
                                                          QuotaStore& quotas);

/// Returns not_found "quota.not_for_rep" when it asks nothing of the rep in that period.
[[nodiscard]] Result<QuotaInForce> quota_in_force(const Quota& quota, RepId rep_id, NamedPeriod period,
                                                  PeopleStore& people, QuotaStore& quotas);

/// What is counted as of now on each day of the period in which the quota exists; days without any are left out. The
/// maintained cells answer, but for one case: the distinct cells are of whole periods, so the one period in which a
/// distinct quota begins after the first day is counted from its activities (docs/formulas/counts.md).
[[nodiscard]] Result<std::map<Day, std::int64_t>> counted_by_day(const QuotaInForce& quota, RepId rep_id,
                                                                 Stores& stores);

/// The sum of these days.
[[nodiscard]] Result<std::int64_t> counted(const QuotaInForce& quota, RepId rep_id, Stores& stores);

/// Counted by day: the counting ones of the verdicts, and the sum of the cells.
[[nodiscard]] std::map<Day, std::int64_t> by_day(const std::vector<Evidence>& verdicts);
[[nodiscard]] std::map<Day, std::int64_t> by_day(const std::vector<RepCount>& cells);

}  // namespace paceline
