// SPDX-License-Identifier: Apache-2.0
// EvidenceStore on SQL.
#pragma once

#include "app/ports/evidence_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlEvidenceStore : public EvidenceStore {
 public:
  explicit SqlEvidenceStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const CallEvidence& evidence, Instant stored_at) override;
  Result<void> end(const EvidenceEnd& end, Instant stored_at) override;
  Result<std::optional<CallEvidence>> find(EvidenceId evidence_id) override;
  Result<std::optional<CallEvidence>> of_record(ActivityId record_id) override;
  Result<std::vector<CallEvidence>> all() override;
  Result<std::vector<KeyedEvidence>> by_keys(const std::string& source,
                                             const std::vector<std::string>& external_ids) override;
  Result<std::vector<NamedActivity>> logged_calls(const CallsAsked& asked) override;
  Result<std::vector<NamedActivity>> recorded_calls(const CallsAsked& asked) override;
  Result<std::map<ActivityId, std::vector<ActivitySource>>> sources_of(
      const std::vector<ActivityId>& activities) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
