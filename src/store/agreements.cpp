// SPDX-License-Identifier: Apache-2.0
#include "store/agreements.h"

#include <algorithm>

#include "store/columns.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(VersionSignature, (), (quota_id, from, set_by, set_at, proposed_by))
BOOST_DESCRIBE_STRUCT(QuotaAgreement, (), (quota_id, from, version_set_at, user_id, agreed_at))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kSignatures{
    "quota_version.signatures",
    "SELECT quota_id, from_day, actor_id, stored_at, proposed_by FROM quota_version WHERE org_id = $1"
    " ORDER BY quota_id, from_day"};
constexpr Statement kAddAgreement{
    "quota_agreement.add",
    "INSERT INTO quota_agreement (org_id, quota_id, from_day, version_stored_at, user_id, agreed_at)"
    " VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, quota_id, from_day, version_stored_at, user_id) DO NOTHING"};
constexpr Statement kAgreements{
    "quota_agreement.all",
    "SELECT quota_id, from_day, version_stored_at, user_id, agreed_at FROM quota_agreement WHERE org_id = $1"
    " ORDER BY quota_id, from_day, agreed_at, user_id"};
constexpr Statement kAddProposal{
    "quota_proposal.add",
    "INSERT INTO quota_proposal (org_id, proposal_id, quota_id, rep_id, amount, floor_amount, stretch_amount, from_day,"
    " note, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
constexpr Statement kProposals{
    "quota_proposal.all",
    "SELECT proposal_id, quota_id, rep_id, amount, floor_amount, stretch_amount, from_day, note, proposed_by, proposed_at"
    " FROM quota_proposal WHERE org_id = $1 ORDER BY proposed_at DESC, proposal_id DESC"};
constexpr Statement kAddDecision{
    "quota_decision.add",
    "INSERT INTO quota_decision (org_id, proposal_id, agreed, note, decided_by, decided_at)"
    " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kDecisions{
    "quota_decision.all",
    "SELECT proposal_id, agreed, note, decided_by, decided_at FROM quota_decision WHERE org_id = $1"
    " ORDER BY proposal_id"};

struct ProposalRecord {
  ProposalId proposal_id;
  QuotaId quota_id;
  RepId rep_id;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  std::optional<Day> from;
  std::string note;
  UserId proposed_by;
  Instant proposed_at;
};
BOOST_DESCRIBE_STRUCT(ProposalRecord, (),
                      (proposal_id, quota_id, rep_id, amount, floor, stretch, from, note, proposed_by, proposed_at))

struct DecisionRecord {
  ProposalId proposal_id;
  bool agreed = false;
  std::string note;
  UserId decided_by;
  Instant decided_at;
};
BOOST_DESCRIBE_STRUCT(DecisionRecord, (), (proposal_id, agreed, note, decided_by, decided_at))

std::optional<QuotaDecision> decision_on(ProposalId proposal_id, const std::vector<DecisionRecord>& decisions) {
  const auto found = std::find_if(decisions.begin(), decisions.end(),
                                  [&](const DecisionRecord& each) { return each.proposal_id == proposal_id; });
  if (found == decisions.end()) return std::nullopt;
  return QuotaDecision{found->agreed, found->note, found->decided_by, found->decided_at};
}

}  // namespace

Result<std::vector<VersionSignature>> SqlAgreementStore::signatures() {
  return query_all<VersionSignature>(scope_.connection, kSignatures, params(scope_.org_id));
}

Result<void> SqlAgreementStore::add_agreement(const QuotaAgreement& agreement) {
  PACELINE_CHECK(scope_.connection.execute(kAddAgreement, Parameters().add(scope_.org_id).add_members(agreement)));
  return {};
}

Result<std::vector<QuotaAgreement>> SqlAgreementStore::agreements() {
  return query_all<QuotaAgreement>(scope_.connection, kAgreements, params(scope_.org_id));
}

Result<void> SqlAgreementStore::add_proposal(const QuotaProposal& p) {
  PACELINE_CHECK(scope_.connection.execute(
      kAddProposal, params(scope_.org_id, p.proposal_id, p.quota_id, p.rep_id, p.amounts.quota, p.amounts.floor,
                           p.amounts.stretch, p.from, p.note, p.proposed_by, p.proposed_at)));
  return {};
}

Result<std::vector<QuotaProposal>> SqlAgreementStore::proposals() {
  PACELINE_TRY(auto records, query_all<ProposalRecord>(scope_.connection, kProposals, params(scope_.org_id)));
  PACELINE_TRY(const auto decisions, query_all<DecisionRecord>(scope_.connection, kDecisions, params(scope_.org_id)));
  std::vector<QuotaProposal> proposals;
  proposals.reserve(records.size());
  for (ProposalRecord& r : records) {
    proposals.push_back({r.proposal_id, r.quota_id, r.rep_id, Amounts{r.amount, r.floor, r.stretch}, r.from,
                         std::move(r.note), r.proposed_by, r.proposed_at, decision_on(r.proposal_id, decisions)});
  }
  return proposals;
}

Result<void> SqlAgreementStore::add_decision(ProposalId proposal_id, const QuotaDecision& d) {
  const auto added = scope_.connection.execute(
      kAddDecision, params(scope_.org_id, proposal_id, d.agreed, d.note, d.decided_by, d.decided_at));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "proposal.decided");
  PACELINE_CHECK(added);
  return {};
}

}  // namespace paceline::store
