// SPDX-License-Identifier: Apache-2.0
// A quota's definition, checked and with its names turned to ids.
#pragma once

#include "app/apply_parts.h"

namespace paceline {

/// Of a quota: what it is called and the one version that the definition asks for, without its first day.
struct CheckedQuota {
  Quota quota;
  Rule rule;
};

/// Returns every fault of the definition: the codes of apply() that begin with quota, and those of canonical().
[[nodiscard]] Checked<CheckedQuota> check_quota(const QuotaDefinition& definition, const ApplyContext& context);

/// What a quota is called, and in which periods it asks.
struct QuotaFrame {
  std::string key;
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::optional<Period> span;
  std::optional<Day> from;  ///< of its first version
};

/// A quota without versions. Returns every fault, at the frame's members.
[[nodiscard]] Checked<Quota> check_frame(const QuotaFrame& frame);

/// "quota.amount.out_of_range" at "/amount", "/floor", "/stretch", "quota.grades.order"; `pointer` stands before each.
[[nodiscard]] Errors faults_of(const Amounts& amounts, const std::string& pointer = {});

/// 1 to 50 of a-z, 0-9, '_' and '-'.
[[nodiscard]] bool is_key(const std::string& text);

/// None: no such kind.
[[nodiscard]] const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& name);

}  // namespace paceline
