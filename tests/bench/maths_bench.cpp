// SPDX-License-Identifier: Apache-2.0
// What the mathematics cost: every row of the speed table beside its level, and how the distribution of money grows
// with the pipeline. The one yardstick inside is plain Monte Carlo with 10,000 paths, as a script with arrays would do
// it; NumPy itself is tests/bench/beside_numpy.py. Judged is the time of the processor, which neighbours hardly change.
//
// usage: maths_bench [--benchmark_filter=...], Google Benchmark's own options; ends with 1 when a level is missed
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <string_view>
#include <vector>

#include "forecast/flow.h"
#include "forecast/money.h"
#include "funnel/lost_money.h"
#include "plan/mix.h"
#include "plan/money_plan.h"
#include "plan/uncertain_dials.h"
#include "stats/calibration.h"
#include "stats/interval.h"
#include "stats/many_tests.h"
#include "stats/random.h"
#include "stats/scores.h"
#include "stats/shrinkage.h"
#include "stats/survival.h"

namespace paceline {
namespace {

constexpr std::uint64_t kSeed = 1;

std::vector<OpenOpportunity> pipeline_of(std::int64_t number) {
  std::vector<OpenOpportunity> pipeline;
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(number); ++i)
    pipeline.push_back({.amount = static_cast<std::int64_t>(100'000 + stats::below(10'000'000, kSeed, 0, i)),
                        .win_probability = stats::uniform(kSeed, 1, i)});
  return pipeline;
}

void distribution_of_money(benchmark::State& state) {
  const auto pipeline = pipeline_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(pipeline_total(pipeline)->at_least(1'000'000));
}
BENCHMARK(distribution_of_money)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void distribution_by_week_26(benchmark::State& state) {
  auto pipeline = pipeline_of(10'000);
  for (auto _ : state)
    for (int week = 0; week < 26; ++week) {
      for (auto& open : pipeline) open.win_probability *= 0.97;
      benchmark::DoNotOptimize(pipeline_total(pipeline)->at_least(1'000'000));
    }
}
BENCHMARK(distribution_by_week_26)->Unit(benchmark::kMillisecond);

void what_if_fan_of_26_weeks(benchmark::State& state) {
  const std::vector<double> shifts{-0.8, 0, 0.8}, weights{0.25, 0.5, 0.25};
  auto pipeline = pipeline_of(10'000);
  for (auto _ : state)
    for (int week = 0; week < 26; ++week) {
      for (auto& open : pipeline) open.win_probability *= 0.97;
      const auto d = *pipeline_with_shock(pipeline, {.shifts = shifts, .weights = weights});
      benchmark::DoNotOptimize(d.quantile(0.1) + d.quantile(0.5) + d.quantile(0.9));
    }
}
BENCHMARK(what_if_fan_of_26_weeks)->Unit(benchmark::kMillisecond);

void monte_carlo_of_10000_paths(benchmark::State& state) {
  const auto pipeline = pipeline_of(10'000);
  std::uint64_t x = 88172645463325252;
  for (auto _ : state) {
    std::vector<std::int64_t> totals(10'000, 0);
    for (const auto& open : pipeline) {
      const auto limit = static_cast<std::uint64_t>(open.win_probability * 0x1p63) * 2;
      for (auto& total : totals) {
        x ^= x << 13U;
        x ^= x >> 7U;
        x ^= x << 17U;
        total += x < limit ? open.amount : 0;
      }
    }
    benchmark::DoNotOptimize(totals.data());
  }
}
BENCHMARK(monte_carlo_of_10000_paths)->Unit(benchmark::kMillisecond);

const std::vector<std::int64_t> kReference{1500, 1000, 20, 15, 10, 5};

void plan_step_by_step(benchmark::State& state) {
  for (auto _ : state) {
    auto chain = *UncertainChain::of(*separate_steps(kReference), 5);
    benchmark::DoNotOptimize(chain.dials_for(0.8)->dials);
    benchmark::DoNotOptimize(chain.dials_for(0.95)->dials);
  }
}
BENCHMARK(plan_step_by_step)->Unit(benchmark::kMillisecond);

void plan_table_of_9000_dials(benchmark::State& state) {
  for (auto _ : state) {
    auto chain = *UncertainChain::of(*separate_steps(kReference), 5);
    double sum = 0;
    for (std::int64_t dials = 0; dials <= 9000; ++dials) sum += *chain.chance(dials);
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(plan_table_of_9000_dials)->Unit(benchmark::kMillisecond);

/// Money, and two channels that are planned each by itself and mixed by their minutes.
void plan_of_money_by_channel(benchmark::State& state) {
  std::vector<double> sizes(41, 0);
  for (std::size_t j = 5; j <= 40; ++j) sizes[j] = 1.0 / 36;
  const std::vector<MixedChannel> channels{
      {.minutes = 1.25, .wins = {1.0 / 300, 0}, .least = 100, .most = 4000},
      {.minutes = 25, .wins = {0.12, 0.02}, .least = 1, .most = 60},
      {.minutes = 8, .wins = {0.01, 0.03}, .least = 4, .most = 100},
  };
  for (auto _ : state) {
    benchmark::DoNotOptimize(dials_for_money(stats::after({.successes = 5, .trials = 1500}), sizes, 100, 0.8)->dials);
    benchmark::DoNotOptimize(dials_for_money(stats::after({.successes = 4, .trials = 60}), sizes, 100, 0.8)->dials);
    benchmark::DoNotOptimize(cheapest_mix_of_many(channels, std::vector<double>{5, 2})->has_value());
  }
}
BENCHMARK(plan_of_money_by_channel)->Unit(benchmark::kMillisecond);

void quota_probability(benchmark::State& state) {
  const std::vector<OpenOpportunity> pipeline{{12, 0.7},  {8, 0.55}, {20, 0.3}, {5, 0.8},
                                              {15, 0.25}, {9, 0.4},  {30, 0.1}, {6, 0.5}};
  const std::vector<double> sizes{0, 0, 0, 0, 0.1, 0.2, 0.2, 0.15, 0.15, 0.1, 0.05, 0.03, 0.02};
  for (auto _ : state) benchmark::DoNotOptimize(money_reach(*pipeline_and_new(pipeline, 2.5, sizes), 60, 100)->p_reach);
}
BENCHMARK(quota_probability)->Unit(benchmark::kMicrosecond);

void step_interval(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(stats::jeffreys_interval({.successes = 20, .trials = 1000})->low);
}
BENCHMARK(step_interval)->Unit(benchmark::kMicrosecond);

void prior_of_70_peers(benchmark::State& state) {
  std::vector<stats::Tally> peers;
  for (std::uint64_t i = 0; i < 70; ++i)
    peers.push_back({.successes = static_cast<std::int64_t>(stats::below(6, kSeed, 2, i)), .trials = 20});
  for (auto _ : state) benchmark::DoNotOptimize(stats::prior_of_peers(peers)->rate.a);
}
BENCHMARK(prior_of_70_peers)->Unit(benchmark::kMillisecond);

void survival_of_10000(benchmark::State& state) {
  std::vector<stats::Stay> stays;
  for (std::uint64_t i = 0; i < 10'000; ++i)
    stays.push_back({.time = 100 * stats::uniform(kSeed, 3, i),
                     .end = static_cast<int>(stats::below(3, kSeed, 4, i)),
                     .entered = 0});
  for (auto _ : state) benchmark::DoNotOptimize(stats::survival_rows(stays)->size());
}
BENCHMARK(survival_of_10000)->Unit(benchmark::kMillisecond);

void adjusted_10000_tests(benchmark::State& state) {
  std::vector<double> p;
  for (std::uint64_t i = 0; i < 10'000; ++i) p.push_back(stats::uniform(kSeed, 5, i));
  for (auto _ : state) benchmark::DoNotOptimize(stats::adjusted_for_many(p)->front());
}
BENCHMARK(adjusted_10000_tests)->Unit(benchmark::kMillisecond);

std::vector<stats::Called> called_10000() {
  std::vector<stats::Called> calls;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const double chance = stats::uniform(kSeed, 6, i);
    calls.push_back({.forecast = chance, .happened = stats::uniform(kSeed, 7, i) < chance});
  }
  return calls;
}

void isotonic_of_10000(benchmark::State& state) {
  const auto calls = called_10000();
  for (auto _ : state) benchmark::DoNotOptimize(stats::isotonic_of(calls)->blocks.size());
}
BENCHMARK(isotonic_of_10000)->Unit(benchmark::kMillisecond);

void crps_of_10000_members(benchmark::State& state) {
  std::vector<double> members;
  for (std::uint64_t i = 0; i < 10'000; ++i) members.push_back(stats::uniform(kSeed, 8, i));
  for (auto _ : state) benchmark::DoNotOptimize(stats::crps_ensemble(members, 0.4)->crps);
}
BENCHMARK(crps_of_10000_members)->Unit(benchmark::kMillisecond);

void famine_of_52_weeks(benchmark::State& state) {
  const std::vector<double> starts(52, 20), lags{0, 0.05, 0.15, 0.25, 0.2, 0.15, 0.1, 0.06, 0.04};
  for (auto _ : state) benchmark::DoNotOptimize(flow_of(starts, lags, 0.15, 60)->weeks.size());
}
BENCHMARK(famine_of_52_weeks)->Unit(benchmark::kMicrosecond);

void shapley_of_10_steps(benchmark::State& state) {
  const std::vector<double> own(10, 0.5), peers(10, 0.6);
  for (auto _ : state) benchmark::DoNotOptimize(lost_money(1e6, own, peers)->share[0]);
}
BENCHMARK(shapley_of_10_steps)->Unit(benchmark::kMicrosecond);

/// What a row may cost in milliseconds of the processor.
struct Level {
  std::string_view name;
  double milliseconds;
};
constexpr std::array kLevels{
    Level{"distribution_of_money/10000", 16},  // a what-if of one total
    Level{"what_if_fan_of_26_weeks", 150},     // a what-if of the whole fan
    Level{"plan_table_of_9000_dials", 100},    //
    Level{"plan_of_money_by_channel", 10},     // "milliseconds"
    Level{"step_interval", 0.01},              // "microseconds"
    Level{"prior_of_70_peers", 1},             //
    Level{"survival_of_10000", 1},             //
    Level{"quota_probability", 1.6},           // what NumPy took for it
    Level{"adjusted_10000_tests", 1},          //
    Level{"isotonic_of_10000", 1},             //
    Level{"crps_of_10000_members", 1},         //
    Level{"shapley_of_10_steps", 1},           //
    Level{"famine_of_52_weeks", 1},            //
};

/// The usual table with each row's level below it; a miss is told as one.
class Judge : public benchmark::ConsoleReporter {
 public:
  Judge() : benchmark::ConsoleReporter(OO_Tabular) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    benchmark::ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const auto level = std::ranges::find(kLevels, run.benchmark_name(), &Level::name);
      if (level == kLevels.end() || run.error_occurred) continue;
      const double cost = run.cpu_accumulated_time / static_cast<double>(run.iterations) * 1000;
      const bool missed = cost > level->milliseconds;
      missed_ = missed_ || missed;
      GetOutputStream() << "    level " << level->milliseconds << " ms, took " << cost
                        << " ms: " << (missed ? "MISSED" : "met") << '\n';
    }
  }
  [[nodiscard]] bool missed() const { return missed_; }

 private:
  bool missed_ = false;
};

}  // namespace
}  // namespace paceline

int main(int count, char** arguments) {
  const bool for_a_program = std::any_of(arguments, arguments + count, [](std::string_view argument) {
    return argument.starts_with("--benchmark_format");
  });
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  paceline::Judge judge;
  benchmark::RunSpecifiedBenchmarks(for_a_program ? nullptr : &judge);
  return judge.missed() ? 1 : 0;
}
