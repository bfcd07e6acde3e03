// SPDX-License-Identifier: Apache-2.0
// An opportunity is the sum of its facts, numbered 1, 2, 3 in the order in which they became known.
//
// Facts are only added. The number of the last one is the version by which two people who change the same opportunity
// notice each other, and since no fact is known before the one with a smaller number, what was known at a moment is a
// beginning of the list. An expected close day that is later than the one before is a push.
// Worked example (tests/pipeline/pipeline_test.cpp): made on 2 March with 500 EUR, moved to estimate on the 5th, to
// 800 EUR on the 9th, closing moved from 31 March to 30 April on the 10th: on the 6th it is in estimate with 500 EUR
// and no push, now with 800 EUR and one.
#pragma once

#include <boost/describe/enum.hpp>
#include <span>

#include "base/day.h"
#include "base/instant.h"
#include "pipeline/product_line.h"
#include "pipeline/stage.h"

namespace paceline {

using OpportunityId = Id<struct OpportunityTag>;

/// active: we searched for them; passive: they came.
BOOST_DEFINE_ENUM_CLASS(Origin, active, passive)
/// The state is that of its stage, or voided: it was entered by mistake and counts nowhere.
BOOST_DEFINE_ENUM_CLASS(OpportunityState, open, won, lost, no_decision, voided)
/// What somebody has to say in the decision.
BOOST_DEFINE_ENUM_CLASS(OpportunityPart, decision_maker, influencer, user)
BOOST_DEFINE_ENUM_CLASS(QualificationQuestion, decision_maker, budget, timeframe, need)
/// How we know the answer.
BOOST_DEFINE_ENUM_CLASS(QualificationGround, said, inferred_from_purchases, inferred_from_urgency, unknown)

BOOST_DEFINE_ENUM_CLASS(OpportunityFactKind, stage_move, amount_change, close_change, rep_change, name_change,
                        account_change, contact_change, source_change, person_change, qualification, voided)

/// What never changes of it.
struct Opportunity {
  OpportunityId opportunity_id;
  std::optional<std::string> key;  ///< the company's own name for it, unique
  PipelineId pipeline_id;
  std::optional<Origin> origin;
};

/// One fact. Which members it has follows from its kind; the others are absent.
struct OpportunityFact {
  OpportunityId opportunity_id;
  std::int64_t seq = 0;  ///< 1 is the first of the opportunity
  OpportunityFactKind kind = OpportunityFactKind::stage_move;
  std::optional<StageId> stage_id;               ///< of stage_move
  std::optional<StageEnds> ends;                 ///< the same: what the stage is
  std::optional<ProductLineId> product_line_id;  ///< of amount_change; none: of no line in particular
  std::optional<std::int64_t> amount_minor;      ///< the same; none: the line is taken off
  std::optional<std::string> currency;
  std::optional<bool> assumed;                    ///< the same: the list price, nobody named it
  std::optional<Day> day;                         ///< of close_change; none: not known any more
  std::optional<UserId> rep_id;                   ///< of rep_change
  std::optional<AccountId> account_id;            ///< of account_change; none: taken off
  std::optional<ContactId> contact_id;            ///< of contact_change (none: taken off) and person_change
  std::optional<OpportunityPart> part;            ///< of person_change; none: no longer a part of it
  std::optional<QualificationQuestion> question;  ///< of qualification
  std::optional<QualificationGround> ground;      ///< the same
  std::optional<std::string> text;                ///< of name_change, source_change
  std::optional<std::string> reason;
  Instant occurred_at;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;  ///< 0: the system
  friend bool operator==(const OpportunityFact&, const OpportunityFact&) = default;
};

struct LineAmount {
  std::optional<ProductLineId> product_line_id;
  Money amount;
  bool assumed = false;
  friend bool operator==(const LineAmount&, const LineAmount&) = default;
};

struct OpportunityPerson {
  ContactId contact_id;
  OpportunityPart part = OpportunityPart::user;
  friend bool operator==(const OpportunityPerson&, const OpportunityPerson&) = default;
};

struct QualificationAnswer {
  QualificationQuestion question = QualificationQuestion::need;
  QualificationGround ground = QualificationGround::unknown;
  std::int64_t seq = 0;  ///< of the fact that says so; 0: nobody said anything yet
  friend bool operator==(const QualificationAnswer&, const QualificationAnswer&) = default;
};

/// What the facts make of it at a moment.
struct OpportunityNow {
  OpportunityId opportunity_id;
  std::string name;
  std::optional<AccountId> account_id;
  std::optional<ContactId> contact_id;
  RepId rep_id;
  std::optional<std::string> source;
  StageId stage_id;
  OpportunityState state = OpportunityState::open;
  Instant created_at;                     ///< when the first fact happened
  Instant stage_since;                    ///< when it came into its stage
  std::optional<Instant> ended_at;        ///< won, lost or without a decision since
  std::optional<std::string> end_reason;  ///< of a lost one, or one without a decision
  std::optional<Day> close_day;           ///< when it is expected to close
  std::int64_t pushes = 0;
  Instant changed_at;  ///< when the last fact became known
  std::int64_t version = 0;
  std::vector<LineAmount> amounts;  ///< one of each product line, in order of id; that of no line first
  std::vector<OpportunityPerson> people;
  std::vector<QualificationAnswer> answers;  ///< one of each question, also those that nobody asked yet
  friend bool operator==(const OpportunityNow&, const OpportunityNow&) = default;
};

/// The facts of each opportunity, in their order. REQUIRES: those of one beside each other.
[[nodiscard]] std::vector<std::span<const OpportunityFact>> by_opportunity(std::span<const OpportunityFact> facts);

/// None: nobody knew of it then. REQUIRES: facts of one opportunity in order of seq, the first ones a name, a rep and a
/// stage.
[[nodiscard]] std::optional<OpportunityNow> opportunity_as_of(std::span<const OpportunityFact> facts, Instant as_of);

/// Whose it was when it was won last, also when that was taken back; none: it never was. REQUIRES: the same.
[[nodiscard]] std::optional<RepId> rep_of_last_win(std::span<const OpportunityFact> facts);

[[nodiscard]] OpportunityState state_of(StageEnds ends);
[[nodiscard]] bool has_ended(OpportunityState state);

}  // namespace paceline
