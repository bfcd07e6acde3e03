// SPDX-License-Identifier: Apache-2.0
#include "store/evidence.h"

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(CallEvidence, (),
                      (evidence_id, activity_id, source, external_id, occurred_at, direction, duration_s, outcome,
                       record_id, change_id, actor_id, known_at))
BOOST_DESCRIBE_STRUCT(KeyedEvidence, (), (external_id, evidence_id, ended))
BOOST_DESCRIBE_STRUCT(NamedActivity, (Activity), (source, external_id))
BOOST_DESCRIBE_STRUCT(ActivitySource, (), (activity_id, source, occurred_at, duration_s))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "activity_evidence.add",
    "INSERT INTO activity_evidence (org_id, evidence_id, activity_id, source, external_id, occurred_at, direction, duration_s,"
    " outcome, record_id, change_id, actor_id, known_at, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
constexpr Statement kEnd{
    "activity_evidence_end.add",
    "INSERT INTO activity_evidence_end (org_id, evidence_id, reason, actor_id, known_at, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kFind{
    "activity_evidence.get",
    "SELECT e.evidence_id, e.activity_id, e.source, e.external_id, e.occurred_at, e.direction, e.duration_s, e.outcome, e.record_id,"
    " e.change_id, e.actor_id, e.known_at FROM activity_evidence e LEFT JOIN activity_evidence_end x ON x.org_id = $1"
    " AND x.evidence_id = e.evidence_id WHERE e.org_id = $1 AND e.evidence_id = $2 AND x.evidence_id IS NULL"};
constexpr Statement kOfRecord{
    "activity_evidence.of_record",
    "SELECT e.evidence_id, e.activity_id, e.source, e.external_id, e.occurred_at, e.direction, e.duration_s, e.outcome, e.record_id,"
    " e.change_id, e.actor_id, e.known_at FROM activity_evidence e LEFT JOIN activity_evidence_end x ON x.org_id = $1"
    " AND x.evidence_id = e.evidence_id WHERE e.org_id = $1 AND e.record_id = $2 AND x.evidence_id IS NULL"};
constexpr Statement kAll{
    "activity_evidence.all",
    "SELECT e.evidence_id, e.activity_id, e.source, e.external_id, e.occurred_at, e.direction, e.duration_s, e.outcome, e.record_id,"
    " e.change_id, e.actor_id, e.known_at FROM activity_evidence e LEFT JOIN activity_evidence_end x ON x.org_id = $1"
    " AND x.evidence_id = e.evidence_id WHERE e.org_id = $1 AND x.evidence_id IS NULL ORDER BY e.evidence_id"};
constexpr Statement kByKeys{
    "activity_evidence.by_keys",
    "SELECT e.external_id, e.evidence_id, CASE WHEN x.evidence_id IS NULL THEN 0 ELSE 1 END FROM activity_evidence e"
    " LEFT JOIN activity_evidence_end x ON x.org_id = $1 AND x.evidence_id = e.evidence_id"
    " WHERE e.org_id = $1 AND e.source = $2 AND e.external_id IN ($3)"};
constexpr Statement kLoggedCalls{
    "activity_now.logged_calls",
    "SELECT n.activity_id, n.rep_id, n.contact_id, n.account_id, n.kind, n.direction, n.outcome, n.duration_s, n.topic,"
    " n.product_line, n.relation, n.temperature, n.lead_source, n.segment, n.occurred_at, n.known_at, n.day, n.state,"
    " n.occurred_precision, f.source, f.external_id FROM activity_now n JOIN activity f ON f.org_id = $1"
    " AND f.activity_id = n.activity_id WHERE n.org_id = $1 AND n.contact_id = $3 AND n.occurred_at >= $4 AND n.occurred_at <= $5"
    " AND n.rep_id = $2 AND n.kind = 'call' AND n.state <> 'voided' AND n.occurred_precision IS NULL AND f.source IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM activity_evidence e LEFT JOIN activity_evidence_end x ON x.org_id = $1"
    " AND x.evidence_id = e.evidence_id WHERE e.org_id = $1 AND e.activity_id = n.activity_id AND x.evidence_id IS NULL)"
    " ORDER BY n.occurred_at, n.activity_id"};
// Call records are those whose source begins with "calls:".
constexpr Statement kRecordedCalls{
    "activity_now.recorded_calls",
    "SELECT n.activity_id, n.rep_id, n.contact_id, n.account_id, n.kind, n.direction, n.outcome, n.duration_s, n.topic,"
    " n.product_line, n.relation, n.temperature, n.lead_source, n.segment, n.occurred_at, n.known_at, n.day, n.state,"
    " n.occurred_precision, f.source, f.external_id FROM activity_now n JOIN activity f ON f.org_id = $1"
    " AND f.activity_id = n.activity_id WHERE n.org_id = $1 AND n.contact_id = $3 AND n.occurred_at >= $4 AND n.occurred_at <= $5"
    " AND n.rep_id = $2 AND n.kind = 'call' AND n.state <> 'voided' AND n.occurred_precision IS NULL"
    " AND f.source >= 'calls:' AND f.source < 'calls;' ORDER BY n.occurred_at, n.activity_id"};
constexpr Statement kOwnSource{"activity.sources",
                               "SELECT activity_id, source, occurred_at, duration_s FROM activity WHERE org_id = $1"
                               " AND activity_id IN ($2)"};
constexpr Statement kFurtherSources{
    "activity_evidence.sources",
    "SELECT e.activity_id, e.source, e.occurred_at, e.duration_s FROM activity_evidence e LEFT JOIN activity_evidence_end x"
    " ON x.org_id = $1 AND x.evidence_id = e.evidence_id WHERE e.org_id = $1 AND x.evidence_id IS NULL AND e.activity_id IN ($2)"};

}  // namespace

Result<void> SqlEvidenceStore::add(const CallEvidence& evidence, Instant stored_at) {
  PACELINE_CHECK(
      scope_.connection.execute(kAdd, std::move(Parameters().add(scope_.org_id).add_members(evidence).add(stored_at))));
  return {};
}

Result<void> SqlEvidenceStore::end(const EvidenceEnd& end, Instant stored_at) {
  PACELINE_CHECK(scope_.connection.execute(
      kEnd, params(scope_.org_id, end.evidence_id, end.reason, end.actor_id, end.known_at, stored_at)));
  return {};
}

Result<std::optional<CallEvidence>> SqlEvidenceStore::find(EvidenceId evidence_id) {
  return query_one<CallEvidence>(scope_.connection, kFind, params(scope_.org_id, evidence_id));
}

Result<std::optional<CallEvidence>> SqlEvidenceStore::of_record(ActivityId record_id) {
  return query_one<CallEvidence>(scope_.connection, kOfRecord, params(scope_.org_id, record_id));
}

Result<std::vector<CallEvidence>> SqlEvidenceStore::all() {
  return query_all<CallEvidence>(scope_.connection, kAll, params(scope_.org_id));
}

Result<std::vector<KeyedEvidence>> SqlEvidenceStore::by_keys(const std::string& source,
                                                             const std::vector<std::string>& external_ids) {
  return query_list<KeyedEvidence>(scope_.connection, kByKeys, params(scope_.org_id, source),
                                   std::span<const std::string>(external_ids));
}

Result<std::vector<NamedActivity>> SqlEvidenceStore::logged_calls(const CallsAsked& asked) {
  return query_all<NamedActivity>(scope_.connection, kLoggedCalls,
                                  params(scope_.org_id, asked.rep_id, asked.contact_id, asked.from, asked.to));
}

Result<std::vector<NamedActivity>> SqlEvidenceStore::recorded_calls(const CallsAsked& asked) {
  return query_all<NamedActivity>(scope_.connection, kRecordedCalls,
                                  params(scope_.org_id, asked.rep_id, asked.contact_id, asked.from, asked.to));
}

Result<std::map<ActivityId, std::vector<ActivitySource>>> SqlEvidenceStore::sources_of(
    const std::vector<ActivityId>& activities) {
  const std::span<const ActivityId> ids(activities);
  PACELINE_TRY(auto own, query_list<ActivitySource>(scope_.connection, kOwnSource, params(scope_.org_id), ids));
  PACELINE_TRY(auto further,
               query_list<ActivitySource>(scope_.connection, kFurtherSources, params(scope_.org_id), ids));
  std::map<ActivityId, std::vector<ActivitySource>> sources;
  for (ActivitySource& source : own) sources[source.activity_id].push_back(std::move(source));
  for (ActivitySource& source : further) sources[source.activity_id].push_back(std::move(source));
  return sources;
}

}  // namespace paceline::store
