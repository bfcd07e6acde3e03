// SPDX-License-Identifier: Apache-2.0
// Whose opportunities and sales a caller may read or edit.
#pragma once

#include "api/subjects.h"
#include "team/some_reps.h"

namespace paceline::api {

/// Everybody whose opportunities the caller may read, also those who left; none: everybody of the organisation.
[[nodiscard]] Result<SomeReps> readable_reps(const Call& call, const Backend& backend, PeopleStore& people);

/// The same where the monitoring profile hides single reps; none also where it does not.
[[nodiscard]] Result<SomeReps> reps_seen(const Call& call, const Backend& backend, PeopleStore& people);

/// Those of a query's rep or team, as far as the caller may read them; none: everybody. Returns what rep_for() and
/// team_for() return.
[[nodiscard]] Result<SomeReps> asked_reps(std::optional<std::string_view> rep, std::optional<std::string_view> team,
                                          const Call& call, const Backend& backend, PeopleStore& people);

/// May the caller do this with what is the rep's?
[[nodiscard]] Result<void> may_with_rep(Right right, RepId rep_id, const Call& call, const Backend& backend,
                                        PeopleStore& people);

/// May the caller do this with the opportunity, and with what hangs on it? Whose it is today says so, also where
/// another one had it then. Returns what opportunity_now() and rep_for() return.
[[nodiscard]] Result<void> may_with_opportunity(Right right, OpportunityId id, const Call& call, const Backend& backend,
                                                Stores& stores);

}  // namespace paceline::api
