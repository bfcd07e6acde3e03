// SPDX-License-Identifier: Apache-2.0
// Quotas, where they stand, and why each activity counts or does not. Every figure's formula: docs/formulas/.
#pragma once

#include "api/forms/activity.h"
#include "api/forms/list.h"
#include "api/forms/words.h"
#include "pipeline/estimate.h"
#include "pipeline/sale.h"
#include "quota/evidence.h"
#include "quota/pace_days.h"

namespace paceline::api::form {

/// Half-open: `to` is the first day after it.
struct Span {
  Day from;
  Day to;
};
BOOST_DESCRIBE_STRUCT(Span, (), (from, to))

/// Somebody whom a quota asks.
struct QuotaSubject {
  SubjectKind kind = SubjectKind::rep;
  std::string id;    ///< of the rep, team or phase
  std::string name;  ///< of a role: the role
  std::optional<std::string> email;
  std::optional<std::int64_t> amount;  ///< in place of the quota's; so with floor and stretch
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
};
BOOST_DESCRIBE_STRUCT(QuotaSubject, (), (kind, id, name, email, amount, floor, stretch))

/// As it stands today; before its first day: as it begins.
struct Quota {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Rule rule;
  PeriodKind period_kind = PeriodKind::week;
  std::int64_t amount = 0;
  Unit unit = Unit::activities;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  Excuses excuses;
  Day from;                            ///< since when it stands so
  std::optional<Span> span;            ///< of the period kind span
  std::vector<QuotaSubject> subjects;  ///< those that the caller may know; none: it has ended
};
BOOST_DESCRIBE_STRUCT(Quota, (),
                      (quota_id, key, name, rule, period_kind, amount, unit, floor, stretch, excuses, from, span,
                       subjects))

/// Half-open: `to` is the first day after it.
struct Period {
  std::string key;
  Day from;
  Day to;
};
BOOST_DESCRIBE_STRUCT(Period, (), (key, from, to))

struct Pace {
  QuotaId quota_id;
  std::string key;
  std::string name;
  Rule rule;
  Unit unit = Unit::activities;
  RepId rep_id;
  std::string rep_name;
  PeriodKind period_kind = PeriodKind::week;
  Period period;
  Day first_day;  ///< of the period, or later: where the quota begins inside it
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;  ///< prorated like the amount
  std::optional<std::int64_t> stretch;
  std::int64_t amount_full = 0;
  std::vector<ProrationPart> proration;
  std::int64_t minutes_full = 0;  ///< of the period at full time, what the parts were taken from
  int full_day_minutes = 0;       ///< of one full-time day
  int minutes_today = 0;          ///< that the rep is there today; 0 on a day that asks nothing
  double days_from_today = 0;     ///< full-time days left from the start of today on
  std::int64_t counted = 0;
  std::vector<std::int64_t> counted_days;  ///< on each day from the start of the period to today
  std::optional<double> attainment;
  double expected_by_now = 0;
  std::optional<double> pace_ratio;
  std::optional<double> needed_per_day;
  std::optional<double> so_far_per_day;
  WorkingDays working_days;
  std::optional<CountBand> band;  ///< null for money, and so projection and p_reach
  std::optional<Projection> projection;
  std::optional<double> p_reach;  ///< 0 to 1
  std::optional<std::string> why_p_reach;
  std::optional<Grade> grade;
  PaceState state = PaceState::not_started;
  Instant as_of;
};
BOOST_DESCRIBE_STRUCT(Pace, (),
                      (quota_id, key, name, rule, unit, rep_id, rep_name, period_kind, period, first_day, amount, floor,
                       stretch, amount_full, proration, minutes_full, full_day_minutes, minutes_today, days_from_today,
                       counted, counted_days, attainment, expected_by_now, pace_ratio, needed_per_day, so_far_per_day,
                       working_days, band, projection, p_reach, why_p_reach, grade, state, as_of))

struct PaceDay {
  Day day;
  DayKind kind = DayKind::work;
  std::optional<std::string> name;  ///< of the holiday
  int minutes = 0;                  ///< that the rep is there
  int usual_minutes = 0;            ///< of a full-time day of this weekday
  int ramp_percent = 100;
  std::optional<std::int64_t> counted;  ///< on the day; null when it is to come
  std::optional<std::int64_t> total;    ///< up to its end
  double plan = 0;
  std::optional<std::int64_t> band_low;  ///< null for money
  std::optional<std::int64_t> band_high;
  std::optional<double> likely;  ///< null when it is past
  std::optional<double> likely_low;
  std::optional<double> likely_high;
};
BOOST_DESCRIBE_STRUCT(PaceDay, (),
                      (day, kind, name, minutes, usual_minutes, ramp_percent, counted, total, plan, band_low, band_high,
                       likely, likely_low, likely_high))

struct PaceDetail : Pace {
  std::vector<PaceDay> days;
  PerDay per_day;
  std::optional<std::string> previous;  ///< key of the period before; a span has none
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(PaceDetail, (Pace), (days, per_day, previous, next))

struct PaceQuery : MomentQuery {
  std::optional<ShortText> rep;             ///< absent: me
  std::optional<json::Text<1, 22>> period;  ///< key; absent: the current one, or the span
};
BOOST_DESCRIBE_STRUCT(PaceQuery, (MomentQuery), (rep, period))

BOOST_DEFINE_ENUM_CLASS(Counting, all, yes, no)
BOOST_DEFINE_ENUM_CLASS(KindsShown, all, rule)

struct EvidenceQuery : MomentPageQuery {
  std::optional<ShortText> rep;             ///< absent: me
  std::optional<json::Text<1, 22>> period;  ///< key; absent: the current one, or the span
  std::optional<Counting> counts;           ///< absent: all
  std::optional<KindsShown> kinds;          ///< absent: all
};
BOOST_DESCRIBE_STRUCT(EvidenceQuery, (MomentPageQuery), (rep, period, counts, kinds))

struct EvidenceItem {
  ActivityId activity_id;
  Instant occurred_at;
  Day day;
  bool counts = false;
  Reason reason = Reason::counted;
  std::optional<std::string> detail;  ///< what the reason speaks of: the other topic, an instant
  std::string kind;
  std::optional<Direction> direction;
  std::optional<std::int64_t> duration_s;
  std::optional<std::string> outcome;
  std::optional<std::string> topic;
  std::optional<ContactId> contact_id;
  std::optional<std::string> contact_name;
  std::optional<std::string> account_name;
  std::vector<Source> sources;                  ///< the own one, then call records that tell of it
  std::optional<SaleId> sale_id;                ///< of a sale, which is no activity
  std::optional<EstimateId> estimate_id;        ///< of an estimate that was sent, nor is that
  std::optional<OpportunityId> opportunity_id;  ///< that it won, or is of
  std::optional<std::int64_t> worth_minor;      ///< of what counts by worth, in the currency of the rule
};
BOOST_DESCRIBE_STRUCT(EvidenceItem, (),
                      (activity_id, occurred_at, day, counts, reason, detail, kind, direction, duration_s, outcome,
                       topic, contact_id, contact_name, account_name, sources, sale_id, estimate_id, opportunity_id,
                       worth_minor))

struct ReasonCount {
  Reason reason = Reason::counted;
  std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(ReasonCount, (), (reason, n))

struct Evidence {
  std::vector<EvidenceItem> items;
  std::optional<std::string> next;
  std::int64_t counted = 0;      ///< things, or minor units
  std::int64_t not_counted = 0;  ///< rows
  std::vector<ReasonCount> reasons;
  Rule rule;
  Period period;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (items, next, counted, not_counted, reasons, rule, period))

}  // namespace paceline::api::form
