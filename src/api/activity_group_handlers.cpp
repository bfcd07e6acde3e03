// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "api/forms/activity_group.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/references.h"
#include "api/subjects.h"
#include "base/digits.h"

namespace paceline::api {
namespace {

constexpr std::size_t kLettersOfMonth = 7;  // "2026-11"

std::string month_of(const std::string& day_count) {
  return to_text(Day(parse_digits(day_count).value_or(0))).substr(0, kLettersOfMonth);
}

std::vector<form::ActivityGroup> gathered_groups(const std::vector<ActivityGroup>& groups, bool by_month) {
  std::map<std::string, std::map<std::optional<std::string>, std::int64_t>> counts;
  for (const ActivityGroup& group : groups)
    counts[by_month ? month_of(group.value) : group.value][group.outcome] += group.count;
  std::vector<form::ActivityGroup> forms;
  forms.reserve(counts.size());
  for (const auto& group : counts) {
    form::ActivityGroup shown{group.first, 0, {}};
    for (const auto& outcome : group.second) {
      shown.count += outcome.second;
      shown.outcomes.push_back({outcome.first, outcome.second});
    }
    forms.push_back(std::move(shown));
  }
  return forms;
}

}  // namespace

void add_activity_group_handlers(Router& router, const Backend& backend) {
  router.on("list_activity_groups", [&backend](const Call& call, const form::ActivityGroupsQuery& query) {
    using Groups = form::List<form::ActivityGroup>;
    return reading<Groups>(call, backend, [&](Stores& stores) -> Result<Groups> {
      PACELINE_TRY(const User rep, rep_for(Right::read_figures, call.path_text("rep"), call, backend, stores.people));
      const Period days{query.from.value_or(kAlways.from), query.to.value_or(kAlways.to)};
      PACELINE_TRY(const auto groups,
                   stores.activities.groups({rep.user_id, days, text_of(query.kind), text_of(query.attribute)}));
      PACELINE_CHECK(note_look(call, rep, Looked::activities, backend));
      return page_of(gathered_groups(groups, !query.attribute), query);
    });
  });
}

}  // namespace paceline::api
