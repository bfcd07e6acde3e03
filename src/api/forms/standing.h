// SPDX-License-Identifier: Apache-2.0
// Where somebody stands: docs/formulas/standing.md.
#pragma once

#include "api/forms/opportunity.h"
#include "app/read_standing.h"

namespace paceline::api::form {

struct StandingQuery : MomentQuery {
  std::optional<ShortText> rep;  ///< id, address or "me"
  std::optional<ShortText> team;
  std::optional<ShortText> territory;                           ///< key or id
  std::optional<ShortText> product_line;                        ///< the same
  std::optional<json::Text<1, 30>> period;                      ///< 2026-Q4, 2026-11; absent: the quarter of the moment
  std::optional<json::Whole<0, 1000000000000000>> quota_minor;  ///< in the reporting currency; absent: the stored quota
  std::optional<ShortText> quota;  ///< key or id: which of several stored ones. With quota_minor it says nothing
};
BOOST_DESCRIBE_STRUCT(StandingQuery, (MomentQuery), (rep, team, territory, product_line, period, quota_minor, quota))

struct StandingRowsQuery : MomentPageQuery {
  std::optional<ShortText> rep;
  std::optional<ShortText> team;
  std::optional<ShortText> territory;
  std::optional<ShortText> product_line;
  std::optional<json::Text<1, 30>> period;
  std::optional<StandingPart> part;  ///< absent: all
  std::optional<ShortText> stage;    ///< key or id; absent: all
};
BOOST_DESCRIBE_STRUCT(StandingRowsQuery, (MomentPageQuery), (rep, team, territory, product_line, period, part, stage))

struct StandingExpected {
  Money mean;
  Money low;   ///< with the lower end of each stage's win share
  Money high;  ///< with the upper one
  std::string method;
};
BOOST_DESCRIBE_STRUCT(StandingExpected, (), (mean, low, high, method))

/// Of those that ever came into the stage. null: nothing has ended yet.
struct StageWinShare {
  std::int64_t entered = 0;
  std::int64_t won = 0;
  std::int64_t lost = 0;  ///< and without a decision
  std::int64_t open = 0;  ///< censored: neither won nor lost
  std::optional<double> share;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> won_of_closed;  ///< too high or too low while some are open: to be compared, not used
};
BOOST_DESCRIBE_STRUCT(StageWinShare, (), (entered, won, lost, open, share, low, high, won_of_closed))

struct StageStanding {
  StageId stage_id;
  std::string stage;  ///< its key
  std::string name;
  bool customer = false;  ///< of accounts that bought before: in book, else in expected
  std::int64_t count = 0;
  Money value;
  std::optional<Money> expected;  ///< null: the stage has no win share yet
  StageWinShare win_share;
};
BOOST_DESCRIBE_STRUCT(StageStanding, (), (stage_id, stage, name, customer, count, value, expected, win_share))

/// An open stage beside the others of its pipeline, also one that nothing stands in.
struct StageBalance {
  StageId stage_id;
  std::string stage;  ///< its key
  std::string name;
  std::string pipeline;            ///< its name
  std::int64_t count = 0;          ///< of new customers and of those one has
  std::int64_t without_value = 0;  ///< those there whose money nobody can tell: not in count
  Money value;
  std::optional<Money> expected;  ///< null: the stage has no win share yet, or nothing stands in it
  std::optional<Money> needed;    ///< so that each stage brings the same of what is still to sell; null: no quota,
                                  ///< nothing is to sell, or nothing was ever won from there
  std::optional<std::int64_t> needed_count;  ///< in sales of the mean size; null: as needed, or no sale is known
};
BOOST_DESCRIBE_STRUCT(StageBalance, (),
                      (stage_id, stage, name, pipeline, count, without_value, value, expected, needed, needed_count))

struct StandingCoverage {
  std::int64_t open_count = 0;
  Money open;
  Money to_sell;
  std::optional<double> ratio;              ///< the usual coverage: open to what is still to sell
  std::optional<std::int64_t> wins_needed;  ///< of the mean size; null: no sale is known
  std::optional<double> chance;             ///< that so many of the open ones are won: binomial with the win share
  std::optional<double> break_even;         ///< the coverage that is enough on average: 1 / win share
  std::optional<std::int64_t> needed_80;    ///< open ones for 8 chances in 10
  std::optional<double> coverage_80;
  std::optional<std::int64_t> needed_95;
  std::optional<double> coverage_95;
};
BOOST_DESCRIBE_STRUCT(StandingCoverage, (),
                      (open_count, open, to_sell, ratio, wins_needed, chance, break_even, needed_80, coverage_80,
                       needed_95, coverage_95))

/// A stored quota of just this period and product line.
struct StandingQuota {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Money amount;  ///< what it asks of the reps of the question together
};
BOOST_DESCRIBE_STRUCT(StandingQuota, (), (quota_id, key, name, amount))

struct Standing {
  std::string period;
  Day from;
  Day to;
  bool over = false;  ///< the period is: nothing open counts for it
  Instant as_of;
  std::optional<Money> quota;
  std::optional<std::string> why_no_quota;  ///< "not_asked": nor stored; "several": stored ones, tell which
  std::optional<std::string> quota_key;     ///< of the stored quota, when no amount is told
  std::vector<StandingQuota> quotas;        ///< stored ones that fit, by name; none when an amount is told
  Money sold;
  StandingExpected expected;  ///< from the open pipeline without the book
  StandingExpected book;      ///< from open ones of accounts that bought before
  std::optional<Money> to_build;
  std::vector<StageStanding> stages;
  std::vector<StageBalance> balance;  ///< by pipeline, in the order of its stages; empty: nothing is open
  StageWinShare win_share;            ///< of all, from their beginning on
  std::int64_t without_value = 0;     ///< rows whose money nobody can tell: they count nowhere
  std::int64_t closes_later = 0;      ///< open ones expected to close after the period
  std::int64_t closes_earlier = 0;    ///< of a period to come: those expected to close before it
  std::optional<StandingCoverage> coverage;
};
BOOST_DESCRIBE_STRUCT(Standing, (),
                      (period, from, to, over, as_of, quota, why_no_quota, quota_key, quotas, sold, expected, book,
                       to_build, stages, balance, win_share, without_value, closes_later, closes_earlier, coverage))

struct StandingRow {
  StandingPart part = StandingPart::sold;
  std::optional<SaleId> sale_id;
  std::optional<OpportunityId> opportunity_id;
  std::string name;
  std::optional<AccountName> account;
  Owner rep;
  std::optional<std::string> stage;
  std::optional<Day> day;
  bool customer = false;
  std::optional<Money> value;
  std::optional<std::string> why_no_value;  ///< "no_amount", "currency.rate.missing", "money.out_of_range"
  std::optional<double> win_share;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (),
                      (part, sale_id, opportunity_id, name, account, rep, stage, day, customer, value, why_no_value,
                       win_share))

}  // namespace paceline::api::form
