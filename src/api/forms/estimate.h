// SPDX-License-Identifier: Apache-2.0
// Estimates: rows, sums and what happens to them.
#pragma once

#include "api/forms/opportunity.h"
#include "pipeline/estimate.h"

namespace paceline::api::form {

struct OpportunityName {
  OpportunityId opportunity_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OpportunityName, (), (opportunity_id, name))

struct EstimateLine {
  std::optional<ProductLineName> product_line;
  std::string description;
  std::int64_t quantity_milli = 0;  ///< thousandths: 2,500 is two and a half
  Money unit_price;
  std::int64_t discount_bp = 0;
  Money worth;
};
BOOST_DESCRIBE_STRUCT(EstimateLine, (), (product_line, description, quantity_milli, unit_price, discount_bp, worth))

struct Estimate {
  EstimateId estimate_id;
  std::optional<std::string> key;
  OpportunityName opportunity;
  Owner rep;                           ///< whose the opportunity was when it was made
  std::optional<EstimateId> replaces;  ///< the edition before
  std::int64_t edition = 1;
  EstimateState state = EstimateState::draft;
  std::vector<EstimateLine> lines;
  Money worth;
  std::optional<Money> reported;            ///< in the reporting currency, by the rate of the day on which it was sent
  std::optional<std::string> why_no_worth;  ///< "currency.rate.missing", "money.out_of_range"
  std::optional<Day> sent_day;
  std::optional<Day> valid_until;  ///< the last day on which it holds
  std::optional<Day> ended_day;
  std::optional<std::string> end_reason;
  bool counts = false;  ///< is one of those that were handed in
  Instant known_at;
  std::int64_t version = 0;  ///< goes back as If-Match
};
BOOST_DESCRIBE_STRUCT(Estimate, (),
                      (estimate_id, key, opportunity, rep, replaces, edition, state, lines, worth, reported,
                       why_no_worth, sent_day, valid_until, ended_day, end_reason, counts, known_at, version))

struct OfferedAmount {
  std::optional<ProductLineName> product_line;
  Money amount;
};
BOOST_DESCRIBE_STRUCT(OfferedAmount, (), (product_line, amount))

/// What somebody may do next to the opportunity of an accepted estimate; nothing of it is done by itself.
struct EstimateOffer {
  std::vector<OfferedAmount> amounts;    ///< what was agreed, by product line
  bool amounts_differ = false;           ///< the opportunity has others
  std::optional<std::string> won_stage;  ///< the key of the stage that wins it; absent: it is no longer open
  std::int64_t opportunity_version = 0;
};
BOOST_DESCRIBE_STRUCT(EstimateOffer, (), (amounts, amounts_differ, won_stage, opportunity_version))

struct EstimateDetail : Estimate {
  std::optional<EstimateOffer> offer;  ///< of an accepted one
};
BOOST_DESCRIBE_STRUCT(EstimateDetail, (Estimate), (offer))

struct EstimatesQuery : MomentPageQuery {
  std::optional<OpportunityId> opportunity;  ///< all of it, drafts too; absent: those that were sent
  std::optional<ShortText> rep;              ///< id, address or "me"
  std::optional<ShortText> team;
  std::optional<Day> from;  ///< sent on this day or later; absent: always
  std::optional<Day> to;    ///< sent before this day; absent: for ever
  std::optional<EstimateState> state;
};
BOOST_DESCRIBE_STRUCT(EstimatesQuery, (MomentPageQuery), (opportunity, rep, team, from, to, state))

BOOST_DEFINE_ENUM_CLASS(EstimatesBy, rep, product_line, month)

struct EstimateSumsQuery : MomentPageQuery {
  std::optional<EstimatesBy> by;  ///< absent: rep
  std::optional<Day> from;
  std::optional<Day> to;
  std::optional<ShortText> rep;
  std::optional<ShortText> team;
};
BOOST_DESCRIBE_STRUCT(EstimateSumsQuery, (MomentPageQuery), (by, from, to, rep, team))

struct EstimateSum {
  std::string key;  ///< address, key of the line, 2026-11; empty: no line
  std::optional<std::string> name;
  std::int64_t count = 0;         ///< estimates that were handed in, each once
  std::int64_t amount_minor = 0;  ///< their worth
  std::string currency;           ///< the reporting currency
  std::int64_t unpriced = 0;      ///< of them without a worth: no rate holds on their day, or the money does not fit
};
BOOST_DESCRIBE_STRUCT(EstimateSum, (), (key, name, count, amount_minor, currency, unpriced))

struct NewEstimateLine {
  std::optional<ShortText> product_line;  ///< key or id
  std::optional<Remark> description;
  std::optional<std::int64_t> quantity_milli;  ///< absent: 1,000, which is one
  std::int64_t unit_price_minor = 0;
  std::optional<std::int64_t> discount_bp;  ///< absent: none
};
BOOST_DESCRIBE_STRUCT(NewEstimateLine, (), (product_line, description, quantity_milli, unit_price_minor, discount_bp))

struct NewEstimate {
  std::optional<ShortText> key;
  std::optional<Currency> currency;    ///< absent: that of the organisation
  std::optional<EstimateId> replaces;  ///< the edition before, of the same opportunity
  json::Items<NewEstimateLine, 50> lines;
  std::optional<bool> send;  ///< true: it is sent at once
  std::optional<Day> valid_until;
  std::optional<Instant> occurred_at;  ///< when it was sent; absent: now
  std::optional<Instant> known_at;
};
BOOST_DESCRIBE_STRUCT(NewEstimate, (), (key, currency, replaces, lines, send, valid_until, occurred_at, known_at))

struct SendEstimate : FactTimes {
  std::optional<Day> valid_until;  ///< the last day on which it holds; absent: no end
};
BOOST_DESCRIBE_STRUCT(SendEstimate, (FactTimes), (valid_until))

}  // namespace paceline::api::form
