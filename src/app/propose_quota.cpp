// SPDX-License-Identifier: Apache-2.0
#include "app/propose_quota.h"

#include "app/check_quota.h"
#include "app/quota_versions.h"

namespace paceline {
namespace {

/// The proposed amounts as those of a subject of its own, in the version that holds then.
QuotaVersion version_with(const Quota& quota, const QuotaProposal& proposal, Day from) {
  const QuotaVersion* known = version_on(quota, from);
  QuotaVersion version = known == nullptr ? quota.versions.front() : *known;
  version.from = from;
  const QuotaSubject own{SubjectKind::rep, proposal.rep_id.value(), proposal.amounts};
  std::erase_if(version.subjects,
                [&](const QuotaSubject& subject) { return !by_place(subject, own) && !by_place(own, subject); });
  version.subjects.push_back(own);
  std::sort(version.subjects.begin(), version.subjects.end(), by_place);
  return version;
}

Result<void> hold(const QuotaProposal& proposal, const ApplyContext& context) {
  QuotaStore& quotas = context.stores.quotas;
  PACELINE_TRY(const auto all, quotas.quotas());
  const auto quota =
      std::find_if(all.begin(), all.end(), [&](const Quota& q) { return q.quota_id == proposal.quota_id; });
  PACELINE_TRY(const Day from, first_day(*quota, proposal.from, false, context));
  QuotaVersion version = version_with(*quota, proposal, from);
  PACELINE_TRY(const Rule rule, quotas.rule(version.rule_id));
  const auto reason = proposal.note.empty() ? std::nullopt : std::optional(proposal.note);
  return put_quota_version(*quota, rule, {std::move(version), reason, proposal.from.has_value(), proposal.proposed_by},
                           context);
}

}  // namespace

bool concerns(const QuotaSubject& subject, const Placement& placement, const Company& company) {
  const User& user = placement.user;
  const auto is_within = [&](const Membership& membership) {
    return membership.team_id && steps_up(company, *membership.team_id, TeamId(subject.id));
  };
  switch (subject.kind) {
    case SubjectKind::rep: return subject.id == user.user_id.value();
    case SubjectKind::phase: return user.role == Role::rep;
    case SubjectKind::team:
    case SubjectKind::team_together:
      return user.role == Role::rep &&
             std::any_of(placement.memberships.begin(), placement.memberships.end(), is_within);
    case SubjectKind::role: return subject.id == static_cast<std::int64_t>(user.role);
  }
  return false;
}

bool concerns(const Quota& quota, const Placement& placement, const Company& company) {
  return std::any_of(quota.versions.begin(), quota.versions.end(), [&](const QuotaVersion& version) {
    return std::any_of(version.subjects.begin(), version.subjects.end(),
                       [&](const QuotaSubject& subject) { return concerns(subject, placement, company); });
  });
}

Checked<QuotaProposal> propose_quota(const Quota& quota, const User& rep, const ProposalDraft& draft,
                                     const ApplyContext& context) {
  Errors faults = faults_of(draft.amounts);
  if (draft.from && quota.span && !quota.span->contains(*draft.from)) {
    faults.push_back({Fault::invalid, "quota.from.outside_span", "/from", {}});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  const QuotaProposal proposal{
      context.ids.make<ProposalId>(), quota.quota_id, rep.user_id, draft.amounts, draft.from, draft.note,
      context.actor.user_id,          context.now,    {}};
  Stores& stores = context.stores;
  PACELINE_CHECK_ITEM(stores.agreements.add_proposal(proposal));
  PACELINE_CHECK_ITEM(
      stores.ledger.note({context.actor.user_id, "quota.propose", to_text(quota.quota_id), {}, context.now}));
  PACELINE_CHECK_ITEM(stores.ledger.tell("quota", rep.user_id, context.now));
  return proposal;
}

Result<void> decide_proposal(const QuotaProposal& proposal, bool agreed, const std::string& note,
                             const ApplyContext& context) {
  if (proposal.decision) return fail(Fault::conflict, "proposal.decided");
  Stores& stores = context.stores;
  PACELINE_CHECK(stores.people.take_turn_of_definitions());
  const UserId actor = context.actor.user_id;
  const bool takes_back = actor == proposal.proposed_by && !agreed;
  const bool by_rep = proposal.proposed_by == proposal.rep_id;
  if (!takes_back && by_rep) {
    if (actor == proposal.rep_id) return fail(Fault::forbidden, "proposal.other_side");
    PACELINE_CHECK(may_manage({{SubjectKind::rep, proposal.rep_id.value(), {}}}, context));
  }
  if (!takes_back && !by_rep && actor != proposal.rep_id) return fail(Fault::forbidden, "proposal.other_side");
  PACELINE_CHECK(stores.agreements.add_decision(proposal.proposal_id, {agreed, note, actor, context.now}));
  PACELINE_CHECK(stores.ledger.note(
      {actor, agreed ? "quota.agree" : "quota.decline", to_text(proposal.proposal_id), {}, context.now}));
  if (agreed) PACELINE_CHECK(hold(proposal, context));
  return stores.ledger.tell("quota", proposal.rep_id, context.now);
}

Result<void> agree_to_version(const Quota& quota, Day day, const ApplyContext& context) {
  Stores& stores = context.stores;
  const UserId actor = context.actor.user_id;
  PACELINE_TRY(const auto placement, stores.people.placement_of(actor));
  PACELINE_TRY(const Company company, stores.people.company());
  const QuotaVersion* version = version_on(quota, day);
  if (version == nullptr) version = &quota.versions.front();
  const Day asked_on = std::max(day, version->from);
  if (!placement || !asked_of(*version, *placement, company, asked_on)) {
    return fail(Fault::not_found, "quota.not_for_rep");
  }
  PACELINE_TRY(const auto signatures, stores.agreements.signatures());
  const auto signature = std::find_if(signatures.begin(), signatures.end(), [&](const VersionSignature& each) {
    return each.quota_id == quota.quota_id && each.from == version->from;
  });
  PACELINE_CHECK(
      stores.agreements.add_agreement({quota.quota_id, version->from, signature->set_at, actor, context.now}));
  return stores.ledger.tell("quota", actor, context.now);
}

}  // namespace paceline
