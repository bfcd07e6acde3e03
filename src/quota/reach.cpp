// SPDX-License-Identifier: Apache-2.0
#include "quota/reach.h"

#include <algorithm>
#include <cmath>

#include "stats/negative_binomial.h"
#include "stats/poisson.h"

namespace paceline {
namespace {

using Counts = stats::NegativeBinomial;

Result<void> check_count(std::int64_t count, const char* field) {
  if (count < 0 || count > stats::kLargestCount) return fail(Fault::invalid, "quota.reach.count.out_of_range", field);
  return {};
}

Result<void> check_days(double days, const char* field) {
  if (!(days >= 0 && days <= stats::kLargestReal)) return fail(Fault::invalid, "quota.reach.days.out_of_range", field);
  return {};
}

Result<void> check(const ReachInput& input) {
  PACELINE_CHECK(check_count(input.done, "/done"));
  PACELINE_CHECK(check_count(input.quota, "/quota"));
  PACELINE_CHECK(check_days(input.elapsed_days, "/elapsed_days"));
  PACELINE_CHECK(check_days(input.remaining_days, "/remaining_days"));
  PACELINE_CHECK(check_days(input.prior.days, "/prior/days"));
  if (!(input.prior.shape >= 0 && input.prior.shape <= stats::kLargestReal))
    return fail(Fault::invalid, "quota.reach.shape.out_of_range", "/prior/shape");
  return {};
}

/// Every code below the checks above means one thing here: the figure leaves the range of numbers.
template <class T>
Result<T> within_range(Result<T> result) {
  if (!result) return fail(Fault::invalid, "quota.reach.result.out_of_range");
  return result;
}

Result<double> told(double figure) {
  if (!std::isfinite(figure)) return fail(Fault::invalid, "quota.reach.result.out_of_range");
  return figure;
}

/// What the coming `days` bring; absent when nothing is known of the rate.
std::optional<Counts> coming(const ReachInput& input, double days) {
  const double shape = input.prior.shape + static_cast<double>(input.done);
  const double known_days = input.prior.days + input.elapsed_days;
  if (shape == 0 || known_days == 0) return std::nullopt;
  return Counts{.shape = shape, .mean = shape * (days / known_days)};
}

/// The same from what is known elsewhere. What hardly varies is as good as Poisson.
Counts counts_of(const Coming& coming) {
  constexpr double least_spread = 1e-12;
  return Counts{.shape = 1 / std::max(coming.spread, least_spread), .mean = coming.mean};
}

Result<void> check(const Coming& coming) {
  const auto in_range = [](double figure) { return figure >= 0 && figure <= stats::kLargestReal; };
  if (!in_range(coming.mean) || !in_range(coming.spread))
    return fail(Fault::invalid, "quota.reach.coming.out_of_range", "/coming");
  return {};
}

Projection settled(std::int64_t done) {
  return Projection{.mean = static_cast<double>(done), .p10 = done, .p50 = done, .p90 = done};
}

Result<Projection> project(std::int64_t done, const Counts& rest) {
  PACELINE_TRY(const double mean, told(rest.mean));
  PACELINE_TRY(const auto p10, within_range(stats::negative_binomial_quantile(rest, 0.1)));
  PACELINE_TRY(const auto p50, within_range(stats::negative_binomial_quantile(rest, 0.5)));
  PACELINE_TRY(const auto p90, within_range(stats::negative_binomial_quantile(rest, 0.9)));
  return Projection{.mean = static_cast<double>(done) + mean, .p10 = done + p10, .p50 = done + p50, .p90 = done + p90};
}

Result<std::optional<Projection>> project(const ReachInput& input, double days, const std::optional<Counts>& rest) {
  if (days == 0) return settled(input.done);
  if (!rest) return std::nullopt;
  return project(input.done, *rest);
}

Result<std::optional<double>> chance(const ReachInput& input, const std::optional<Counts>& rest) {
  const std::int64_t missing = input.quota - input.done;
  if (missing <= 0) return 1;
  if (input.remaining_days == 0) return 0;
  if (!rest) return std::nullopt;
  return within_range(stats::negative_binomial_tail(*rest, missing));
}

Result<std::optional<double>> chance_if_rate_known(const ReachInput& input) {
  const std::int64_t missing = input.quota - input.done;
  if (missing <= 0) return 1;
  if (input.remaining_days == 0) return 0;
  if (input.elapsed_days == 0) return std::nullopt;
  const double mean = static_cast<double>(input.done) * (input.remaining_days / input.elapsed_days);
  return within_range(stats::poisson_tail(mean, missing));
}

Result<std::optional<double>> ratio_to_plan(const ReachInput& input) {
  if (input.elapsed_days == 0 || input.quota == 0) return std::nullopt;
  const double attained = static_cast<double>(input.done) / static_cast<double>(input.quota);
  return told(attained * (1 + input.remaining_days / input.elapsed_days));
}

Result<std::optional<double>> needed(const ReachInput& input) {
  if (input.quota <= input.done) return 0;
  if (input.remaining_days == 0) return std::nullopt;
  return told(static_cast<double>(input.quota - input.done) / input.remaining_days);
}

Result<Reach> reach_by(const ReachInput& input, const std::optional<Counts>& rest) {
  Reach reach;
  PACELINE_TRY(reach.pace_ratio, ratio_to_plan(input));
  PACELINE_TRY(reach.needed_per_day, needed(input));
  PACELINE_TRY(reach.projection, project(input, input.remaining_days, rest));
  PACELINE_TRY(reach.p_reach, chance(input, rest));
  PACELINE_TRY(reach.p_reach_plugin_poisson, chance_if_rate_known(input));
  return reach;
}

}  // namespace

Result<Reach> reach_of(const ReachInput& input) {
  PACELINE_CHECK(check(input));
  return reach_by(input, coming(input, input.remaining_days));
}

Result<Reach> reach_of(const ReachInput& input, const Coming& coming) {
  PACELINE_CHECK(check(input));
  PACELINE_CHECK(check(coming));
  return reach_by(input, counts_of(coming));
}

Result<Projection> projection_of(std::int64_t done, const Coming& coming) {
  PACELINE_CHECK(check_count(done, "/done"));
  PACELINE_CHECK(check(coming));
  return coming.mean == 0 ? settled(done) : project(done, counts_of(coming));
}

Result<std::optional<Projection>> projection_at(const ReachInput& input, double days) {
  PACELINE_CHECK(check(input));
  PACELINE_CHECK(check_days(days, "/days"));
  return project(input, days, coming(input, days));
}

Result<CountBand> pace_band(double expected, double low_chance, double high_chance) {
  PACELINE_TRY(const auto low, stats::poisson_quantile(expected, low_chance));
  PACELINE_TRY(const auto high, stats::poisson_quantile(expected, high_chance));
  return CountBand{.low = low, .high = high};
}

Result<PacePrior> prior_from_history(std::int64_t counted, double exposure_days, double strength_days) {
  PACELINE_CHECK(check_count(counted, "/counted"));
  PACELINE_CHECK(check_days(exposure_days, "/exposure_days"));
  PACELINE_CHECK(check_days(strength_days, "/strength_days"));
  if (exposure_days == 0) {
    if (counted > 0) return fail(Fault::invalid, "quota.reach.history.no_exposure", "/exposure_days");
    return PacePrior{};
  }
  const double days = std::min(strength_days, exposure_days);
  return PacePrior{.shape = 0.5 + static_cast<double>(counted) * (days / exposure_days), .days = days};
}

}  // namespace paceline
