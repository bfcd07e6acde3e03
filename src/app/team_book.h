// SPDX-License-Identifier: Apache-2.0
// Where many reps stand and their own time, read in few statements, and what their teams did in past weeks.
#pragma once

#include <optional>

#include "app/rep_counts.h"
#include "quota/outlook.h"

namespace paceline {

/// Each of them with their own time, in their order.
[[nodiscard]] Result<std::vector<RepTerms>> terms_of(std::vector<Placement> placements, Stores& stores);

/// What past weeks say of the rates of reps, for whom a quota asks on a day: the rep's own weeks beside those of the
/// reps of the same team. Of a team of more than fifty the fifty who came first speak for it.
class TeamBook {
 public:
  /// A rep and the day on which the rep looks at the quota.
  struct Asked {
    const RepTerms* rep = nullptr;
    const QuotaInForce* quota = nullptr;
    Day today;
  };

  explicit TeamBook(AsOf when, Stores& stores) : when_(when), stores_(stores), counts_(when, stores) {}

  /// Reads what the quotas of these reps count, and what their outlooks need.
  [[nodiscard]] Result<void> read(const std::vector<Asked>& asked);
  [[nodiscard]] const RepCounts& counts() const { return counts_; }

  /// None for a distinct count (who was new in an earlier week says little of who will be), for a period that is over,
  /// and where nobody of the team was there before. `share_of_today` is what of today's work has gone by.
  [[nodiscard]] std::optional<Outlook> outlook(const Asked& asked, double share_of_today);

 private:
  using TeamDay = std::pair<TeamId, Day>;

  [[nodiscard]] Result<void> read_mates(const std::vector<Asked>& asked);
  [[nodiscard]] Result<void> read_past(const std::vector<Asked>& asked);
  [[nodiscard]] std::vector<const RepTerms*> mates_of(const Asked& asked) const;
  [[nodiscard]] std::vector<PastDay> past_of(const RepTerms& rep, RuleId rule_id, Period span) const;
  [[nodiscard]] const std::optional<TeamRates>& rates_of(const Asked& asked, Period weeks);

  AsOf when_;
  Stores& stores_;
  RepCounts counts_;
  std::map<UserId, RepTerms> mates_;
  std::map<TeamDay, std::vector<UserId>> teams_;
  std::map<UserId, Day> first_days_;
  std::map<std::tuple<RuleId, std::int64_t, Day>, std::optional<TeamRates>> rates_;
};

}  // namespace paceline
