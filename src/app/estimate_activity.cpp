// SPDX-License-Identifier: Apache-2.0
#include "app/estimate_activity.h"

#include <algorithm>

#include "app/change_activity.h"
#include "app/log_activity.h"

namespace paceline {
namespace {

constexpr std::string_view kHandedIn = "handed_in";

EvidenceKey key_of_sent(const Estimate& estimate) {
  return {std::string(kEstimateKind), to_text(estimate.estimate_id)};
}

/// Of the one product line that it is about; of several an activity cannot say which.
Result<std::optional<std::string>> only_line(const Estimate& estimate, PipelineStore& pipelines) {
  const auto parts = parts_of(estimate);
  if (parts.size() != 1 || !parts.front().product_line_id) return std::optional<std::string>();
  PACELINE_TRY(const auto lines, pipelines.product_lines());
  const auto line = std::find_if(lines.begin(), lines.end(), [&](const ProductLine& each) {
    return each.product_line_id == *parts.front().product_line_id;
  });
  return line == lines.end() ? std::nullopt : std::optional(line->key);
}

}  // namespace

Checked<void> log_sent(const Estimate& estimate, const EstimateChange& sent, const OpportunityNow& opportunity,
                       const EditContext& context, Stores& stores) {
  const auto kinds = stores.activities.kinds();
  if (!kinds) return tl::unexpected(Errors{kinds.error()});
  const auto kind =
      std::find_if(kinds->begin(), kinds->end(), [](const Kind& each) { return each.kind == kEstimateKind; });
  if (kind == kinds->end()) return {};
  auto line = only_line(estimate, stores.pipelines);
  if (!line) return tl::unexpected(Errors{line.error()});
  ActivityDraft draft;
  draft.rep_id = estimate.rep_id;
  draft.contact_id = opportunity.contact_id;
  draft.kind = kEstimateKind;
  const bool known = std::any_of(kind->outcomes.begin(), kind->outcomes.end(),
                                 [](const Outcome& each) { return each.outcome == kHandedIn; });
  if (known) draft.outcome = kHandedIn;
  draft.product_line = *std::move(line);
  draft.occurred_at = sent.occurred_at;
  draft.known_at = sent.known_at;
  draft.key = key_of_sent(estimate);
  const auto logged = log_activity(context.actor, draft, context.now, context.zones, context.ids, stores);
  if (!logged) return tl::unexpected(logged.error());
  return {};
}

Checked<void> void_sent(const Estimate& estimate, const EstimateChange& withdrawn, const EditContext& context,
                        Stores& stores) {
  const auto activity = stores.activities.find_fact_by_key(key_of_sent(estimate));
  if (!activity) return tl::unexpected(Errors{activity.error()});
  if (!*activity) return {};
  const ChangeRequest request{(*activity)->activity_id, true, {}, *withdrawn.reason, withdrawn.known_at};
  const auto voided = change_activity(context.actor, request, context.now, context.ids, stores);
  if (!voided && voided.error().front().code != "activity.voided_already") return tl::unexpected(voided.error());
  return {};
}

}  // namespace paceline
