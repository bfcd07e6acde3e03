// SPDX-License-Identifier: Apache-2.0
// A sale: money agreed, by the move that won an opportunity or by an order from elsewhere. What happens to it later is
// a change of its own: it is cancelled, its day was another one, others share it.
//
// The parts of several reps are shares in basis points that add up to 10,000; their money adds up exactly
// (base/apportion.h). Worked example (tests/pipeline/pipeline_test.cpp): 1,000.01 EUR shared 3,333 : 6,667 is 333.30
// and 666.71.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <set>
#include <span>

#include "base/day.h"
#include "base/instant.h"
#include "pipeline/opportunity.h"

namespace paceline {

using SaleId = Id<struct SaleTag>;

inline constexpr std::int64_t kWholeShareBp = 10'000;
inline constexpr std::size_t kMostShares = 20;

struct SaleShare {
  RepId rep_id;
  std::int64_t share_bp = 0;  ///< 1 to 10,000
  friend bool operator==(const SaleShare&, const SaleShare&) = default;
};

struct SaleLine {
  std::optional<ProductLineId> product_line_id;
  Money amount;
  friend bool operator==(const SaleLine&, const SaleLine&) = default;
};

/// What never changes of it.
struct Sale {
  SaleId sale_id;
  std::optional<std::string> key;               ///< the number of the order, unique
  std::optional<OpportunityId> opportunity_id;  ///< none: an order that no opportunity led to
  std::optional<AccountId> account_id;
  std::vector<SaleLine> lines;  ///< at least one
  Day day;                      ///< the rep's own day on which it was agreed
  std::vector<SaleShare> shares;
  Instant occurred_at;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};

BOOST_DEFINE_ENUM_CLASS(SaleChangeKind, cancelled, day, shares)

struct SaleChange {
  SaleId sale_id;
  std::int64_t seq = 0;  ///< 1 is the first change of the sale
  SaleChangeKind kind = SaleChangeKind::cancelled;
  std::optional<Day> day;         ///< of day
  std::vector<SaleShare> shares;  ///< of shares
  bool adjustment = false;        ///< it is about a period that was closed already
  std::string reason;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};

/// What the changes that were known at a moment leave of it.
struct SaleNow {
  SaleId sale_id;
  Day day;
  bool cancelled = false;
  std::vector<SaleShare> shares;
  std::int64_t version = 0;  ///< how many changes there are
  friend bool operator==(const SaleNow&, const SaleNow&) = default;
};

/// None: nobody knew of it then. REQUIRES: changes of this sale in order of seq.
[[nodiscard]] std::optional<SaleNow> sale_as_of(const Sale& sale, std::span<const SaleChange> changes, Instant as_of);

/// Returns invalid "sale.shares.sum" unless the shares are 1 to 20 of different reps and add up to 10,000.
[[nodiscard]] Result<void> check_shares(std::span<const SaleShare> shares);

/// The money of each share, in their order. REQUIRES: check_shares() accepts them.
[[nodiscard]] std::vector<Money> parts_of(const Money& amount, std::span<const SaleShare> shares);

/// Of an opportunity that is won again: the shares of its last sale. The parts of who is gone are the rep's.
/// REQUIRES: check_shares() accepts them.
[[nodiscard]] std::vector<SaleShare> taken_over(const std::vector<SaleShare>& last, RepId rep_id,
                                                const std::set<RepId>& gone);

}  // namespace paceline
