// SPDX-License-Identifier: Apache-2.0
// What the mathematics cost: the rows of the speed table, and how the distribution of money grows with the pipeline.
// The one yardstick inside is plain Monte Carlo with 10,000 paths, as a script with arrays would do it.
//
// usage: maths_bench [--benchmark_filter=...], Google Benchmark's own options
#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "forecast/money.h"
#include "funnel/lost_money.h"
#include "plan/uncertain_dials.h"
#include "stats/interval.h"
#include "stats/many_tests.h"
#include "stats/random.h"
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

void shapley_of_10_steps(benchmark::State& state) {
  const std::vector<double> own(10, 0.5), peers(10, 0.6);
  for (auto _ : state) benchmark::DoNotOptimize(lost_money(1e6, own, peers)->share[0]);
}
BENCHMARK(shapley_of_10_steps)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace paceline

BENCHMARK_MAIN();
