// SPDX-License-Identifier: Apache-2.0
// Where somebody stands in a period: what is sold, what the open opportunities bring, what of that comes from customers
// one has already, and what is still to build.
//
// Formula: expected = sum over stages of (value that stands open there) x (win share of the stage), each product
// rounded half up once. The win share of a stage is the share of those that ever came into it which are won in the end,
// by Aalen-Johansen over the days since they came (stats/survival.h): who is still open counts for as long as they were
// seen, and is neither lost nor left out. low and high take both ends of the 80 % Jeffreys interval of that share over
// those that have ended. To build = quota - sold - expected - book, at least 0.
// Needed of a stage = (quota - sold) / (stages that anything was ever won from) / (its win share), rounded half up:
// what would stand there if each of them brought the same. Then they bring together what is still to sell. Units and
// range: minor units of the reporting currency; days; shares 0 to 1. Nothing of a stage has ended: no share, and what
// stands there is counted with no expectation. Source: Aalen and Johansen 1978; docs/formulas/standing.md. Worked
// example (tests/pipeline/standing_test.cpp): of four that came into estimate two were won after 10 and 20 days, one
// was lost after 10, one is open for 15: at 10 days 4 are at risk, at 20 days 1, so the share is 1/4 + 1/2 x 1 = 0.75,
// where won of closed says 0.67. 1,000.00 open there bring 750.00; of a quota of 2,000.00 with 500.00 sold 750.00 are
// to build. Of two stages with shares of 1/4 and 1/2 each brings 500.00 of 1,000.00 that are still to sell, if 2,000.00
// and 1,000.00 stand there.
#pragma once

#include <span>

#include "pipeline/opportunity.h"

namespace paceline {

struct WinShare {
  StageId stage_id;          ///< 0: of all, from their beginning on
  std::int64_t entered = 0;  ///< ever, as known at the moment
  std::int64_t won = 0;
  std::int64_t lost = 0;  ///< and without a decision
  std::int64_t open = 0;
  std::optional<double> share;  ///< absent: nothing has ended
  std::optional<double> low;
  std::optional<double> high;
  std::int64_t people = 0;  ///< whose they are
};

struct WinShares {
  WinShare all;
  std::vector<WinShare> stages;  ///< open ones, by id
};

/// Those that were voided are left out. REQUIRES: stage moves, changes of the rep and voids, those of one opportunity
/// beside each other in order of seq; other facts may be among them.
[[nodiscard]] Result<WinShares> win_shares(std::span<const OpportunityFact> facts, Instant as_of);

/// What stands open in one stage.
struct StageStanding {
  StageId stage_id;
  bool customer = false;  ///< of accounts that bought before
  std::int64_t count = 0;
  std::int64_t value_minor = 0;
  std::optional<std::int64_t> mean_minor;  ///< absent: the stage has no share
  std::optional<std::int64_t> low_minor;
  std::optional<std::int64_t> high_minor;
  friend bool operator==(const StageStanding&, const StageStanding&) = default;
};

struct OpenValue {
  StageId stage_id;
  bool customer = false;
  std::int64_t value_minor = 0;
};

struct ExpectedRange {
  std::int64_t mean_minor = 0;
  std::int64_t low_minor = 0;
  std::int64_t high_minor = 0;
};

struct Standing {
  std::optional<std::int64_t> quota_minor;
  std::int64_t sold_minor = 0;
  ExpectedRange expected;                      ///< from accounts that bought nothing yet, or from nobody known
  ExpectedRange book;                          ///< from those that did
  std::optional<std::int64_t> to_build_minor;  ///< absent without a quota
  std::vector<StageStanding> stages;           ///< by stage, new ones first
};

/// Returns invalid "money.out_of_range" when a sum does not fit.
[[nodiscard]] Result<Standing> standing_of(std::optional<std::int64_t> quota_minor, std::int64_t sold_minor,
                                           std::span<const OpenValue> open, const WinShares& shares);

/// One open stage beside the others.
struct StageBalance {
  StageId stage_id;
  std::int64_t count = 0;  ///< of new customers and of those one has
  std::int64_t value_minor = 0;
  std::optional<std::int64_t> mean_minor;    ///< what it brings; absent: the stage has no share
  std::optional<std::int64_t> needed_minor;  ///< absent: nothing is to sell, or nothing was ever won from there
  std::optional<std::int64_t> needed_count;  ///< of the mean sale, rounded up; absent: no sale is known
};

/// Of these stages, in their order. `to_sell_minor`: none without a quota; `mean_sale_minor`: 0 when no sale is known.
[[nodiscard]] std::vector<StageBalance> balance_of(std::span<const StageId> stages, const Standing& standing,
                                                   const WinShares& shares, std::optional<std::int64_t> to_sell_minor,
                                                   double mean_sale_minor);

}  // namespace paceline
