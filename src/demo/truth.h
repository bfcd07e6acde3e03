// SPDX-License-Identifier: Apache-2.0
// What is true of a simulated company: who works when, and how much each rep does on an average day. Tests and
// benchmarks hold the product's figures against it.
//
// A rep's count of a kind on a day is Poisson with mean
//   rate x worth of the day x weekday x form of the week x form of the day
// The worth is what the working calendar, part time, leave and the ramp leave of a full-time day. Forms have mean 1:
// good and bad weeks, good and bad days, of all kinds together.
// Everything comes from the seed: the same seed, size and day give the same truth on every machine.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/chance.h"
#include "quota/team_rates.h"

namespace paceline::demo {

enum class TrueKind { call, email, meeting, estimate, social };
inline constexpr std::size_t kKinds = 5;
inline constexpr std::array<const char*, kKinds> kKindWords{"call", "email", "meeting", "estimate", "social"};
/// On a full-time day, of a rep like most.
inline constexpr std::array<double, kKinds> kUsualRates{36, 9, 1.0, 0.55, 2};
/// Monday first; on days of a weekend that somebody works as on any day.
inline constexpr std::array<double, 7> kWeekdays{0.93, 1.06, 1.08, 1.02, 0.91, 1, 1};
/// Eighths of a day's work.
inline constexpr std::array<double, 8> kEighths{0.85, 1.1, 1.15, 1.05, 0.75, 1.0, 1.1, 1.0};
inline constexpr double kSpreadOfDay = 0.04;   // plus or minus 20 %
inline constexpr double kSpreadOfWeek = 0.01;  // plus or minus 10 %
inline constexpr double kSpreadOfReps = 0.06;  // plus or minus 24 %, of all kinds together
inline constexpr double kSpreadOfKinds = 0.03;

/// Where people work: its calendar, zone and language.
struct Country {
  const char* name;
  const char* code;  ///< of the shipped calendar
  const char* zone;
  int language = 0;  ///< of the names, see people.h
};

struct TrueTeam {
  std::string name;
  std::optional<std::string> parent;
  std::size_t country = 0;
};

struct Move {
  Day day;
  std::string team;
};

struct TrueRep {
  int number = 0;
  std::string email;
  std::string name;
  std::size_t country = 0;
  std::string team;  ///< on the first day
  std::optional<Move> move;
  std::optional<Day> joined;  ///< none: long ago
  std::optional<Day> left;
  bool ramp = false;  ///< from the day of joining on
  std::optional<WorkWeek> part_time;
  std::vector<Leave> leaves;
  std::array<double, kKinds> rates{};  ///< per full-time day
};

struct Truth {
  std::int64_t seed = 1;
  Period history;
  std::vector<TrueTeam> teams;
  std::vector<TrueRep> reps;
  double scale = 1;  ///< of all rates: a quiet company for a small load
};

struct Size {
  int reps = 5;
  int days = 60;  ///< of history before today
  std::int64_t seed = 1;
  double scale = 1;
};

[[nodiscard]] const std::vector<Country>& countries();
/// What is asked of somebody new: 30 % for two weeks, 60 % for four more.
[[nodiscard]] const std::vector<RampStep>& ramp_steps();

[[nodiscard]] Truth truth_of(const Size& size, Day today);

/// The rep's own time in this calendar.
[[nodiscard]] WorkTime time_of(const TrueRep& rep, WorkingCalendar calendar);

/// How many of each kind the rep does on a day that is worth so much.
[[nodiscard]] std::array<int, kKinds> counts_on(const Truth& truth, const TrueRep& rep, Day day, double worth);

}  // namespace paceline::demo
