// SPDX-License-Identifier: Apache-2.0
#include "plan/mix.h"

#include <coin/Clp_C_Interface.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace paceline {
namespace {

constexpr std::size_t kMostOfEach = 1000;

Result<void> check(const Channel& channel) {
  PACELINE_CHECK(stats::check_not_negative(channel.minutes, "/channels/minutes"));
  PACELINE_CHECK(stats::check_not_negative(channel.wins, "/channels/wins"));
  return stats::check_not_negative(channel.most, "/channels/most");
}

/// Clp's model, freed at the end.
class Program {
 public:
  Program() : model_(Clp_newModel()) { Clp_setLogLevel(model_, 0); }
  ~Program() { Clp_deleteModel(model_); }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  [[nodiscard]] Clp_Simplex* get() const { return model_; }

 private:
  Clp_Simplex* model_;
};

struct Table {
  std::vector<int> starts{0}, rows;
  std::vector<double> values, least, most, minutes;
};

Table table_of(std::span<const MixedChannel> channels) {
  Table table;
  for (const MixedChannel& channel : channels) {
    for (std::size_t need = 0; need < channel.wins.size(); ++need) {
      if (channel.wins[need] == 0) continue;
      table.rows.push_back(static_cast<int>(need));
      table.values.push_back(channel.wins[need]);
    }
    table.starts.push_back(static_cast<int>(table.rows.size()));
    table.least.push_back(channel.least);
    table.most.push_back(channel.most);
    table.minutes.push_back(channel.minutes);
  }
  return table;
}

Result<void> check(std::span<const MixedChannel> channels, std::span<const double> needs) {
  if (channels.size() > kMostOfEach || needs.size() > kMostOfEach)
    return fail(Fault::invalid, "stats.count.out_of_range", "/channels");
  for (const MixedChannel& channel : channels) {
    PACELINE_CHECK(stats::check_same_length(channel.wins.size(), needs.size(), "/channels/wins"));
    for (const double wins : channel.wins) PACELINE_CHECK(stats::check_not_negative(wins, "/channels/wins"));
    for (const double value : {channel.minutes, channel.least, channel.most})
      PACELINE_CHECK(stats::check_not_negative(value, "/channels"));
  }
  for (const double need : needs) PACELINE_CHECK(stats::check_not_negative(need, "/needs"));
  return {};
}

}  // namespace

Result<Mix> cheapest_mix(std::span<const Channel> channels, double needed) {
  PACELINE_CHECK(stats::check_not_negative(needed, "/needed"));
  for (const Channel& channel : channels) PACELINE_CHECK(check(channel));
  std::vector<std::size_t> order(channels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // a.wins / a.minutes > b.wins / b.minutes, written so that free and useless channels have their place too.
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return channels[a].wins * channels[b].minutes > channels[b].wins * channels[a].minutes;
  });
  Mix mix{
      .starts = std::vector<double>(channels.size()), .minutes = 0, .unmet = needed, .marginal_minutes_per_win = {}};
  for (const std::size_t place : order) {
    const Channel& channel = channels[place];
    if (channel.wins == 0 || channel.most == 0) continue;
    if (mix.unmet <= 0) break;
    const bool all = channel.most * channel.wins < mix.unmet;
    const double starts = all ? channel.most : mix.unmet / channel.wins;
    mix.starts[place] = starts;
    mix.minutes += starts * channel.minutes;
    mix.unmet = all ? mix.unmet - starts * channel.wins : 0;
    mix.marginal_minutes_per_win = channel.minutes / channel.wins;
  }
  PACELINE_CHECK(stats::told(mix.minutes));
  return mix;
}

Result<std::optional<MixOfMany>> cheapest_mix_of_many(std::span<const MixedChannel> channels,
                                                      std::span<const double> needs) {
  PACELINE_CHECK(check(channels, needs));
  for (const MixedChannel& channel : channels)
    if (channel.least > channel.most) return std::nullopt;
  const Table table = table_of(channels);
  const std::vector<double> no_upper(needs.size(), std::numeric_limits<double>::max());
  const Program program;
  Clp_loadProblem(program.get(), static_cast<int>(channels.size()), static_cast<int>(needs.size()), table.starts.data(),
                  table.rows.data(), table.values.data(), table.least.data(), table.most.data(), table.minutes.data(),
                  needs.data(), no_upper.data());
  (void)Clp_initialSolve(program.get());
  constexpr int optimal = 0, impossible = 1;
  const int status = Clp_status(program.get());
  if (status == impossible) return std::nullopt;
  if (status != optimal) return fail(Fault::invalid, "stats.result.out_of_range");
  MixOfMany mix{.starts = {}, .minutes = Clp_objectiveValue(program.get())};
  const double* starts = Clp_primalColumnSolution(program.get());
  for (std::size_t i = 0; i < channels.size(); ++i)
    mix.starts.push_back(std::clamp(starts[i], channels[i].least, channels[i].most));
  return mix;
}

}  // namespace paceline
