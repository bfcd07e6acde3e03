// SPDX-License-Identifier: Apache-2.0
#include "quota/quota.h"

#include <algorithm>

namespace paceline {
namespace {

/// How far the subject is from the person, the nearest being the most special; none: it is not about them.
std::optional<int> nearness(const QuotaSubject& subject, const Placement& placement, const Company& company, Day day) {
  const auto when = [](bool applies) { return applies ? std::optional(0) : std::nullopt; };
  switch (subject.kind) {
    case SubjectKind::rep: return when(subject.id == placement.user.user_id.value());
    case SubjectKind::phase: {
      const auto phase = company.phases.find(PhaseId(subject.id));
      return when(placement.user.role == Role::rep && phase != company.phases.end() &&
                  is_in_phase(placement, phase->second, day));
    }
    case SubjectKind::team: {
      const auto team = team_on(placement, day);
      if (placement.user.role != Role::rep || !team) return std::nullopt;
      return steps_up(company, *team, TeamId(subject.id));
    }
    case SubjectKind::role: return when(subject.id == static_cast<std::int64_t>(placement.user.role));
    case SubjectKind::team_together: break;
  }
  return std::nullopt;
}

}  // namespace

bool by_place(const QuotaSubject& a, const QuotaSubject& b) {
  return std::pair(a.kind, a.id) < std::pair(b.kind, b.id);
}

Periods periods_of(const Quota& quota) {
  return {quota.period_kind, quota.span};
}

std::optional<NamedPeriod> period_on(const Quota& quota, Day day, Weekday week_start) {
  const auto span = period_of(periods_of(quota), day, week_start);
  return span ? std::optional(NamedPeriod{quota.period_kind, *span}) : std::nullopt;
}

const QuotaVersion* version_on(const Quota& quota, Day day) {
  const QuotaVersion* found = nullptr;
  for (const QuotaVersion& version : quota.versions) {
    if (version.from <= day) found = &version;
  }
  return found;
}

std::optional<Amounts> asked_of(const QuotaVersion& version, const Placement& placement, const Company& company,
                                Day day) {
  const QuotaSubject* nearest = nullptr;
  int least = 0;
  for (const QuotaSubject& subject : version.subjects) {
    const auto steps = nearness(subject, placement, company, day);
    if (!steps) continue;
    const bool nearer =
        nearest == nullptr || subject.kind < nearest->kind || (subject.kind == nearest->kind && *steps < least);
    if (!nearer) continue;
    nearest = &subject;
    least = *steps;
  }
  if (nearest == nullptr) return std::nullopt;
  return nearest->amounts.value_or(version.amounts);
}

}  // namespace paceline
