// SPDX-License-Identifier: Apache-2.0
#include "app/read_leads_to.h"

#include <algorithm>
#include <utility>

namespace paceline {
namespace {

/// From the first activity that may be asked about to the end of its days.
std::pair<Instant, Instant> span_of(const std::vector<Activity>& activities, int within_days) {
  const auto [first, last] =
      std::minmax_element(activities.begin(), activities.end(),
                          [](const Activity& a, const Activity& b) { return a.occurred_at < b.occurred_at; });
  return {first->occurred_at, last->occurred_at.plus_seconds(within_days * kSecondsPerDay + 1)};
}

Result<void> check(const LeadsToQuestion& question) {
  const int days = question.period.days();
  if (days >= 1 && days <= kMostLeadsToDays) return {};
  return fail(Fault::invalid, "leads_to.period.out_of_range", "?to", "1 to 92 days");
}

/// Adds what is asked of one rep's activities. `belongs` says which days.
template <class Belongs>
Result<void> add_rep(RepId rep_id, const LeadsToQuestion& question, const Belongs& belongs, LeadsToFacts& facts,
                     Stores& stores) {
  PACELINE_TRY(auto activities, stores.activities.of_period(rep_id, question.period));
  std::erase_if(activities, [&](const Activity& a) { return a.state == ActivityState::voided || !belongs(a.day); });
  if (activities.empty()) return {};
  if (facts.activities.size() + activities.size() > kMostLeadsToActivities) {
    return fail(Fault::invalid, "leads_to.too_many", "?to", "ask about fewer days");
  }
  const auto [from, to] = span_of(activities, question.within_days);
  PACELINE_TRY(auto with, stores.activities.with_contacts_of(rep_id, question.period, from, to));
  std::map<ContactId, std::vector<Activity>> by_contact;
  for (Activity& activity : with) {
    if (activity.state != ActivityState::voided) by_contact[*activity.contact_id].push_back(std::move(activity));
  }
  for (auto& [contact_id, list] : by_contact) {
    auto& known = facts.with_contacts[contact_id];
    known.insert(known.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
  }
  PACELINE_TRY(const auto signals, stores.contacts.signals_behind(rep_id, question.period, question.as_of));
  for (const auto& [contact_id, list] : signals) {
    auto& moments = facts.signals[contact_id];
    moments.clear();
    for (const Signal& signal : list) moments.push_back(signal.occurred_at);
  }
  facts.activities.insert(facts.activities.end(), std::make_move_iterator(activities.begin()),
                          std::make_move_iterator(activities.end()));
  return {};
}

/// Two reps of a team may have reached the same contact: each of its activities stands once.
void put_in_order(LeadsToFacts& facts) {
  const auto place = [](const Activity& a) { return std::tie(a.occurred_at, a.activity_id); };
  for (auto& [contact_id, list] : facts.with_contacts) {
    std::sort(list.begin(), list.end(), [&](const Activity& a, const Activity& b) { return place(a) < place(b); });
    const auto same = std::unique(list.begin(), list.end(),
                                  [](const Activity& a, const Activity& b) { return a.activity_id == b.activity_id; });
    list.erase(same, list.end());
  }
}

LeadsToFacts facts_for(const LeadsToQuestion& question) {
  return {question.period, question.within_days, question.as_of, Weekday::monday, {}, {}, {}};
}

}  // namespace

Result<LeadsToFacts> leads_to_facts_of(const User& rep, const LeadsToQuestion& question, Stores& stores) {
  PACELINE_CHECK(check(question));
  LeadsToFacts facts = facts_for(question);
  PACELINE_TRY(facts.week_start, stores.people.week_start_of(rep.user_id));
  PACELINE_CHECK(add_rep(
      rep.user_id, question, [](Day) { return true; }, facts, stores));
  put_in_order(facts);
  return facts;
}

Result<TeamLeadsToFacts> leads_to_facts_of(TeamId team_id, const LeadsToQuestion& question, Stores& stores) {
  PACELINE_CHECK(check(question));
  PACELINE_TRY(const Company company, stores.people.company());
  PACELINE_TRY(const auto users, stores.people.users());
  TeamLeadsToFacts result{facts_for(question), {}};
  for (const User& user : users) {
    PACELINE_TRY(const auto placement, stores.people.placement_of(user.user_id));
    if (!placement) continue;
    const auto belongs = [&](Day day) {
      const auto own = team_on(*placement, day);
      const bool of_team = own && steps_up(company, *own, team_id);
      if (of_team) result.people[*own].insert(user.user_id);
      return of_team;
    };
    PACELINE_CHECK(add_rep(user.user_id, question, belongs, result.facts, stores));
  }
  put_in_order(result.facts);
  return result;
}

}  // namespace paceline
