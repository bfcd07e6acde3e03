// SPDX-License-Identifier: Apache-2.0
// AgreementStore on SQL.
#pragma once

#include "app/ports/agreement_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlAgreementStore : public AgreementStore {
 public:
  explicit SqlAgreementStore(const OrgScope& scope) : scope_(scope) {}

  Result<std::vector<VersionSignature>> signatures() override;
  Result<void> add_agreement(const QuotaAgreement& agreement) override;
  Result<std::vector<QuotaAgreement>> agreements() override;
  Result<void> add_proposal(const QuotaProposal& proposal) override;
  Result<std::vector<QuotaProposal>> proposals() override;
  Result<void> add_decision(ProposalId proposal_id, const QuotaDecision& decision) override;

 private:
  const OrgScope& scope_;
};

}  // namespace paceline::store
