// SPDX-License-Identifier: Apache-2.0
#include "api/apply_context.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/quota_sight.h"
#include "api/references.h"
#include "api/subjects.h"
#include "app/propose_quota.h"

namespace paceline::api {
namespace {

Result<std::optional<std::int64_t>> asked_today(const Quota& quota, RepId rep_id, const QuotaSight& sight,
                                                const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto placement, stores.people.placement_of(rep_id));
  PACELINE_TRY(const LocalTime today, backend.zones.local(backend.clock.now(), placement->user.zone));
  const QuotaVersion* version = version_on(quota, today.day);
  if (version == nullptr) return std::nullopt;
  const auto amounts = asked_of(*version, *placement, sight.book().company, today.day);
  return amounts ? std::optional(amounts->quota) : std::nullopt;
}

/// The rep's team of today, as the caller sees it.
Result<Whose> whose_is(RepId rep_id, const Call& call, const Backend& backend, PeopleStore& people) {
  PACELINE_TRY(const auto user, people.find_user(rep_id));
  PACELINE_TRY(const auto team, team_today(*user, backend, people));
  return relation_to(call.actor(), rep_id, team ? std::optional(team->team_id) : std::nullopt);
}

/// Asked of the rep when somebody else proposed it, else of whoever manages the rep's quotas.
bool is_other_side(const QuotaProposal& proposal, Whose whose, const Actor& actor) {
  if (proposal.decision) return false;
  if (proposal.proposed_by != proposal.rep_id) return actor.user_id == proposal.rep_id;
  return actor.user_id != proposal.rep_id && authorise(actor, Right::manage_quotas, whose).has_value();
}

Result<form::Proposal> form_of(const QuotaProposal& proposal, Whose whose, const QuotaSight& sight, const Call& call,
                               const Backend& backend, Stores& stores) {
  form::Proposal form;
  form.proposal_id = proposal.proposal_id;
  form.quota_id = proposal.quota_id;
  for (const Quota& quota : sight.quotas()) {
    if (quota.quota_id != proposal.quota_id) continue;
    form.key = quota.key;
    form.name = quota.name;
    form.currency = sight.book().rules.at(quota.versions.back().rule_id).currency;
    PACELINE_TRY(form.amount_now, asked_today(quota, proposal.rep_id, sight, backend, stores));
  }
  form.rep_id = proposal.rep_id;
  form.rep_name = sight.name_of(proposal.rep_id);
  form.amount = proposal.amounts.quota;
  form.floor = proposal.amounts.floor;
  form.stretch = proposal.amounts.stretch;
  form.from = proposal.from;
  form.note = proposal.note;
  form.proposed = {proposal.proposed_by, sight.name_of(proposal.proposed_by), proposal.proposed_at};
  if (const auto& decision = proposal.decision) {
    form.state = decision->agreed ? form::ProposalState::agreed : form::ProposalState::declined;
    form.decided = form::Signed{decision->decided_by, sight.name_of(decision->decided_by), decision->decided_at};
    form.decision_note = decision->note;
  }
  form.may_decide = is_other_side(proposal, whose, call.actor());
  return form;
}

Result<form::List<form::Proposal>> all(const Call& call, const form::ProposalsQuery& query, const Backend& backend,
                                       Stores& stores) {
  PACELINE_TRY(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY(const auto proposals, stores.agreements.proposals());
  std::vector<form::Proposal> forms;
  for (const QuotaProposal& proposal : proposals) {
    PACELINE_TRY(const Whose whose, whose_is(proposal.rep_id, call, backend, stores.people));
    // What somebody is asked is no figure of what they did: a monitoring profile does not hide it.
    if (!authorise(call.actor(), Right::read_sums, whose)) continue;
    PACELINE_TRY(auto form, form_of(proposal, whose, sight, call, backend, stores));
    if (!query.state || *query.state == form.state) forms.push_back(std::move(form));
  }
  return page_of(std::move(forms), query);
}

Checked<form::Proposal> propose(const Call& call, const form::NewProposal& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY_ITEM(const User rep, rep_for(Right::propose_quotas, name_of(form.rep), call, backend, stores.people));
  PACELINE_TRY_ITEM(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY_ITEM(const Quota quota, sight.named(call.path_text("quota")));
  PACELINE_TRY_ITEM(const auto placement, stores.people.placement_of(rep.user_id));
  if (!concerns(quota, *placement, sight.book().company)) {
    return refused({Fault::not_found, "quota.not_for_rep", {}, {}});
  }
  const ProposalDraft draft{{form.amount, form.floor, form.stretch}, form.from, text_of(form.note).value_or("")};
  const auto proposal = propose_quota(quota, rep, draft, apply_context(call, backend, stores));
  if (!proposal) return tl::unexpected(proposal.error());
  PACELINE_TRY_ITEM(const Whose whose, whose_is(rep.user_id, call, backend, stores.people));
  PACELINE_TRY_ITEM(auto answer, form_of(*proposal, whose, sight, call, backend, stores));
  return answer;
}

Result<QuotaProposal> proposal_in_sight(const Call& call, const Backend& backend, Stores& stores) {
  PACELINE_TRY(const auto proposal_id, call.path_id<ProposalId>("proposal"));
  PACELINE_TRY(const auto proposals, stores.agreements.proposals());
  const auto found = std::find_if(proposals.begin(), proposals.end(),
                                  [&](const QuotaProposal& each) { return each.proposal_id == proposal_id; });
  if (found == proposals.end()) return fail(Fault::not_found, "proposal.not_found");
  PACELINE_TRY(const Whose whose, whose_is(found->rep_id, call, backend, stores.people));
  PACELINE_CHECK(authorise(call.actor(), Right::propose_quotas, whose));
  return *found;
}

Result<form::Proposal> decide(const Call& call, const form::ProposalDecision& form, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const QuotaProposal proposal, proposal_in_sight(call, backend, stores));
  PACELINE_CHECK(
      decide_proposal(proposal, form.agreed, text_of(form.note).value_or(""), apply_context(call, backend, stores)));
  PACELINE_TRY(const QuotaProposal decided, proposal_in_sight(call, backend, stores));
  PACELINE_TRY(const Whose whose, whose_is(decided.rep_id, call, backend, stores.people));
  PACELINE_TRY(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  return form_of(decided, whose, sight, call, backend, stores);
}

Result<form::QuotaDetail> agree(const Call& call, const Backend& backend) {
  Stores& stores = call.stores();
  PACELINE_TRY(const QuotaSight sight, QuotaSight::of(call, backend, stores));
  PACELINE_TRY(const Quota quota, sight.named(call.path_text("quota")));
  PACELINE_TRY(const auto user, stores.people.find_user(call.actor().user_id));
  if (!user) return fail(Fault::not_found, "quota.not_for_rep");
  PACELINE_TRY(const LocalTime today, backend.zones.local(backend.clock.now(), user->zone));
  PACELINE_CHECK(agree_to_version(quota, today.day, apply_context(call, backend, stores)));
  return sight.detail_of(quota);
}

}  // namespace

void add_proposal_handlers(Router& router, const Backend& backend) {
  router.on("list_quota_proposals", [&backend](const Call& call, const form::ProposalsQuery& query) {
    return reading<form::List<form::Proposal>>(call, backend,
                                               [&](Stores& stores) { return all(call, query, backend, stores); });
  });
  router.on("propose_quota",
            [&backend](const Call& call, const form::NewProposal& form) { return propose(call, form, backend); });
  router.on("decide_quota_proposal",
            [&backend](const Call& call, const form::ProposalDecision& form) { return decide(call, form, backend); });
  router.on("agree_to_quota", [&backend](const Call& call) { return agree(call, backend); });
}

}  // namespace paceline::api
