// SPDX-License-Identifier: Apache-2.0
// People whose figures the acting user may see, and the pace of a team.
#pragma once

#include "api/forms/quota.h"

namespace paceline::api::form {

struct Rep {
  RepId rep_id;
  std::string name;
  std::string email;
  std::optional<Team> team;
};
BOOST_DESCRIBE_STRUCT(Rep, (), (rep_id, name, email, team))

struct RepPace {
  RepId rep_id;
  std::string rep_name;
  std::vector<Pace> quotas;
};
BOOST_DESCRIBE_STRUCT(RepPace, (), (rep_id, rep_name, quotas))

}  // namespace paceline::api::form
