// SPDX-License-Identifier: Apache-2.0
// Why an activity counts or does not: one pure function for the counters, for the drawer and for `verify`.
//
// Unit `activities`: each day by itself. A call counts unless the same rep has a counted call to the same contact that
// started less than repeat_window_s before on the same day (start to start, ties by id).
// Units `contacts` and `accounts`: of the qualifying activities of the given span, the earliest with each contact
// (account). Worked example (window 300 s): calls at 10:00:00, 10:04:59, 10:05:00 to one contact are counted,
// repeat_within_window, counted; with the first voided they are voided, counted, repeat_within_window.
// A quota counts on the days on which it asks the rep, each by the rule of that day: with a quota that begins on
// Wednesday, a contact of Monday who is reached again on Wednesday is before_quota_start and first_in_period.
// Units `estimates` and `estimated`: estimates sent, each once and by its first edition.
// Units `won` and `booked`: a rep's part of a sale, each by itself. As a number a shared sale counts for the rep with
// the largest share; by worth each part counts, of its lines those that the rule asks for. Worked example: 1,000.01 EUR
// shared 3,333 : 6,667: the first has booked 33,330 and won none, the second 66,671 and one.
#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <span>
#include <vector>

#include "lead/signal.h"
#include "quota/rule.h"

namespace paceline {

/// In the order in which they are asked; the first that applies is the reason. moved_away: only of a change of a closed
/// report, when a sale that it has is of another day or other reps now.
BOOST_DEFINE_ENUM_CLASS(Reason, voided, other_kind, day_unknown, before_quota_start, not_asked, no_opportunity,
                        other_leads, no_rate, wrong_direction, wrong_outcome, too_short, duration_unknown,
                        wrong_temperature, wrong_source, wrong_relation, other_product_line, other_segment, other_topic,
                        no_contact, no_account, no_signal, signal_other_topic, signal_after_activity, signal_too_old,
                        repeat_within_window, already_counted, moved_away, counted, first_in_period)

/// Whether an activity counts, and why.
struct Finding {
  Reason reason = Reason::counted;
  std::optional<ActivityId>
      counted_before;                 ///< of repeat_within_window and already_counted: the one that counts instead
  std::optional<Signal> signal;       ///< of the reasons that begin with signal_: the one that they speak of
  std::optional<std::int64_t> worth;  ///< of what counts by worth: minor units; none: it counts one
  [[nodiscard]] bool counts() const { return reason == Reason::counted || reason == Reason::first_in_period; }
  /// Of what counts: things, or minor units.
  [[nodiscard]] std::int64_t much() const { return worth.value_or(1); }
};

/// The same with the activity that it is about.
struct Evidence : Finding {
  Activity activity;
};

/// Signals of each contact, oldest first.
using SignalsByContact = std::map<ContactId, std::vector<Signal>>;

/// The rule of one day of a period.
struct RuleOfDay {
  const Rule* rule = nullptr;
  std::optional<Reason> refused;  ///< why nothing counts on this day: before_quota_start, not_asked
};

/// The verdict on every activity, oldest first (ties by id). REQUIRES: activities of one rep (or of one team, for the
/// units contacts and accounts) inside one period, each as its changes left it.
[[nodiscard]] std::vector<Evidence> judge(const Rule& rule, std::vector<Activity> activities,
                                          const SignalsByContact& signals);

/// The same where each day has a rule of its own; `rules` are those of the days from `first` on. REQUIRES: activities
/// of these days.
[[nodiscard]] std::vector<Evidence> judge_days(Day first, const std::vector<RuleOfDay>& rules,
                                               std::vector<Activity> activities, const SignalsByContact& signals);

/// The findings alone, in the order of the activities as they are given.
[[nodiscard]] std::vector<Finding> findings_on(const Rule& rule, std::span<const Activity> activities,
                                               const SignalsByContact& signals);
[[nodiscard]] std::vector<Finding> findings_by_day(Day first, const std::vector<RuleOfDay>& rules,
                                                   std::span<const Activity> activities,
                                                   const SignalsByContact& signals);

/// What the verdicts come to: things, or minor units. Beyond what 63 bits hold it stays there.
[[nodiscard]] std::int64_t counted_of(const std::vector<Evidence>& verdicts);
[[nodiscard]] std::int64_t counted_of(const std::vector<Finding>& verdicts);
[[nodiscard]] std::int64_t added(std::int64_t a, std::int64_t b);

/// The id of what a distinct rule counts once. REQUIRES: the activity has a contact (an account).
[[nodiscard]] std::int64_t entity_of(const Activity& activity, Unit unit);

/// Of verdicts that count, each contact (account) once: the earliest, ties by id. What several reps counted, each for
/// themselves, as one team's count.
[[nodiscard]] std::vector<Evidence> once_each(std::vector<Evidence> counting, Unit unit);

}  // namespace paceline
