// SPDX-License-Identifier: Apache-2.0
// Pace and evidence in their JSON forms.
#pragma once

#include "api/forms/team.h"
#include "app/read_team_sums.h"

namespace paceline::api {

[[nodiscard]] form::Pace pace_form(const RepPace& pace, const User& rep, Instant as_of);
[[nodiscard]] Result<form::PaceDetail> pace_detail(const RepPace& pace, const User& rep, Instant as_of);
[[nodiscard]] form::Period period_form(NamedPeriod period);
[[nodiscard]] form::TeamTotal total_form(const TeamTotal& total);
[[nodiscard]] form::TeamTotal sum_form(const TeamSum& sum);

}  // namespace paceline::api
