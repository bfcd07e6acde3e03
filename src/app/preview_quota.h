// SPDX-License-Identifier: Apache-2.0
// What a definition would ask, before it is stored: of whom, how much after proration, and what the period before would
// have counted under its rule. Nothing is stored and no cell is read: the facts are judged.
//
// Worked example: 50 calls a week for North, one of whose reps is away on two of five days: 50 and 30; last week's
// calls of each beside them, with the grade that they would have been.
#pragma once

#include "app/check_quota.h"
#include "app/quotas_of.h"
#include "quota/pace.h"

namespace paceline {

struct PreviewRep {
  User rep;
  NamedPeriod period;  ///< that of the definition's first day when one is given, else today's
  Proration asked;
  NamedPeriod before;
  Proration asked_before;  ///< as if the definition had held then
  std::int64_t counted_before = 0;
  std::optional<Grade> grade_before;
};

struct QuotaPreview {
  Day from;                      ///< when the definition would hold
  bool is_new = true;            ///< no quota has this key
  std::vector<PreviewRep> reps;  ///< by name
};

/// Returns every fault that apply() would find. REQUIRES: read only.
[[nodiscard]] Checked<QuotaPreview> preview_quota(const QuotaDefinition& definition, const ApplyContext& context);

}  // namespace paceline
