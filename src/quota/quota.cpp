// SPDX-License-Identifier: Apache-2.0
#include "quota/quota.h"

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

}  // namespace paceline
