// SPDX-License-Identifier: Apache-2.0
// The maintained counts: small cells, computed again in the transaction that stores a fact, never incremented.
#pragma once

#include <functional>
#include <vector>

#include "base/period.h"
#include "quota/evidence.h"

namespace paceline {

/// count_day: what a rule counts of one rep on one day. No row: zero.
struct DayCell {
  RuleId rule_id;
  RepId rep_id;
  Day day;
  std::int64_t n = 0;
  std::optional<std::int64_t> amount;  ///< what these are worth in minor units; of a rule by worth
  friend auto operator<=>(const DayCell&, const DayCell&) = default;
};

/// count_first: the earliest counting activity with one contact or account, in one period of one rep.
struct FirstCell {
  RuleId rule_id;
  RepId rep_id;
  Period period;
  std::int64_t entity_id = 0;  ///< the contact or the account
  ActivityId activity_id;
  Day day;
  friend bool operator==(const FirstCell&, const FirstCell&) = default;
};

struct RepCount {
  RepId rep_id;
  Day day;
  std::int64_t n = 0;  ///< things, or minor units
};

/// The earliest counting activity of one rep with one contact or account in a period.
struct FirstOfEntity {
  std::int64_t entity_id = 0;
  Day day;
  Instant occurred_at;
  ActivityId activity_id;
};

class CountStore {
 public:
  virtual ~CountStore() = default;

  /// Makes other writers of this rep's cells wait until this transaction ends: see app/turns.h.
  [[nodiscard]] virtual Result<void> take_cells_of(RepId rep_id) = 0;

  /// Puts the cell in place; n = 0 removes it.
  [[nodiscard]] virtual Result<void> put_day(const DayCell& cell) = 0;
  /// Puts the cell of one contact or account of the period in place; none: removes it.
  [[nodiscard]] virtual Result<void> put_first_of(const FirstCell& key, const std::optional<FirstCell>& cell) = 0;

  /// Counts of these reps, by rep and day.
  [[nodiscard]] virtual Result<std::vector<RepCount>> day_counts(RuleId rule_id, Period period,
                                                                 const std::vector<RepId>& reps) = 0;
  /// Distinct counts of these reps, by rep and the day of their first activity, of exactly this period.
  [[nodiscard]] virtual Result<std::vector<RepCount>> first_counts(RuleId rule_id, Period period,
                                                                   const std::vector<RepId>& reps) = 0;

  /// Those of these reps, of exactly this period.
  [[nodiscard]] virtual Result<std::vector<FirstOfEntity>> firsts_of(RuleId rule_id, Period period,
                                                                     const std::vector<RepId>& reps) = 0;

  [[nodiscard]] virtual Result<std::vector<DayCell>> day_cells() = 0;
  [[nodiscard]] virtual Result<std::vector<FirstCell>> first_cells() = 0;
};

}  // namespace paceline
