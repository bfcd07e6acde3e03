// SPDX-License-Identifier: Apache-2.0
#include "commission/tiers.h"

#include <algorithm>

#include "base/apportion.h"
#include "base/rounding.h"

namespace paceline {
namespace {

constexpr std::int64_t kLargestMinor = 1'000'000'000'000'000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::size_t kMostTiers = 100;
constexpr Wide kWhole = Wide{100} * 10'000;  // per cent x basis points

Result<void> check_sales(std::int64_t minor) {
  if (minor < 0 || minor > kLargestMinor) return fail(Fault::invalid, "commission.sales.out_of_range", "/sales");
  return {};
}

/// The commission times kWhole.
Wide marginal(Wide sales, const CommissionPlan& plan) {
  Wide sum = 0;
  for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
    const Wide from = Wide{plan.quota_minor} * plan.tiers[i].from_percent;
    Wide to = 100 * sales;
    if (i + 1 < plan.tiers.size()) to = std::min(to, Wide{plan.quota_minor} * plan.tiers[i + 1].from_percent);
    if (to > from) sum += (to - from) * plan.tiers[i].rate_bp;
  }
  return sum;
}

Wide retroactive(Wide sales, const CommissionPlan& plan) {
  Wide rate = 0;
  for (const Tier& tier : plan.tiers)
    if (100 * sales >= Wide{plan.quota_minor} * tier.from_percent) rate = tier.rate_bp;
  return 100 * sales * rate;
}

}  // namespace

Result<void> check_plan(const CommissionPlan& plan) {
  if (plan.quota_minor <= 0 || plan.quota_minor > kLargestMinor)
    return fail(Fault::invalid, "commission.quota.not_positive", "/quota");
  if (plan.tiers.empty() || plan.tiers.size() > kMostTiers)
    return fail(Fault::invalid, "commission.tiers.malformed", "/tiers");
  std::int64_t before = -1;
  for (const Tier& tier : plan.tiers) {
    const bool rate_fits = tier.rate_bp >= 0 && tier.rate_bp <= kMillion;
    if (tier.from_percent <= before || tier.from_percent > kMillion || !rate_fits)
      return fail(Fault::invalid, "commission.tiers.malformed", "/tiers");
    before = tier.from_percent;
  }
  if (plan.cap_minor && (*plan.cap_minor < 0 || *plan.cap_minor > kLargestMinor))
    return fail(Fault::invalid, "commission.cap.out_of_range", "/cap");
  return {};
}

Result<std::int64_t> commission_on(std::int64_t sales_minor, const CommissionPlan& plan) {
  PACELINE_CHECK(check_plan(plan));
  PACELINE_CHECK(check_sales(sales_minor));
  const Wide earned = plan.kind == TierKind::marginal ? marginal(sales_minor, plan) : retroactive(sales_minor, plan);
  const std::int64_t commission = round_half_up(earned, kWhole);
  return plan.cap_minor ? std::min(commission, *plan.cap_minor) : commission;
}

Result<std::int64_t> next_sale_pays(std::int64_t sold_minor, std::int64_t sale_minor, const CommissionPlan& plan) {
  PACELINE_CHECK(check_sales(sold_minor));
  PACELINE_CHECK(check_sales(sale_minor));
  PACELINE_TRY(const std::int64_t with, commission_on(sold_minor + sale_minor, plan));
  PACELINE_TRY(const std::int64_t without, commission_on(sold_minor, plan));
  return with - without;
}

bool has_cliff(const CommissionPlan& plan) {
  return plan.kind == TierKind::retroactive && (plan.tiers.size() > 1 || plan.tiers.front().from_percent > 0);
}

Result<Clawback> clawback(std::span<const std::int64_t> sales_minor, std::span<const std::int64_t> cancelled,
                          const CommissionPlan& plan) {
  std::int64_t all = 0, gone = 0;
  for (const std::int64_t sale : sales_minor) {
    PACELINE_CHECK(check_sales(sale));
    all += sale;
    PACELINE_CHECK(check_sales(all));
  }
  std::vector<bool> taken(sales_minor.size(), false);
  for (const std::int64_t place : cancelled) {
    if (place < 0 || place >= static_cast<std::int64_t>(sales_minor.size()) || taken[static_cast<std::size_t>(place)])
      return fail(Fault::invalid, "commission.cancelled.unknown", "/cancelled");
    taken[static_cast<std::size_t>(place)] = true;
    gone += sales_minor[static_cast<std::size_t>(place)];
  }
  Clawback found;
  PACELINE_TRY(found.paid_minor, commission_on(all, plan));
  PACELINE_TRY(found.due_minor, commission_on(all - gone, plan));
  found.clawback_minor = found.paid_minor - found.due_minor;
  if (all > 0) found.average_rate_minor = round_half_up(Wide{found.paid_minor} * gone, all);
  return found;
}

Result<std::vector<std::int64_t>> split_payment(std::int64_t payment_minor, std::span<const std::int64_t> shares_bp) {
  constexpr std::int64_t all = 10'000;
  std::int64_t sum = 0;
  for (const std::int64_t share : shares_bp) {
    if (share < 0 || share > all) return fail(Fault::invalid, "commission.shares.malformed", "/shares");
    sum += share;
  }
  if (sum != all) return fail(Fault::invalid, "commission.shares.malformed", "/shares");
  return apportion(payment_minor, shares_bp);
}

}  // namespace paceline
