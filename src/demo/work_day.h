// SPDX-License-Identifier: Apache-2.0
// What one rep does on one day, activity by activity, and what the rep's contacts do by themselves.
//
// How often each outcome comes is drawn first (outcomes()), then with whom: two of five contacts are hard to reach, so
// that most calls without an answer are with them; one of four is cool, so that most refusals are; who agrees has often
// listened before, who comes to a meeting has often agreed to one, and an estimate often follows a meeting.
#pragma once

#include <vector>

#include "activity/activity.h"
#include "demo/truth.h"
#include "lead/signal.h"

namespace paceline::demo {

/// How an activity of a kind ends.
struct TrueOutcome {
  TrueKind kind;
  const char* outcome;
  double probability;
  int shortest_s;  ///< 0 to 0: without a duration
  int longest_s;
};

[[nodiscard]] const std::vector<TrueOutcome>& outcomes();

/// Whom a rep turns to next, oldest first.
struct Ties {
  std::vector<const Contact*> warm;    ///< gave a signal lately: called first; newest first
  std::vector<const Contact*> begun;   ///< listened, or asked to be called back: called again
  std::vector<const Contact*> agreed;  ///< to a meeting
  std::vector<const Contact*> met;     ///< wait for an estimate
};

struct WorkDay {
  Day day;
  Instant begins;            ///< of the working hours
  std::int64_t seconds = 0;  ///< of them
  const Ties& ties;          ///< of the evening before, until change_ties()
};

/// In the order of time; without ids. `counts` say how many of each kind.
[[nodiscard]] std::vector<Activity> activities_on(const WorkDay& day, const std::array<int, kKinds>& counts,
                                                  RepId rep_id, const std::vector<Contact>& contacts, Chance& chance);

/// What the day's activities change in the ties. REQUIRES: in the order of time.
void change_ties(const std::vector<Activity>& activities, const std::vector<Contact>& contacts, Ties& ties);

/// Signals of the day, each `mean` times on average over all contacts; without ids.
[[nodiscard]] std::vector<Signal> signals_on(const WorkDay& day, double mean, const std::vector<Contact>& contacts,
                                             Chance& chance);

}  // namespace paceline::demo
