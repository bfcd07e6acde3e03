// SPDX-License-Identifier: Apache-2.0
// Opportunities, as they are stored: facts that are only added, and what they make of each as of now.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/opportunity.h"
#include "team/some_reps.h"

namespace paceline {

/// One as it is at a moment.
struct KnownOpportunity {
  Opportunity opportunity;
  OpportunityNow now;  ///< from a list of the present: without people and answers
};

/// One as a search shows it.
struct NamedOpportunity {
  OpportunityId opportunity_id;
  std::string name;
  std::optional<AccountId> account_id;
  RepId rep_id;
};

/// What an open opportunity is about.
struct OpenLine {
  AccountId account_id;
  ProductLineId product_line_id;
};

/// What a file calls an opportunity, and what it said of it.
struct OpportunitySource {
  std::string external_id;
  OpportunityId opportunity_id;
  std::string said;
};

struct OpportunityPage {
  SomeReps reps;  ///< only of these; none: of everybody
  std::optional<StageId> stage_id;
  std::optional<OpportunityState> state;  ///< none: each but voided
  std::optional<AccountId> account_id;
  std::optional<OpportunityId> before;  ///< only those made before this one
  int limit = 50;
};

class OpportunityStore {
 public:
  virtual ~OpportunityStore() = default;

  /// Returns conflict "opportunity.key.taken".
  [[nodiscard]] virtual Result<void> add(const Opportunity& opportunity, const std::vector<OpportunityFact>& facts,
                                         const OpportunityNow& now) = 0;
  /// `now`: what they make of it. Returns conflict "opportunity.changed" when one of their numbers is taken.
  [[nodiscard]] virtual Result<void> add_facts(const std::vector<OpportunityFact>& facts,
                                               const OpportunityNow& now) = 0;
  /// What was answered, in words.
  [[nodiscard]] virtual Result<void> add_note(OpportunityId opportunity_id, std::int64_t seq,
                                              std::string_view note) = 0;
  [[nodiscard]] virtual Result<std::map<std::int64_t, std::string>> notes_of(OpportunityId opportunity_id) = 0;

  /// Makes other writers of this one wait until this transaction ends; false: there is no such one.
  [[nodiscard]] virtual Result<bool> take_turn_of(OpportunityId opportunity_id) = 0;
  [[nodiscard]] virtual Result<std::optional<Opportunity>> find(OpportunityId opportunity_id) = 0;
  /// In no order.
  [[nodiscard]] virtual Result<std::vector<Opportunity>> find_by_keys(const std::vector<std::string>& keys) = 0;
  /// Of those that are there.
  [[nodiscard]] virtual Result<std::map<OpportunityId, std::string>> names_of(
      const std::vector<OpportunityId>& opportunities) = 0;
  /// In order of their number.
  [[nodiscard]] virtual Result<std::vector<OpportunityFact>> facts_of(OpportunityId opportunity_id) = 0;

  /// In no order; those that no row of the source named before are left out.
  [[nodiscard]] virtual Result<std::vector<OpportunitySource>> sources(
      std::string_view source, const std::vector<std::string>& external_ids) = 0;
  /// In place of what the row said before.
  [[nodiscard]] virtual Result<void> put_source(std::string_view source, const OpportunitySource& said) = 0;
  /// Of all sources.
  [[nodiscard]] virtual Result<void> forget_sources(OpportunityId opportunity_id) = 0;

  /// Those of which a fact names the contact, the newest first, also where it is no longer a part of them.
  [[nodiscard]] virtual Result<std::vector<OpportunityId>> naming(ContactId contact_id, int limit) = 0;
  /// So many that were made before this one (none: the newest), the newest first, without those that were voided; only
  /// of these reps (none: of everybody).
  [[nodiscard]] virtual Result<std::vector<NamedOpportunity>> named_before(const SomeReps& reps,
                                                                           std::optional<OpportunityId> before,
                                                                           int limit) = 0;

  /// Of all facts that were known then the stage moves, changes of the rep and voids, only with what these kinds have:
  /// those of one beside each other in order of their number, the oldest opportunity first.
  [[nodiscard]] virtual Result<std::vector<OpportunityFact>> moves_as_of(Instant as_of) = 0;

  /// The newest first.
  [[nodiscard]] virtual Result<std::vector<KnownOpportunity>> page(const OpportunityPage& page) = 0;
  /// So many that were made before this one (none: the newest), the newest first.
  [[nodiscard]] virtual Result<std::vector<OpportunityId>> made_before(std::optional<OpportunityId> before,
                                                                       int limit) = 0;
  /// These as the projection has them, in their order. REQUIRES: they are there.
  [[nodiscard]] virtual Result<std::vector<KnownOpportunity>> as_now(
      const std::vector<OpportunityId>& opportunities) = 0;
  /// Of these those that were known then, as they were, in their order.
  [[nodiscard]] virtual Result<std::vector<KnownOpportunity>> as_of(const std::vector<OpportunityId>& opportunities,
                                                                    Instant as_of) = 0;
  /// Of the projection: which product lines are being sold to which account, each once.
  [[nodiscard]] virtual Result<std::vector<OpenLine>> open_lines() = 0;
  /// Each as it was known then, the newest first, also those that were voided.
  [[nodiscard]] virtual Result<std::vector<KnownOpportunity>> all_as_of(Instant as_of) = 0;
  /// Each as the projection has it, the newest first, also those that were voided.
  [[nodiscard]] virtual Result<std::vector<KnownOpportunity>> all_now() = 0;
};

}  // namespace paceline
