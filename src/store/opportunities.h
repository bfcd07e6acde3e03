// SPDX-License-Identifier: Apache-2.0
// OpportunityStore on SQL.
#pragma once

#include "app/ports/opportunity_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlOpportunityStore : public OpportunityStore {
 public:
  explicit SqlOpportunityStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const Opportunity& opportunity, const std::vector<OpportunityFact>& facts,
                   const OpportunityNow& now) override;
  Result<void> add_facts(const std::vector<OpportunityFact>& facts, const OpportunityNow& now) override;
  Result<void> add_note(OpportunityId opportunity_id, std::int64_t seq, std::string_view note) override;
  Result<std::map<std::int64_t, std::string>> notes_of(OpportunityId opportunity_id) override;
  Result<bool> take_turn_of(OpportunityId opportunity_id) override;
  Result<std::optional<Opportunity>> find(OpportunityId opportunity_id) override;
  Result<std::vector<Opportunity>> find_by_keys(const std::vector<std::string>& keys) override;
  Result<std::map<OpportunityId, std::string>> names_of(const std::vector<OpportunityId>& opportunities) override;
  Result<std::vector<OpportunityFact>> facts_of(OpportunityId opportunity_id) override;
  Result<std::vector<OpportunityId>> naming(ContactId contact_id, int limit) override;
  Result<std::vector<NamedOpportunity>> named_before(const SomeReps& reps, std::optional<OpportunityId> before,
                                                     int limit) override;
  Result<std::vector<OpportunityFact>> moves_as_of(Instant as_of) override;
  Result<std::vector<OpportunitySource>> sources(std::string_view source,
                                                 const std::vector<std::string>& external_ids) override;
  Result<void> put_source(std::string_view source, const OpportunitySource& said) override;
  Result<void> forget_sources(OpportunityId opportunity_id) override;
  Result<std::vector<KnownOpportunity>> page(const OpportunityPage& page) override;
  Result<std::vector<OpportunityId>> made_before(std::optional<OpportunityId> before, int limit) override;
  Result<std::vector<KnownOpportunity>> as_now(const std::vector<OpportunityId>& opportunities) override;
  Result<std::vector<KnownOpportunity>> as_of(const std::vector<OpportunityId>& opportunities, Instant as_of) override;
  Result<std::vector<OpenLine>> open_lines() override;
  Result<std::vector<KnownOpportunity>> all_as_of(Instant as_of) override;
  Result<std::vector<KnownOpportunity>> all_now() override;

 private:
  [[nodiscard]] Result<void> put_now(const OpportunityNow& now);

  const OrgScope& scope_;
};

}  // namespace paceline::store
