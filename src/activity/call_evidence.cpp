// SPDX-License-Identifier: Apache-2.0
#include "activity/call_evidence.h"

namespace paceline {

bool is_same_call(const Activity& logged, const Activity& record) {
  const bool same_people =
      logged.rep_id == record.rep_id && logged.contact_id && logged.contact_id == record.contact_id;
  const bool contradict = logged.direction && record.direction && logged.direction != record.direction;
  if (!same_people || contradict || logged.kind != record.kind) return false;
  const Instant ended = record.occurred_at.plus_seconds(record.duration_s.value_or(0));
  return record.occurred_at.plus_seconds(-kCallWindowSeconds) <= logged.occurred_at &&
         logged.occurred_at <= ended.plus_seconds(kCallWindowSeconds);
}

}  // namespace paceline
