// SPDX-License-Identifier: Apache-2.0
#include "api/quota_sight.h"

#include <algorithm>

#include "api/moments.h"
#include "api/subjects.h"
#include "app/propose_quota.h"
#include "app/quota_versions.h"
#include "base/enum_text.h"

namespace paceline::api {

namespace {

/// Definitions are no figures: no monitoring profile hides them.
bool sees_every_definition(const Actor& actor) {
  return authorise(actor, Right::read_sums, Whose::other_team).has_value();
}

}  // namespace

Result<QuotaSight> QuotaSight::of(const Call& call, const Backend& backend, Stores& stores) {
  QuotaSight sight(call, backend, stores);
  PACELINE_CHECK(sight.read());
  return sight;
}

Result<void> QuotaSight::read() {
  PACELINE_TRY(book_, read_book(stores_));
  PACELINE_TRY(users_, stores_.people.users());
  PACELINE_TRY(teams_, stores_.people.teams());
  PACELINE_TRY(const auto organisation, stores_.people.organisation());
  PACELINE_TRY(const LocalTime local, backend_.zones.local(backend_.clock.now(), organisation.zone));
  today_ = local.day;
  PACELINE_TRY(own_, stores_.people.placement_of(call_.actor().user_id));
  if (call_.actor().role != Role::manager) return {};
  for (const User& user : users_) {
    PACELINE_TRY(const auto team, stores_.people.team_on(user.user_id, today_));
    team_of_[user.user_id] = team ? std::optional(team->team_id) : std::nullopt;
  }
  return {};
}

bool QuotaSight::is_in_sight(const QuotaSubject& subject) const {
  const Actor& actor = call_.actor();
  if (sees_every_definition(actor)) return true;
  if (own_ && concerns(subject, *own_, book_.company)) return true;
  if (actor.role != Role::manager) return false;
  if (subject.kind == SubjectKind::phase || subject.kind == SubjectKind::role) return true;
  if (subject.kind != SubjectKind::rep) {
    const TeamId team_id(subject.id);
    return is_own_team(actor, team_id) || (actor.team_id && steps_up(book_.company, *actor.team_id, team_id));
  }
  const auto team = team_of_.find(UserId(subject.id));
  return team != team_of_.end() && relation_to(actor, team->first, team->second) == Whose::own_team;
}

bool QuotaSight::is_in_sight(const Quota& quota) const {
  if (sees_every_definition(call_.actor())) return true;
  return std::any_of(quota.versions.begin(), quota.versions.end(), [&](const QuotaVersion& version) {
    return std::any_of(version.subjects.begin(), version.subjects.end(),
                       [&](const QuotaSubject& subject) { return is_in_sight(subject); });
  });
}

Result<Quota> QuotaSight::named(std::string_view name) const {
  const auto id = parse_id<QuotaId>(name);
  const auto found = std::find_if(quotas().begin(), quotas().end(), [&](const Quota& quota) {
    return quota.key == name || (id && quota.quota_id == *id);
  });
  if (found == quotas().end() || !is_in_sight(*found)) return fail(Fault::not_found, "quota.not_found");
  return *found;
}

std::string QuotaSight::name_of(UserId user_id) const {
  const auto found =
      std::find_if(users_.begin(), users_.end(), [&](const User& user) { return user.user_id == user_id; });
  return found == users_.end() ? "" : found->name;
}

form::QuotaSubject QuotaSight::form_of(const QuotaSubject& subject) const {
  form::QuotaSubject form{subject.kind, {}, {}, {}, {}, {}, {}};
  switch (subject.kind) {
    case SubjectKind::rep: {
      const auto user = std::find_if(users_.begin(), users_.end(),
                                     [&](const User& each) { return each.user_id.value() == subject.id; });
      form.id = to_text(UserId(subject.id));
      form.name = user->name;
      form.email = user->email;
      break;
    }
    case SubjectKind::phase: {
      form.id = to_text(PhaseId(subject.id));
      form.name = book_.company.phases.at(PhaseId(subject.id)).name;
      break;
    }
    case SubjectKind::team:
    case SubjectKind::team_together: {
      form.id = to_text(TeamId(subject.id));
      form.name = book_.company.teams.at(TeamId(subject.id)).name;
      break;
    }
    case SubjectKind::role: form.name = enum_text(static_cast<Role>(subject.id)); break;
  }
  if (subject.amounts) {
    form.amount = subject.amounts->quota;
    form.floor = subject.amounts->floor;
    form.stretch = subject.amounts->stretch;
  }
  return form;
}

std::vector<form::QuotaSubject> QuotaSight::seen(const std::vector<QuotaSubject>& subjects) const {
  std::vector<form::QuotaSubject> forms;
  for (const QuotaSubject& subject : subjects) {
    if (is_in_sight(subject)) forms.push_back(form_of(subject));
  }
  return forms;
}

void QuotaSight::fill(form::Quota& form, const Quota& quota) const {
  const QuotaVersion* version = version_on(quota, today_);
  if (version == nullptr) version = &quota.versions.front();
  form.quota_id = quota.quota_id;
  form.key = quota.key;
  form.name = quota.name;
  form.rule = book_.rules.at(version->rule_id);
  form.period_kind = quota.period_kind;
  form.amount = version->amounts.quota;
  form.unit = form.rule.unit;
  form.floor = version->amounts.floor;
  form.stretch = version->amounts.stretch;
  form.excuses = version->excuses;
  form.from = version->from;
  form.subjects = seen(version->subjects);
  if (quota.span) form.span = form::Span{quota.span->from, quota.span->to};
}

form::Quota QuotaSight::form_of(const Quota& quota) const {
  form::Quota form;
  fill(form, quota);
  return form;
}

Result<form::QuotaDetail> QuotaSight::detail_of(const Quota& quota) const {
  form::QuotaDetail form;
  fill(form, quota);
  const ApplyContext context{call_.actor(),      backend_.clock.now(), backend_.zones,
                             backend_.countries, backend_.ids,         stores_};
  form.may_manage = may_manage(quota, context).has_value();
  PACELINE_TRY(const auto signatures, stores_.agreements.signatures());
  PACELINE_TRY(const auto agreements, stores_.agreements.agreements());
  for (const QuotaVersion& version : quota.versions) {
    const auto signature = std::find_if(signatures.begin(), signatures.end(), [&](const VersionSignature& each) {
      return each.quota_id == quota.quota_id && each.from == version.from;
    });
    form::QuotaVersion& shown = form.versions.emplace_back();
    shown.from = version.from;
    shown.amount = version.amounts.quota;
    shown.floor = version.amounts.floor;
    shown.stretch = version.amounts.stretch;
    shown.excuses = version.excuses;
    shown.rule = book_.rules.at(version.rule_id);
    shown.subjects = seen(version.subjects);
    shown.set = {signature->set_by, name_of(signature->set_by), signature->set_at};
    if (signature->proposed_by) shown.proposed_by = name_of(*signature->proposed_by);
    for (const QuotaAgreement& agreement : agreements) {
      const bool of_this = agreement.quota_id == quota.quota_id && agreement.from == version.from &&
                           agreement.version_set_at == signature->set_at;
      const bool seen = is_in_sight(QuotaSubject{SubjectKind::rep, agreement.user_id.value(), {}});
      if (of_this && seen) shown.agreed.push_back({agreement.user_id, name_of(agreement.user_id), agreement.agreed_at});
    }
  }
  return form;
}

}  // namespace paceline::api
