// SPDX-License-Identifier: Apache-2.0
#include "demo/work_day.h"

#include <algorithm>

#include "demo/company.h"

namespace paceline::demo {
namespace {

constexpr double kWarmFirst = 0.35;
constexpr double kInbound = 0.04;
constexpr double kDemos = 0.25;  // of meetings
constexpr std::array<const char*, 4> kTopics{"retirement planning", "life cover", "group health", "savings"};
constexpr std::array<const char*, 5> kSignals{"comment", "click", "open", "visit", "like"};

template <std::size_t N>
const char* one_of(const std::array<const char*, N>& list, Chance& chance) {
  return list.at(static_cast<std::size_t>(chance.below(static_cast<int>(N))));
}

const TrueOutcome& outcome_of(TrueKind kind, Chance& chance) {
  const TrueOutcome* last = nullptr;
  double rest = chance.fraction();
  for (const TrueOutcome& each : outcomes()) {
    if (each.kind != kind) continue;
    last = &each;
    rest -= each.probability;
    if (rest < 0) break;
  }
  return *last;
}

/// A moment of the working hours, by the eighths of the day.
std::int64_t second_of(std::int64_t seconds, Chance& chance) {
  double all = 0;
  for (const double eighth : kEighths) all += eighth;
  double rest = chance.fraction() * all;
  std::size_t place = 0;
  while (place + 1 < kEighths.size() && rest >= kEighths.at(place)) rest -= kEighths.at(place++);
  const double length = static_cast<double>(seconds) / kEighths.size();
  return static_cast<std::int64_t>((static_cast<double>(place) + rest / kEighths.at(place)) * length);
}

const Contact& whom(const WorkDay& day, const std::vector<Contact>& contacts, Chance& chance) {
  if (!day.warm.empty() && chance.happens(kWarmFirst))
    return *day.warm.at(static_cast<std::size_t>(chance.below(static_cast<int>(day.warm.size()))));
  return contacts.at(static_cast<std::size_t>(chance.below(static_cast<int>(contacts.size()))));
}

Activity activity_of(TrueKind kind, const WorkDay& day, RepId rep_id, const std::vector<Contact>& contacts,
                     Chance& chance) {
  const TrueOutcome& outcome = outcome_of(kind, chance);
  const Contact& contact = whom(day, contacts, chance);
  Activity activity;
  activity.rep_id = rep_id;
  activity.contact_id = contact.contact_id;
  activity.account_id = contact.account_id;
  activity.kind = kKindWords.at(static_cast<std::size_t>(kind));
  activity.outcome = outcome.outcome;
  activity.topic = one_of(kTopics, chance);
  activity.relation = contact.relation;
  activity.temperature = contact.temperature;
  activity.lead_source = contact.source;
  if (outcome.longest_s > 0) activity.duration_s = chance.between(outcome.shortest_s, outcome.longest_s);
  if (kind == TrueKind::call) activity.direction = chance.happens(kInbound) ? Direction::inbound : Direction::outbound;
  if (kind == TrueKind::email) activity.direction = Direction::outbound;
  if (kind == TrueKind::meeting && chance.happens(kDemos)) activity.kind = "demo";
  activity.occurred_at = day.begins.plus_seconds(second_of(day.seconds, chance));
  activity.known_at = activity.occurred_at.plus_seconds(activity.duration_s.value_or(0) + 20);
  activity.day = day.day;
  return activity;
}

}  // namespace

const std::vector<TrueOutcome>& outcomes() {
  using enum TrueKind;
  // Seconds as long as such a call takes.
  static const std::vector<TrueOutcome> all{
      {call, "no_answer", 0.26, 4, 28},     {call, "busy", 0.06, 2, 6},           {call, "wrong_number", 0.03, 5, 25},
      {call, "answered", 0.33, 18, 150},    {call, "listened", 0.16, 60, 420},    {call, "agreed", 0.06, 150, 700},
      {call, "refused", 0.06, 15, 180},     {call, "call_back", 0.04, 20, 90},    {email, "sent", 0.95, 0, 0},
      {email, "bounced", 0.05, 0, 0},       {meeting, "no_show", 0.15, 600, 900}, {meeting, "held", 0.55, 1200, 4200},
      {meeting, "agreed", 0.3, 1200, 4200}, {estimate, "handed_in", 1, 0, 0},     {social, "sent", 1, 0, 0}};
  return all;
}

std::vector<Activity> activities_on(const WorkDay& day, const std::array<int, kKinds>& counts, RepId rep_id,
                                    const std::vector<Contact>& contacts, Chance& chance) {
  std::vector<Activity> activities;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    for (int i = 0; i < counts.at(kind); ++i)
      activities.push_back(activity_of(static_cast<TrueKind>(kind), day, rep_id, contacts, chance));
  }
  std::stable_sort(activities.begin(), activities.end(),
                   [](const Activity& a, const Activity& b) { return a.occurred_at < b.occurred_at; });
  return activities;
}

std::vector<Signal> signals_on(const WorkDay& day, double mean, const std::vector<Contact>& contacts, Chance& chance) {
  std::vector<Signal> signals;
  for (int i = chance.poisson(mean); i > 0; --i) {
    Signal signal;
    signal.contact_id =
        contacts.at(static_cast<std::size_t>(chance.below(static_cast<int>(contacts.size())))).contact_id;
    signal.kind = one_of(kSignals, chance);
    signal.topic = chance.happens(0.5) ? std::string(kTopic) : one_of(kTopics, chance);
    signal.occurred_at = day.begins.plus_seconds(chance.below(9 * 3600));
    signal.known_at = signal.occurred_at;
    signals.push_back(std::move(signal));
  }
  return signals;
}

}  // namespace paceline::demo
