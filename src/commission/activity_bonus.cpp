// SPDX-License-Identifier: Apache-2.0
#include "commission/activity_bonus.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>

namespace paceline {
namespace {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

constexpr std::int64_t kLargest = 1'000'000'000'000'000;
constexpr std::int64_t kLargestLevel = 1'000'000 * kBillionths;
constexpr std::size_t kMostKinds = 100;

Result<void> check(std::span<const BonusKind> kinds) {
  Whole weights = 0;
  for (const BonusKind& kind : kinds) {
    if (kind.done < 0 || kind.done > kLargest || kind.quota <= 0 || kind.quota > kLargest)
      return fail(Fault::invalid, "commission.kinds.malformed", "/kinds");
    if (kind.weight < 0 || kind.weight > kLargestLevel)
      return fail(Fault::invalid, "commission.level.out_of_range", "/weights");
    weights += kind.weight;
  }
  if (weights == 0 || kinds.size() > kMostKinds) return fail(Fault::invalid, "commission.kinds.malformed", "/kinds");
  return {};
}

Result<void> check(const BonusPlan& plan) {
  for (const std::int64_t level : {plan.start, plan.full, plan.cap, plan.gate})
    if (level < 0 || level > kLargestLevel) return fail(Fault::invalid, "commission.level.out_of_range", "/plan");
  if (plan.start > plan.full || plan.cap == 0) return fail(Fault::invalid, "commission.level.out_of_range", "/plan");
  if (plan.bonus_minor < 0 || plan.bonus_minor > kLargest)
    return fail(Fault::invalid, "commission.bonus.out_of_range", "/bonus");
  return {};
}

Fraction level(std::int64_t billionths) {
  return {billionths, kBillionths};
}

std::int64_t half_up(const Fraction& amount) {
  const Whole doubled = 2 * numerator(amount) + denominator(amount);
  return static_cast<std::int64_t>(Whole(doubled / (2 * denominator(amount))));
}

}  // namespace

Result<std::int64_t> billionths_of(double value) {
  if (!(value >= 0 && value <= 1e6)) return fail(Fault::invalid, "commission.level.out_of_range");
  return std::llround(value * static_cast<double>(kBillionths));
}

Result<ActivityBonus> activity_bonus(std::span<const BonusKind> kinds, const BonusPlan& plan) {
  PACELINE_CHECK(check(kinds));
  PACELINE_CHECK(check(plan));
  Fraction sum = 0, weights = 0;
  ActivityBonus found;
  for (const BonusKind& kind : kinds) {
    const Fraction attained(kind.done, kind.quota);
    found.gate_met = found.gate_met && attained >= level(plan.gate);
    sum += level(kind.weight) * std::min(attained, level(plan.cap));
    weights += level(kind.weight);
  }
  const Fraction index = sum / weights;
  found.index = index.convert_to<double>();
  if (!found.gate_met || index < level(plan.start)) return found;
  if (index >= level(plan.full)) {
    found.bonus_minor = plan.bonus_minor;
  } else {
    const Fraction part = (index - level(plan.start)) / (level(plan.full) - level(plan.start));
    found.bonus_minor = half_up(part * plan.bonus_minor);
  }
  return found;
}

}  // namespace paceline
