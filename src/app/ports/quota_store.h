// SPDX-License-Identifier: Apache-2.0
// Quotas and rules, as they are stored.
#pragma once

#include <optional>
#include <vector>

#include "quota/quota.h"

namespace paceline {

/// Days of a quota that somebody handed over.
struct HandedSpan {
  QuotaId quota_id;
  Period span;
};

/// A rule, and a kind of period in which some version of a quota uses it.
struct RulePeriods {
  RuleId rule_id;
  Periods periods;
};

class QuotaStore {
 public:
  virtual ~QuotaStore() = default;

  /// Stores the rule unless it is there. Returns conflict "rule.hash_clash" when another definition has the same id.
  [[nodiscard]] virtual Result<void> put_rule(const Rule& rule, Instant at) = 0;
  [[nodiscard]] virtual Result<std::vector<Rule>> rules() = 0;
  [[nodiscard]] virtual Result<Rule> rule(RuleId rule_id) = 0;

  /// Returns conflict "quota.key.taken".
  [[nodiscard]] virtual Result<void> add_quota(const Quota& quota) = 0;
  [[nodiscard]] virtual Result<void> rename_quota(QuotaId quota_id, std::string_view name) = 0;
  /// Puts the version, with its subjects, in place of the one that begins on the same day. `proposed_by`: somebody else
  /// whose proposal it was.
  [[nodiscard]] virtual Result<void> put_version(QuotaId quota_id, const QuotaVersion& version, UserId actor,
                                                 Instant at, std::optional<UserId> proposed_by) = 0;
  /// By name.
  [[nodiscard]] virtual Result<std::vector<Quota>> quotas() = 0;
  /// By name, a thousand at a time: those that may ask something of the rep, who stands among their subjects or may
  /// belong to one of them. Other reps are left out of the subjects. A version that is put meanwhile may come without
  /// its subjects: for what an answer tells beside a write, never for what is counted.
  [[nodiscard]] virtual Result<std::vector<Quota>> quotas_for(RepId rep_id) = 0;
  /// Of these rules, the same perhaps several times.
  [[nodiscard]] virtual Result<std::vector<RulePeriods>> periods_of_rules(const std::vector<RuleId>& rules) = 0;

  [[nodiscard]] virtual Result<void> add_handed_over(UserId leaver, UserId successor, const HandedSpan& handed,
                                                     UserId actor, Instant at) = 0;
  [[nodiscard]] virtual Result<std::vector<HandedSpan>> handed_over_by(UserId leaver) = 0;
};

}  // namespace paceline
