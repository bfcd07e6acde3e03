// SPDX-License-Identifier: Apache-2.0
// A period report: the frozen account of one quota's period of one rep, and what became known of it since.
//
//   proposal = excused when the period has no working minute; else met when counted + adjustment >= amount, else missed
//   adjustment = the sum of the changes (+1, -1) that this report carries for earlier reports of the same quota and rep
// A report is made from values and never computed again: leave, calendars, zones and versions of the quota may change
// afterwards. What changes of its activities is told apart, by the days and rules that the report froze: as a change of
// the verdict on one activity, from not counting to counting (+1) or back (-1). Each change is carried once, by the
// next report that is made of the same quota and rep.
// Units: things counted; minutes of work. Worked example: 4 counted of 5, closed as missed; then one of the 4 is voided
// and 3 late ones are added: the next report carries -1 +1 +1 +1 = 2, and with 4 of its own counted it says 6 of 5:
// met.
#pragma once

#include <string>

#include "quota/evidence.h"
#include "quota/pace.h"

namespace paceline {

using ReportId = Id<struct ReportTag>;

BOOST_DEFINE_ENUM_CLASS(Verdict, met, missed, excused)

/// A day of the period, as the quota asked it and as the calendar was.
struct ReportDay {
  Day day;
  bool started = false;            ///< the quota had a version
  std::optional<TeamId> team_id;   ///< the rep's team of that day
  std::optional<Amounts> amounts;  ///< none: the rep was not asked on this day
  std::optional<RuleId> rule_id;   ///< when it had a version
  std::int64_t minutes_full = 0;   ///< of the usual week
  std::int64_t minutes_calendar = 0;
  std::int64_t minutes_asked = 0;   ///< after all that the quota excuses, but for the ramp
  std::int64_t share_bp = kAllBp;   ///< the ramp's share
  std::optional<std::string> name;  ///< of the holiday or the moved day
  bool closing = false;             ///< a closing day of the company
  std::int64_t counted = 0;
  [[nodiscard]] bool is_asked() const { return amounts.has_value(); }
};

/// The verdict on one activity. Activities of kinds that the rule is not about (other_kind) are no rows.
struct ReportRow {
  ActivityId activity_id;
  Instant occurred_at;
  Day day;
  std::string kind;
  std::optional<Direction> direction;
  std::optional<std::string> outcome;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> topic;
  std::optional<ContactId> contact_id;
  Reason reason = Reason::counted;
  std::optional<ActivityId> counted_before;
  std::optional<std::int64_t> worth;  ///< of what counts by worth: minor units
};

/// What became known of an earlier report's activity after that report was made.
struct Adjustment {
  ReportId about_id;  ///< the earlier report
  ActivityId activity_id;
  Instant occurred_at;
  Day day;
  std::int64_t change = 0;              ///< +1 or -1; by worth: minor units
  std::optional<Reason> reason_before;  ///< none: it was no row of that report
  Reason reason = Reason::counted;      ///< as it is now
};

/// What the report is about.
struct ReportHead {
  ReportId report_id;
  QuotaId quota_id;
  std::string key;
  std::string name;
  RepId rep_id;
  PeriodKind period_kind = PeriodKind::week;
  std::string period_key;
  Period span;
  std::string zone;  ///< IANA name; the rep's days were days of this zone
  UserId closed_by;  ///< 0: the system, when the grace was over
  Instant closed_at;
};

struct PeriodReport {
  ReportHead head;
  Proration proration;
  std::int64_t full_day_minutes = 0;  ///< of one full-time day
  std::int64_t counted = 0;
  std::int64_t adjustment = 0;
  std::optional<Grade> grade;  ///< by counted and adjustment
  Verdict proposal = Verdict::missed;
  std::vector<ReportDay> days;
  std::vector<ReportRow> rows;  ///< oldest first, ties by id
  std::vector<Adjustment> adjustments;
};

/// Does an activity with this reason count?
[[nodiscard]] bool counts(Reason reason);

[[nodiscard]] Verdict proposed(const Proration& asked, std::int64_t counted_with_adjustments);

/// What a quota asks of a rep in a period: the ground on which it is frozen.
struct ReportGround {
  const std::vector<QuotaDay>& days;
  const WorkingCalendar& calendar;
  const Placement& placement;
};

/// REQUIRES: the verdicts are those of the ground's days, oldest first.
[[nodiscard]] PeriodReport freeze(ReportHead head, const ReportGround& ground, const std::vector<Evidence>& verdicts,
                                  std::vector<Adjustment> adjustments);

/// The rule of each day as it was frozen. REQUIRES: `rules` has them, and outlives the answer.
[[nodiscard]] std::vector<RuleOfDay> rules_of(const std::vector<ReportDay>& days, const std::map<RuleId, Rule>& rules);

/// By how many each activity's verdict of now differs from what the report and the adjustments `told` about it say:
/// an empty list for `told` compares with the report alone. REQUIRES: `now` judges the report's days by rules_of().
[[nodiscard]] std::vector<Adjustment> changes_since(const PeriodReport& report, const std::vector<Adjustment>& told,
                                                    const std::vector<Evidence>& now);

/// Every value of the report as one text, each with its length or its name: what its checksum is made of.
[[nodiscard]] std::string canonical_text(const PeriodReport& report);

/// Where the report contradicts itself, each in words: the rows, the days and the sum, the adjustments, the proposal.
[[nodiscard]] std::vector<std::string> contradictions(const PeriodReport& report);

inline constexpr int kGraceDays = 3;

/// The first day on which a period that ended before `to` may be closed: after three working days of the calendar (at
/// the latest 31 days after `to`, in a calendar without work). Worked example: a week that ends on Sunday, no holiday:
/// Monday, Tuesday and Wednesday pass, Thursday is the first day.
[[nodiscard]] Day closes_from(const WorkingCalendar& calendar, Day to);

}  // namespace paceline
