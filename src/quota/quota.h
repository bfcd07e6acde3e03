// SPDX-License-Identifier: Apache-2.0
// A quota: a minimum of what a rule counts, for somebody, in every period of one kind or in one span of days.
//
// What it asks, and of whom, stands in versions, each from a day on: so a past period keeps what it asked, and whom.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "quota/rule.h"
#include "team/placement.h"
#include "team/work_time.h"

namespace paceline {

inline constexpr std::int64_t kLargestQuota = 1'000'000'000'000;

/// What keeps the job, what is agreed, what earns a badge: 0 to 10^12, floor <= quota <= stretch. Zero is a legal
/// quota.
struct Amounts {
  std::int64_t quota = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  friend bool operator==(const Amounts&, const Amounts&) = default;
};

/// rep: that one person. phase: each rep in that phase of the employment. team: each rep of the team and of its parts.
/// role: everybody with the role. The first of these that is there decides the amounts. team_together: the team and its
/// parts as one number (team_pace.h), which asks nobody by themself.
BOOST_DEFINE_ENUM_CLASS(SubjectKind, rep, phase, team, role, team_together)

struct QuotaSubject {
  SubjectKind kind = SubjectKind::rep;
  std::int64_t id = 0;             ///< of the rep, phase or team; the number of the Role
  std::optional<Amounts> amounts;  ///< in place of those of the version
  friend bool operator==(const QuotaSubject&, const QuotaSubject&) = default;
};

/// By kind and id.
[[nodiscard]] bool by_place(const QuotaSubject& a, const QuotaSubject& b);

/// What is asked from a day on, until the next version. A version is never changed.
struct QuotaVersion {
  Day from;
  RuleId rule_id;
  Amounts amounts;
  Excuses excuses;
  std::vector<QuotaSubject> subjects;  ///< by_place
};

struct Quota {
  QuotaId quota_id;
  std::string key;  ///< the company's own name for it in files and commands, unique
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::vector<QuotaVersion> versions;  ///< oldest first, never empty
  std::optional<Period> span;          ///< exactly when the kind is span: 1 to 732 days
};

inline constexpr int kLongestSpan = 732;

[[nodiscard]] Periods periods_of(const Quota& quota);

/// The period of the quota that holds the day; none: the day lies outside its span.
[[nodiscard]] std::optional<NamedPeriod> period_on(const Quota& quota, Day day, Weekday week_start);

/// The version in force on the day; none before the first.
[[nodiscard]] const QuotaVersion* version_on(const Quota& quota, Day day);

/// What the version asks of somebody on a day; none: nothing. Of several subjects of one kind the first decides, for
/// teams the smallest one around the rep. A team's quota asks its reps, not its manager.
[[nodiscard]] std::optional<Amounts> asked_of(const QuotaVersion& version, const Placement& placement,
                                              const Company& company, Day day);

}  // namespace paceline
