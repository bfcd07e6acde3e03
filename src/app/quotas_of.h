// SPDX-License-Identifier: Apache-2.0
// Which quotas ask something of a rep on a day, with all that is needed to count them.
#pragma once

#include <map>
#include <span>

#include "app/ports/unit_of_work.h"
#include "quota/quota_days.h"

namespace paceline {

/// What the company asks of those whom it was read for: read once in a unit of work.
struct QuotaBook {
  std::vector<Quota> quotas;  ///< by name
  std::map<RuleId, Rule> rules;
  Company company;
};

/// Where a rep stands on each day, and the rep's own time.
struct RepTerms {
  Placement placement;
  WorkTime time;
};

struct QuotaInForce {
  Quota quota;
  Rule rule;                     ///< of the last day that asks: what a reader is told
  std::map<RuleId, Rule> rules;  ///< of all days
  NamedPeriod period;            ///< the one that holds the day
  WorkTime time;
  std::vector<QuotaDay> days;  ///< of the period
};

/// For everybody.
[[nodiscard]] Result<QuotaBook> read_book(Stores& stores);
/// For one rep: what only others are asked is not in it.
[[nodiscard]] Result<QuotaBook> read_book_of(RepId rep_id, Stores& stores);
/// Returns not_found "rep.not_found".
[[nodiscard]] Result<RepTerms> terms_of(RepId rep_id, Stores& stores);

/// None: it asks nothing of the rep in the period.
[[nodiscard]] std::optional<QuotaInForce> in_force(const Quota& quota, const QuotaBook& book, const RepTerms& rep,
                                                   NamedPeriod period);
/// Quotas that ask the rep on some day of the period which holds the day; by name.
[[nodiscard]] std::vector<QuotaInForce> quotas_in_force(const QuotaBook& book, const RepTerms& rep, Day day);
[[nodiscard]] Result<std::vector<QuotaInForce>> quotas_of(RepId rep_id, Day day, Stores& stores);

/// Returns not_found "quota.not_for_rep" when it asks nothing of the rep in that period.
[[nodiscard]] Result<QuotaInForce> quota_in_force(const Quota& quota, RepId rep_id, NamedPeriod period, Stores& stores);

/// The rule of each day of the period, or why nothing counts on it.
[[nodiscard]] std::vector<RuleOfDay> rules_by_day(const QuotaInForce& quota);
/// The rule of one day of the period.
[[nodiscard]] const Rule& rule_on(const QuotaInForce& quota, Day day);

/// Does some rule of it count each contact or account once?
[[nodiscard]] bool is_distinct(const QuotaInForce& quota);
/// Does some rule of it ask for a signal before the activity?
[[nodiscard]] bool asks_signals(const QuotaInForce& quota);

/// Signals of the contacts of these activities when a rule of the quota asks for signals, else none.
[[nodiscard]] Result<SignalsByContact> signals_for(const QuotaInForce& quota, std::span<const Activity> activities,
                                                   ContactStore& contacts);

}  // namespace paceline
