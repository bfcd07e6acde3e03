// SPDX-License-Identifier: Apache-2.0
#include "plan/minutes.h"

#include <algorithm>
#include <cmath>

#include "funnel/rates.h"

namespace paceline {
namespace {

constexpr double kLongest = 1e6;

Result<void> check(StepMinutes minutes) {
  for (const double value : {minutes.fail, minutes.pass})
    if (!(value >= 0 && value <= kLongest)) return fail(Fault::invalid, "stats.value.out_of_range", "/minutes");
  return {};
}

}  // namespace

double SellingMinutes::deviation(double dials) const {
  return std::sqrt(dials) * deviation_per_dial;
}

Result<SellingMinutes> selling_minutes(std::span<const std::int64_t> counts, std::span<const StepMinutes> minutes) {
  PACELINE_TRY(const FunnelRates rates, funnel_rates(counts));
  PACELINE_CHECK(stats::check_same_length(rates.steps.size(), minutes.size(), "/minutes"));
  SellingMinutes found;
  double reach = counts.front() > 0 ? 1 : 0;
  double before = 0;  // the minutes of the passes up to here
  double squares = 0;
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    PACELINE_CHECK(check(minutes[i]));
    const double p = rates.steps[i].value_or(0);
    const double stopped = before + minutes[i].fail;
    found.parts_per_dial.push_back(reach * (p * minutes[i].pass + (1 - p) * minutes[i].fail));
    found.per_dial += found.parts_per_dial.back();
    squares += reach * (1 - p) * stopped * stopped;
    before += minutes[i].pass;
    reach *= p;
  }
  squares += reach * before * before;
  found.deviation_per_dial = std::sqrt(std::max(squares - found.per_dial * found.per_dial, 0.0));
  if (rates.end_to_end.value_or(0) > 0) found.per_sale = found.per_dial / *rates.end_to_end;
  return found;
}

}  // namespace paceline
