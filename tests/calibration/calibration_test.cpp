// SPDX-License-Identifier: Apache-2.0
// Is a chance of 30 % reached in 30 cases of 100? Simulated companies (src/demo/truth.h) whose truth the product does
// not know: 200 seeds of 50 reps, each looked at in a random moment of a random day, each rep with weekly and monthly
// quotas, part time, leave and ramps. Beside it the plain Poisson chance, as if the rate so far were the rate.
//
// Reps of one seed share the moment and a team's rates, so the standard error is that of the sums of the seeds.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>

#include "calendar/country_files.h"
#include "demo/truth.h"
#include "quota/pace.h"

namespace paceline {
namespace {

constexpr int kSeeds = 200;
constexpr int kReps = 50;
constexpr std::size_t kBins = 5;

struct TriedQuota {
  demo::TrueKind kind;
  PeriodKind period;
  std::int64_t amount;
};

constexpr std::array<TriedQuota, 7> kQuotas{{{demo::TrueKind::call, PeriodKind::week, 165},
                                             {demo::TrueKind::email, PeriodKind::week, 42},
                                             {demo::TrueKind::meeting, PeriodKind::week, 5},
                                             {demo::TrueKind::social, PeriodKind::week, 10},
                                             {demo::TrueKind::call, PeriodKind::month, 740},
                                             {demo::TrueKind::meeting, PeriodKind::month, 20},
                                             {demo::TrueKind::estimate, PeriodKind::month, 11}}};

/// What was stated and what came, of the cases in one fifth of the chances.
struct Bin {
  double n = 0;
  double stated = 0;
  double reached = 0;
  std::map<std::int64_t, double> by_seed;

  void add(std::int64_t seed, double chance, bool came) {
    ++n;
    stated += chance;
    reached += came ? 1 : 0;
    by_seed[seed] += (came ? 1 : 0) - chance;
  }
  [[nodiscard]] double error() const {
    double squares = 0;
    for (const auto& [seed, sum] : by_seed) squares += sum * sum;
    return std::sqrt(squares) / n;
  }
  [[nodiscard]] double z() const { return (reached - stated) / n / error(); }
};

using Table = std::array<Bin, kBins>;

struct Tables {
  Table product;
  Table poisson;
};

void print(const char* title, const Table& table) {
  std::printf("%s\n  stated       n    mean  reached    SE      z\n", title);
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = table.at(i);
    std::printf("  %2zu-%3zu%% %6.0f  %6.4f  %6.4f  %6.4f  %+5.1f\n", i * 20, i * 20 + 20, bin.n, bin.stated / bin.n,
                bin.reached / bin.n, bin.error(), bin.z());
  }
}

class Company {
 public:
  explicit Company(std::int64_t seed) : chance_(seed, {99}) {
    today_ = *parse_day("2026-02-02") + chance_.below(290);
    moment_ = {today_, 500 + chance_.below(600)};
    truth_ = demo::truth_of({kReps, 90, seed, 1}, today_);
    for (const demo::TrueRep& rep : truth_.reps) {
      const auto calendar = countries_.of_country(demo::countries().at(rep.country).code);
      times_.push_back(demo::time_of(rep, *calendar));
    }
  }

  void add_to(std::map<PeriodKind, Tables>& tables) {
    for (const TriedQuota& tried : kQuotas) {
      rates_.clear();
      for (std::size_t rep = 0; rep < truth_.reps.size(); ++rep) add(tried, rep, tables[tried.period]);
    }
  }

 private:
  [[nodiscard]] std::string team_of(std::size_t rep) const {
    const demo::TrueRep& of = truth_.reps[rep];
    return of.move && of.move->day <= today_ ? of.move->team : of.team;
  }

  std::map<Day, std::int64_t> counted(std::size_t rep, demo::TrueKind kind, Period span) const {
    std::map<Day, std::int64_t> days;
    for (Day day = span.from; day < span.to; ++day) {
      const double worth = worth_of(times_[rep], work_day(times_[rep], day));
      days[day] = demo::counts_on(truth_, truth_.reps[rep], day, worth).at(static_cast<std::size_t>(kind));
    }
    return days;
  }

  /// Of what today will have counted, what it has by now.
  [[nodiscard]] std::int64_t by_now(std::size_t rep, std::int64_t today) {
    const double gone = share_there(work_day(times_[rep], today_), times_[rep], moment_) * demo::kEighths.size();
    double done = 0;
    double all = 0;
    for (std::size_t i = 0; i < demo::kEighths.size(); ++i) {
      all += demo::kEighths.at(i);
      done += demo::kEighths.at(i) * std::clamp(gone - static_cast<double>(i), 0.0, 1.0);
    }
    std::int64_t n = 0;
    for (std::int64_t i = 0; i < today; ++i) n += chance_.happens(done / all) ? 1 : 0;
    return n;
  }

  const std::optional<TeamRates>& rates_of(std::size_t rep, demo::TrueKind kind, Period weeks) {
    const std::pair key{team_of(rep), weeks.from};
    const auto known = rates_.find(key);
    if (known != rates_.end()) return known->second;
    std::vector<std::vector<PastDay>> past;
    for (std::size_t mate = 0; mate < truth_.reps.size(); ++mate) {
      if (team_of(mate) != key.first || truth_.reps[mate].left) continue;
      past.push_back(past_days(times_[mate], weeks, kAlways.from, counted(mate, kind, weeks)));
    }
    return rates_.emplace(key, team_rates(past)).first->second;
  }

  void add(const TriedQuota& tried, std::size_t rep, Tables& tables) {
    const WorkTime& time = times_[rep];
    const Period period = period_of(tried.period, today_, time.calendar.week_start);
    const auto all = counted(rep, tried.kind, period);
    Quota quota;
    quota.versions = {{kFirstDay, RuleId(1), {tried.amount, {}, {}}, {}, {{SubjectKind::role, 0, {}}}}};
    const auto days = quota_days(quota, Placement{}, {}, time, period);

    PaceFacts facts;
    facts.counted_by_day = all;
    facts.counted_by_day.erase(facts.counted_by_day.upper_bound(today_), facts.counted_by_day.end());
    const std::int64_t done_today = by_now(rep, all.at(today_));
    facts.counted_by_day[today_] = done_today;
    facts.outlook = outlook(tried.kind, rep, done_today);

    const Pace pace = *pace_of(days, time, facts, moment_);
    if (pace.state == PaceState::made || pace.state == PaceState::excused || pace.working_days.left == 0) return;
    std::int64_t total = 0;
    for (const auto& [day, n] : all) total += n;
    const bool came = total >= pace.proration.amount;
    if (pace.p_reach) tables.product.at(bin_of(*pace.p_reach)).add(truth_.seed, *pace.p_reach, came);
    const auto plain = reach_of(reach_input(days, time, facts, pace.proration.amount, moment_))->p_reach_plugin_poisson;
    if (plain) tables.poisson.at(bin_of(*plain)).add(truth_.seed, *plain, came);
  }

  std::optional<Outlook> outlook(demo::TrueKind kind, std::size_t rep, std::int64_t done_today) {
    const WorkTime& time = times_[rep];
    const Period week = period_of(PeriodKind::week, today_, time.calendar.week_start);
    const Period weeks{week.from - 28, week.from};
    const auto& rates = rates_of(rep, kind, weeks);
    if (!rates) return std::nullopt;
    const Period so_far{week.from, today_ + 1};
    auto this_week = past_days(time, so_far, kAlways.from, counted(rep, kind, so_far));
    this_week.back().worth *= share_there(work_day(time, today_), time, moment_);
    this_week.back().counted = done_today;
    return outlook_of(*rates, past_days(time, weeks, kAlways.from, counted(rep, kind, weeks)), week, this_week);
  }

  static std::size_t bin_of(double chance) { return std::min(kBins - 1, static_cast<std::size_t>(chance * kBins)); }

  demo::Chance chance_;
  Day today_;
  PaceMoment moment_;
  demo::Truth truth_;
  CountryFiles countries_;
  std::vector<WorkTime> times_;
  std::map<std::pair<std::string, Day>, std::optional<TeamRates>> rates_;
};

void merge(const Bin& from, Bin& to) {
  to.n += from.n;
  to.stated += from.stated;
  to.reached += from.reached;
  for (const auto& [seed, sum] : from.by_seed) to.by_seed[seed] += sum;
}

TEST(Calibration, AStatedChanceIsReachedAsOftenAsItSays) {
  std::map<PeriodKind, Tables> tables;
  for (std::int64_t seed = 1; seed <= kSeeds; ++seed) Company(seed).add_to(tables);
  Tables all;
  for (const auto& [period, of_period] : tables) {
    for (std::size_t i = 0; i < kBins; ++i) {
      merge(of_period.product.at(i), all.product.at(i));
      merge(of_period.poisson.at(i), all.poisson.at(i));
    }
  }
  print("product, weekly", tables[PeriodKind::week].product);
  print("product, monthly", tables[PeriodKind::month].product);
  print("product, all", all.product);
  print("plain Poisson, all", all.poisson);
  for (const Table* table : {&tables[PeriodKind::week].product, &tables[PeriodKind::month].product, &all.product}) {
    for (std::size_t i = 1; i + 1 < kBins; ++i) {
      EXPECT_GT(table->at(i).n, 1000);
      EXPECT_LT(std::abs(table->at(i).z()), 3) << "from " << i * 20 << " %";
    }
  }
  // The same test refuses a chance that is too sure.
  EXPECT_GT(std::abs(all.poisson.at(1).z()), 3);
}

}  // namespace
}  // namespace paceline
