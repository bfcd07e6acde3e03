// SPDX-License-Identifier: Apache-2.0
// What happened with a contact or an account, on one page; a contact with its opportunities; what a search finds.
#pragma once

#include "activity/activity.h"
#include "api/forms/account.h"
#include "api/forms/estimate.h"
#include "pipeline/appointment.h"
#include "pipeline/sale.h"

namespace paceline::api::form {

/// part: what the contact has to say in an opportunity. owner, trait: of an account, from a day on. change: a name, a
/// key and the like, at once.
BOOST_DEFINE_ENUM_CLASS(HistoryEventKind, activity, appointment, stage_move, part, estimate, sale, sale_cancelled,
                        signal, owner, trait, change)

/// One line of a history.
struct HistoryEvent {
  HistoryEventKind kind = HistoryEventKind::activity;
  Instant at;                          ///< when it happened; of owner and trait the beginning of its first day in UTC
  std::optional<Owner> rep;            ///< whose it is; of a change who made it
  std::string what;                    ///< kind of activity, appointment or signal; opportunity; product line; field
  std::optional<std::string> how;      ///< outcome, state, stage, part, topic; what the field became
  std::optional<std::string> before;   ///< what the field was
  std::optional<ContactName> contact;  ///< with whom
  std::optional<OpportunityName> opportunity;
  std::optional<Money> amount;
  std::optional<Direction> direction;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> topic;   ///< of an activity
  std::optional<std::string> text;    ///< what an appointment is for, the company's number of an estimate or a sale
  std::optional<std::string> reason;  ///< why it ended or changed
  std::optional<ActivityId> activity_id;
  std::optional<AppointmentId> appointment_id;
  std::optional<OpportunityId> opportunity_id;
  std::optional<EstimateId> estimate_id;
  std::optional<SaleId> sale_id;
  std::optional<SignalId> signal_id;
};
BOOST_DESCRIBE_STRUCT(HistoryEvent, (),
                      (kind, at, rep, what, how, before, contact, opportunity, amount, direction, duration_s, topic,
                       text, reason, activity_id, appointment_id, opportunity_id, estimate_id, sale_id, signal_id))

struct ContactDetail : Contact {
  std::optional<std::string> key;
  std::optional<AccountName> account;
};
BOOST_DESCRIBE_STRUCT(ContactDetail, (Contact), (key, account))

/// One that the contact has a part in, or that is about it.
struct ContactOpportunity : Opportunity {
  std::optional<OpportunityPart> part;
};
BOOST_DESCRIBE_STRUCT(ContactOpportunity, (Opportunity), (part))

struct SearchQuery : Query {
  ShortText prefix;  ///< words, each the beginning of a word of the name
  Limit limit;       ///< of each kind
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (Query), (prefix, limit))

BOOST_DEFINE_ENUM_CLASS(FoundKind, account, opportunity)

struct FoundName {
  FoundKind kind = FoundKind::account;
  std::optional<AccountId> account_id;  ///< of an opportunity whose it is
  std::optional<OpportunityId> opportunity_id;
  std::string name;
  std::optional<std::string> account_name;  ///< of an opportunity
  std::optional<Owner> rep;                 ///< whose it is
};
BOOST_DESCRIBE_STRUCT(FoundName, (), (kind, account_id, opportunity_id, name, account_name, rep))

}  // namespace paceline::api::form
