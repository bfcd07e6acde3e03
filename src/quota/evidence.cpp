// SPDX-License-Identifier: Apache-2.0
#include "quota/evidence.h"

#include <algorithm>
#include <tuple>

#include "activity/kind.h"

namespace paceline {
namespace {

/// An empty list asks for nothing; an absent value is in no list.
template <class T>
bool meets(const std::vector<T>& asked, const std::optional<T>& value) {
  return asked.empty() || (value && std::find(asked.begin(), asked.end(), *value) != asked.end());
}

std::optional<Reason> refused_by_itself(const Rule& rule, const Activity& activity, std::optional<Reason> of_day) {
  if (activity.state == ActivityState::voided) return Reason::voided;
  if (activity.part) return Reason::other_kind;
  if (!meets(rule.kinds, std::optional(activity.kind))) return Reason::other_kind;
  if (!is_of_a_known_day(activity)) return Reason::day_unknown;
  if (of_day) return of_day;
  if (!meets(rule.directions, activity.direction)) return Reason::wrong_direction;
  if (!meets(rule.outcomes, activity.outcome)) return Reason::wrong_outcome;
  if (activity.duration_s.value_or(rule.min_duration_s) < rule.min_duration_s) return Reason::too_short;
  if (rule.min_duration_s > 0 && !activity.duration_s) return Reason::duration_unknown;
  if (!meets(rule.temperatures, activity.temperature)) return Reason::wrong_temperature;
  if (!meets(rule.sources, activity.lead_source)) return Reason::wrong_source;
  if (!meets(rule.relations, activity.relation)) return Reason::wrong_relation;
  if (!meets(rule.product_lines, activity.product_line)) return Reason::other_product_line;
  if (!meets(rule.segments, activity.segment)) return Reason::other_segment;
  if (!meets(rule.topics, activity.topic)) return Reason::other_topic;
  const bool asks_contact = rule.unit == Unit::contacts || rule.after_signal.has_value();
  if (asks_contact && !activity.contact_id) return Reason::no_contact;
  if (rule.unit == Unit::accounts && !activity.account_id) return Reason::no_account;
  return std::nullopt;
}

bool is_of(const PartLine& line, const std::vector<std::string>& asked) {
  return asked.empty() || std::any_of(line.product_lines.begin(), line.product_lines.end(), [&](const auto& key) {
           return std::find(asked.begin(), asked.end(), key) != asked.end();
         });
}

PipelineFact fact_of(Unit unit) {
  const bool sold = unit == Unit::won || unit == Unit::booked;
  return sold ? PipelineFact::sale : PipelineFact::estimate;
}

/// What the lines of the part that the rule asks for are worth; none: no rate for one of them.
std::optional<std::int64_t> worth_of(const PipelinePart& part, const std::vector<std::string>& asked) {
  std::int64_t worth = 0;
  for (const PartLine& line : part.lines) {
    if (!is_of(line, asked)) continue;
    if (!line.minor) return std::nullopt;
    worth = added(worth, *line.minor);
  }
  return worth;
}

/// The verdict on a rep's part of a fact of the pipeline, by a rule about such facts.
void judge_part(const Rule& rule, std::optional<Reason> of_day, const Activity& activity, Finding& verdict) {
  const auto refuse = [&](Reason reason) { verdict.reason = reason; };
  if (activity.state == ActivityState::voided) return refuse(Reason::voided);
  if (!activity.part || activity.part->fact != fact_of(rule.unit)) return refuse(Reason::other_kind);
  if (of_day) return refuse(*of_day);
  const PipelinePart& part = *activity.part;
  if (rule.unit == Unit::won && !part.opportunity_id) return refuse(Reason::no_opportunity);
  if (!is_money(rule.unit) && !part.leads) return refuse(Reason::other_leads);
  const bool any = std::any_of(part.lines.begin(), part.lines.end(),
                               [&](const auto& line) { return is_of(line, rule.product_lines); });
  if (!any) return refuse(Reason::other_product_line);
  if (!is_money(rule.unit)) return;
  const auto worth = worth_of(part, rule.product_lines);
  if (!worth) return refuse(Reason::no_rate);
  verdict.worth = *worth;
}

/// Why no signal makes the activity count, and the newest signal that speaks for that.
struct SignalRefusal {
  Reason reason = Reason::no_signal;
  std::optional<Signal> signal;
};

/// How a signal of an asked kind fails; nothing when it is good.
std::optional<Reason> failing(const AfterSignal& asked, Instant occurred_at, const Signal& signal) {
  const bool before = signal.occurred_at < occurred_at;
  if (!meets(asked.topics, signal.topic)) return before ? Reason::signal_other_topic : Reason::no_signal;
  if (!before) return Reason::signal_after_activity;
  const Instant earliest = occurred_at.plus_seconds(-asked.within_days * kSecondsPerDay);
  return signal.occurred_at < earliest ? std::optional(Reason::signal_too_old) : std::nullopt;
}

/// The nearest miss is named: too old, then too late, then another topic.
std::optional<SignalRefusal> refused_by_signals(const AfterSignal& asked, Instant occurred_at,
                                                const std::vector<Signal>& signals) {
  SignalRefusal refusal;
  for (const Signal& signal : signals) {
    if (!meets(asked.kinds, std::optional(signal.kind))) continue;
    const auto reason = failing(asked, occurred_at, signal);
    if (!reason) return std::nullopt;
    if (*reason >= refusal.reason && *reason != Reason::no_signal) refusal = {*reason, signal};
  }
  return refusal;
}

const std::vector<Signal>& signals_of(const Activity& activity, const SignalsByContact& signals) {
  static const std::vector<Signal> none;
  const auto found = signals.find(*activity.contact_id);
  return found == signals.end() ? none : found->second;
}

bool earlier(const Activity& a, const Activity& b) {
  return std::tie(a.occurred_at, a.activity_id) < std::tie(b.occurred_at, b.activity_id);
}

/// Counted calls so far, the latest of each contact and day.
class RepeatWindow {
 public:
  /// The counted call that this one repeats; when there is none, this one is counted from now on.
  std::optional<ActivityId> repeated(const Activity& activity, int window_s) {
    if (window_s == 0 || activity.kind != kCall || !activity.contact_id) return std::nullopt;
    const Last now{activity.occurred_at, activity.activity_id};
    const auto [place, is_new] = last_.try_emplace({*activity.contact_id, activity.day}, now);
    if (is_new) return std::nullopt;
    const bool repeats = activity.occurred_at.microseconds_since(place->second.at) < window_s * kMicrosecondsPerSecond;
    if (repeats) return place->second.id;
    place->second = now;
    return std::nullopt;
  }

 private:
  struct Last {
    Instant at;
    ActivityId id;
  };
  std::map<std::pair<ContactId, Day>, Last> last_;
};

class FirstInPeriod {
 public:
  std::optional<ActivityId> counted_before(const Activity& activity, Unit unit) {
    const auto [place, is_new] = first_.try_emplace({unit, entity_of(activity, unit)}, activity.activity_id);
    return is_new ? std::nullopt : std::optional(place->second);
  }

 private:
  std::map<std::pair<Unit, std::int64_t>, ActivityId> first_;
};

/// Asked activity by activity, oldest first: remembers what counted.
class Judge {
 public:
  explicit Judge(const SignalsByContact& signals) : signals_(signals) {}

  Finding verdict_on(const Activity& activity, const RuleOfDay& of_day) {
    const Rule& rule = *of_day.rule;
    const bool distinct = is_distinct(rule.unit);
    Finding verdict{distinct ? Reason::first_in_period : Reason::counted, {}, {}, {}};
    if (is_of_pipeline(rule.unit)) {
      judge_part(rule, of_day.refused, activity, verdict);
      return verdict;
    }
    if (const auto refused = refused_by_itself(rule, activity, of_day.refused)) {
      verdict.reason = *refused;
      return verdict;
    }
    if (rule.after_signal) {
      auto refusal = refused_by_signals(*rule.after_signal, activity.occurred_at, signals_of(activity, signals_));
      if (refusal) {
        verdict.reason = refusal->reason;
        verdict.signal = std::move(refusal->signal);
        return verdict;
      }
    }
    verdict.counted_before =
        distinct ? first_.counted_before(activity, rule.unit) : window_.repeated(activity, rule.repeat_window_s);
    if (verdict.counted_before) verdict.reason = distinct ? Reason::already_counted : Reason::repeat_within_window;
    return verdict;
  }

 private:
  const SignalsByContact& signals_;
  RepeatWindow window_;
  FirstInPeriod first_;
};

/// Most come in order already.
std::vector<const Activity*> oldest_first(std::span<const Activity> activities) {
  std::vector<const Activity*> order;
  order.reserve(activities.size());
  for (const Activity& activity : activities) order.push_back(&activity);
  const auto is_earlier = [](const Activity* a, const Activity* b) { return earlier(*a, *b); };
  if (!std::is_sorted(order.begin(), order.end(), is_earlier)) std::sort(order.begin(), order.end(), is_earlier);
  return order;
}

template <class RuleOf>
std::vector<Finding> judged(std::span<const Activity> activities, const SignalsByContact& signals, RuleOf rule_of) {
  Judge judge(signals);
  std::vector<Finding> verdicts(activities.size());
  for (const Activity* activity : oldest_first(activities))
    verdicts[static_cast<std::size_t>(activity - activities.data())] =
        judge.verdict_on(*activity, rule_of(activity->day));
  return verdicts;
}

std::vector<Activity> sorted_by_age(std::vector<Activity> activities) {
  if (!std::is_sorted(activities.begin(), activities.end(), earlier))
    std::sort(activities.begin(), activities.end(), earlier);
  return activities;
}

std::vector<Evidence> as_evidence(std::vector<Activity> activities, std::vector<Finding> verdicts) {
  std::vector<Evidence> evidence;
  evidence.reserve(activities.size());
  for (std::size_t at = 0; at < activities.size(); ++at)
    evidence.push_back({std::move(verdicts[at]), std::move(activities[at])});
  return evidence;
}

template <class Verdicts>
std::int64_t sum_of(const Verdicts& verdicts) {
  std::int64_t sum = 0;
  for (const Finding& verdict : verdicts) {
    if (verdict.counts()) sum = added(sum, verdict.much());
  }
  return sum;
}

}  // namespace

std::int64_t added(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? (b > 0 ? INT64_MAX : INT64_MIN) : sum;
}

std::int64_t counted_of(const std::vector<Evidence>& verdicts) {
  return sum_of(verdicts);
}

std::int64_t counted_of(const std::vector<Finding>& verdicts) {
  return sum_of(verdicts);
}

std::int64_t entity_of(const Activity& activity, Unit unit) {
  return unit == Unit::contacts ? activity.contact_id->value() : activity.account_id->value();
}

std::vector<Evidence> once_each(std::vector<Evidence> counting, Unit unit) {
  std::sort(counting.begin(), counting.end(),
            [](const Evidence& a, const Evidence& b) { return earlier(a.activity, b.activity); });
  FirstInPeriod first;
  std::erase_if(counting,
                [&](const Evidence& verdict) { return first.counted_before(verdict.activity, unit).has_value(); });
  return counting;
}

std::vector<Finding> findings_on(const Rule& rule, std::span<const Activity> activities,
                                 const SignalsByContact& signals) {
  return judged(activities, signals, [&](Day /*day*/) { return RuleOfDay{&rule, {}}; });
}

std::vector<Finding> findings_by_day(Day first, const std::vector<RuleOfDay>& rules,
                                     std::span<const Activity> activities, const SignalsByContact& signals) {
  return judged(activities, signals, [&](Day day) { return rules.at(static_cast<std::size_t>(day - first)); });
}

std::vector<Evidence> judge(const Rule& rule, std::vector<Activity> activities, const SignalsByContact& signals) {
  activities = sorted_by_age(std::move(activities));
  auto verdicts = findings_on(rule, activities, signals);
  return as_evidence(std::move(activities), std::move(verdicts));
}

std::vector<Evidence> judge_days(Day first, const std::vector<RuleOfDay>& rules, std::vector<Activity> activities,
                                 const SignalsByContact& signals) {
  activities = sorted_by_age(std::move(activities));
  auto verdicts = findings_by_day(first, rules, activities, signals);
  return as_evidence(std::move(activities), std::move(verdicts));
}

}  // namespace paceline
