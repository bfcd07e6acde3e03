// SPDX-License-Identifier: Apache-2.0
#include "quota/team_rates.h"

#include <algorithm>
#include <cmath>

namespace paceline {
namespace {

constexpr double kWeekdayPseudoCounts = 50;
constexpr double kUsualDay = 0.04;     // plus or minus 20 %
constexpr double kUsualWeek = 0.01;    // plus or minus 10 %
constexpr double kUsualBetween = 0.1;  // plus or minus 30 %
constexpr double kBetweenAlone = 1;    // nobody to compare with
constexpr double kPseudoReps = 3;
constexpr double kDaysOfWeek = 5;

double squared(double x) {
  return x * x;
}

std::size_t weekday_index(Day day) {
  return static_cast<std::size_t>(weekday_of(day));
}

double as_double(std::int64_t n) {
  return static_cast<double>(n);
}

/// What was counted, over how many days.
struct Sum {
  double counted = 0;
  double days = 0;
  [[nodiscard]] double rate() const { return counted / days; }
};

Sum sum_of(const TeamRates& rates, const std::vector<PastDay>& days) {
  Sum sum;
  for (const PastDay& day : days) {
    sum.counted += as_double(day.counted);
    sum.days += weighed(rates, day);
  }
  return sum;
}

std::array<double, 7> weekdays_of(const std::vector<std::vector<PastDay>>& reps) {
  std::array<double, 7> counted{};
  std::array<double, 7> expected{};
  for (const auto& days : reps) {
    const Sum sum = sum_of({}, days);
    if (sum.days == 0) continue;
    for (const PastDay& day : days) {
      counted.at(weekday_index(day.day)) += as_double(day.counted);
      expected.at(weekday_index(day.day)) += sum.rate() * day.worth;
    }
  }
  std::array<double, 7> weekday{};
  for (std::size_t i = 0; i < weekday.size(); ++i) {
    weekday.at(i) = (counted.at(i) + kWeekdayPseudoCounts) / (expected.at(i) + kWeekdayPseudoCounts);
  }
  return weekday;
}

/// How far single counts lie from their means, beyond what chance gives.
class Spread {
 public:
  /// `lost` is n / (n - 1) of the counts that the mean was made from.
  void add(double counted, double mean, double lost) {
    squares_ += squared(counted - mean) * lost;
    means_ += mean;
    squared_means_ += squared(mean);
    ++n_;
  }
  [[nodiscard]] double found(double usual) const {
    return squared_means_ > 0 ? (squares_ - means_) / squared_means_ : usual;
  }
  /// The variance of `found` when the truth is `spread`.
  [[nodiscard]] double noise(double spread) const {
    if (squared_means_ <= 0) return HUGE_VAL;
    return 2 / n_ * squared(means_ / squared_means_ + spread);
  }

 private:
  double squares_ = 0;
  double means_ = 0;
  double squared_means_ = 0;
  double n_ = 0;
};

/// Between what was found and what is usual, by the noise of the one and `doubt`, the variance of the other.
double shrunk(double found, double noise, double usual, double doubt) {
  if (std::isinf(noise)) return usual;
  return (found * doubt + usual * noise) / (doubt + noise);
}

struct Spreads {
  Spread days;
  Spread weeks;
};

double lost(int n) {
  return static_cast<double>(n) / (n - 1);
}

void add_days(const TeamRates& rates, const std::vector<PastDay>& days, Spreads& spreads) {
  const Sum sum = sum_of(rates, days);
  const auto there = [](const PastDay& day) { return day.worth > 0; };
  const auto n = static_cast<int>(std::count_if(days.begin(), days.end(), there));
  if (n < 2) return;
  std::vector<Sum> weeks;
  for (const PastDay& day : days) {
    const double mean = sum.rate() * weighed(rates, day);
    if (there(day)) spreads.days.add(as_double(day.counted), mean, lost(n));
    const auto week = static_cast<std::size_t>((day.day - days.front().day) / 7);
    if (weeks.size() <= week) weeks.resize(week + 1);
    weeks[week].counted += as_double(day.counted);
    weeks[week].days += weighed(rates, day);
  }
  std::erase_if(weeks, [](const Sum& week) { return week.days == 0; });
  if (weeks.size() < 2) return;
  for (const Sum& week : weeks) {
    spreads.weeks.add(week.counted, sum.rate() * week.days, lost(static_cast<int>(weeks.size())));
  }
}

void set_forms(const std::vector<std::vector<PastDay>>& reps, TeamRates& rates) {
  Spreads spreads;
  for (const auto& days : reps) add_days(rates, days, spreads);
  const double of_day = spreads.days.found(kUsualDay + kUsualWeek);
  const double of_week = spreads.weeks.found(kUsualDay / kDaysOfWeek + kUsualWeek);
  const double day = std::max(0.0, (of_day - of_week) * kDaysOfWeek / (kDaysOfWeek - 1));
  const double week = std::max(0.0, of_week - day / kDaysOfWeek);
  rates.day = shrunk(day, spreads.days.noise(day), kUsualDay, squared(kUsualDay));
  rates.week = shrunk(week, spreads.weeks.noise(week + day / kDaysOfWeek), kUsualWeek, squared(2 * kUsualWeek));
}

void set_between(const std::vector<Sum>& reps, TeamRates& rates) {
  const double days = rates.known_days;
  const auto n = static_cast<double>(reps.size());
  const double forms = rates.day + rates.week * kDaysOfWeek;
  double differences = 0;
  double squared_days = 0;
  for (const Sum& rep : reps) {
    differences += rep.days * squared(rep.rate() - rates.mean);
    squared_days += squared(rep.days);
  }
  rates.between = kBetweenAlone;
  if (reps.size() > 1) {
    const double noise = (n - 1) * (rates.mean + squared(rates.mean) * forms);
    const double found = std::max(0.0, (differences - noise) / (days - squared_days / days)) / squared(rates.mean);
    rates.between = (found * (n - 1) + kUsualBetween * kPseudoReps) / (n - 1 + kPseudoReps);
  }
  rates.mean_spread = 1 / (rates.mean * days) + forms / days + rates.between / n;
}

}  // namespace

double worth_of(const WorkTime& time, const WorkDay& day) {
  const int longest = longest_day(time.calendar);
  return longest == 0 ? 0 : static_cast<double>(day.present) * day.share_bp / kAllBp / longest;
}

std::vector<PastDay> past_days(const WorkTime& time, Period span, std::optional<Day> since,
                               const std::map<Day, std::int64_t>& counted) {
  std::vector<PastDay> days;
  days.reserve(static_cast<std::size_t>(span.days()));
  for (Day day = span.from; day < span.to; ++day) {
    const auto found = counted.find(day);
    const bool there = since && *since <= day;
    days.push_back({day, there ? worth_of(time, work_day(time, day)) : 0, found == counted.end() ? 0 : found->second});
  }
  return days;
}

double weighed(const TeamRates& rates, const PastDay& day) {
  return day.worth * rates.weekday.at(weekday_index(day.day));
}

std::optional<TeamRates> team_rates(const std::vector<std::vector<PastDay>>& reps) {
  TeamRates rates;
  rates.weekday = weekdays_of(reps);
  std::vector<Sum> sums;
  Sum all;
  for (const auto& days : reps) {
    const Sum sum = sum_of(rates, days);
    if (sum.days == 0) continue;
    sums.push_back(sum);
    all.counted += sum.counted;
    all.days += sum.days;
  }
  if (sums.empty()) return std::nullopt;
  rates.known_days = all.days;
  rates.mean = std::max(all.counted, 0.5) / all.days;
  set_forms(reps, rates);
  set_between(sums, rates);
  return rates;
}

}  // namespace paceline
