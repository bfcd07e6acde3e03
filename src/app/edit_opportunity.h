// SPDX-License-Identifier: Apache-2.0
// Makes opportunities and adds facts to them: moves, amounts, close days, people, answers, who and what it is about.
//
// Every change is asked for as one edit, whose parts become facts in one transaction, all or none. Two people: whoever
// names the version that was seen is refused when there is a newer one, and told what it is now. The move that wins
// makes the sale; the move that takes it back cancels the sale.
#pragma once

#include "app/actor.h"
#include "app/ports/clock.h"
#include "app/ports/secrets.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// The amount of one product line.
struct AmountEdit {
  std::optional<std::string> product_line;   ///< key or id; none: of no line in particular
  std::optional<std::int64_t> amount_minor;  ///< none: the list price, as assumed
  std::optional<Currency> currency;          ///< none: that of the organisation
  bool taken_off = false;
};

struct PersonEdit {
  ContactId contact_id;
  std::optional<OpportunityPart> part;  ///< none: no longer a part of it
};

struct AnswerEdit {
  QualificationQuestion question = QualificationQuestion::need;
  QualificationGround ground = QualificationGround::unknown;
  std::optional<std::string> note;  ///< in words; not with unknown
};

/// A member that is given but empty takes off what there is.
struct OpportunityEdit {
  std::optional<std::int64_t> seen_version;  ///< If-Match; none: whatever it is by now
  std::optional<Instant> occurred_at;        ///< none: when it became known
  std::optional<Instant> known_at;           ///< none: now
  std::optional<std::string> reason;
  std::optional<std::string> stage;  ///< key or id
  std::vector<AmountEdit> amounts;
  std::optional<std::optional<Day>> close_day;
  std::optional<UserId> rep_id;
  std::optional<std::string> name;
  std::optional<std::optional<AccountId>> account_id;
  std::optional<std::optional<ContactId>> contact_id;
  std::optional<std::optional<std::string>> source;
  std::vector<PersonEdit> people;
  std::vector<AnswerEdit> answers;
  bool voids = false;
  /// Another system tells it again: a voided one comes back with the stage, and a move may be earlier than the last.
  bool told_again = false;
};

struct OpportunityDraft {
  std::optional<std::string> key;
  std::optional<std::string> pipeline;  ///< key or id; none: the first that is active, or the usual one
  std::optional<Origin> origin;
  OpportunityEdit first;  ///< name and rep are needed; without a stage it begins in the first one
};

struct EditContext {
  const Actor& actor;
  Instant now;
  const Zones& zones;
  Ids& ids;
};

/// All faults at once. Invalid "opportunity.name.missing" and the codes of edit_opportunity(), "pipeline.unknown";
/// conflict "opportunity.key.taken".
[[nodiscard]] Checked<KnownOpportunity> add_opportunity(const OpportunityDraft& draft, const EditContext& context,
                                                        Stores& stores);

/// All faults at once. Not_found "opportunity.not_found". Conflict "opportunity.changed", "opportunity.voided",
/// "opportunity.ended" (amounts and close day of one that has ended), "opportunity.stage.same",
/// "opportunity.known_at.before_last". Invalid "opportunity.edit.empty", "opportunity.stage.unknown",
/// "opportunity.stage.inactive", "opportunity.reason.missing" (lost, without a decision, reopened, voided),
/// "opportunity.move.before_last", "opportunity.amount.missing" and "opportunity.amount.assumed" (to win it),
/// "opportunity.amount.no_list_price", "opportunity.amount.out_of_range", "opportunity.occurred_at.in_future",
/// "opportunity.known_at.in_future", "opportunity.text.not_allowed", "opportunity.answer.unknown_with_note",
/// "product_line.unknown", "contact.unknown", "account.unknown".
[[nodiscard]] Checked<KnownOpportunity> edit_opportunity(OpportunityId opportunity_id, const OpportunityEdit& edit,
                                                         const EditContext& context, Stores& stores);

/// Would all of these be taken, one after the other: the draft and then its moves? Their faults, those of the moves
/// with pointers below "/moves/0". Nothing is stored.
[[nodiscard]] Checked<void> check_adding(const OpportunityDraft& draft, const std::vector<OpportunityEdit>& moves,
                                         const EditContext& context, Stores& stores);
/// The same of edits of a known one. REQUIRES: it is there.
[[nodiscard]] Checked<void> check_editing(OpportunityId opportunity_id, const std::vector<OpportunityEdit>& edits,
                                          const EditContext& context, Stores& stores);

}  // namespace paceline
