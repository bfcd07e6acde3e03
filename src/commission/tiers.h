// SPDX-License-Identifier: Apache-2.0
// What sales earn: tiers of a commission plan, and what is taken back when a sale is cancelled.
//
// A tier begins at a per cent of the quota and pays a rate in basis points up to where the next begins.
//   marginal      sum over tiers of rate x (the part of the sales within the tier)
//   retroactive   the rate of the tier that the sales reach, on everything: it jumps ("cliff"), and is flagged so
// Below the first tier nothing is paid. A cap holds the sum. Exact whole numbers: the sum is one fraction with the
// denominator 1,000,000 (per cent x basis points), rounded half up once; never a floating-point number.
// Clawback: what was paid less what is due without the cancelled sales (recomputed), not an average rate.
// Units and range: minor units of one currency, 0 to 10^15; quota above 0; 1 to 100 tiers, per cent 0 to 1,000,000
// rising strictly, basis points 0 to 1,000,000; cap 0 or more. Source: SCIENCE section 9, by arithmetic. Worked
// example: quota 100,000.00; 4 % from 0, 8 % from 50 %, 12 % from 100 %, 10 % from 120 %: 135,000.00 earn 2,000 + 4,000
// + 2,400 + 1,500 = 9,900.00; the next 10,000.00 pay 1,000.00. Without a sale of 20,000.00 it is 7,800.00, so 2,100.00
// are taken back. Cost: tiers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

namespace paceline {

struct Tier {
  std::int64_t from_percent = 0;
  std::int64_t rate_bp = 0;
};

enum class TierKind { marginal, retroactive };

struct CommissionPlan {
  std::int64_t quota_minor = 0;
  std::vector<Tier> tiers;
  TierKind kind = TierKind::marginal;
  std::optional<std::int64_t> cap_minor;
};

/// Returns invalid "commission.quota.not_positive", "commission.tiers.malformed" (none, too many, not rising, a rate or
/// per cent out of range) or "commission.cap.out_of_range".
[[nodiscard]] Result<void> check_plan(const CommissionPlan& plan);

/// Returns the codes above or "commission.sales.out_of_range".
[[nodiscard]] Result<std::int64_t> commission_on(std::int64_t sales_minor, const CommissionPlan& plan);

/// What one more sale pays: commission on both less commission on what is sold. Returns the codes above.
[[nodiscard]] Result<std::int64_t> next_sale_pays(std::int64_t sold_minor, std::int64_t sale_minor,
                                                  const CommissionPlan& plan);

/// Whether a little more can pay a lot more or less: a retroactive plan with more than one tier.
[[nodiscard]] bool has_cliff(const CommissionPlan& plan);

struct Clawback {
  std::int64_t paid_minor = 0;
  std::int64_t due_minor = 0;  ///< without the cancelled sales
  std::int64_t clawback_minor = 0;
  std::int64_t average_rate_minor = 0;  ///< what the shortcut would take: shown to explain the difference
};
/// `cancelled`: places in the list of sales, from 0, each at most once. Returns the codes above or
/// "commission.cancelled.unknown".
[[nodiscard]] Result<Clawback> clawback(std::span<const std::int64_t> sales_minor,
                                        std::span<const std::int64_t> cancelled, const CommissionPlan& plan);

/// A payment split by basis points that sum to 10,000, exactly (base/apportion.h). Returns
/// "commission.shares.malformed" or the codes of apportion.
[[nodiscard]] Result<std::vector<std::int64_t>> split_payment(std::int64_t payment_minor,
                                                              std::span<const std::int64_t> shares_bp);

}  // namespace paceline
