// SPDX-License-Identifier: Apache-2.0
// How long opportunities usually stand in a stage, so that one that stands there for longer is seen.
//
// Each stay counts, also a second one in the same stage. Those that are not over yet are censored (Kaplan-Meier,
// stats/survival.h): they were there for at least as long as they were seen, and are neither left out nor counted as
// over. half: the days within which half of the stays were over; three_of_four: three of four.
// Units and range: whole days. Fewer than 10 stays were over, or most of them are not: absent.
// Source: Kaplan and Meier 1958; docs/formulas/stage_clock.md.
// Worked example (tests/pipeline/stage_stay_test.cpp): of twenty, ten left after 2, 4, ... 20 days and ten are there
// for 10 days. After 10 days 25 % were gone; of the five that are left then one goes each two days, so half are gone
// after 14 days, and three of four after 18. Of those that left half were gone after 10 days: too early, the slow ones
// are still there.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "pipeline/opportunity.h"

namespace paceline {

inline constexpr std::int64_t kFewestStays = 10;

struct UsualStay {
  StageId stage_id;
  std::int64_t came = 0;    ///< how many stays there were, also those that are not over
  std::int64_t left = 0;    ///< how many are over
  std::int64_t people = 0;  ///< whose they are
  std::optional<std::int64_t> half;
  std::optional<std::int64_t> three_of_four;
  friend bool operator==(const UsualStay&, const UsualStay&) = default;
};

/// Of each open stage that something ever came into, by id, as it was known at the moment; what was voided is left out.
/// `only`: those of these reps, as they were theirs then; nullptr: of everybody. REQUIRES: stage moves, changes of the
/// rep and voids, those of one opportunity beside each other in order of seq; other facts may be among them.
[[nodiscard]] Result<std::vector<UsualStay>> usual_stays(std::span<const OpportunityFact> facts, Instant as_of,
                                                         const std::set<RepId>* only = nullptr);

/// With nothing in it when nothing ever came there.
[[nodiscard]] UsualStay stay_in(std::span<const UsualStay> stays, StageId stage_id);

/// Open, and in its stage for longer than three of four; absent data are no reason.
[[nodiscard]] bool is_slow(const OpportunityNow& now, const UsualStay& usual, Instant as_of);

}  // namespace paceline
