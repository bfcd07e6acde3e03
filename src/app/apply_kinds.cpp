// SPDX-License-Identifier: Apache-2.0
#include "app/check_quota.h"

namespace paceline {
namespace {

bool same_outcomes(const std::vector<Outcome>& a, const std::vector<Outcome>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Outcome& x, const Outcome& y) { return x.outcome == y.outcome && x.label == y.label; });
}

bool same(const Kind& a, const Kind& b) {
  return a.label == b.label && a.client_facing == b.client_facing && a.has_direction == b.has_direction &&
         a.has_duration == b.has_duration && same_outcomes(a.outcomes, b.outcomes);
}

}  // namespace

ItemResult apply_kind(const Kind& kind, const ApplyContext& context) {
  const bool built_in = find_kind(built_in_kinds(), kind.kind) != nullptr;
  if (built_in) return refused({Fault::invalid, "kind.built_in", "/kind", {}});
  const bool outcomes_fit =
      std::all_of(kind.outcomes.begin(), kind.outcomes.end(), [](const Outcome& o) { return is_key(o.outcome); });
  if (!is_key(kind.kind) || !outcomes_fit)
    return refused({Fault::invalid, "kind.malformed", "/kind", "a-z, 0-9, _ and -"});
  PACELINE_TRY_ITEM(const auto kinds, context.stores.activities.kinds());
  const Kind* known = find_kind(kinds, kind.kind);
  if (known != nullptr && same(*known, kind)) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.activities.put_kind(kind));
  return known != nullptr ? ItemOutcome::changed : ItemOutcome::created;
}

}  // namespace paceline
