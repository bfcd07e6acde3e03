// SPDX-License-Identifier: Apache-2.0
// Makes estimates and adds what happens to them: sent, accepted, declined, withdrawn.
//
// The first edition that is sent is an activity of kind estimate too, once, unless the company has no such kind; when
// it is withdrawn, the activity is voided. Sending a later edition ends the one before it. Accepting changes nothing of
// the opportunity: that is somebody's own decision.
#pragma once

#include "app/edit_opportunity.h"

namespace paceline {

struct EstimateLineDraft {
  std::optional<std::string> product_line;  ///< key or id
  EstimateLine line;                        ///< without its product line
};

struct EstimateDraft {
  OpportunityId opportunity_id;
  std::optional<std::string> key;
  std::optional<EstimateId> replaces;  ///< of the same opportunity
  std::optional<Currency> currency;    ///< none: that of the organisation
  std::vector<EstimateLineDraft> lines;
  std::optional<Instant> known_at;  ///< none: now
};

struct EstimateEdit {
  EstimateChangeKind kind = EstimateChangeKind::sent;
  std::optional<std::int64_t> seen_version;  ///< If-Match; none: whatever it is by now
  std::optional<Instant> occurred_at;        ///< none: when it became known
  std::optional<Instant> known_at;           ///< none: now
  std::optional<Day> valid_until;            ///< of sent
  std::optional<std::string> reason;         ///< needed to decline and to withdraw
};

/// All faults at once. Not_found "opportunity.not_found"; conflict "opportunity.voided", "estimate.key.taken",
/// "estimate.replaced", "estimate.not_replaceable" (a draft, accepted or withdrawn); invalid "estimate.unknown" (the
/// one to replace), "product_line.unknown", "estimate.text.not_allowed", "opportunity.known_at.in_future", and what
/// check_lines() returns.
[[nodiscard]] Checked<KnownEstimate> add_estimate(const EstimateDraft& draft, const EditContext& context,
                                                  Stores& stores);

/// All faults at once. Not_found "estimate.not_found". Conflict "estimate.changed", "estimate.not_sent" (a draft),
/// "estimate.sent_already", "estimate.ended", "estimate.known_at.before_last", and of sending "opportunity.voided" and
/// "estimate.not_replaceable" (the edition before was accepted or withdrawn meanwhile). Invalid
/// "estimate.reason.missing", "estimate.text.not_allowed", "estimate.valid_until.before_sent",
/// "estimate.day.before_sent", "opportunity.occurred_at.in_future", "opportunity.known_at.in_future",
/// "opportunity.known_at.before_occurred_at", and the codes of log_activity().
[[nodiscard]] Checked<KnownEstimate> edit_estimate(EstimateId estimate_id, const EstimateEdit& edit,
                                                   const EditContext& context, Stores& stores);

}  // namespace paceline
