// SPDX-License-Identifier: Apache-2.0
// What rules and quotas counted of reps on each day, as it was known at a moment: for one rep or a thousand, in few
// statements.
//
// Now the maintained cells answer, but for one case: the distinct cells are of whole periods and of one rule, so a
// period of which a distinct quota asks only some days, or by two rules, is counted from its activities
// (docs/formulas/counts.md). The past is counted from activities.
#pragma once

#include "app/as_of.h"
#include "app/quotas_of.h"

namespace paceline {

using DayCounts = std::map<Day, std::int64_t>;

/// A rep and one of the quotas that ask that rep.
struct AskedRep {
  RepId rep_id;
  const QuotaInForce* quota = nullptr;
};

class RepCounts {
 public:
  RepCounts(AsOf when, Stores& stores) : when_(when), stores_(stores) {}

  /// What the rule counts of these reps on these days. REQUIRES: a rule of activities, that is not read yet.
  [[nodiscard]] Result<void> read(const Rule& rule, Period span, const std::vector<RepId>& reps);
  /// What was read; days without any are left out.
  [[nodiscard]] const DayCounts& of(RuleId rule_id, RepId rep_id) const;

  /// Reads what the quotas count. Rules of activities that were read are not read again: REQUIRES that their span holds
  /// the periods.
  [[nodiscard]] Result<void> read_quotas(const std::vector<AskedRep>& asked);
  /// What counts on each day of the period that asks; days without any are left out. REQUIRES: read_quotas().
  [[nodiscard]] DayCounts of(const QuotaInForce& quota, RepId rep_id) const;

 private:
  [[nodiscard]] Result<void> read_days(const std::vector<AskedRep>& asked);
  [[nodiscard]] Result<void> read_distinct(const std::vector<AskedRep>& asked);

  AsOf when_;
  Stores& stores_;
  std::map<RuleId, std::map<RepId, DayCounts>> by_rule_;
  std::map<std::tuple<QuotaId, Day, RepId>, DayCounts> distinct_;  ///< by the quota and the first day of the period
};

/// The days that the quota counts, of one rep.
[[nodiscard]] Result<DayCounts> counted_at(const QuotaInForce& quota, RepId rep_id, AsOf when, Stores& stores);
/// The sum of these days, now.
[[nodiscard]] Result<std::int64_t> counted(const QuotaInForce& quota, RepId rep_id, Stores& stores);

/// Counted by day: the counting ones of the verdicts.
[[nodiscard]] DayCounts by_day(const std::vector<Evidence>& verdicts);
[[nodiscard]] std::int64_t sum_of(const DayCounts& days);

/// Does one rule count every day of the period, and ask on it?
[[nodiscard]] bool is_whole(const QuotaInForce& quota);

}  // namespace paceline
