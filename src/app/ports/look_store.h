// SPDX-License-Identifier: Apache-2.0
// Who looked at whose figures, as it is stored: one row for each reader, kind of figure and day.
#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"

namespace paceline {

/// What was read: team is a list in which the rep stood as one of many, leads_to what the rep's activities led to,
/// verdict the verdict of a closed period without its figures.
BOOST_DEFINE_ENUM_CLASS(Looked, pace, evidence, activities, signals, team, leads_to, report, verdict)

/// One reader, one kind of figure, one day of the rep.
struct Look {
  RepId rep_id;
  Day day;
  UserId viewer_id;  ///< 0: the system, that is who works with the program's own command line
  Looked what = Looked::pace;
  std::int64_t count = 0;
  Instant last_at;
  friend bool operator==(const Look&, const Look&) = default;
};

class LookStore {
 public:
  virtual ~LookStore() = default;

  /// Adds the counts to those that are there already.
  [[nodiscard]] virtual Result<void> add(const std::vector<Look>& looks) = 0;
  /// Newest day first.
  [[nodiscard]] virtual Result<std::vector<Look>> of_rep(RepId rep_id) = 0;
  /// At most that many; returns how many.
  [[nodiscard]] virtual Result<std::int64_t> forget_before(Day day, int most) = 0;
};

}  // namespace paceline
