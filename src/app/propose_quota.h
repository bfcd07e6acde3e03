// SPDX-License-Identifier: Apache-2.0
// What is proposed, and what is agreed.
//
// What a manager sets holds at once; whoever is asked can agree to it, by name and with the day, and that is shown.
// What is proposed holds only once the other side has agreed: a rep proposes own amounts and whoever manages that rep's
// quotas agrees, or one of these proposes them and the rep agrees. Whoever proposed can take it back.
// Worked example: Ann proposes 60 calls a week in place of 50; Mia, who manages her team, agrees on Wednesday: from the
// next week on Ann is asked 60, and the version says "proposed by Ann, agreed by Mia".
#pragma once

#include "app/apply_parts.h"

namespace paceline {

struct ProposalDraft {
  Amounts amounts;
  std::optional<Day> from;  ///< none: the period after the agreement
  std::string note;
};

/// `quota` concerns the rep. Returns "quota.amount.out_of_range", "quota.grades.order", "quota.from.outside_span",
/// forbidden as authorise() says.
[[nodiscard]] Checked<QuotaProposal> propose_quota(const Quota& quota, const User& rep, const ProposalDraft& draft,
                                                   const ApplyContext& context);

/// Returns conflict "proposal.decided"; forbidden "proposal.other_side" for who is not asked to decide.
[[nodiscard]] Result<void> decide_proposal(const QuotaProposal& proposal, bool agreed, const std::string& note,
                                           const ApplyContext& context);

/// The acting user agrees to the version that asks them on a day. Returns not_found "quota.not_for_rep".
[[nodiscard]] Result<void> agree_to_version(const Quota& quota, Day day, const ApplyContext& context);

/// Does the subject concern this person: now, earlier or later?
[[nodiscard]] bool concerns(const QuotaSubject& subject, const Placement& placement, const Company& company);
[[nodiscard]] bool concerns(const Quota& quota, const Placement& placement, const Company& company);

}  // namespace paceline
