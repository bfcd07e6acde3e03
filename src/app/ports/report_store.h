// SPDX-License-Identifier: Apache-2.0
// Period reports, as they are stored: written once and never changed; decisions and acknowledgements are added.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/instant.h"
#include "quota/report.h"

namespace paceline {

using ReportDecisionId = Id<struct DecisionTag>;
using AcknowledgementId = Id<struct AcknowledgementTag>;

/// Why a period does not count against somebody. Never the medical reason: who was ill was absent.
BOOST_DEFINE_ENUM_CLASS(Excuse, absent, other_work, no_contacts, system_outage, new_territory, agreed_otherwise)

/// What a named person decided; the latest one is the verdict.
struct ReportDecision {
  ReportDecisionId decision_id;
  Verdict verdict = Verdict::met;
  std::optional<Excuse> excuse;     ///< of the verdict excused
  std::optional<std::string> note;  ///< of an excuse in words; why an earlier decision is replaced
  UserId actor_id;
  Instant at;
};

BOOST_DEFINE_ENUM_CLASS(Side, rep, manager)

/// That somebody has seen the report; not that they agree.
struct Acknowledgement {
  AcknowledgementId acknowledgement_id;
  Side side = Side::rep;
  std::optional<std::string> remark;
  UserId actor_id;
  Instant at;
};

struct ReportPage {
  std::optional<std::vector<RepId>> reps;  ///< only of these; none: of everybody
  std::optional<QuotaId> quota_id;
  std::optional<std::string> period_key;
  std::optional<Instant> made_until;               ///< only those that were made by then
  std::optional<std::pair<Day, ReportId>> before;  ///< only those after this one in the list
  int limit = 50;
};

/// A report with the checksum that was taken when it was made.
struct StoredReport {
  PeriodReport report;
  std::string checksum;
};

/// What may change what rules count on a day.
struct Touching {
  bool activities = false;  ///< an activity, or a change of one
  bool signals = false;     ///< of the contact of an activity
  bool pipeline = false;    ///< sales and estimates
  friend auto operator<=>(const Touching&, const Touching&) = default;
};

class ReportStore {
 public:
  virtual ~ReportStore() = default;

  /// Returns conflict "report.exists" when the quota's period of the rep has one.
  [[nodiscard]] virtual Result<void> add(const PeriodReport& report, std::string_view checksum) = 0;
  /// With its parts, days, adjustments and rows.
  [[nodiscard]] virtual Result<std::optional<StoredReport>> find(ReportId report_id) = 0;
  /// The same without the rows.
  [[nodiscard]] virtual Result<std::optional<StoredReport>> find_without_rows(ReportId report_id) = 0;
  [[nodiscard]] virtual Result<std::vector<ReportRow>> rows_of(ReportId report_id) = 0;
  [[nodiscard]] virtual Result<std::optional<ReportId>> find_closed(QuotaId quota_id, RepId rep_id, Day from) = 0;

  /// Newest period first, without parts, days, adjustments and rows.
  [[nodiscard]] virtual Result<std::vector<PeriodReport>> page(const ReportPage& page) = 0;
  /// The same of these, in their order.
  [[nodiscard]] virtual Result<std::vector<PeriodReport>> heads_of(const std::vector<ReportId>& reports) = 0;
  [[nodiscard]] virtual Result<std::vector<ReportDay>> days_of(ReportId report_id) = 0;
  /// Those of earlier periods, oldest first, as page() gives them.
  [[nodiscard]] virtual Result<std::vector<PeriodReport>> earlier(QuotaId quota_id, RepId rep_id, Day before) = 0;
  /// What later reports carry of this one, in the order of their making.
  [[nodiscard]] virtual Result<std::vector<Adjustment>> adjustments_about(ReportId report_id) = 0;
  /// The last days of the closed periods of each rep; half-open: the first days after them.
  [[nodiscard]] virtual Result<std::map<RepId, Day>> closed_until(QuotaId quota_id) = 0;
  /// Every report, in order of id.
  [[nodiscard]] virtual Result<std::vector<ReportId>> all() = 0;

  /// Days before `before` of which a rep's activities may have changed since.
  [[nodiscard]] virtual Result<std::map<RepId, std::set<Day>>> touched_since(Instant since, Day before,
                                                                             Touching by) = 0;

  /// Sales and estimates that were told, or of which something was told, since then.
  [[nodiscard]] virtual Result<std::set<ActivityId>> parts_touched_since(Instant since) = 0;
  /// The rep's reports of the quota that have a row which no rate was known for.
  [[nodiscard]] virtual Result<std::set<ReportId>> without_rate(QuotaId quota_id, RepId rep_id) = 0;

  [[nodiscard]] virtual Result<void> add_decision(ReportId report_id, const ReportDecision& decision) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<ReportDecision>> decisions_of(ReportId report_id) = 0;
  /// The same of many; a report without one is not in it.
  [[nodiscard]] virtual Result<std::map<ReportId, std::vector<ReportDecision>>> decisions_of(
      const std::vector<ReportId>& reports) = 0;
  [[nodiscard]] virtual Result<void> add_acknowledgement(ReportId report_id, const Acknowledgement& given) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<Acknowledgement>> acknowledgements_of(ReportId report_id) = 0;
  /// The same of many; a report without one is not in it.
  [[nodiscard]] virtual Result<std::map<ReportId, std::vector<Acknowledgement>>> acknowledgements_of(
      const std::vector<ReportId>& reports) = 0;
};

}  // namespace paceline
