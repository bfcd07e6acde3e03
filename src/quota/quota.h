// SPDX-License-Identifier: Apache-2.0
// A quota: a minimum of what a rule counts, for somebody, in every period of one kind.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "quota/rule.h"

namespace paceline {

inline constexpr std::int64_t kLargestQuota = 1'000'000'000'000;

/// What is asked from a day on, until the next version. A version is never changed, so a past period keeps its amount.
struct QuotaVersion {
  Day from;
  RuleId rule_id;
  std::int64_t amount = 0;  ///< 0 to 10^12; zero is a legal quota
};

/// rep: that one person; team: each rep of the team by itself.
BOOST_DEFINE_ENUM_CLASS(SubjectKind, rep, team)

struct QuotaSubject {
  SubjectKind kind = SubjectKind::rep;
  std::int64_t id = 0;  ///< of the rep or the team
  friend auto operator<=>(const QuotaSubject&, const QuotaSubject&) = default;
};

struct Quota {
  QuotaId quota_id;
  std::string key;  ///< the company's own name for it in files and commands, unique
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::vector<QuotaVersion> versions;  ///< oldest first, never empty
  std::vector<QuotaSubject> subjects;
};

/// The version in force on the day; none before the first.
[[nodiscard]] const QuotaVersion* version_on(const Quota& quota, Day day);

/// The version whose rule counts for the period: the one in force on its last day, else none.
/// (A change of the rule takes effect with the next period, a change of the amount day by day.)
[[nodiscard]] const QuotaVersion* version_for(const Quota& quota, Period period);

/// The part of the period in which the quota exists: what is asked and what is counted are of these days only. Worked
/// example: a week from Monday 16 November and a quota from Wednesday the 18th: 18 to 22 November. Empty when the quota
/// begins later.
[[nodiscard]] Period worked_part(const Quota& quota, Period period);

}  // namespace paceline
