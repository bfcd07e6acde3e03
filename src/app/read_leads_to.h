// SPDX-License-Identifier: Apache-2.0
// What the activities of a rep or of a team led to, from the facts as they are now.
//
// Read in one pass: for each rep of it two statements (own activities; everybody's with the same contacts) and the
// signals of these contacts. Bounded by the days of the question and by the activities that it may look at.
#pragma once

#include "activity/leads_to.h"
#include "app/ports/clock.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

inline constexpr int kMostLeadsToDays = 92;
inline constexpr std::size_t kMostLeadsToActivities = 200'000;

struct LeadsToQuestion {
  Period period;
  int within_days = 14;
  Instant as_of;  ///< now
};

/// Of one rep. Returns invalid "leads_to.period.out_of_range" at "?to" unless the period has 1 to 92 days, too_many
/// "leads_to.too_many" when it holds more activities than can be looked at.
[[nodiscard]] Result<LeadsToFacts> leads_to_facts_of(const User& rep, const LeadsToQuestion& question, Stores& stores);

/// Of a team and its parts: each member on the days on which they belonged to it. `people` are those who did anything
/// then, by the very team of it that they were in.
struct TeamLeadsToFacts {
  LeadsToFacts facts;
  std::map<TeamId, std::set<UserId>> people;
};
[[nodiscard]] Result<TeamLeadsToFacts> leads_to_facts_of(TeamId team_id, const LeadsToQuestion& question,
                                                         Stores& stores);

}  // namespace paceline
