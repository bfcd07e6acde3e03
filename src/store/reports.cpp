// SPDX-License-Identifier: Apache-2.0
#include "store/reports.h"

#include <algorithm>

#include "store/columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(ProrationPart, (), (why, minutes))
BOOST_DESCRIBE_STRUCT(ReportRow, (),
                      (activity_id, occurred_at, day, kind, direction, outcome, duration_s, topic, contact_id, reason,
                       counted_before, worth))
BOOST_DESCRIBE_STRUCT(Adjustment, (), (about_id, activity_id, occurred_at, day, change, reason_before, reason))

}  // namespace paceline

namespace paceline::store {

template <>
struct Column<PeriodKind> {
  static PeriodKind read(const Row& row, int column) { return *parse_period_kind(row.text(column)); }
  static Value value(PeriodKind kind) { return to_text(kind); }
};

namespace {

constexpr Statement kAdd{
    "period_report.add",
    "INSERT INTO period_report (org_id, report_id, quota_id, quota_key, name, rep_id, period_kind, period_key, from_day, to_day,"
    " zone, closed_by, closed_at, amount, floor_amount, stretch_amount, amount_full, minutes, minutes_full, full_day_minutes,"
    " excused, counted, adjustment, grade, proposal, checksum) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
    " $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)"};
constexpr Statement kAddPart{"report_part.add",
                             "INSERT INTO report_part (org_id, report_id, why, minutes) VALUES ($1, $2, $3, $4)"};
constexpr Statement kAddDay{
    "report_day.add",
    "INSERT INTO report_day (org_id, report_id, day, started, team_id, amount, floor_amount, stretch_amount, rule_id, minutes_full,"
    " minutes_calendar, minutes_asked, share_bp, name, closing, counted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
    " $12, $13, $14, $15, $16)"};
constexpr Statement kAddRow{
    "report_row.add",
    "INSERT INTO report_row (org_id, report_id, activity_id, occurred_at, day, kind, direction, outcome, duration_s, topic,"
    " contact_id, reason, counted_before, worth) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
constexpr Statement kAddAdjustment{
    "report_adjustment.add",
    "INSERT INTO report_adjustment (org_id, report_id, about_id, activity_id, occurred_at, day, change, reason_before, reason)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

constexpr Statement kGet{
    "period_report.get",
    "SELECT report_id, quota_id, quota_key, name, rep_id, period_kind, period_key, from_day, to_day, zone, closed_by, closed_at,"
    " amount, floor_amount, stretch_amount, amount_full, minutes, minutes_full, full_day_minutes, excused, counted, adjustment,"
    " grade, proposal, checksum FROM period_report WHERE org_id = $1 AND report_id = $2"};
constexpr Statement kFindClosed{
    "period_report.closed",
    "SELECT report_id FROM period_report WHERE org_id = $1 AND quota_id = $2 AND rep_id = $3 AND from_day = $4"};
constexpr Statement kGetMany{
    "period_report.get_many",
    "SELECT report_id, quota_id, quota_key, name, rep_id, period_kind, period_key, from_day, to_day, zone, closed_by, closed_at,"
    " amount, floor_amount, stretch_amount, amount_full, minutes, minutes_full, full_day_minutes, excused, counted, adjustment,"
    " grade, proposal, checksum FROM period_report WHERE org_id = $1 AND report_id IN ($2) ORDER BY report_id"};

// One page, as the places of its reports: a statement for each index that a filter has, so that no list is read
// through. $2, $3: the place before it; $4: made until; $5: how many.
constexpr Statement kPage{
    "period_report.page",
    "SELECT report_id, from_day FROM period_report WHERE org_id = $1"
    " AND (CAST($2 AS BIGINT) IS NULL OR from_day < $2 OR (from_day = $2 AND report_id < $3))"
    " AND (CAST($4 AS BIGINT) IS NULL OR closed_at <= $4) ORDER BY from_day DESC, report_id DESC LIMIT $5"};
constexpr Statement kPageOfQuota{
    "period_report.page_of_quota",
    "SELECT report_id, from_day FROM period_report WHERE org_id = $1"
    " AND (CAST($2 AS BIGINT) IS NULL OR from_day < $2 OR (from_day = $2 AND report_id < $3))"
    " AND (CAST($4 AS BIGINT) IS NULL OR closed_at <= $4) AND quota_id = $6"
    " ORDER BY from_day DESC, report_id DESC LIMIT $5"};
constexpr Statement kPageOfPeriod{
    "period_report.page_of_period",
    "SELECT report_id, from_day FROM period_report WHERE org_id = $1"
    " AND (CAST($2 AS BIGINT) IS NULL OR from_day < $2 OR (from_day = $2 AND report_id < $3))"
    " AND (CAST($4 AS BIGINT) IS NULL OR closed_at <= $4) AND period_key = $6"
    " AND (CAST($7 AS BIGINT) IS NULL OR quota_id = $7) ORDER BY from_day DESC, report_id DESC LIMIT $5"};
constexpr Statement kPageOfReps{
    "period_report.page_of_reps",
    "SELECT report_id, from_day FROM period_report WHERE org_id = $1"
    " AND (CAST($2 AS BIGINT) IS NULL OR from_day < $2 OR (from_day = $2 AND report_id < $3))"
    " AND (CAST($4 AS BIGINT) IS NULL OR closed_at <= $4) AND (CAST($6 AS BIGINT) IS NULL OR quota_id = $6)"
    " AND (CAST($7 AS TEXT) IS NULL OR period_key = $7) AND rep_id IN ($8)"
    " ORDER BY from_day DESC, report_id DESC LIMIT $5"};
constexpr Statement kEarlier{
    "period_report.earlier",
    "SELECT report_id, quota_id, quota_key, name, rep_id, period_kind, period_key, from_day, to_day, zone, closed_by, closed_at,"
    " amount, floor_amount, stretch_amount, amount_full, minutes, minutes_full, full_day_minutes, excused, counted, adjustment,"
    " grade, proposal, checksum FROM period_report WHERE org_id = $1 AND quota_id = $2 AND rep_id = $3 AND from_day < $4"
    " ORDER BY from_day"};
constexpr Statement kClosedUntil{
    "period_report.closed_until",
    "SELECT rep_id, max(to_day) FROM period_report WHERE org_id = $1 AND quota_id = $2 GROUP BY rep_id ORDER BY rep_id"};
constexpr Statement kAll{"period_report.all",
                         "SELECT report_id FROM period_report WHERE org_id = $1 ORDER BY report_id"};
constexpr Statement kParts{"report_part.of",
                           "SELECT why, minutes FROM report_part WHERE org_id = $1 AND report_id = $2 ORDER BY why"};
constexpr Statement kDays{
    "report_day.of",
    "SELECT day, started, team_id, amount, floor_amount, stretch_amount, rule_id, minutes_full, minutes_calendar, minutes_asked,"
    " share_bp, name, closing, counted FROM report_day WHERE org_id = $1 AND report_id = $2 ORDER BY day"};
constexpr Statement kRows{
    "report_row.of",
    "SELECT activity_id, occurred_at, day, kind, direction, outcome, duration_s, topic, contact_id, reason, counted_before, worth"
    " FROM report_row WHERE org_id = $1 AND report_id = $2 ORDER BY occurred_at, activity_id"};
constexpr Statement kAdjustments{
    "report_adjustment.of",
    "SELECT about_id, activity_id, occurred_at, day, change, reason_before, reason FROM report_adjustment"
    " WHERE org_id = $1 AND report_id = $2 ORDER BY occurred_at, activity_id, about_id"};
constexpr Statement kAdjustmentsAbout{
    "report_adjustment.about",
    "SELECT about_id, activity_id, occurred_at, day, change, reason_before, reason FROM report_adjustment"
    " WHERE org_id = $1 AND about_id = $2 ORDER BY report_id, occurred_at, activity_id"};

// Ids rise with time: $2 is smaller than every id since the moment, which is $4.
constexpr Statement kTouched{
    "report.touched_since",
    "SELECT a.rep_id, a.day FROM activity a WHERE a.org_id = $1 AND a.activity_id > $2 AND a.day < $3"
    " UNION SELECT b.rep_id, b.day FROM activity_change c JOIN activity b ON b.org_id = $1 AND b.activity_id = c.activity_id"
    " WHERE c.org_id = $1 AND c.stored_at >= $4 AND b.day < $3"};

constexpr Statement kTouchedByPipeline{
    "report.touched_by_pipeline_since",
    "SELECT h.rep_id, b.day FROM sale b JOIN sale_share h ON h.org_id = $1 AND h.sale_id = b.sale_id"
    " WHERE b.org_id = $1 AND b.sale_id > $2 AND b.day < $3"
    " UNION SELECT h.rep_id, b.day FROM sale_change c JOIN sale b ON b.org_id = $1 AND b.sale_id = c.sale_id"
    " JOIN sale_share h ON h.org_id = $1 AND h.sale_id = c.sale_id"
    " WHERE c.org_id = $1 AND c.stored_at >= $4 AND b.day < $3"
    " UNION SELECT h.rep_id, d.day FROM sale_change c JOIN sale_change d ON d.org_id = $1 AND d.sale_id = c.sale_id"
    " JOIN sale_share h ON h.org_id = $1 AND h.sale_id = c.sale_id"
    " WHERE c.org_id = $1 AND c.stored_at >= $4 AND d.day < $3"
    " UNION SELECT n.rep_id, n.sent_day FROM estimate_change c JOIN estimate_now n ON n.org_id = $1"
    " AND n.estimate_id = c.estimate_id WHERE c.org_id = $1 AND c.stored_at >= $4 AND n.sent_day < $3"};

// Each contact with a signal once; the days of its activities come as often as there are activities.
constexpr Statement kTouchedBySignals{
    "report.touched_by_signals_since",
    "SELECT n.rep_id, n.day FROM activity_now n WHERE n.org_id = $1 AND n.day < $3"
    " AND n.contact_id IN (SELECT s.contact_id FROM signal s WHERE s.org_id = $1 AND s.signal_id > $2)"};

constexpr Statement kPartsTouched{
    "report.parts_touched_since",
    "SELECT b.sale_id FROM sale b WHERE b.org_id = $1 AND b.sale_id > $2"
    " UNION SELECT c.sale_id FROM sale_change c WHERE c.org_id = $1 AND c.stored_at >= $3"
    " UNION SELECT e.estimate_id FROM estimate_change e WHERE e.org_id = $1 AND e.stored_at >= $3"};
constexpr Statement kWithoutRate{
    "report_row.without_rate",
    "SELECT DISTINCT r.report_id FROM period_report p JOIN report_row r ON r.org_id = $1 AND r.report_id = p.report_id"
    " WHERE p.org_id = $1 AND p.quota_id = $2 AND p.rep_id = $3 AND r.reason = 'no_rate' ORDER BY r.report_id"};

/// Where a report stands in the list.
struct Place {
  ReportId report_id;
  Day from;
};
BOOST_DESCRIBE_STRUCT(Place, (), (report_id, from))

struct ReportRecord {
  ReportId report_id;
  QuotaId quota_id;
  std::string key;
  std::string name;
  RepId rep_id;
  PeriodKind period_kind = PeriodKind::week;
  std::string period_key;
  Day from;
  Day to;
  std::string zone;
  UserId closed_by;
  Instant closed_at;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::int64_t amount_full = 0;
  std::int64_t minutes = 0;
  std::int64_t minutes_full = 0;
  std::int64_t full_day_minutes = 0;
  bool excused = false;
  std::int64_t counted = 0;
  std::int64_t adjustment = 0;
  std::optional<Grade> grade;
  Verdict proposal = Verdict::missed;
  std::string checksum;
};
BOOST_DESCRIBE_STRUCT(ReportRecord, (),
                      (report_id, quota_id, key, name, rep_id, period_kind, period_key, from, to, zone, closed_by,
                       closed_at, amount, floor, stretch, amount_full, minutes, minutes_full, full_day_minutes, excused,
                       counted, adjustment, grade, proposal, checksum))

struct DayRecord {
  Day day;
  bool started = false;
  std::optional<TeamId> team_id;
  std::optional<std::int64_t> amount;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::optional<RuleId> rule_id;
  std::int64_t minutes_full = 0;
  std::int64_t minutes_calendar = 0;
  std::int64_t minutes_asked = 0;
  std::int64_t share_bp = 0;
  std::optional<std::string> name;
  bool closing = false;
  std::int64_t counted = 0;
};
BOOST_DESCRIBE_STRUCT(DayRecord, (),
                      (day, started, team_id, amount, floor, stretch, rule_id, minutes_full, minutes_calendar,
                       minutes_asked, share_bp, name, closing, counted))

struct RepDay {
  RepId rep_id;
  Day day;
};
BOOST_DESCRIBE_STRUCT(RepDay, (), (rep_id, day))

ReportRecord record_of(const PeriodReport& report, std::string_view checksum) {
  const ReportHead& h = report.head;
  const Proration& p = report.proration;
  return {h.report_id,
          h.quota_id,
          h.key,
          h.name,
          h.rep_id,
          h.period_kind,
          h.period_key,
          h.span.from,
          h.span.to,
          h.zone,
          h.closed_by,
          h.closed_at,
          p.amount,
          p.floor,
          p.stretch,
          p.amount_full,
          p.minutes,
          p.minutes_full,
          report.full_day_minutes,
          p.excused,
          report.counted,
          report.adjustment,
          report.grade,
          report.proposal,
          std::string(checksum)};
}

PeriodReport report_from(ReportRecord r) {
  PeriodReport report;
  report.head = {r.report_id,
                 r.quota_id,
                 std::move(r.key),
                 std::move(r.name),
                 r.rep_id,
                 r.period_kind,
                 std::move(r.period_key),
                 Period{r.from, r.to},
                 std::move(r.zone),
                 r.closed_by,
                 r.closed_at};
  report.proration = {r.amount, r.floor, r.stretch, r.amount_full, r.minutes, r.minutes_full, {}, r.excused};
  report.full_day_minutes = r.full_day_minutes;
  report.counted = r.counted;
  report.adjustment = r.adjustment;
  report.grade = r.grade;
  report.proposal = r.proposal;
  return report;
}

std::vector<PeriodReport> reports_from(std::vector<ReportRecord> records) {
  std::vector<PeriodReport> reports;
  reports.reserve(records.size());
  for (ReportRecord& record : records) reports.push_back(report_from(std::move(record)));
  return reports;
}

DayRecord record_of(const ReportDay& d) {
  const auto amount = d.amounts ? std::optional(d.amounts->quota) : std::nullopt;
  return {d.day,
          d.started,
          d.team_id,
          amount,
          d.amounts ? d.amounts->floor : std::nullopt,
          d.amounts ? d.amounts->stretch : std::nullopt,
          d.rule_id,
          d.minutes_full,
          d.minutes_calendar,
          d.minutes_asked,
          d.share_bp,
          d.name,
          d.closing,
          d.counted};
}

ReportDay day_from(DayRecord r) {
  const auto amounts = r.amount ? std::optional(Amounts{*r.amount, r.floor, r.stretch}) : std::nullopt;
  return {r.day,           r.started,  r.team_id,         amounts,   r.rule_id, r.minutes_full, r.minutes_calendar,
          r.minutes_asked, r.share_bp, std::move(r.name), r.closing, r.counted};
}

/// One set of parameters for each record. REQUIRES: the records outlive them.
template <class T>
std::vector<Parameters> parameters_of(OrgId org_id, ReportId report_id, const std::vector<T>& records) {
  std::vector<Parameters> all;
  all.reserve(records.size());
  for (const T& record : records) all.push_back(std::move(Parameters().add(org_id, report_id).add_members(record)));
  return all;
}

/// Parts in the order of their kinds, as proration gives them.
void sort_parts(std::vector<ProrationPart>& parts) {
  std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.why < b.why; });
}

}  // namespace

Result<void> SqlReportStore::add(const PeriodReport& report, std::string_view checksum) {
  const ReportRecord record = record_of(report, checksum);
  const auto added = scope_.connection.execute(kAdd, Parameters().add(scope_.org_id).add_members(record));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "report.exists");
  PACELINE_CHECK(added);
  return add_parts(report);
}

Result<void> SqlReportStore::add_parts(const PeriodReport& report) {
  const ReportId id = report.head.report_id;
  std::vector<DayRecord> days;
  for (const ReportDay& day : report.days) days.push_back(record_of(day));
  Connection& connection = scope_.connection;
  PACELINE_CHECK(insert_all(connection, kAddPart, parameters_of(scope_.org_id, id, report.proration.parts)));
  PACELINE_CHECK(insert_all(connection, kAddDay, parameters_of(scope_.org_id, id, days)));
  PACELINE_CHECK(insert_all(connection, kAddRow, parameters_of(scope_.org_id, id, report.rows)));
  PACELINE_CHECK(insert_all(connection, kAddAdjustment, parameters_of(scope_.org_id, id, report.adjustments)));
  return {};
}

Result<std::optional<StoredReport>> SqlReportStore::find_without_rows(ReportId report_id) {
  const auto parameters = params(scope_.org_id, report_id);
  PACELINE_TRY(auto record, query_one<ReportRecord>(scope_.connection, kGet, parameters));
  if (!record) return std::optional<StoredReport>();
  std::string checksum = std::move(record->checksum);
  PeriodReport report = report_from(*std::move(record));
  PACELINE_TRY(report.proration.parts, query_all<ProrationPart>(scope_.connection, kParts, parameters));
  sort_parts(report.proration.parts);
  PACELINE_TRY(report.days, days_of(report_id));
  PACELINE_TRY(report.adjustments, query_all<Adjustment>(scope_.connection, kAdjustments, parameters));
  return std::optional(StoredReport{std::move(report), std::move(checksum)});
}

Result<std::optional<StoredReport>> SqlReportStore::find(ReportId report_id) {
  PACELINE_TRY(auto found, find_without_rows(report_id));
  if (!found) return found;
  PACELINE_TRY(found->report.rows, rows_of(report_id));
  return found;
}

Result<std::vector<ReportRow>> SqlReportStore::rows_of(ReportId report_id) {
  return query_all<ReportRow>(scope_.connection, kRows, params(scope_.org_id, report_id));
}

Result<std::vector<ReportDay>> SqlReportStore::days_of(ReportId report_id) {
  PACELINE_TRY(auto records, query_all<DayRecord>(scope_.connection, kDays, params(scope_.org_id, report_id)));
  std::vector<ReportDay> days;
  days.reserve(records.size());
  for (DayRecord& record : records) days.push_back(day_from(std::move(record)));
  return days;
}

Result<std::optional<ReportId>> SqlReportStore::find_closed(QuotaId quota_id, RepId rep_id, Day from) {
  return query_one<ReportId>(scope_.connection, kFindClosed, params(scope_.org_id, quota_id, rep_id, from));
}

Result<std::vector<ReportId>> SqlReportStore::ids_of(const ReportPage& page) {
  const auto day = page.before ? std::optional(page.before->first) : std::nullopt;
  const auto id = page.before ? std::optional(page.before->second) : std::nullopt;
  Connection& connection = scope_.connection;
  const auto common = Parameters().add(scope_.org_id, day, id, page.made_until, page.limit);
  std::vector<Place> places;
  if (page.reps) {
    const auto parameters = Parameters(common).add(page.quota_id, page.period_key);
    PACELINE_TRY(places, query_list<Place>(connection, kPageOfReps, parameters, std::span<const RepId>(*page.reps)));
    // Of more than a thousand reps these are several pages, each in order.
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return std::pair(b.from, b.report_id) < std::pair(a.from, a.report_id);
    });
    places.resize(std::min(places.size(), static_cast<std::size_t>(page.limit)));
  } else if (page.period_key) {
    const auto parameters = Parameters(common).add(page.period_key, page.quota_id);
    PACELINE_TRY(places, query_all<Place>(connection, kPageOfPeriod, parameters));
  } else if (page.quota_id) {
    PACELINE_TRY(places, query_all<Place>(connection, kPageOfQuota, Parameters(common).add(page.quota_id)));
  } else {
    PACELINE_TRY(places, query_all<Place>(connection, kPage, common));
  }
  std::vector<ReportId> ids;
  ids.reserve(places.size());
  for (const Place& place : places) ids.push_back(place.report_id);
  return ids;
}

Result<std::vector<PeriodReport>> SqlReportStore::page(const ReportPage& page) {
  PACELINE_TRY(const auto ids, ids_of(page));
  return heads_of(ids);
}

Result<std::vector<PeriodReport>> SqlReportStore::heads_of(const std::vector<ReportId>& reports) {
  PACELINE_TRY(auto records, query_list<ReportRecord>(scope_.connection, kGetMany, params(scope_.org_id),
                                                      std::span<const ReportId>(reports)));
  std::map<ReportId, std::size_t> places;
  for (std::size_t at = 0; at < reports.size(); ++at) places.emplace(reports[at], at);
  std::sort(records.begin(), records.end(), [&](const ReportRecord& a, const ReportRecord& b) {
    return places.at(a.report_id) < places.at(b.report_id);
  });
  return reports_from(std::move(records));
}

Result<std::vector<PeriodReport>> SqlReportStore::earlier(QuotaId quota_id, RepId rep_id, Day before) {
  PACELINE_TRY(auto records,
               query_all<ReportRecord>(scope_.connection, kEarlier, params(scope_.org_id, quota_id, rep_id, before)));
  return reports_from(std::move(records));
}

Result<std::vector<Adjustment>> SqlReportStore::adjustments_about(ReportId report_id) {
  return query_all<Adjustment>(scope_.connection, kAdjustmentsAbout, params(scope_.org_id, report_id));
}

Result<std::map<RepId, Day>> SqlReportStore::closed_until(QuotaId quota_id) {
  PACELINE_TRY(const auto days, query_all<RepDay>(scope_.connection, kClosedUntil, params(scope_.org_id, quota_id)));
  std::map<RepId, Day> until;
  for (const RepDay& day : days) until.emplace(day.rep_id, day.day);
  return until;
}

Result<std::vector<ReportId>> SqlReportStore::all() {
  return query_all<ReportId>(scope_.connection, kAll, params(scope_.org_id));
}

Result<std::map<RepId, std::set<Day>>> SqlReportStore::touched_since(Instant since, Day before, Touching by) {
  const std::int64_t id = id_before(since);
  std::vector<RepDay> days;
  const auto add = [&](const Statement& statement, const auto& parameters) -> Result<void> {
    PACELINE_TRY(const auto found, query_all<RepDay>(scope_.connection, statement, parameters));
    days.insert(days.end(), found.begin(), found.end());
    return {};
  };
  if (by.activities) PACELINE_CHECK(add(kTouched, params(scope_.org_id, id, before, since)));
  if (by.signals) PACELINE_CHECK(add(kTouchedBySignals, params(scope_.org_id, id, before)));
  if (by.pipeline) PACELINE_CHECK(add(kTouchedByPipeline, params(scope_.org_id, id, before, since)));
  std::map<RepId, std::set<Day>> touched;
  for (const RepDay& day : days) touched[day.rep_id].insert(day.day);
  return touched;
}

Result<std::set<ActivityId>> SqlReportStore::parts_touched_since(Instant since) {
  PACELINE_TRY(const auto ids,
               query_all<ActivityId>(scope_.connection, kPartsTouched, params(scope_.org_id, id_before(since), since)));
  return std::set<ActivityId>(ids.begin(), ids.end());
}

Result<std::set<ReportId>> SqlReportStore::without_rate(QuotaId quota_id, RepId rep_id) {
  PACELINE_TRY(const auto ids,
               query_all<ReportId>(scope_.connection, kWithoutRate, params(scope_.org_id, quota_id, rep_id)));
  return std::set<ReportId>(ids.begin(), ids.end());
}

}  // namespace paceline::store
