// SPDX-License-Identifier: Apache-2.0
#include "cli/demo_truth.h"

#include "demo/company.h"
#include "demo/work_day.h"
#include "json/json.h"

namespace paceline::cli {
namespace {

struct RateOfKind {
  std::string kind;
  std::vector<double> weekdays;  ///< on a full-time day, Monday first
};
BOOST_DESCRIBE_STRUCT(RateOfKind, (), (kind, weekdays))

struct LeaveOfRep {
  Day from;
  Day to;  ///< the first day after it
  std::optional<int> minutes;
};
BOOST_DESCRIBE_STRUCT(LeaveOfRep, (), (from, to, minutes))

struct RampOfRep {
  int after_days = 0;
  double share = 1;
};
BOOST_DESCRIBE_STRUCT(RampOfRep, (), (after_days, share))

struct MoveOfRep {
  Day day;
  std::string team;
};
BOOST_DESCRIBE_STRUCT(MoveOfRep, (), (day, team))

struct RepOfTruth {
  std::string email;
  std::string name;
  std::string team;
  std::optional<MoveOfRep> move;
  std::string calendar;
  std::string zone;
  std::optional<Day> joined;
  std::optional<Day> left;
  std::vector<RampOfRep> ramp;  ///< since the day of joining
  std::optional<std::vector<int>> week_minutes;
  std::vector<LeaveOfRep> leave;
  std::vector<RateOfKind> rates;
};
BOOST_DESCRIBE_STRUCT(RepOfTruth, (),
                      (email, name, team, move, calendar, zone, joined, left, ramp, week_minutes, leave, rates))

struct OutcomeOfTruth {
  std::string kind;
  std::string outcome;
  double probability = 0;
};
BOOST_DESCRIBE_STRUCT(OutcomeOfTruth, (), (kind, outcome, probability))

struct QuotaOfTruth {
  std::string key;
  std::string period;
  std::int64_t amount = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaOfTruth, (), (key, period, amount))

struct TruthDocument {
  std::int64_t seed = 0;
  Day from;
  Day to;
  double spread_of_day = 0;  ///< variance / mean^2 of a day's form
  double spread_of_week = 0;
  std::vector<double> eighths_of_day;
  std::vector<OutcomeOfTruth> outcomes;
  std::vector<QuotaOfTruth> quotas;
  std::vector<RepOfTruth> reps;
};
BOOST_DESCRIBE_STRUCT(TruthDocument, (),
                      (seed, from, to, spread_of_day, spread_of_week, eighths_of_day, outcomes, quotas, reps))

std::vector<RateOfKind> rates_of(const demo::Truth& truth, const demo::TrueRep& rep) {
  std::vector<RateOfKind> rates;
  for (std::size_t kind = 0; kind < demo::kKinds; ++kind) {
    RateOfKind of_kind{demo::kKindWords.at(kind), {}};
    for (const double weekday : demo::kWeekdays) of_kind.weekdays.push_back(rep.rates.at(kind) * weekday * truth.scale);
    rates.push_back(std::move(of_kind));
  }
  return rates;
}

RepOfTruth rep_of(const demo::Truth& truth, const demo::TrueRep& rep) {
  const demo::Country& country = demo::countries().at(rep.country);
  RepOfTruth result{rep.email,  rep.name, rep.team, {}, country.code, country.zone,
                    rep.joined, rep.left, {},       {}, {},           rates_of(truth, rep)};
  if (rep.move) result.move = MoveOfRep{rep.move->day, rep.move->team};
  if (rep.part_time) result.week_minutes.emplace(rep.part_time->minutes.begin(), rep.part_time->minutes.end());
  for (const Leave& leave : rep.leaves) result.leave.push_back({leave.span.from, leave.span.to, leave.minutes});
  if (!rep.ramp) return result;
  for (const RampStep& step : demo::ramp_steps())
    result.ramp.push_back({step.after_days, static_cast<double>(step.share_bp) / kAllBp});
  return result;
}

}  // namespace

std::string truth_document(const demo::Truth& truth) {
  TruthDocument document{
      truth.seed, truth.history.from, truth.history.to, demo::kSpreadOfDay, demo::kSpreadOfWeek, {}, {}, {}, {}};
  document.eighths_of_day.assign(demo::kEighths.begin(), demo::kEighths.end());
  for (const demo::TrueOutcome& each : demo::outcomes())
    document.outcomes.push_back(
        {demo::kKindWords.at(static_cast<std::size_t>(each.kind)), each.outcome, each.probability});
  for (const QuotaDefinition& quota : demo::quotas(truth).quotas)
    document.quotas.push_back({quota.key, std::string(to_text(quota.period_kind)), quota.amounts.quota});
  for (const demo::TrueRep& rep : truth.reps) document.reps.push_back(rep_of(truth, rep));
  return json::write(document);
}

}  // namespace paceline::cli
