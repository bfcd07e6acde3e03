// SPDX-License-Identifier: Apache-2.0
// Pace and evidence in their JSON forms.
#pragma once

#include "api/forms/team.h"
#include "app/read_team_sums.h"

namespace paceline::api {

[[nodiscard]] form::Pace pace_form(const RepPace& pace, const User& rep, Instant as_of);
[[nodiscard]] Result<form::PaceDetail> pace_detail(const RepPace& pace, const User& rep, Instant as_of);
[[nodiscard]] form::Period period_form(NamedPeriod period);

/// Why there is no chance; absent when there is one.
[[nodiscard]] std::optional<std::string> why_no_chance(const Pace& pace);

/// What the forms of a rep's and of a team's pace have in common.
template <class Form>
void fill_pace(Form& form, const Pace& pace) {
  form.amount = pace.proration.amount;
  form.floor = pace.proration.floor;
  form.stretch = pace.proration.stretch;
  form.amount_full = pace.proration.amount_full;
  form.proration = pace.proration.parts;
  form.minutes_full = pace.proration.minutes_full;
  form.counted = pace.counted;
  form.attainment = pace.attainment;
  form.expected_by_now = pace.expected_by_now;
  form.pace_ratio = pace.pace_ratio;
  form.needed_per_day = pace.needed_per_day;
  form.working_days = {pace.working_days.total, pace.working_days.elapsed, pace.working_days.left};
  form.band = pace.band;
  form.projection = pace.projection;
  form.p_reach = pace.p_reach;
  form.why_p_reach = why_no_chance(pace);
  form.grade = pace.grade;
  form.state = pace.state;
}

[[nodiscard]] form::TeamTotal total_form(const TeamTotal& total);
[[nodiscard]] form::TeamTotal sum_form(const TeamSum& sum);

}  // namespace paceline::api
