// SPDX-License-Identifier: Apache-2.0
// Activities of a rep, grouped by month or by a word that files gave them, each group with its outcomes.
#pragma once

#include "api/forms/list.h"

namespace paceline::api::form {

struct ActivityGroupsQuery : PageQuery {
  std::optional<Day> from;
  std::optional<Day> to;                       ///< the first day after
  std::optional<ShortText> kind;               ///< absent: each
  std::optional<json::Text<1, 50>> attribute;  ///< absent: by month
};
BOOST_DESCRIBE_STRUCT(ActivityGroupsQuery, (PageQuery), (from, to, kind, attribute))

struct OutcomeCount {
  std::optional<std::string> outcome;  ///< null: none was noted
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(OutcomeCount, (), (outcome, count))

struct ActivityGroup {
  std::string value;  ///< of the attribute, or "2026-11"
  std::int64_t count = 0;
  std::vector<OutcomeCount> outcomes;
};
BOOST_DESCRIBE_STRUCT(ActivityGroup, (), (value, count, outcomes))

}  // namespace paceline::api::form
