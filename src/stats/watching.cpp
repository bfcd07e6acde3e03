// SPDX-License-Identifier: Apache-2.0
#include "stats/watching.h"

#include <algorithm>
#include <cmath>

#include "stats/special.h"

namespace paceline::stats {
namespace {

Result<void> check_with_none(Tally tally) {
  if (tally.trials == 0 && tally.successes == 0) return {};
  return check_tally(tally);
}

}  // namespace

Result<EwmaChart> ewma_of(std::span<const double> values, double mean, double deviation, double weight, double width) {
  PACELINE_CHECK(check_value(mean, "/mean"));
  PACELINE_CHECK(check_not_negative(deviation, "/deviation"));
  PACELINE_CHECK(check_not_negative(width, "/width"));
  if (!(weight > 0 && weight <= 1)) return fail(Fault::invalid, "stats.probability.out_of_range", "/weight");
  EwmaChart chart;
  const double reach = width * deviation * std::sqrt(weight / (2 - weight));
  PACELINE_TRY(chart.low, told(mean - reach));
  PACELINE_TRY(chart.high, told(mean + reach));
  PACELINE_TRY(chart.high_first, told(mean + width * deviation * weight));
  double z = mean;
  for (const double x : values) {
    PACELINE_CHECK(check_value(x, "/values"));
    z = weight * x + (1 - weight) * z;
    chart.z.push_back(z);
    if (z > chart.high || z < chart.low) chart.alarms.push_back(static_cast<std::int64_t>(chart.z.size()));
  }
  return chart;
}

Result<Cusum> bernoulli_cusum(const std::vector<bool>& successes, double p0, double p1, double h) {
  PACELINE_CHECK(check_chance(p0));
  PACELINE_CHECK(check_chance(p1));
  PACELINE_CHECK(check_positive(h, "/h"));
  const double at_success = std::log(p1 / p0);
  const double at_failure = std::log1p(-p1) - std::log1p(-p0);
  Cusum cusum;
  double sum = 0;
  for (const bool success : successes) {
    sum = std::max(0.0, sum + (success ? at_success : at_failure));
    cusum.path.push_back(sum);
    if (!cusum.alarm_at && sum >= h) cusum.alarm_at = static_cast<std::int64_t>(cusum.path.size());
  }
  return cusum;
}

const char* word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::reject: return "reject";
    case Verdict::accept: return "accept";
    case Verdict::go_on: break;
  }
  return "continue";
}

Result<Sprt> sprt_of(Tally tally, double p0, double p1, double alpha, double beta) {
  PACELINE_CHECK(check_with_none(tally));
  for (const double chance : {p0, p1, alpha, beta}) PACELINE_CHECK(check_chance(chance));
  const auto k = static_cast<double>(tally.successes);
  const auto stopped = static_cast<double>(tally.trials - tally.successes);
  Sprt sprt;
  sprt.ratio = k * std::log(p1 / p0) + stopped * (std::log1p(-p1) - std::log1p(-p0));
  sprt.upper = std::log((1 - beta) / alpha);
  sprt.lower = std::log(beta / (1 - alpha));
  if (sprt.ratio >= sprt.upper) {
    sprt.verdict = Verdict::reject;
  } else if (sprt.ratio <= sprt.lower) {
    sprt.verdict = Verdict::accept;
  }
  return sprt;
}

Result<EValue> e_value_of(Tally tally, double p0, Beta prior, double alpha) {
  PACELINE_CHECK(check_with_none(tally));
  PACELINE_CHECK(check_chance(p0));
  PACELINE_CHECK(check_chance(alpha));
  PACELINE_CHECK(check_beta(prior));
  const auto k = static_cast<double>(tally.successes);
  const auto stopped = static_cast<double>(tally.trials - tally.successes);
  const Beta now{.a = prior.a + k, .b = prior.b + stopped};
  EValue found;
  found.log_any = static_cast<double>(log_beta(now.a, now.b) - log_beta(prior.a, prior.b)) - k * std::log(p0) -
                  stopped * std::log1p(-p0);
  const auto log_above = [&](Beta rate) { return std::log(std::max(beta_lower(rate.b, rate.a, 1 - p0, p0), 1e-300)); };
  found.log_worse = found.log_any + log_above(now) - log_above(prior);
  const auto held = [](double log) { return std::min(std::exp(std::min(log, 700.0)), kLargestReal); };
  found.any = held(found.log_any);
  found.worse = held(found.log_worse);
  found.alarm = found.log_any >= -std::log(alpha);
  PACELINE_CHECK(told(found.log_worse));
  return found;
}

}  // namespace paceline::stats
