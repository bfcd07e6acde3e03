// SPDX-License-Identifier: Apache-2.0
#include "api/figures.h"

#include <algorithm>

#include "base/enum_text.h"

namespace paceline::api {
namespace {

form::PaceDay day_form(const PaceDay& day) {
  form::PaceDay form{day.day,
                     day.kind,
                     day.name,
                     day.minutes,
                     day.usual_minutes,
                     day.share_bp / (kAllBp / 100),
                     day.counted,
                     day.total,
                     day.plan,
                     {},
                     {},
                     {},
                     {},
                     {}};
  if (day.band) {
    form.band_low = day.band->low;
    form.band_high = day.band->high;
  }
  if (day.likely) {
    form.likely = day.likely->mean;
    form.likely_low = static_cast<double>(day.likely->p10);
    form.likely_high = static_cast<double>(day.likely->p90);
  }
  return form;
}

int minutes_on(const std::vector<QuotaDay>& days, Day today) {
  const auto day = std::find_if(days.begin(), days.end(), [&](const QuotaDay& each) { return each.day == today; });
  return day == days.end() || !day->is_asked() ? 0 : day->there.present;
}

double days_from_today(const RepPace& pace) {
  const WorkTime& time = pace.quota.time;
  const int today = minutes_on(pace.quota.days, pace.moment.day);
  const double gone = today * share_there(work_day(time, pace.moment.day), time, pace.moment);
  return pace.pace.working_days.left + full_time_days(time.calendar, gone);
}

std::vector<std::int64_t> counted_days(const RepPace& pace) {
  std::vector<std::int64_t> counted;
  for (const QuotaDay& day : pace.quota.days) {
    if (day.day > pace.moment.day) break;
    const auto found = pace.facts.counted_by_day.find(day.day);
    counted.push_back(found == pace.facts.counted_by_day.end() || !day.is_asked() ? 0 : found->second);
  }
  return counted;
}

void fill(form::Pace& form, const RepPace& rep_pace, const User& rep, Instant as_of) {
  const Pace& pace = rep_pace.pace;
  const QuotaInForce& quota = rep_pace.quota;
  form.quota_id = quota.quota.quota_id;
  form.key = quota.quota.key;
  form.name = quota.quota.name;
  form.rule = quota.rule;
  form.unit = quota.rule.unit;
  form.rep_id = rep.user_id;
  form.rep_name = rep.name;
  form.period_kind = quota.period.kind;
  form.period = period_form(quota.period);
  form.first_day = asked_span(quota.days).from;
  form.full_day_minutes = longest_day(quota.time.calendar);
  form.minutes_today = minutes_on(quota.days, rep_pace.moment.day);
  form.days_from_today = days_from_today(rep_pace);
  form.counted_days = counted_days(rep_pace);
  fill_pace(form, pace);
  form.so_far_per_day = pace.so_far_per_day;
  form.as_of = as_of;
}

}  // namespace

std::optional<std::string> why_no_chance(const Pace& pace) {
  if (pace.p_reach) return std::nullopt;
  const bool runs = pace.state == PaceState::behind || pace.state == PaceState::on_pace;
  if (runs) return "money";
  return std::string(enum_text(pace.state));
}

form::Period period_form(NamedPeriod period) {
  return {period_key(period), period.span.from, period.span.to};
}

form::TeamTotal total_form(const TeamTotal& total) {
  form::TeamTotal form{total.quota_id,
                       total.key,
                       total.name,
                       total.rule,
                       total.rule.unit,
                       total.period.kind,
                       period_form(total.period),
                       total.reps,
                       total.amount,
                       total.counted,
                       {},
                       {}};
  for (const auto& [day, counted] : total.counted_by_day) form.days.push_back({day, counted});
  return form;
}

form::TeamTotal sum_form(const TeamSum& sum) {
  form::TeamTotal form = total_form(sum.total);
  form.days.clear();
  if (sum.is_shown) return form;
  form.amount.reset();
  form.counted.reset();
  form.why_absent = form::WhyAbsent::too_few_people;
  return form;
}

form::Pace pace_form(const RepPace& pace, const User& rep, Instant as_of) {
  form::Pace form;
  fill(form, pace, rep, as_of);
  return form;
}

Result<form::PaceDetail> pace_detail(const RepPace& pace, const User& rep, Instant as_of) {
  form::PaceDetail form;
  fill(form, pace, rep, as_of);
  const Period span = pace.quota.period.span;
  const Weekday week_start = pace.quota.time.calendar.week_start;
  PACELINE_TRY(const auto days, pace_days(pace.quota.days, pace.quota.time, pace.facts, pace.pace, pace.moment));
  for (const PaceDay& day : days) form.days.push_back(day_form(day));
  const PerDay mean = per_day(pace.quota.time.calendar, days, pace.pace, pace.moment.day);
  form.per_day = {mean.needed, mean.so_far, mean.last_10, mean.best_10, mean.at_start};
  const PeriodKind kind = pace.quota.period.kind;
  if (kind == PeriodKind::span) return form;
  form.previous = period_key({kind, period_of(kind, span.from - 1, week_start)});
  form.next = period_key({kind, period_of(kind, span.to, week_start)});
  return form;
}

}  // namespace paceline::api
