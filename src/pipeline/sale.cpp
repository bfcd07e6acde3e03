// SPDX-License-Identifier: Apache-2.0
#include "pipeline/sale.h"

#include <algorithm>

#include "base/apportion.h"

namespace paceline {

std::optional<SaleNow> sale_as_of(const Sale& sale, std::span<const SaleChange> changes, Instant as_of) {
  if (as_of < sale.known_at) return std::nullopt;
  SaleNow now{sale.sale_id, sale.day, false, sale.shares, 0};
  for (const SaleChange& change : changes) {
    if (as_of < change.known_at) break;
    switch (change.kind) {
      case SaleChangeKind::cancelled: now.cancelled = true; break;
      case SaleChangeKind::day: now.day = change.day.value_or(now.day); break;
      case SaleChangeKind::shares: now.shares = change.shares; break;
    }
    now.version = change.seq;
  }
  return now;
}

Result<void> check_shares(std::span<const SaleShare> shares) {
  std::int64_t sum = 0;
  std::set<RepId> reps;
  bool good = !shares.empty() && shares.size() <= kMostShares;
  for (const SaleShare& share : shares) {
    good = good && share.share_bp >= 1 && share.share_bp <= kWholeShareBp && reps.insert(share.rep_id).second;
    sum += share.share_bp;
  }
  if (!good || sum != kWholeShareBp)
    return fail(Fault::invalid, "sale.shares.sum", "/shares", "1 to 20 reps, together 10000");
  return {};
}

std::vector<Money> parts_of(const Money& amount, std::span<const SaleShare> shares) {
  std::vector<std::int64_t> weights;
  weights.reserve(shares.size());
  for (const SaleShare& share : shares) weights.push_back(share.share_bp);
  const auto minor = apportion(amount.minor(), weights);
  PACELINE_ASSERT(minor);
  std::vector<Money> parts;
  parts.reserve(shares.size());
  for (const std::int64_t part : *minor) parts.emplace_back(part, amount.currency());
  return parts;
}

std::vector<SaleShare> taken_over(const std::vector<SaleShare>& last, RepId rep_id, const std::set<RepId>& gone) {
  std::vector<SaleShare> shares;
  std::int64_t freed = 0;
  for (const SaleShare& share : last) {
    const bool stays = share.rep_id == rep_id || !gone.contains(share.rep_id);
    if (stays) shares.push_back(share);
    if (!stays) freed += share.share_bp;
  }
  if (freed == 0) return shares;
  const auto own =
      std::find_if(shares.begin(), shares.end(), [&](const SaleShare& share) { return share.rep_id == rep_id; });
  if (own == shares.end()) {
    shares.insert(shares.begin(), {rep_id, freed});
  } else {
    own->share_bp += freed;
  }
  return shares;
}

}  // namespace paceline
