// SPDX-License-Identifier: Apache-2.0
// What people said of period reports: rows beside them, that are added and never changed.
#include "store/columns.h"
#include "store/reports.h"
#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(ReportDecision, (), (decision_id, verdict, excuse, note, actor_id, at))
BOOST_DESCRIBE_STRUCT(Acknowledgement, (), (acknowledgement_id, side, remark, actor_id, at))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAddDecision{
    "report_decision.add",
    "INSERT INTO report_decision (org_id, report_id, decision_id, verdict, excuse, note, actor_id, at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kDecisions{"report_decision.of",
                               "SELECT decision_id, verdict, excuse, note, actor_id, at FROM report_decision"
                               " WHERE org_id = $1 AND report_id = $2 ORDER BY decision_id"};
constexpr Statement kDecisionsOfMany{
    "report_decision.of_many",
    "SELECT report_id, decision_id, verdict, excuse, note, actor_id, at FROM report_decision"
    " WHERE org_id = $1 AND report_id IN ($2) ORDER BY report_id, decision_id"};
constexpr Statement kAddAcknowledgement{
    "report_acknowledgement.add",
    "INSERT INTO report_acknowledgement (org_id, report_id, acknowledgement_id, side, remark, actor_id, at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kAcknowledgements{
    "report_acknowledgement.of",
    "SELECT acknowledgement_id, side, remark, actor_id, at FROM report_acknowledgement"
    " WHERE org_id = $1 AND report_id = $2 ORDER BY acknowledgement_id"};

constexpr Statement kAcknowledgementsOfMany{
    "report_acknowledgement.of_many",
    "SELECT report_id, acknowledgement_id, side, remark, actor_id, at FROM report_acknowledgement"
    " WHERE org_id = $1 AND report_id IN ($2) ORDER BY report_id, acknowledgement_id"};

struct DecisionOfReport {
  ReportId report_id;
  ReportDecisionId decision_id;
  Verdict verdict = Verdict::met;
  std::optional<Excuse> excuse;
  std::optional<std::string> note;
  UserId actor_id;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(DecisionOfReport, (), (report_id, decision_id, verdict, excuse, note, actor_id, at))

struct AcknowledgementOfReport {
  ReportId report_id;
  AcknowledgementId acknowledgement_id;
  Side side = Side::rep;
  std::optional<std::string> remark;
  UserId actor_id;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(AcknowledgementOfReport, (), (report_id, acknowledgement_id, side, remark, actor_id, at))

}  // namespace

Result<void> SqlReportStore::add_decision(ReportId report_id, const ReportDecision& decision) {
  PACELINE_CHECK(
      scope_.connection.execute(kAddDecision, Parameters().add(scope_.org_id, report_id).add_members(decision)));
  return {};
}

Result<std::vector<ReportDecision>> SqlReportStore::decisions_of(ReportId report_id) {
  return query_all<ReportDecision>(scope_.connection, kDecisions, params(scope_.org_id, report_id));
}

Result<std::map<ReportId, std::vector<ReportDecision>>> SqlReportStore::decisions_of(
    const std::vector<ReportId>& reports) {
  PACELINE_TRY(auto all, query_list<DecisionOfReport>(scope_.connection, kDecisionsOfMany, params(scope_.org_id),
                                                      std::span<const ReportId>(reports)));
  std::map<ReportId, std::vector<ReportDecision>> decisions;
  for (DecisionOfReport& d : all)
    decisions[d.report_id].push_back({d.decision_id, d.verdict, d.excuse, std::move(d.note), d.actor_id, d.at});
  return decisions;
}

Result<void> SqlReportStore::add_acknowledgement(ReportId report_id, const Acknowledgement& given) {
  PACELINE_CHECK(
      scope_.connection.execute(kAddAcknowledgement, Parameters().add(scope_.org_id, report_id).add_members(given)));
  return {};
}

Result<std::vector<Acknowledgement>> SqlReportStore::acknowledgements_of(ReportId report_id) {
  return query_all<Acknowledgement>(scope_.connection, kAcknowledgements, params(scope_.org_id, report_id));
}

Result<std::map<ReportId, std::vector<Acknowledgement>>> SqlReportStore::acknowledgements_of(
    const std::vector<ReportId>& reports) {
  PACELINE_TRY(auto all,
               query_list<AcknowledgementOfReport>(scope_.connection, kAcknowledgementsOfMany, params(scope_.org_id),
                                                   std::span<const ReportId>(reports)));
  std::map<ReportId, std::vector<Acknowledgement>> given;
  for (AcknowledgementOfReport& a : all)
    given[a.report_id].push_back({a.acknowledgement_id, a.side, std::move(a.remark), a.actor_id, a.at});
  return given;
}

}  // namespace paceline::store
