// SPDX-License-Identifier: Apache-2.0
#include "demo/work_day.h"

#include <algorithm>

#include "demo/company.h"

namespace paceline::demo {
namespace {

constexpr double kWarmFirst = 0.35;
constexpr double kUsual = 0.88;                // of calls: with somebody whom their outcome suits
constexpr int kTries = 6;                      // to find one
constexpr double kAgain = 0.15;                // of calls that reach somebody: one who listened before
constexpr double kAgreesAfterListening = 0.7;  // of those that agree
constexpr double kAsAgreed = 0.7;              // of meetings: with somebody who agreed to one
constexpr double kAfterMeeting = 0.6;          // of estimates
constexpr std::size_t kMostWaiting = 15;
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

const Contact& one_of(const std::vector<const Contact*>& list, Chance& chance) {
  return *list.at(static_cast<std::size_t>(chance.below(static_cast<int>(list.size()))));
}

const Contact& anybody(const WorkDay& day, const std::vector<Contact>& contacts, Chance& chance) {
  if (!day.ties.warm.empty() && chance.happens(kWarmFirst)) return one_of(day.ties.warm, chance);
  return contacts.at(static_cast<std::size_t>(chance.below(static_cast<int>(contacts.size()))));
}

/// Does a call that ends so suit the contact?
bool suits(const std::string& outcome, const Contact& contact, const std::vector<Contact>& contacts) {
  const auto place = &contact - contacts.data();
  const bool hard_to_reach = place % 5 < 2;
  const bool cool = place % 4 == 3;
  if (outcome == "no_answer" || outcome == "busy" || outcome == "wrong_number") return hard_to_reach;
  return !hard_to_reach && (outcome == "refused") == cool;
}

const Contact& whom_to_call(const std::string& outcome, const WorkDay& day, const std::vector<Contact>& contacts,
                            Chance& chance) {
  const bool begun = chance.happens(outcome == "agreed" ? kAgreesAfterListening : kAgain);
  const bool usual = chance.happens(kUsual);
  const bool reached = outcome == "agreed" || outcome == "listened" || outcome == "answered";
  if (reached && begun && !day.ties.begun.empty()) return one_of(day.ties.begun, chance);
  const Contact* contact = &anybody(day, contacts, chance);
  for (int tries = 0; usual && tries < kTries && !suits(outcome, *contact, contacts); ++tries)
    contact = &anybody(day, contacts, chance);
  return *contact;
}

const Contact& whom(TrueKind kind, const std::string& outcome, const WorkDay& day, const std::vector<Contact>& contacts,
                    Chance& chance) {
  const Ties& ties = day.ties;
  if (kind == TrueKind::call) return whom_to_call(outcome, day, contacts, chance);
  if (kind == TrueKind::meeting && chance.happens(kAsAgreed) && !ties.agreed.empty())
    return one_of(ties.agreed, chance);
  if (kind == TrueKind::estimate && chance.happens(kAfterMeeting) && !ties.met.empty()) return one_of(ties.met, chance);
  return anybody(day, contacts, chance);
}

void put(const Contact* contact, std::vector<const Contact*>& list) {
  std::erase(list, contact);
  list.push_back(contact);
  if (list.size() > kMostWaiting) list.erase(list.begin());
}

Activity activity_of(TrueKind kind, const WorkDay& day, RepId rep_id, const std::vector<Contact>& contacts,
                     Chance& chance) {
  const TrueOutcome& outcome = outcome_of(kind, chance);
  const Contact& contact = whom(kind, outcome.outcome, day, contacts, chance);
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
      {call, "no_answer", 0.26, 4, 28},     {call, "busy", 0.06, 2, 6},        {call, "wrong_number", 0.03, 5, 25},
      {call, "answered", 0.33, 18, 150},    {call, "listened", 0.16, 60, 420}, {call, "agreed", 0.06, 150, 700},
      {call, "refused", 0.06, 15, 180},     {call, "call_back", 0.04, 20, 90}, {email, "sent", 0.95, 0, 0},
      {email, "bounced", 0.05, 0, 0},       {meeting, "no_show", 0.15, 0, 0},  {meeting, "held", 0.55, 1200, 4200},
      {meeting, "agreed", 0.3, 1200, 4200}, {estimate, "handed_in", 1, 0, 0},  {social, "sent", 1, 0, 0}};
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

void change_ties(const std::vector<Activity>& activities, const std::vector<Contact>& contacts, Ties& ties) {
  for (const Activity& activity : activities) {
    const auto found = std::ranges::find(contacts, activity.contact_id, &Contact::contact_id);
    const Contact* contact = &*found;
    const std::string& outcome = *activity.outcome;
    const bool call = activity.kind == "call";
    const bool meeting = activity.kind == "meeting" || activity.kind == "demo";
    if (call && (outcome == "listened" || outcome == "call_back")) put(contact, ties.begun);
    if (call && outcome == "agreed") put(contact, ties.agreed);
    if (call && outcome == "agreed") std::erase(ties.begun, contact);
    if (outcome == "refused") std::erase(ties.begun, contact);
    if (meeting) std::erase(ties.agreed, contact);
    if (meeting && outcome != "no_show") put(contact, ties.met);
    if (activity.kind == "estimate") std::erase(ties.met, contact);
  }
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
