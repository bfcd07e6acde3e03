// SPDX-License-Identifier: Apache-2.0
#include "quota/proration.h"

#include <algorithm>

namespace paceline {
namespace {

/// Minutes in basis points, so that a ramp's share of a day stays whole.
std::int64_t weight_of(const QuotaDay& day) {
  return std::int64_t{day.asked.present} * day.asked.share_bp;
}

/// The full-time minutes that the amount stands for.
std::int64_t minutes_for_all(const std::vector<QuotaDay>& days, const WorkingCalendar& calendar) {
  std::int64_t minutes = 0;
  for (const QuotaDay& day : days) minutes += day.asked.full;
  return minutes > 0 ? minutes : longest_day(calendar);
}

class Parts {
 public:
  void add_day(const QuotaDay& day) {
    const WorkDay& work = day.asked;
    if (!day.is_asked()) return add(day.started ? ProrationWhy::not_asked : ProrationWhy::before_start, work.full);
    const ProrationWhy lost = work.closing ? ProrationWhy::closing_day : ProrationWhy::holiday;
    add(work.calendar > work.full ? ProrationWhy::moved_day : lost, work.full - work.calendar);
    add(ProrationWhy::part_time, work.calendar - work.own);
    add(work.employed ? ProrationWhy::leave : ProrationWhy::not_employed, work.own - work.present);
    ramp_ += std::int64_t{work.present} * (kAllBp - work.share_bp);
  }

  [[nodiscard]] std::vector<ProrationPart> list() {
    add(ProrationWhy::ramp, round_half_up(ramp_, kAllBp));
    std::vector<ProrationPart> parts;
    for (std::size_t i = 0; i < minutes_.size(); ++i) {
      if (minutes_.at(i) != 0) parts.push_back({static_cast<ProrationWhy>(i), minutes_.at(i)});
    }
    return parts;
  }

 private:
  void add(ProrationWhy why, std::int64_t minutes) { minutes_.at(static_cast<std::size_t>(why)) += minutes; }

  std::array<std::int64_t, static_cast<std::size_t>(ProrationWhy::ramp) + 1> minutes_{};
  std::int64_t ramp_ = 0;
};

/// The share of one grade; none when a day that asks does not have it.
template <class GradeOf>
std::optional<std::int64_t> prorated(const std::vector<QuotaDay>& days, std::int64_t minutes_full, GradeOf grade_of) {
  Wide asked = 0;
  for (const QuotaDay& day : days) {
    if (!day.is_asked()) continue;
    const std::optional<std::int64_t> amount = grade_of(*day.amounts);
    if (!amount) return std::nullopt;
    asked += Wide{*amount} * weight_of(day);
  }
  return round_half_up(asked, Wide{minutes_full} * kAllBp);
}

std::int64_t amount_at_full_time(const std::vector<QuotaDay>& days, std::int64_t minutes_full) {
  Wide asked = 0;
  for (const QuotaDay& day : days) {
    if (day.is_asked()) asked += Wide{day.amounts->quota} * day.asked.full;
  }
  return round_half_up(asked, minutes_full);
}

}  // namespace

Proration prorate(const std::vector<QuotaDay>& days, const WorkingCalendar& calendar) {
  Proration result;
  Parts parts;
  std::int64_t weight = 0;
  for (const QuotaDay& day : days) {
    parts.add_day(day);
    if (!day.is_asked()) continue;
    result.minutes += day.asked.present;
    weight += weight_of(day);
  }
  result.parts = parts.list();
  result.minutes_full = minutes_for_all(days, calendar);
  result.excused = weight == 0;
  if (result.minutes_full == 0) return result;
  result.amount = *prorated(days, result.minutes_full, [](const Amounts& of) { return std::optional(of.quota); });
  result.floor = prorated(days, result.minutes_full, [](const Amounts& of) { return of.floor; });
  result.stretch = prorated(days, result.minutes_full, [](const Amounts& of) { return of.stretch; });
  result.amount_full = amount_at_full_time(days, result.minutes_full);
  return result;
}

double planned_until(const std::vector<QuotaDay>& days, const WorkingCalendar& calendar, Day today,
                     double share_of_today) {
  const std::int64_t full = minutes_for_all(days, calendar);
  if (full == 0) return 0;
  Wide before = 0;
  double of_today = 0;
  for (const QuotaDay& day : days) {
    if (!day.is_asked() || day.day > today) continue;
    const Wide asked = Wide{day.amounts->quota} * weight_of(day);
    if (day.day < today) before += asked;
    if (day.day == today) of_today = share_of_today * static_cast<double>(asked);
  }
  return (static_cast<double>(before) + of_today) / (static_cast<double>(full) * kAllBp);
}

}  // namespace paceline
