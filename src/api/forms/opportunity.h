// SPDX-License-Identifier: Apache-2.0
// Opportunities, what happens to them, and next steps.
#pragma once

#include "api/forms/contact.h"
#include "api/forms/pipeline.h"
#include "app/ports/next_step_store.h"

namespace paceline::api::form {

/// Something with an id and a name.
struct AccountName {
  AccountId account_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AccountName, (), (account_id, name))

struct ContactName {
  ContactId contact_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ContactName, (), (contact_id, name))

struct ProductLineName {
  ProductLineId product_line_id;
  std::string key;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ProductLineName, (), (product_line_id, key, name))

struct LineAmount {
  std::optional<ProductLineName> product_line;  ///< absent: of no line in particular
  Money amount;
  bool assumed = false;  ///< the list price: nobody named an amount yet
};
BOOST_DESCRIBE_STRUCT(LineAmount, (), (product_line, amount, assumed))

struct NextStep {
  NextStepId next_step_id;
  std::optional<OpportunityId> opportunity_id;
  std::optional<ContactId> contact_id;
  RepId rep_id;
  std::string what;
  Instant due_at;
  NextStepState state = NextStepState::open;
  std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(NextStep, (), (next_step_id, opportunity_id, contact_id, rep_id, what, due_at, state, ended_at))

struct Opportunity {
  OpportunityId opportunity_id;
  std::optional<std::string> key;
  std::string name;
  std::optional<AccountName> account;
  std::optional<ContactName> contact;
  Owner rep;
  PipelineId pipeline_id;
  Stage stage;
  OpportunityState state = OpportunityState::open;
  std::optional<Origin> origin;
  std::optional<std::string> source;
  Instant created_at;
  Instant stage_since;
  std::optional<Instant> ended_at;
  std::optional<std::string> end_reason;
  std::vector<LineAmount> amounts;
  std::optional<Money> value;               ///< all amounts in the reporting currency
  std::optional<std::string> why_no_value;  ///< "no_amount", or "currency.rate.missing"
  std::optional<Day> close_day;             ///< when it is expected to close
  std::int64_t pushes = 0;                  ///< how often the close day became later
  std::optional<NextStep> next_step;        ///< the open one that is due first
  bool needs_next_step = false;             ///< it is open and has none
  std::int64_t version = 0;                 ///< goes back as If-Match
  Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Opportunity, (),
                      (opportunity_id, key, name, account, contact, rep, pipeline_id, stage, state, origin, source,
                       created_at, stage_since, ended_at, end_reason, amounts, value, why_no_value, close_day, pushes,
                       next_step, needs_next_step, version, changed_at))

struct PersonInIt {
  ContactName contact;
  OpportunityPart part = OpportunityPart::user;
};
BOOST_DESCRIBE_STRUCT(PersonInIt, (), (contact, part))

struct QualificationLine {
  QualificationQuestion question = QualificationQuestion::need;
  QualificationGround ground = QualificationGround::unknown;
  std::optional<std::string> note;
  bool asked = false;  ///< false: nobody put it yet; asked and unknown is an answer
};
BOOST_DESCRIBE_STRUCT(QualificationLine, (), (question, ground, note, asked))

/// Who has which part of its sale.
struct Sharer {
  Owner rep;
  std::int64_t share_bp = 0;
};
BOOST_DESCRIBE_STRUCT(Sharer, (), (rep, share_bp))

struct OpportunityDetail : Opportunity {
  std::vector<PersonInIt> people;
  std::vector<QualificationLine> qualification;  ///< one of each question
  std::vector<NextStep> next_steps;              ///< all of them, also those that are done
  /// Of the sale that it made last, or would make if it were won now; empty: it is all its rep's.
  std::vector<Sharer> shares;
};
BOOST_DESCRIBE_STRUCT(OpportunityDetail, (Opportunity), (people, qualification, next_steps, shares))

/// One fact of the history.
struct OpportunityEvent {
  std::int64_t seq = 0;
  OpportunityFactKind kind = OpportunityFactKind::stage_move;
  std::optional<Stage> stage;
  std::optional<ProductLineName> product_line;
  std::optional<Money> amount;
  std::optional<bool> assumed;
  std::optional<Day> close_day;
  std::optional<Owner> rep;
  std::optional<AccountName> account;
  std::optional<ContactName> contact;
  std::optional<OpportunityPart> part;
  std::optional<QualificationQuestion> question;
  std::optional<QualificationGround> ground;
  std::optional<std::string> text;  ///< a name, a source, an answer
  std::optional<std::string> reason;
  Instant occurred_at;
  Instant known_at;
  std::optional<Owner> actor;  ///< absent: the system
};
BOOST_DESCRIBE_STRUCT(OpportunityEvent, (),
                      (seq, kind, stage, product_line, amount, assumed, close_day, rep, account, contact, part,
                       question, ground, text, reason, occurred_at, known_at, actor))

struct OpportunitiesQuery : MomentPageQuery {
  std::optional<ShortText> rep;           ///< id, address or "me"
  std::optional<ShortText> team;          ///< name or id; with its parts
  std::optional<ShortText> stage;         ///< key or id
  std::optional<OpportunityState> state;  ///< absent: each but voided
  std::optional<ShortText> product_line;  ///< key or id; with its parts
  std::optional<ShortText> territory;     ///< key or id; with its parts
  std::optional<AccountId> account;
};
BOOST_DESCRIBE_STRUCT(OpportunitiesQuery, (MomentPageQuery),
                      (rep, team, stage, state, product_line, territory, account))

struct NewAmount {
  std::optional<ShortText> product_line;  ///< key or id
  std::optional<NewMoney> amount;         ///< absent: the list price, as assumed
  std::optional<bool> taken_off;          ///< true: it is no longer about this line
};
BOOST_DESCRIBE_STRUCT(NewAmount, (), (product_line, amount, taken_off))

using NewAmounts = json::Items<NewAmount, 50>;

/// When something happened and became known: absent: now.
struct FactTimes {
  std::optional<Instant> occurred_at;
  std::optional<Instant> known_at;
  std::optional<Remark> reason;
};
BOOST_DESCRIBE_STRUCT(FactTimes, (), (occurred_at, known_at, reason))

struct NewMove : FactTimes {
  ShortText stage;                    ///< key or id
  std::optional<NewAmounts> amounts;  ///< what was agreed, for the move that wins
};
BOOST_DESCRIBE_STRUCT(NewMove, (FactTimes), (stage, amounts))

struct NewOpportunityAmounts : FactTimes {
  NewAmounts amounts;
};
BOOST_DESCRIBE_STRUCT(NewOpportunityAmounts, (FactTimes), (amounts))

struct NewCloseDay : FactTimes {
  std::optional<Day> close_day;  ///< absent: not known any more
};
BOOST_DESCRIBE_STRUCT(NewCloseDay, (FactTimes), (close_day))

struct NewPerson {
  ContactId contact_id;
  std::optional<OpportunityPart> part;  ///< absent: no longer a part of it
};
BOOST_DESCRIBE_STRUCT(NewPerson, (), (contact_id, part))

struct NewPeople : FactTimes {
  json::Items<NewPerson, 100> people;
};
BOOST_DESCRIBE_STRUCT(NewPeople, (FactTimes), (people))

struct NewQualificationAnswer {
  QualificationQuestion question = QualificationQuestion::need;
  QualificationGround ground = QualificationGround::unknown;
  std::optional<Remark> note;
};
BOOST_DESCRIBE_STRUCT(NewQualificationAnswer, (), (question, ground, note))

struct NewQualification : FactTimes {
  json::Items<NewQualificationAnswer, 20> answers;
};
BOOST_DESCRIBE_STRUCT(NewQualification, (FactTimes), (answers))

/// Only what is given changes; null takes it off.
struct OpportunityChange : FactTimes {
  std::optional<Name> name;
  std::optional<ShortText> rep;  ///< id, address or "me"
  json::Settable<AccountId> account_id;
  json::Settable<ContactId> contact_id;
  json::Settable<ShortText> source;
};
BOOST_DESCRIBE_STRUCT(OpportunityChange, (FactTimes), (name, rep, account_id, contact_id, source))

struct VoidOpportunity {
  Remark reason;
};
BOOST_DESCRIBE_STRUCT(VoidOpportunity, (), (reason))

struct NewOpportunity {
  Name name;
  std::optional<ShortText> key;         ///< the company's own name for it, unique
  std::optional<ShortText> rep;         ///< id, address or "me"; absent: the acting user
  std::optional<ShortText> pipeline;    ///< key or id; absent: the first
  std::optional<ShortText> stage;       ///< key or id; absent: the first
  std::optional<AccountId> account_id;  ///< at most one of these three; absent: that of the contact
  std::optional<ShortText> account;     ///< its key
  std::optional<Name> account_name;     ///< found, or made
  std::optional<ContactId> contact_id;  ///< or
  std::optional<ShortText> contact;     ///< its key
  std::optional<Origin> origin;
  std::optional<ShortText> source;
  std::optional<Day> close_day;
  std::optional<NewAmounts> amounts;
  std::optional<Instant> occurred_at;  ///< when it began
  std::optional<Instant> known_at;
  std::optional<Remark> reason;
};
BOOST_DESCRIBE_STRUCT(NewOpportunity, (),
                      (name, key, rep, pipeline, stage, account_id, account, account_name, contact_id, contact, origin,
                       source, close_day, amounts, occurred_at, known_at, reason))

/// One of a batch: with what happened to it afterwards, oldest first.
struct PutOpportunity : NewOpportunity {
  std::optional<json::Items<NewMove, 50>> moves;
};
BOOST_DESCRIBE_STRUCT(PutOpportunity, (NewOpportunity), (moves))

}  // namespace paceline::api::form
