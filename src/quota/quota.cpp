// SPDX-License-Identifier: Apache-2.0
#include "quota/quota.h"

#include <algorithm>

namespace paceline {

const QuotaVersion* version_on(const Quota& quota, Day day) {
  const QuotaVersion* found = nullptr;
  for (const QuotaVersion& version : quota.versions) {
    if (version.from <= day) found = &version;
  }
  return found;
}

const QuotaVersion* version_for(const Quota& quota, Period period) {
  return version_on(quota, period.to - 1);
}

Period worked_part(const Quota& quota, Period period) {
  return Period{std::clamp(quota.versions.front().from, period.from, period.to), period.to};
}

}  // namespace paceline
