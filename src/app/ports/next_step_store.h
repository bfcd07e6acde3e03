// SPDX-License-Identifier: Apache-2.0
// Next steps, as they are stored: a rep's own to-do with a due time, which is done or dropped once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/opportunity.h"

namespace paceline {

using NextStepId = Id<struct NextStepTag>;

/// given: another rep took the opportunity over; a step of that rep stands in its place.
BOOST_DEFINE_ENUM_CLASS(NextStepState, open, done, dropped, given)

struct NextStep {
  NextStepId next_step_id;
  std::optional<OpportunityId> opportunity_id;  ///< of it or of a contact, or of both
  std::optional<ContactId> contact_id;
  RepId rep_id;
  std::string what;
  Instant due_at;
  NextStepState state = NextStepState::open;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
  std::optional<Instant> ended_at;
  std::optional<UserId> ended_by;
};

class NextStepStore {
 public:
  virtual ~NextStepStore() = default;

  [[nodiscard]] virtual Result<void> add(const NextStep& step) = 0;
  /// False when it is not open any more.
  [[nodiscard]] virtual Result<bool> end(NextStepId next_step_id, NextStepState state, UserId actor, Instant at) = 0;
  [[nodiscard]] virtual Result<std::optional<NextStep>> find(NextStepId next_step_id) = 0;
  /// Of these opportunities, those that were known and open at the moment, the one due first first.
  [[nodiscard]] virtual Result<std::vector<NextStep>> open_at(const std::vector<OpportunityId>& opportunities,
                                                              Instant as_of) = 0;
  /// All of one opportunity, the one due first first.
  [[nodiscard]] virtual Result<std::vector<NextStep>> of_opportunity(OpportunityId opportunity_id) = 0;
  /// The open ones of a rep that are due before, the one due first first.
  [[nodiscard]] virtual Result<std::vector<NextStep>> open_of(RepId rep_id, Instant due_before) = 0;
  /// The same as they were known and open at the moment.
  [[nodiscard]] virtual Result<std::vector<NextStep>> open_of_at(RepId rep_id, Instant due_before, Instant as_of) = 0;
};

}  // namespace paceline
