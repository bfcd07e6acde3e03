// SPDX-License-Identifier: Apache-2.0
#include "quota/hand_over.h"

#include <algorithm>
#include <map>

namespace paceline {
namespace {

bool same_terms(const QuotaVersion& a, const QuotaVersion& b) {
  return a.rule_id == b.rule_id && a.amounts == b.amounts && a.excuses == b.excuses && a.subjects == b.subjects;
}

std::optional<std::int64_t> sum_of(std::optional<std::int64_t> own, std::int64_t more) {
  return own ? std::optional(*own + more) : std::nullopt;
}

Amounts sum_of(const std::optional<Amounts>& own, const Amounts& more) {
  if (!own) return more;
  return {own->quota + more.quota, sum_of(own->floor, more.floor.value_or(0)),
          sum_of(own->stretch, more.stretch.value_or(more.quota))};
}

/// Nothing, with the grades that there were: a period that lacks a grade on some day has none.
Amounts nothing_of(const Amounts& amounts) {
  const auto zero = [](std::optional<std::int64_t> grade) { return grade ? std::optional<std::int64_t>(0) : grade; };
  return {0, zero(amounts.floor), zero(amounts.stretch)};
}

void set_amounts(QuotaVersion& version, UserId rep, const Amounts& amounts) {
  const QuotaSubject subject{SubjectKind::rep, rep.value(), amounts};
  std::erase_if(version.subjects,
                [&](const QuotaSubject& other) { return !by_place(other, subject) && !by_place(subject, other); });
  version.subjects.push_back(subject);
  std::sort(version.subjects.begin(), version.subjects.end(), by_place);
}

/// As on the day before: what changes from that day on is not what is handed over.
Placement on_the_eve(Placement placement, Day first) {
  std::erase_if(placement.memberships, [&](const Membership& membership) { return membership.from >= first; });
  return placement;
}

class HandingOver {
 public:
  HandingOver(const Quota& quota, const Party& leaver, const Party& successor, const Company& company, Period days)
      : quota_(quota),
        leaver_(leaver),
        successor_(successor),
        company_(company),
        eve_(on_the_eve(leaver.placement, days.from)) {}

  /// The terms of a day once it is handed over; none: it asked the leaver nothing.
  [[nodiscard]] std::optional<QuotaVersion> terms_on(const QuotaVersion& version, Day day) const {
    const auto given = asked_of(version, eve_, company_, day);
    if (!given) return std::nullopt;
    QuotaVersion terms = version;
    const bool still_asked = asked_of(version, leaver_.placement, company_, day).has_value();
    if (still_asked && leaver_.time.employed.contains(day)) {
      set_amounts(terms, leaver_.placement.user.user_id, nothing_of(*given));
    }
    const auto own = asked_of(version, successor_.placement, company_, day);
    set_amounts(terms, successor_.placement.user.user_id, sum_of(own, *given));
    return terms;
  }

  [[nodiscard]] const QuotaVersion* version_on(Day day) const { return paceline::version_on(quota_, day); }

 private:
  const Quota& quota_;
  const Party& leaver_;
  const Party& successor_;
  const Company& company_;
  Placement eve_;
};

bool is_given(const std::vector<Period>& given, Day day) {
  return std::any_of(given.begin(), given.end(), [&](Period span) { return span.contains(day); });
}

}  // namespace

Remainder hand_over(const Quota& quota, const Party& leaver, const Party& successor, const Company& company,
                    Period days, const std::vector<Period>& given) {
  const HandingOver handing(quota, leaver, successor, company, days);
  Remainder remainder{{days.to, days.from}, {}};
  const QuotaVersion* before = handing.version_on(days.from - 1);
  std::optional<QuotaVersion> in_force = before != nullptr ? std::optional(*before) : std::nullopt;
  for (Day day = days.from; day <= days.to; ++day) {
    const QuotaVersion* stored = handing.version_on(day);
    if (stored == nullptr) continue;
    if (stored->from == day) in_force = *stored;
    const bool to_give = day < days.to && !is_given(given, day);
    const auto terms = to_give ? handing.terms_on(*stored, day) : std::nullopt;
    if (terms) remainder.span = {std::min(remainder.span.from, day), day + 1};
    QuotaVersion wanted = terms.value_or(*stored);
    if (in_force && same_terms(*in_force, wanted)) continue;
    wanted.from = day;
    in_force = wanted;
    remainder.versions.push_back(std::move(wanted));
  }
  if (remainder.versions.empty()) remainder.span = {days.from, days.from};
  return remainder;
}

Quota with_versions(Quota quota, const std::vector<QuotaVersion>& versions) {
  std::map<Day, QuotaVersion> by_day;
  for (const QuotaVersion& version : quota.versions) by_day[version.from] = version;
  for (const QuotaVersion& version : versions) by_day[version.from] = version;
  quota.versions.clear();
  for (auto& [day, version] : by_day) quota.versions.push_back(std::move(version));
  return quota;
}

}  // namespace paceline
