// SPDX-License-Identifier: Apache-2.0
#include "stats/survival.h"

#include <algorithm>
#include <boost/sort/pdqsort/pdqsort.hpp>
#include <cmath>

namespace paceline::stats {
namespace {

Result<void> check(std::span<const Stay> stays) {
  for (const Stay& stay : stays) {
    PACELINE_CHECK(check_not_negative(stay.time, "/time"));
    PACELINE_CHECK(check_not_negative(stay.entered, "/entered"));
    if (stay.entered > stay.time) return fail(Fault::invalid, "stats.value.out_of_range", "/entered");
    if (stay.end < 0 || stay.end > 2) return fail(Fault::invalid, "stats.end.unknown", "/end");
  }
  return {};
}

/// Times in rising order, and for each how many are under observation: those that entered before it and have not gone.
class Risk {
 public:
  explicit Risk(std::span<const Stay> stays) : by_time_(stays.begin(), stays.end()) {
    boost::sort::pdqsort_branchless(by_time_.begin(), by_time_.end(),
                                    [](const Stay& a, const Stay& b) { return a.time < b.time; });
    entries_.reserve(stays.size());
    for (const Stay& stay : stays) entries_.push_back(stay.entered);
    if (!std::ranges::is_sorted(entries_)) std::ranges::sort(entries_);  // most stays are seen from their beginning
  }

  [[nodiscard]] bool done() const { return gone_ == by_time_.size(); }
  [[nodiscard]] double next_time() const { return by_time_[gone_].time; }

  /// At risk at a time that is not earlier than the one before. A stay that begins and ends at 0 is at risk there.
  [[nodiscard]] std::int64_t at(double time) {
    while (come_ < entries_.size() && (entries_[come_] < time || time == 0)) ++come_;
    return static_cast<std::int64_t>(come_ - gone_);
  }

  /// Takes all stays of this time away, and counts their ends.
  [[nodiscard]] SurvivalRow take(double time) {
    SurvivalRow row;
    for (; !done() && by_time_[gone_].time <= time; ++gone_) {
      row.first += by_time_[gone_].end == 1 ? 1 : 0;
      row.second += by_time_[gone_].end == 2 ? 1 : 0;
    }
    return row;
  }

 private:
  std::vector<Stay> by_time_;
  std::vector<double> entries_;
  std::size_t come_ = 0;
  std::size_t gone_ = 0;
};

}  // namespace

Result<int> end_of(double number) {
  for (const int end : {0, 1, 2})
    if (number == end) return end;
  return fail(Fault::invalid, "stats.end.unknown", "/end");
}

Result<std::vector<SurvivalRow>> survival_rows(std::span<const Stay> stays) {
  PACELINE_CHECK(check(stays));
  std::vector<SurvivalRow> rows;
  rows.reserve(stays.size());
  SurvivalRow now;
  double greenwood = 0;
  for (Risk risk(stays); !risk.done();) {
    const double time = risk.next_time();
    const std::int64_t at_risk = risk.at(time);
    const SurvivalRow ended = risk.take(time);
    const std::int64_t all = ended.first + ended.second;
    if (all == 0) continue;
    const auto n = static_cast<double>(std::max(at_risk, all));  // who enters at its own last moment counts there
    now.time = time;
    now.at_risk = at_risk;
    now.first = ended.first;
    now.second = ended.second;
    now.first_by += now.open * static_cast<double>(ended.first) / n;
    now.second_by += now.open * static_cast<double>(ended.second) / n;
    now.open *= 1 - static_cast<double>(all) / n;
    greenwood += static_cast<double>(all) / (n * std::max(n - static_cast<double>(all), 1e-300));
    now.error = now.open > 0 ? std::optional(now.open * std::sqrt(greenwood)) : std::nullopt;
    rows.push_back(now);
  }
  return rows;
}

SurvivalRow at_time(std::span<const SurvivalRow> rows, double time) {
  const auto after = std::ranges::upper_bound(rows, time, {}, &SurvivalRow::time);
  return after == rows.begin() ? SurvivalRow{} : *(after - 1);
}

std::optional<double> time_of(std::span<const SurvivalRow> rows, double share) {
  const auto found = std::ranges::find_if(rows, [&](const SurvivalRow& row) { return row.open <= 1 - share + 1e-12; });
  if (found == rows.end()) return std::nullopt;
  return found->time;
}

Result<LogRank> log_rank(std::span<const Stay> a, std::span<const Stay> b) {
  PACELINE_CHECK(check(a));
  PACELINE_CHECK(check(b));
  LogRank found;
  Risk risk_a(a), risk_b(b);
  while (!risk_a.done() || !risk_b.done()) {
    const double time = risk_a.done()   ? risk_b.next_time()
                        : risk_b.done() ? risk_a.next_time()
                                        : std::min(risk_a.next_time(), risk_b.next_time());
    const auto n_a = static_cast<double>(risk_a.at(time)), n_b = static_cast<double>(risk_b.at(time));
    const SurvivalRow ended_a = risk_a.take(time), ended_b = risk_b.take(time);
    const auto d_a = static_cast<double>(ended_a.first + ended_a.second);
    const double d = d_a + static_cast<double>(ended_b.first + ended_b.second);
    const double n = n_a + n_b;
    if (d == 0 || n == 0) continue;
    found.observed_a += d_a;
    found.expected_a += d * n_a / n;
    if (n > 1) found.variance += d * (n_a / n) * (n_b / n) * std::max(n - d, 0.0) / (n - 1);
  }
  if (found.variance > 0) {
    const double off = found.observed_a - found.expected_a;
    found.chi2 = off * off / found.variance;
    found.p = std::erfc(std::sqrt(*found.chi2 / 2));
  }
  return found;
}

}  // namespace paceline::stats
