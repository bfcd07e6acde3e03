// SPDX-License-Identifier: Apache-2.0
#include "quota/report.h"

#include <algorithm>
#include <set>

namespace paceline {
namespace {

constexpr int kLongestGrace = 31;

ReportDay frozen(const QuotaDay& day, const ReportGround& ground) {
  ReportDay result;
  result.day = day.day;
  result.started = day.started;
  result.team_id = team_on(ground.placement, day.day);
  result.amounts = day.amounts;
  if (day.started) result.rule_id = day.rule_id;
  result.minutes_full = day.there.full;
  result.minutes_calendar = day.there.calendar;
  result.minutes_asked = day.asked.present;
  result.share_bp = day.asked.share_bp;
  result.closing = day.there.closing;
  const auto exception = ground.calendar.exceptions.find(day.day);
  if (exception != ground.calendar.exceptions.end() && !exception->second.name.empty()) {
    result.name = exception->second.name;
  }
  return result;
}

ReportRow frozen(const Evidence& verdict) {
  const Activity& a = verdict.activity;
  return {a.activity_id,
          a.occurred_at,
          a.day,
          a.kind,
          a.direction,
          a.outcome,
          a.duration_s,
          a.topic,
          a.contact_id,
          verdict.reason,
          verdict.counted_before,
          verdict.worth};
}

std::int64_t sum_of(const std::vector<Adjustment>& adjustments) {
  std::int64_t sum = 0;
  for (const Adjustment& adjustment : adjustments) sum += adjustment.change;
  return sum;
}

}  // namespace

bool counts(Reason reason) {
  return reason == Reason::counted || reason == Reason::first_in_period;
}

Verdict proposed(const Proration& asked, std::int64_t counted_with_adjustments) {
  if (asked.excused) return Verdict::excused;
  return counted_with_adjustments >= asked.amount ? Verdict::met : Verdict::missed;
}

PeriodReport freeze(ReportHead head, const ReportGround& ground, const std::vector<Evidence>& verdicts,
                    std::vector<Adjustment> adjustments) {
  PeriodReport report;
  report.head = std::move(head);
  report.proration = prorate(ground.days, ground.calendar);
  report.full_day_minutes = longest_day(ground.calendar);
  for (const QuotaDay& day : ground.days) report.days.push_back(frozen(day, ground));
  for (const Evidence& verdict : verdicts) {
    if (verdict.reason == Reason::other_kind) continue;
    report.rows.push_back(frozen(verdict));
    if (!verdict.counts()) continue;
    ReportDay& day = report.days.at(static_cast<std::size_t>(verdict.activity.day - report.head.span.from));
    report.counted = added(report.counted, verdict.much());
    day.counted = added(day.counted, verdict.much());
  }
  report.adjustment = sum_of(adjustments);
  report.adjustments = std::move(adjustments);
  report.grade = grade_of(report.proration, report.counted + report.adjustment);
  report.proposal = proposed(report.proration, report.counted + report.adjustment);
  return report;
}

std::vector<RuleOfDay> rules_of(const std::vector<ReportDay>& days, const std::map<RuleId, Rule>& rules) {
  const auto any = std::find_if(days.begin(), days.end(), [](const ReportDay& day) { return day.rule_id.has_value(); });
  PACELINE_ASSERT(any != days.end());
  std::vector<RuleOfDay> of_days;
  of_days.reserve(days.size());
  for (const ReportDay& day : days) {
    const Rule& rule = rules.at(day.rule_id.value_or(*any->rule_id));
    if (!day.started) {
      of_days.push_back({&rule, Reason::before_quota_start});
    } else {
      of_days.push_back({&rule, day.is_asked() ? std::nullopt : std::optional(Reason::not_asked)});
    }
  }
  return of_days;
}

namespace {

/// What is known of one activity of the report.
struct Said {
  Instant occurred_at;
  Day day;
  std::int64_t much = 0;  ///< by how many it counts, by the report and what was told about it
  Reason reason = Reason::counted;
};

std::map<ActivityId, Said> said_by(const PeriodReport& report, const std::vector<Adjustment>& told) {
  std::map<ActivityId, Said> said;
  for (const ReportRow& row : report.rows)
    said.insert_or_assign(row.activity_id,
                          Said{row.occurred_at, row.day, counts(row.reason) ? row.worth.value_or(1) : 0, row.reason});
  for (const Adjustment& adjustment : told) {
    Said& each = said.try_emplace(adjustment.activity_id, Said{adjustment.occurred_at, adjustment.day}).first->second;
    each.much = added(each.much, adjustment.change);
    each.reason = adjustment.reason;
  }
  return said;
}

/// Sales that the report has, or that came late, and that are no rows of its days any more.
void add_moved_away(const PeriodReport& report, const std::vector<Evidence>& now,
                    const std::map<ActivityId, Said>& said, std::vector<Adjustment>& changes) {
  std::set<ActivityId> there;
  for (const Evidence& verdict : now) there.insert(verdict.activity.activity_id);
  for (const auto& [activity_id, each] : said) {
    if (each.much == 0 || there.contains(activity_id)) continue;
    changes.push_back(
        {report.head.report_id, activity_id, each.occurred_at, each.day, -each.much, each.reason, Reason::moved_away});
  }
}

}  // namespace

std::vector<Adjustment> changes_since(const PeriodReport& report, const std::vector<Adjustment>& told,
                                      const std::vector<Evidence>& now) {
  const auto said = said_by(report, told);
  std::vector<Adjustment> changes;
  for (const Evidence& verdict : now) {
    const Activity& a = verdict.activity;
    const auto known = said.find(a.activity_id);
    const bool is_new = known == said.end();
    const std::int64_t change = (verdict.counts() ? verdict.much() : 0) - (is_new ? 0 : known->second.much);
    if (change == 0) continue;
    const auto reason_before = is_new ? std::nullopt : std::optional(known->second.reason);
    changes.push_back(
        {report.head.report_id, a.activity_id, a.occurred_at, a.day, change, reason_before, verdict.reason});
  }
  add_moved_away(report, now, said, changes);
  return changes;
}

std::vector<std::string> contradictions(const PeriodReport& report) {
  std::map<Day, std::int64_t> rows_of_day;
  std::int64_t of_rows = 0;
  for (const ReportRow& row : report.rows) {
    if (!counts(row.reason)) continue;
    of_rows = added(of_rows, row.worth.value_or(1));
    rows_of_day[row.day] = added(rows_of_day[row.day], row.worth.value_or(1));
  }
  std::vector<std::string> found;
  if (of_rows != report.counted) found.push_back("rows count " + std::to_string(of_rows));
  for (const ReportDay& day : report.days) {
    const std::int64_t of_day = rows_of_day[day.day];
    if (of_day != day.counted) found.push_back("rows of " + to_text(day.day) + " count " + std::to_string(of_day));
  }
  const std::int64_t of_adjustments = sum_of(report.adjustments);
  if (of_adjustments != report.adjustment) found.push_back("adjustments are " + std::to_string(of_adjustments));
  const bool same_proposal = proposed(report.proration, of_rows + of_adjustments) == report.proposal;
  if (!same_proposal) found.emplace_back("another verdict follows");
  return found;
}

Day closes_from(const WorkingCalendar& calendar, Day to) {
  int passed = 0;
  Day day = to;
  for (; passed < kGraceDays && day - to < kLongestGrace; ++day) {
    if (available_minutes(calendar, day) > 0) ++passed;
  }
  return day;
}

}  // namespace paceline
