// SPDX-License-Identifier: Apache-2.0
// Period reports: what was frozen when a period was closed, and what people said of it. docs/formulas/report.md.
#pragma once

#include "api/forms/quota.h"
#include "app/ports/report_store.h"

namespace paceline::api::form {

struct ReportLine {
  ReportId report_id;
  QuotaId quota_id;
  std::string key;
  std::string name;
  RepId rep_id;
  std::string rep_name;
  PeriodKind period_kind = PeriodKind::week;
  Period period;
  std::int64_t amount = 0;
  std::int64_t counted = 0;
  std::int64_t adjustment = 0;  ///< carried for earlier reports
  std::int64_t counted_with_adjustments = 0;
  std::optional<Grade> grade;
  Verdict proposal = Verdict::missed;
  Verdict verdict = Verdict::missed;  ///< the latest decision, or the proposal
  bool confirmed = false;             ///< a named person decided
  std::optional<Instant> seen_by_rep;
  std::optional<Instant> seen_by_manager;
  Instant closed_at;
  std::optional<std::string> currency;  ///< of what is counted by worth: amounts are minor units
};
BOOST_DESCRIBE_STRUCT(ReportLine, (),
                      (report_id, quota_id, key, name, rep_id, rep_name, period_kind, period, amount, counted,
                       adjustment, counted_with_adjustments, grade, proposal, verdict, confirmed, seen_by_rep,
                       seen_by_manager, closed_at, currency))

/// What a report says without what was asked and counted.
struct VerdictLine {
  ReportId report_id;
  QuotaId quota_id;
  std::string key;
  std::string name;
  RepId rep_id;
  std::string rep_name;
  PeriodKind period_kind = PeriodKind::week;
  Period period;
  Verdict proposal = Verdict::missed;
  Verdict verdict = Verdict::missed;  ///< the latest decision, or the proposal
  bool confirmed = false;             ///< a named person decided
  std::optional<std::string> decided_by;
  std::optional<Instant> decided_at;
  Instant closed_at;
  bool may_decide = false;  ///< by the caller
};
BOOST_DESCRIBE_STRUCT(VerdictLine, (),
                      (report_id, quota_id, key, name, rep_id, rep_name, period_kind, period, proposal, verdict,
                       confirmed, decided_by, decided_at, closed_at, may_decide))

struct ReportDay {
  Day day;
  bool asked = false;
  std::optional<std::int64_t> amount;  ///< of the whole period, as it stood on this day
  std::optional<TeamId> team_id;
  std::int64_t minutes_full = 0;
  std::int64_t minutes_calendar = 0;
  std::int64_t minutes_asked = 0;
  std::int64_t share_bp = 0;  ///< of a ramp; 10000 is all
  std::optional<std::string> name;
  bool closing = false;
  std::int64_t counted = 0;
};
BOOST_DESCRIBE_STRUCT(ReportDay, (),
                      (day, asked, amount, team_id, minutes_full, minutes_calendar, minutes_asked, share_bp, name,
                       closing, counted))

struct Adjustment {
  ReportId about_id;   ///< the report that it changes
  std::string period;  ///< of that report
  ActivityId activity_id;
  Instant occurred_at;
  Day day;
  std::int64_t change = 0;
  std::optional<Reason> reason_before;
  Reason reason = Reason::counted;
};
BOOST_DESCRIBE_STRUCT(Adjustment, (), (about_id, period, activity_id, occurred_at, day, change, reason_before, reason))

struct ReportDecision {
  Verdict verdict = Verdict::met;
  std::optional<Excuse> excuse;
  std::optional<std::string> note;
  UserId actor_id;
  std::string actor_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ReportDecision, (), (verdict, excuse, note, actor_id, actor_name, at))

struct Acknowledgement {
  Side side = Side::rep;
  std::optional<std::string> remark;
  UserId actor_id;
  std::string actor_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Acknowledgement, (), (side, remark, actor_id, actor_name, at))

struct Report : ReportLine {
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::int64_t amount_full = 0;
  std::vector<ProrationPart> proration;
  std::int64_t minutes = 0;
  std::int64_t minutes_full = 0;
  std::int64_t full_day_minutes = 0;
  bool excused = false;
  std::string zone;
  std::optional<std::string> closed_by;  ///< the name; null: the system, when the grace was over
  std::string checksum;
  bool whole = true;  ///< false: days and adjustments are those of the own team only
  std::vector<Rule> rules;
  std::vector<ReportDay> days;
  std::vector<Adjustment> adjustments;
  std::vector<ReportDecision> decisions;
  std::vector<Acknowledgement> acknowledgements;
  bool may_decide = false;
  bool may_acknowledge = false;
};
BOOST_DESCRIBE_STRUCT(Report, (ReportLine),
                      (floor, stretch, amount_full, proration, minutes, minutes_full, full_day_minutes, excused, zone,
                       closed_by, checksum, whole, rules, days, adjustments, decisions, acknowledgements, may_decide,
                       may_acknowledge))

struct LateFacts {
  std::int64_t counted = 0;      ///< as it was frozen
  std::int64_t counted_now = 0;  ///< by the same rules and days
  std::int64_t difference = 0;
  std::int64_t carried = 0;  ///< of the difference, what later reports carry
  Verdict would_be = Verdict::missed;
  std::vector<Adjustment> changes;
};
BOOST_DESCRIBE_STRUCT(LateFacts, (), (counted, counted_now, difference, carried, would_be, changes))

struct ReportRow {
  ActivityId activity_id;
  Instant occurred_at;
  Day day;
  bool counts = false;
  Reason reason = Reason::counted;
  std::optional<ActivityId> counted_before;
  std::string kind;
  std::optional<Direction> direction;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> outcome;
  std::optional<std::string> topic;
  std::optional<ContactId> contact_id;
  std::optional<std::string> contact_name;  ///< as it is today: names can be erased
  std::optional<std::string> account_name;
  std::optional<std::int64_t> worth_minor;  ///< of what counts by worth
};
BOOST_DESCRIBE_STRUCT(ReportRow, (),
                      (activity_id, occurred_at, day, counts, reason, counted_before, kind, direction, duration_s,
                       outcome, topic, contact_id, contact_name, account_name, worth_minor))

struct ReportsQuery : MomentPageQuery {
  std::optional<ShortText> rep;
  std::optional<ShortText> quota;
  std::optional<json::Text<1, 40>> period;
  std::optional<ShortText> team;  ///< who is in it, or in a part of it, today
};
BOOST_DESCRIBE_STRUCT(ReportsQuery, (MomentPageQuery), (rep, quota, period, team))

struct ReportRowsQuery : MomentPageQuery {
  std::optional<Counting> counts;  ///< absent: all
};
BOOST_DESCRIBE_STRUCT(ReportRowsQuery, (MomentPageQuery), (counts))

struct ClosePeriod {
  std::optional<ShortText> rep;  ///< absent: everybody whom the quota asks and the caller may close for
};
BOOST_DESCRIBE_STRUCT(ClosePeriod, (), (rep))

struct WaitingRep {
  RepId rep_id;
  std::string rep_name;
  std::string why;  ///< period.not_over, period.in_grace
  Day from;         ///< the first day on which it can be closed
};
BOOST_DESCRIBE_STRUCT(WaitingRep, (), (rep_id, rep_name, why, from))

struct ClosedPeriod {
  std::string quota;
  std::string period;
  std::int64_t made = 0;
  std::int64_t left = 0;  ///< reports that are still to be made: ask again, with another key
  std::vector<ReportLine> reports;
  std::vector<WaitingRep> waiting;
};
BOOST_DESCRIBE_STRUCT(ClosedPeriod, (), (quota, period, made, left, reports, waiting))

struct DecideReport {
  Verdict verdict = Verdict::met;
  std::optional<Excuse> excuse;
  std::optional<Remark> note;
};
BOOST_DESCRIBE_STRUCT(DecideReport, (), (verdict, excuse, note))

struct AcknowledgeReport {
  std::optional<Remark> remark;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeReport, (), (remark))

}  // namespace paceline::api::form
