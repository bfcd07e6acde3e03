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

/// 1 to 50 of a-z, 0-9, '_' and '-'.
[[nodiscard]] bool is_key(const std::string& text);

/// None: no such kind.
[[nodiscard]] const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& name);

}  // namespace paceline
