// SPDX-License-Identifier: Apache-2.0
// What is told and asked of next steps; a next step itself stands beside its opportunity.
#pragma once

#include "api/forms/opportunity.h"

namespace paceline::api::form {

struct NewNextStep {
  ShortText what;
  Instant due_at;
  std::optional<ContactId> contact_id;
};
BOOST_DESCRIBE_STRUCT(NewNextStep, (), (what, due_at, contact_id))

struct EndNextStep {
  NextStepState state = NextStepState::done;  ///< done or dropped
};
BOOST_DESCRIBE_STRUCT(EndNextStep, (), (state))

struct NextStepsQuery : MomentPageQuery {
  std::optional<ShortText> rep;       ///< absent: the acting user
  std::optional<Instant> due_before;  ///< absent: all
};
BOOST_DESCRIBE_STRUCT(NextStepsQuery, (MomentPageQuery), (rep, due_before))

}  // namespace paceline::api::form
