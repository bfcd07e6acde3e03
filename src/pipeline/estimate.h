// SPDX-License-Identifier: Apache-2.0
// An estimate: a priced offer handed to a contact. What stands in it never changes; what happens to it is a change of
// its own: it is sent, accepted, declined, withdrawn, or another edition takes its place.
//
// Formula: worth of a line = quantity x unit price x (1 - discount), rounded half up once. It has expired when its last
// day is over and nobody answered; that is seen from the day and never stored, so an answer may still come.
// It counts once, on the day on which its first edition was sent, with the worth of that edition: a later edition
// moves no day that was counted. One that was withdrawn counts nowhere. In a product line it is one, however many lines
// of it stand there.
// Units and range: quantities in thousandths, 1 to 10^12; minor units of the one currency that all its lines have;
// discounts in basis points, 0 to 10,000.
// Worked example (tests/pipeline/estimate_test.cpp): 2.5 days at 800.00 less 10 % are 1,800.00; 3 at 0.33 less 50 % are
// 0.50 (0.495 rounded half up).
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/instant.h"
#include "pipeline/exchange.h"
#include "pipeline/opportunity.h"

namespace paceline {

using EstimateId = Id<struct EstimateTag>;

inline constexpr std::int64_t kOneInThousandths = 1'000;
inline constexpr std::int64_t kMostQuantityMilli = 1'000'000'000'000;
inline constexpr std::int64_t kWholeDiscountBp = 10'000;
inline constexpr std::int64_t kMostEstimateMinor = 1'000'000'000'000'000;
inline constexpr std::size_t kMostEstimateLines = 50;

struct EstimateLine {
  std::optional<ProductLineId> product_line_id;
  std::string description;
  std::int64_t quantity_milli = kOneInThousandths;
  std::int64_t unit_price_minor = 0;  ///< 0 to 10^15
  std::int64_t discount_bp = 0;
  friend bool operator==(const EstimateLine&, const EstimateLine&) = default;
};

/// What never changes of it.
struct Estimate {
  EstimateId estimate_id;
  std::optional<std::string> key;  ///< the company's own number for it, unique
  OpportunityId opportunity_id;
  RepId rep_id;                        ///< whose the opportunity was when it was made
  std::optional<EstimateId> replaces;  ///< the edition before
  std::int64_t edition = 1;
  Currency currency;
  std::vector<EstimateLine> lines;  ///< at least one
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};

BOOST_DEFINE_ENUM_CLASS(EstimateChangeKind, sent, accepted, declined, withdrawn, superseded)
/// expired only from state_on().
BOOST_DEFINE_ENUM_CLASS(EstimateState, draft, sent, accepted, declined, expired, withdrawn, superseded)

struct EstimateChange {
  EstimateId estimate_id;
  std::int64_t seq = 0;  ///< 1 is the first change of the estimate
  EstimateChangeKind kind = EstimateChangeKind::sent;
  Day day;                         ///< the rep's own day on which it happened
  std::optional<Day> valid_until;  ///< of sent: the last day on which it holds; none: no end
  std::optional<std::string> reason;
  Instant occurred_at;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};

/// What the changes that were known at a moment leave of it.
struct EstimateNow {
  EstimateId estimate_id;
  EstimateState state = EstimateState::draft;
  std::optional<Day> sent_day;
  std::optional<Day> valid_until;
  std::optional<Day> ended_day;  ///< accepted, declined, withdrawn or superseded on
  std::optional<std::string> end_reason;
  std::int64_t version = 0;  ///< how many changes there are
  friend bool operator==(const EstimateNow&, const EstimateNow&) = default;
};

/// None: nobody knew of it then. REQUIRES: changes of this estimate in order of seq.
[[nodiscard]] std::optional<EstimateNow> estimate_as_of(const Estimate& estimate,
                                                        std::span<const EstimateChange> changes, Instant as_of);

/// As it is seen on a day of the rep.
[[nodiscard]] EstimateState state_on(const EstimateNow& now, Day day);

/// May this happen to it next? A draft is sent or withdrawn; what was sent is accepted, declined, withdrawn or
/// superseded, also after its last day; what has ended stays.
[[nodiscard]] bool may_follow(EstimateState state, EstimateChangeKind kind);

/// Is it one of those that were handed in, for a quota and for the sums?
[[nodiscard]] bool counts_as_sent(const Estimate& estimate, const EstimateNow& now);

/// Returns invalid "estimate.lines.missing", "estimate.lines.too_many", "estimate.quantity.out_of_range",
/// "estimate.unit_price.out_of_range", "estimate.discount.out_of_range", "money.out_of_range" (a worth, or the sum,
/// beyond 10^15), all at once, each at its pointer.
[[nodiscard]] Errors check_lines(std::span<const EstimateLine> lines);

/// REQUIRES: check_lines() accepts them.
[[nodiscard]] std::int64_t worth_minor(const EstimateLine& line);
[[nodiscard]] Money worth_of(const Estimate& estimate);

/// What of an estimate is of one product line, in its own currency.
struct EstimatePart {
  std::optional<ProductLineId> product_line_id;
  Money worth;
  friend bool operator==(const EstimatePart&, const EstimatePart&) = default;
};

/// One for each product line, that of no line first, then by id. REQUIRES: check_lines() accepts the lines.
[[nodiscard]] std::vector<EstimatePart> parts_of(const Estimate& estimate);

/// The same in the reporting currency, by the rates of the day on which it was sent. Returns conflict
/// "currency.rate.missing", invalid "money.out_of_range". REQUIRES: sent.
[[nodiscard]] Result<std::vector<EstimatePart>> reported_parts(const Estimate& estimate, Day sent_day,
                                                               const Currency& reporting,
                                                               std::span<const CurrencyRate> rates);

}  // namespace paceline
