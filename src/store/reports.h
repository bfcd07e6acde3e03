// SPDX-License-Identifier: Apache-2.0
// ReportStore on SQL.
#pragma once

#include "app/ports/report_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlReportStore : public ReportStore {
 public:
  explicit SqlReportStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add(const PeriodReport& report, std::string_view checksum) override;
  Result<std::optional<StoredReport>> find(ReportId report_id) override;
  Result<std::optional<StoredReport>> find_without_rows(ReportId report_id) override;
  Result<std::vector<ReportRow>> rows_of(ReportId report_id) override;
  Result<std::optional<ReportId>> find_closed(QuotaId quota_id, RepId rep_id, Day from) override;
  Result<std::vector<PeriodReport>> page(const ReportPage& page) override;
  Result<std::vector<PeriodReport>> heads_of(const std::vector<ReportId>& reports) override;
  Result<std::vector<ReportDay>> days_of(ReportId report_id) override;
  Result<std::vector<PeriodReport>> earlier(QuotaId quota_id, RepId rep_id, Day before) override;
  Result<std::vector<Adjustment>> adjustments_about(ReportId report_id) override;
  Result<std::map<RepId, Day>> closed_until(QuotaId quota_id) override;
  Result<std::vector<ReportId>> all() override;
  Result<std::map<RepId, std::set<Day>>> touched_since(Instant since, Day before, Touching by) override;
  Result<std::set<ActivityId>> parts_touched_since(Instant since) override;
  Result<std::set<ReportId>> without_rate(QuotaId quota_id, RepId rep_id) override;
  Result<void> add_decision(ReportId report_id, const ReportDecision& decision) override;
  Result<std::vector<ReportDecision>> decisions_of(ReportId report_id) override;
  Result<std::map<ReportId, std::vector<ReportDecision>>> decisions_of(const std::vector<ReportId>& reports) override;
  Result<void> add_acknowledgement(ReportId report_id, const Acknowledgement& given) override;
  Result<std::vector<Acknowledgement>> acknowledgements_of(ReportId report_id) override;
  Result<std::map<ReportId, std::vector<Acknowledgement>>> acknowledgements_of(
      const std::vector<ReportId>& reports) override;

 private:
  [[nodiscard]] Result<std::vector<ReportId>> ids_of(const ReportPage& page);
  [[nodiscard]] Result<void> add_parts(const PeriodReport& report);

  const OrgScope& scope_;
};

}  // namespace paceline::store
