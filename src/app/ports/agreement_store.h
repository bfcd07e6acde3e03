// SPDX-License-Identifier: Apache-2.0
// Who proposed, who set and who agreed to what a quota asks, as it is stored. Nothing of it is ever changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "quota/quota.h"

namespace paceline {

/// Who made a version hold.
struct VersionSignature {
  QuotaId quota_id;
  Day from;
  UserId set_by;  ///< 0: the system
  Instant set_at;
  std::optional<UserId> proposed_by;  ///< somebody else whose proposal it was
};

/// Somebody whom a version asks agrees to it, as it was stored at that instant.
struct QuotaAgreement {
  QuotaId quota_id;
  Day from;
  Instant version_set_at;
  UserId user_id;
  Instant agreed_at;
};

/// The answer to a proposal: of the other side, or of who proposed it and takes it back.
struct QuotaDecision {
  bool agreed = false;
  std::string note;
  UserId decided_by;
  Instant decided_at;
};

/// Own amounts of one rep in a quota, which hold once the other side has agreed.
struct QuotaProposal {
  ProposalId proposal_id;
  QuotaId quota_id;
  RepId rep_id;
  Amounts amounts;
  std::optional<Day> from;  ///< none: the period after the agreement
  std::string note;
  UserId proposed_by;
  Instant proposed_at;
  std::optional<QuotaDecision> decision;
};

class AgreementStore {
 public:
  virtual ~AgreementStore() = default;

  [[nodiscard]] virtual Result<std::vector<VersionSignature>> signatures() = 0;

  /// The same again is left alone.
  [[nodiscard]] virtual Result<void> add_agreement(const QuotaAgreement& agreement) = 0;
  [[nodiscard]] virtual Result<std::vector<QuotaAgreement>> agreements() = 0;

  [[nodiscard]] virtual Result<void> add_proposal(const QuotaProposal& proposal) = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<QuotaProposal>> proposals() = 0;
  /// Returns conflict "proposal.decided" when there is a decision already.
  [[nodiscard]] virtual Result<void> add_decision(ProposalId proposal_id, const QuotaDecision& decision) = 0;
};

}  // namespace paceline
