// SPDX-License-Identifier: Apache-2.0
// The standing of a rep, a team, a territory, a product line, or of everybody whom the asker may see, as it was known
// at a moment, with the rows behind each figure.
//
// Whose a sale is, and where its account belonged, is that of its day; of an open opportunity that of the moment's day.
// An open opportunity counts when nothing says that it closes after the period, or before one to come, and the period
// is not over. Win shares are those of the whole company: a rep alone has too few. Where a monitoring profile hides
// single reps, a share of fewer than kFewestPeople of them is replaced by that of those whom the asker may see. A row
// whose money nobody can tell is listed with why, and counts nowhere: it does not keep others from their figures.
#pragma once

#include <boost/describe/enum.hpp>
#include <set>

#include "app/as_of.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"
#include "pipeline/standing.h"
#include "plan/coverage.h"
#include "team/some_reps.h"

namespace paceline {

BOOST_DEFINE_ENUM_CLASS(StandingPart, sold, expected, book)

struct StandingQuestion {
  SomeReps reps;                         ///< whom the asker may see, or asked for; none: everybody
  std::optional<TeamId> team;            ///< and its parts
  std::optional<TerritoryId> territory;  ///< the same
  std::optional<ProductLineId> product_line;
  Period period;
  std::optional<std::int64_t> quota_minor;
  SomeReps shares_of{};  ///< the profile hides everybody else; none: it hides nobody
};

struct StandingRow {
  StandingPart part = StandingPart::sold;
  std::optional<SaleId> sale_id;  ///< of sold
  std::optional<OpportunityId> opportunity_id;
  std::string name;  ///< of the opportunity; empty of an order
  std::optional<AccountId> account_id;
  RepId rep_id;                               ///< of a sale the first who shares it and is asked for
  std::optional<StageId> stage_id;            ///< of an open one
  std::optional<Day> day;                     ///< of a sale
  bool customer = false;                      ///< the account bought before
  std::optional<std::int64_t> value_minor{};  ///< the part that is asked for; absent: see why
  std::optional<std::string> why_no_value{};  ///< "no_amount", "currency.rate.missing", "money.out_of_range"
  std::optional<double> share{};              ///< the win share of its stage
};

/// Whether what is open is enough for what is still to sell (plan/coverage.h).
struct StandingCoverage {
  std::int64_t open_count = 0;
  std::int64_t open_minor = 0;
  std::int64_t to_sell_minor = 0;
  std::optional<double> ratio;              ///< open to what is still to sell; absent: nothing is
  std::optional<std::int64_t> wins_needed;  ///< what is still to sell in sales of the mean size; absent: none is known
  std::optional<Coverage> estimates;        ///< absent: no sale or no end is known yet, or nothing is open
};

/// An open stage of a pipeline in which something is open, whether or not anything stands in it.
struct StandingStage {
  StageBalance balance;
  PipelineId pipeline_id;
  std::int64_t without_value = 0;  ///< those there whose money nobody can tell: not in the count
};

struct StandingAnswer {
  Standing standing;
  WinShares shares;
  Currency currency;
  bool over = false;                         ///< the period is: nothing open counts for it
  std::int64_t without_value = 0;            ///< rows whose money nobody can tell
  std::int64_t closes_later = 0;             ///< open ones that close after the period
  std::int64_t closes_earlier = 0;           ///< of a period to come: those that close before it
  std::optional<StandingCoverage> coverage;  ///< absent without a quota
  std::vector<StandingStage> balance;        ///< by pipeline, in the order of its stages; empty: nothing is open
  std::vector<StandingRow> rows;             ///< sold ones by day, then open ones, the newest first
};

[[nodiscard]] Result<StandingAnswer> read_standing(const StandingQuestion& question, AsOf when, const Zones& zones,
                                                   Stores& stores);

}  // namespace paceline
