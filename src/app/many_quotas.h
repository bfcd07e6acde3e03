// SPDX-License-Identifier: Apache-2.0
// Several quotas changed together, all of them or none; and what is made from an earlier quota.
//
// A percentage changes quota, floor and stretch, and the amounts of single subjects too, each rounded half up by
// itself. Worked example: 250 by +10 % is 275; a floor of 155 becomes 171 (170.5); by -100 % everything is 0.
#pragma once

#include "app/apply_parts.h"

namespace paceline {

struct ManyQuotas {
  std::vector<QuotaDefinition> definitions;  ///< as apply() takes them
  std::vector<std::string> scaled;           ///< keys of quotas whose amounts change by a percentage
  int percent = 0;                           ///< -100 to 1000
  std::optional<Day> from;                   ///< of the scaled ones; none: their next periods
  std::optional<std::string> reason;
};

struct ManyOutcome {
  std::string key;
  ItemOutcome outcome = ItemOutcome::unchanged;
};

/// Every fault at once, at "/quotas/0/amount" or "/scaled/0"; then nothing may stay of it. Codes: those of apply() for
/// quotas, "quota.not_found", "quota.percent.out_of_range", "quota.nothing_asked".
[[nodiscard]] Checked<std::vector<ManyOutcome>> change_many(const ManyQuotas& many, const ApplyContext& context);

[[nodiscard]] Amounts scaled(const Amounts& amounts, int percent);

struct QuotaCopy {
  std::string source;  ///< key
  std::string key;
  std::string name;
  std::optional<Period> span;  ///< of a campaign: the new days
  std::optional<Day> from;
  bool own_amounts = false;  ///< each rep whom the source asked on its last day so far, with what it asked of them
};

/// A new quota with the rule, the amounts and the excuses of another one's latest version that asks somebody. Codes:
/// those of apply() for quotas, "quota.not_found", "quota.key.taken", "quota.nothing_asked".
[[nodiscard]] Checked<QuotaId> copy_quota(const QuotaCopy& copy, const ApplyContext& context);

/// From a day on, none: the next period, the quota asks nobody. Applied again it begins again.
[[nodiscard]] Result<void> end_quota(const Quota& quota, std::optional<Day> from,
                                     const std::optional<std::string>& reason, const ApplyContext& context);

}  // namespace paceline
