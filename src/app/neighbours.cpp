// SPDX-License-Identifier: Apache-2.0
#include "app/neighbours.h"

#include <algorithm>
#include <tuple>

namespace paceline {

Touched touched_place(const Activity& activity) {
  return {activity.rep_id, activity.day, activity.contact_id, activity.account_id};
}

Result<std::span<const Activity>> Neighbours::of(const Touched& place, Unit unit, Period period) {
  Question question{place.rep_id, Period{place.day, place.day + 1}, {}, {}};
  if (is_distinct(unit)) {
    question.period = period;
    if (unit == Unit::contacts) question.contact_id = place.contact_id;
    if (unit == Unit::accounts) question.account_id = place.account_id;
    if (!question.contact_id && !question.account_id) return std::span<const Activity>();
  }
  auto known = read_.find(question);
  if (known == read_.end()) {
    PACELINE_TRY(auto list, read(question));
    known = read_.emplace(question, std::move(list)).first;
  }
  return std::span<const Activity>(known->second);
}

void Neighbours::take_in(const Activity& activity) {
  for (auto& [question, list] : read_) {
    std::erase_if(list, [&](const Activity& other) { return other.activity_id == activity.activity_id; });
    const bool belongs = question.rep_id == activity.rep_id && question.period.contains(activity.day) &&
                         (!question.contact_id || question.contact_id == activity.contact_id) &&
                         (!question.account_id || question.account_id == activity.account_id);
    if (!belongs) continue;
    const auto later = std::find_if(list.begin(), list.end(), [&](const Activity& other) {
      return std::tie(activity.occurred_at, activity.activity_id) < std::tie(other.occurred_at, other.activity_id);
    });
    list.insert(later, activity);
  }
}

Result<std::vector<Activity>> Neighbours::read(const Question& question) {
  if (question.contact_id)
    return activities_.of_period_with_contact(question.rep_id, question.period, *question.contact_id);
  if (question.account_id)
    return activities_.of_period_with_account(question.rep_id, question.period, *question.account_id);
  return activities_.of_period(question.rep_id, question.period);
}

}  // namespace paceline
