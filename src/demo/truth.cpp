// SPDX-License-Identifier: Apache-2.0
#include "demo/truth.h"

#include "demo/people.h"

namespace paceline::demo {
namespace {

constexpr int kRepsOfTeam = 12;
constexpr const char* kAllTeams = "Sales";
constexpr const char* kFirstTeam = "North";

// What a chance is about.
enum Topic : std::int64_t { of_rep = 1, of_week, of_day };

std::string team_name(int number, const Country& country, int of_country) {
  if (number == 0) return kFirstTeam;
  return std::string(country.name) + " " + std::to_string(of_country);
}

/// One team, or a country's teams in its region, and all regions in one.
std::vector<TrueTeam> teams_of(int reps) {
  const int count = (reps + kRepsOfTeam - 1) / kRepsOfTeam;
  if (count == 1) return {{kFirstTeam, {}, 0}};
  std::vector<TrueTeam> teams{{kAllTeams, {}, 0}};
  for (std::size_t i = 0; i < countries().size() && i < static_cast<std::size_t>(count); ++i)
    teams.push_back({countries()[i].name, kAllTeams, i});
  std::vector<int> of_country(countries().size());
  for (int number = 0; number < count; ++number) {
    const std::size_t country = static_cast<std::size_t>(number) % countries().size();
    teams.push_back(
        {team_name(number, countries()[country], ++of_country[country]), countries()[country].name, country});
  }
  return teams;
}

void set_leaves(TrueRep& rep, Period history, Chance& chance) {
  for (Day day = history.from; day < history.to + 30; day = day + chance.between(25, 90)) {
    const bool ill = chance.happens(0.4);
    const Day from = day + chance.below(20);
    const Period span{from, from + (ill ? 1 : chance.between(2, 7))};
    // The first ones are there when the demonstration is shown.
    if (rep.number < kRepsOfTeam && span.from <= history.to && span.to >= history.to - 3) continue;
    rep.leaves.push_back({span, {}});
    if (chance.happens(0.15)) rep.leaves.push_back({{span.to + 3, span.to + 4}, 120});
  }
}

void set_part_time(TrueRep& rep, Period history, Chance& chance) {
  if (chance.happens(0.5)) {
    rep.part_time = WorkWeek{history.from - 400, {360, 360, 360, 360, 360, 0, 0}};
  } else {
    rep.part_time = WorkWeek{history.from - 400, {480, 480, 480, 0, 0, 0, 0}};
  }
}

/// Of the first team everybody knows who is what; of the others chance decides.
void set_employment(TrueRep& rep, Period history, Chance& chance) {
  const bool known = rep.number < kRepsOfTeam;
  const bool is_new = known ? rep.number == 4 : chance.happens(0.1);
  const bool is_part_time = known ? rep.number == 3 || rep.number == 9 : chance.happens(0.12);
  if (is_new) {
    rep.joined = history.to - (known ? 26 : chance.between(5, 80));
    rep.ramp = true;
  }
  if (is_part_time && known) rep.part_time = WorkWeek{history.from - 400, {360, 360, 360, 360, 360, 0, 0}};
  if (is_part_time && !known) set_part_time(rep, history, chance);
  if (!known && !is_new && chance.happens(0.02)) rep.left = history.to - chance.between(3, 40);
  set_leaves(rep, history, chance);
}

}  // namespace

const std::vector<Country>& countries() {
  static const std::vector<Country> all{{"Bulgaria", "BG", "Europe/Sofia", 1},   {"Britain", "GB", "Europe/London", 0},
                                        {"Hungary", "HU", "Europe/Budapest", 3}, {"Emirates", "AE", "Asia/Dubai", 2},
                                        {"Russia", "RU", "Europe/Moscow", 4},    {"Albania", "AL", "Europe/Tirane", 5},
                                        {"America", "US", "America/New_York", 0}};
  return all;
}

const std::vector<RampStep>& ramp_steps() {
  static const std::vector<RampStep> steps{{0, 3000}, {14, 6000}, {42, 10'000}};
  return steps;
}

Truth truth_of(const Size& size, Day today) {
  Truth truth{size.seed, {today - size.days, today + 1}, teams_of(size.reps), {}, size.scale};
  const std::size_t first =
      truth.teams.size() == 1
          ? 0
          : truth.teams.size() - static_cast<std::size_t>((size.reps + kRepsOfTeam - 1) / kRepsOfTeam);
  for (int number = 0; number < size.reps; ++number) {
    Chance chance(size.seed, {of_rep, number});
    TrueRep rep;
    rep.number = number;
    const std::size_t place = first + static_cast<std::size_t>(number / kRepsOfTeam);
    const TrueTeam& team = truth.teams[place];
    rep.team = team.name;
    rep.country = team.country;
    const PersonName person = rep_name(number, countries()[rep.country].language);
    rep.name = person.name;
    rep.email = person.address + "@demo.paceline.example";
    const double skill = chance.form(kSpreadOfReps);
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      rep.rates.at(kind) = kUsualRates.at(kind) * skill * chance.form(kSpreadOfKinds);
    set_employment(rep, truth.history, chance);
    const bool moves = number >= kRepsOfTeam && !rep.left && chance.happens(0.03);
    if (moves && place + 1 < truth.teams.size())
      rep.move = Move{truth.history.to - chance.between(2, 30), truth.teams[place + 1].name};
    truth.reps.push_back(std::move(rep));
  }
  return truth;
}

WorkTime time_of(const TrueRep& rep, WorkingCalendar calendar) {
  WorkTime time;
  time.calendar = std::move(calendar);
  if (rep.part_time) time.weeks = {*rep.part_time};
  time.leaves = rep.leaves;
  if (rep.ramp) time.ramp = Ramp{*rep.joined, ramp_steps()};
  time.employed = {rep.joined.value_or(kAlways.from), rep.left.value_or(kAlways.to)};
  return time;
}

std::array<int, kKinds> counts_on(const Truth& truth, const TrueRep& rep, Day day, double worth) {
  const int week = (day.count() + 3) / 7;
  const double form = Chance(truth.seed, {of_week, rep.number, week}).form(kSpreadOfWeek);
  Chance chance(truth.seed, {of_day, rep.number, day.count()});
  const double mean =
      worth * form * chance.form(kSpreadOfDay) * kWeekdays.at(static_cast<std::size_t>(weekday_of(day))) * truth.scale;
  std::array<int, kKinds> counts{};
  for (std::size_t kind = 0; kind < kKinds; ++kind) counts.at(kind) = chance.poisson(rep.rates.at(kind) * mean);
  return counts;
}

}  // namespace paceline::demo
