// SPDX-License-Identifier: Apache-2.0
// How a version of a quota comes to hold: the one way for apply(), for the editor, for many at once and for what was
// proposed and agreed.
//
// A change begins with the next period unless a day is given. Before the current period it needs a reason. Whoever
// changes a quota manages all whom it asks, before and after.
#pragma once

#include "app/apply_parts.h"

namespace paceline {

struct VersionChange {
  QuotaVersion version;               ///< with its first day
  std::optional<std::string> reason;  ///< why a period that is over is changed
  bool day_was_given = false;         ///< else the first day is the one that first_day() says
  std::optional<UserId> proposed_by;  ///< somebody else whose proposal it was
};

/// `from` when it is given; else of a new quota the current period's first day, of a change the next one's. A span has
/// no next period: a change begins today, or on its last day when it is over. REQUIRES: a version.
[[nodiscard]] Result<Day> first_day(const Quota& quota, std::optional<Day> from, bool is_new,
                                    const ApplyContext& context);

/// The period of today, in the calendar of those whom the quota asks; of a span that is over: what comes after it.
[[nodiscard]] Result<Period> current_period(const Quota& quota, const ApplyContext& context);

/// Stores a new quota with its one version. Returns forbidden as may_manage(), conflict "quota.key.taken".
[[nodiscard]] Result<void> add_quota_version(const Quota& quota, const Rule& rule, const ApplyContext& context);

/// Puts the version in place, counts its rule over the history, and notes it. Returns invalid
/// "quota.from.outside_span", "quota.reason.missing", conflict "quota.period.closed": never into a closed period.
[[nodiscard]] Result<void> put_quota_version(const Quota& known, const Rule& rule, const VersionChange& change,
                                             const ApplyContext& context);

/// May the actor decide what these are asked? A manager: reps of the own team, and teams that are a part of it.
/// Phases and roles are the company's. Returns forbidden as authorise() says.
[[nodiscard]] Result<void> may_manage(const std::vector<QuotaSubject>& subjects, const ApplyContext& context);
/// The same for everybody whom any of its versions asks.
[[nodiscard]] Result<void> may_manage(const Quota& quota, const ApplyContext& context);

}  // namespace paceline
