// SPDX-License-Identifier: Apache-2.0
#include "activity/leads_to.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "stats/compare_rates.h"

namespace paceline {
namespace {

using RowKey = std::pair<std::string, std::optional<std::string>>;

bool earlier(const Activity& a, const Activity& b) {
  return std::tie(a.occurred_at, a.activity_id) < std::tie(b.occurred_at, b.activity_id);
}

Instant plus_days(Instant instant, std::int64_t days) {
  return instant.plus_seconds(days * kSecondsPerDay);
}

/// Half up.
std::int64_t minutes_of(std::int64_t seconds) {
  return (seconds + 30) / 60;
}

double share_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void note_first(const Activity*& first, const Activity& activity) {
  if (first == nullptr) first = &activity;
}

/// REQUIRES: in order of time.
void note(Followed& followed, const Activity& later) {
  const OutcomeClass outcome = class_of(later.outcome);
  if (outcome == OutcomeClass::unreached) return;
  note_first(followed.reached, later);
  if (outcome == OutcomeClass::agreed) note_first(followed.agreed, later);
  if (outcome == OutcomeClass::refused) note_first(followed.refused, later);
}

/// k and n while they are counted.
struct Count {
  std::int64_t of = 0;
  std::int64_t reached = 0;
  std::int64_t agreed = 0;
  std::int64_t refused = 0;

  void add(const Followed& followed) {
    ++of;
    if (followed.reached != nullptr) ++reached;
    if (followed.agreed != nullptr) ++agreed;
    if (followed.refused != nullptr) ++refused;
  }
};

Chance chance_of(std::int64_t n, std::int64_t of) {
  Chance chance{of, n, {}, {}, of < kFewestToTell};
  if (of == 0) return chance;
  chance.share = share_of(n, of);
  if (const auto interval = stats::wilson_interval({n, of})) chance.interval = *interval;
  return chance;
}

LedTo led_to(const Count& count) {
  return {chance_of(count.reached, count.of), chance_of(count.agreed, count.of), chance_of(count.refused, count.of)};
}

struct RowCount {
  std::int64_t activities = 0;
  std::int64_t seconds = 0;
  std::int64_t timed = 0;
  std::int64_t without_contact = 0;
  std::int64_t open = 0;
  Count per_activity;
  Count per_contact;
  std::set<ContactId> contacts;

  void add(const Followed& one) {
    const Activity& activity = *one.activity;
    ++activities;
    seconds += activity.duration_s.value_or(0);
    if (activity.duration_s) ++timed;
    if (!activity.contact_id) {
      ++without_contact;
      return;
    }
    const bool first = contacts.insert(*activity.contact_id).second;
    if (one.is_open) {
      ++open;
      return;
    }
    per_activity.add(one);
    if (first) per_contact.add(one);
  }
};

std::vector<LeadsToRow> rows_of(const std::vector<Followed>& all) {
  std::map<RowKey, RowCount> counts;
  for (const Followed& one : all) counts[{one.activity->kind, one.activity->outcome}].add(one);
  const auto whole = static_cast<std::int64_t>(all.size());
  std::vector<LeadsToRow> rows;
  rows.reserve(counts.size());
  for (const auto& [key, count] : counts) {
    rows.push_back({key.first, key.second, count.activities, share_of(count.activities, whole),
                    minutes_of(count.seconds), count.timed, count.without_contact, count.open,
                    led_to(count.per_activity), led_to(count.per_contact)});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const LeadsToRow& a, const LeadsToRow& b) { return a.activities > b.activities; });
  return rows;
}

std::vector<ChannelWeek> weeks_of(const LeadsToFacts& facts) {
  std::map<Day, std::map<std::string, std::pair<std::int64_t, std::int64_t>>> counts;
  std::map<Day, std::int64_t> totals;
  for (Day day = facts.period.from; day < facts.period.to;) {
    const Period week = period_of(PeriodKind::week, day, facts.week_start);
    totals[week.from] = 0;
    day = week.to;
  }
  for (const Activity& activity : facts.activities) {
    const Day week = period_of(PeriodKind::week, activity.day, facts.week_start).from;
    auto& [n, seconds] = counts[week][activity.kind];
    ++n;
    seconds += activity.duration_s.value_or(0);
    ++totals[week];
  }
  std::vector<ChannelWeek> weeks;
  weeks.reserve(totals.size());
  for (const auto& [from, total] : totals) {
    ChannelWeek week{{from, from + 7}, total, {}};
    for (const auto& [kind, count] : counts[from]) {
      week.channels.push_back({kind, count.first, share_of(count.first, total), minutes_of(count.second)});
    }
    weeks.push_back(std::move(week));
  }
  return weeks;
}

bool had_signal_before(const Activity& call, const LeadsToFacts& facts) {
  const auto signals = facts.signals.find(*call.contact_id);
  if (signals == facts.signals.end()) return false;
  const Instant from = plus_days(call.occurred_at, -kSignalDays);
  return std::any_of(signals->second.begin(), signals->second.end(),
                     [&](Instant at) { return from <= at && at < call.occurred_at; });
}

/// The first outbound call with each contact, in order of time.
std::vector<Followed> first_calls(const std::vector<Followed>& all) {
  std::set<ContactId> seen;
  std::vector<Followed> calls;
  for (const Followed& one : all) {
    const Activity& a = *one.activity;
    const bool outbound_call = a.kind == "call" && a.direction == Direction::outbound;
    if (outbound_call && a.contact_id && seen.insert(*a.contact_id).second) calls.push_back(one);
  }
  return calls;
}

/// What came of the call itself comes before what followed it.
Followed with_own_outcome(const Followed& call) {
  Followed own{call.activity, call.is_open, nullptr, nullptr, nullptr};
  note(own, *call.activity);
  if (own.reached == nullptr) own.reached = call.reached;
  if (own.agreed == nullptr) own.agreed = call.agreed;
  if (own.refused == nullptr) own.refused = call.refused;
  return own;
}

struct GroupCount {
  std::int64_t contacts = 0;
  std::int64_t open = 0;
  Count count;

  void add(const Followed& call) {
    ++contacts;
    if (call.is_open) {
      ++open;
    } else {
      count.add(with_own_outcome(call));
    }
  }
  [[nodiscard]] CalledContacts result() const { return {contacts, open, led_to(count)}; }
};

std::optional<RatesBeside> beside(stats::Tally led, stats::Tally cold) {
  const auto difference = stats::rate_difference(led, cold);
  const auto higher = stats::chance_first_higher(led, cold);
  return difference && higher ? std::optional(RatesBeside{*difference, *higher}) : std::nullopt;
}

ColdAndSignal cold_and_signal(const std::vector<Followed>& all, const LeadsToFacts& facts) {
  GroupCount cold;
  GroupCount led;
  for (const Followed& call : first_calls(all)) {
    if (had_signal_before(*call.activity, facts)) {
      led.add(call);
    } else if (call.activity->temperature == Temperature::cold) {
      cold.add(call);
    }
  }
  return {cold.result(), led.result(), beside({led.count.reached, led.count.of}, {cold.count.reached, cold.count.of}),
          beside({led.count.agreed, led.count.of}, {cold.count.agreed, cold.count.of}),
          std::min(led.count.of, cold.count.of) < kFewestToTell};
}

Followed follow(const Activity& activity, const LeadsToFacts& facts) {
  const Instant end = plus_days(activity.occurred_at, facts.within_days);
  Followed one{&activity, end > facts.as_of, nullptr, nullptr, nullptr};
  if (!activity.contact_id) return one;
  const auto with = facts.with_contacts.find(*activity.contact_id);
  if (with == facts.with_contacts.end()) return one;
  const auto after = std::upper_bound(with->second.begin(), with->second.end(), activity, earlier);
  for (auto later = after; later != with->second.end() && later->occurred_at <= end; ++later) note(one, *later);
  return one;
}

}  // namespace

OutcomeClass class_of(const std::optional<std::string>& outcome) {
  constexpr std::array<std::string_view, 6> reached{"answered", "listened", "call_back",
                                                    "replied",  "reacted",  "attended"};
  if (!outcome) return OutcomeClass::unreached;
  if (*outcome == "agreed" || *outcome == "held") return OutcomeClass::agreed;
  if (*outcome == "refused") return OutcomeClass::refused;
  const bool spoke = std::find(reached.begin(), reached.end(), *outcome) != reached.end();
  return spoke ? OutcomeClass::reached : OutcomeClass::unreached;
}

std::vector<Followed> followed(const LeadsToFacts& facts) {
  std::vector<Followed> all;
  all.reserve(facts.activities.size());
  for (const Activity& activity : facts.activities) all.push_back(follow(activity, facts));
  std::sort(all.begin(), all.end(),
            [](const Followed& a, const Followed& b) { return earlier(*a.activity, *b.activity); });
  return all;
}

LeadsToFacts of_many_reps(LeadsToFacts facts, std::size_t least) {
  const auto row_of = [](const Activity& activity) { return RowKey{activity.kind, activity.outcome}; };
  const auto channel_of = [&](const Activity& activity) {
    return std::pair{period_of(PeriodKind::week, activity.day, facts.week_start).from, activity.kind};
  };
  for (;;) {  // what leaves one may leave too few in the other
    std::map<RowKey, std::set<RepId>> rows;
    std::map<std::pair<Day, std::string>, std::set<RepId>> channels;
    for (const Activity& activity : facts.activities) {
      rows[row_of(activity)].insert(activity.rep_id);
      channels[channel_of(activity)].insert(activity.rep_id);
    }
    const auto left_out = std::erase_if(facts.activities, [&](const Activity& activity) {
      return rows.at(row_of(activity)).size() < least || channels.at(channel_of(activity)).size() < least;
    });
    if (left_out == 0) return facts;
  }
}

LeadsTo leads_to(const LeadsToFacts& facts) {
  const auto all = followed(facts);
  LeadsTo result;
  result.activities = static_cast<std::int64_t>(all.size());
  std::set<ContactId> contacts;
  for (const Followed& one : all) {
    if (one.activity->contact_id) contacts.insert(*one.activity->contact_id);
  }
  result.contacts = static_cast<std::int64_t>(contacts.size());
  result.rows = rows_of(all);
  result.weeks = weeks_of(facts);
  result.cold_and_signal = cold_and_signal(all, facts);
  return result;
}

}  // namespace paceline
