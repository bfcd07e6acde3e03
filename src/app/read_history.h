// SPDX-License-Identifier: Apache-2.0
// A rep's own last periods of a quota: what each asked, what it counted, which grade it was. As of now: what is late
// counts, since a figure that is still open may move; a closed report stands beside it (reports).
#pragma once

#include "app/read_pace.h"

namespace paceline {

struct PastPeriod {
  NamedPeriod period;
  Proration asked;
  std::int64_t counted = 0;
  std::optional<double> attainment;  ///< as in a pace
  std::optional<Grade> grade;
};

/// The last ones before that of the moment, oldest first, without those that asked nothing. A span has none.
[[nodiscard]] Result<std::vector<PastPeriod>> read_history(const Quota& quota, const User& rep, int periods, AsOf when,
                                                           const Zones& zones, Stores& stores);

}  // namespace paceline
