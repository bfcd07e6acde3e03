// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/apply_parts.h"
#include "app/cells.h"

namespace paceline {
namespace {

bool is_key(const std::string& text) {
  const auto may_stand = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !text.empty() && text.size() <= 50 && std::all_of(text.begin(), text.end(), may_stand);
}

bool same_outcomes(const std::vector<Outcome>& a, const std::vector<Outcome>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Outcome& x, const Outcome& y) { return x.outcome == y.outcome && x.label == y.label; });
}

bool same(const Kind& a, const Kind& b) {
  return a.label == b.label && a.client_facing == b.client_facing && a.has_direction == b.has_direction &&
         a.has_duration == b.has_duration && same_outcomes(a.outcomes, b.outcomes);
}

const Kind* find_kind(const std::vector<Kind>& kinds, const std::string& name) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.kind == name; });
  return found == kinds.end() ? nullptr : &*found;
}

class QuotaCheck {
 public:
  QuotaCheck(const QuotaDefinition& definition, const ApplyContext& context)
      : definition_(definition), context_(context) {}

  Checked<Quota> run() {
    Quota quota;
    quota.key = definition_.key;
    quota.period_kind = definition_.period_kind;
    if (!is_key(definition_.key)) refuse("quota.key.malformed", "/key");
    const auto name = parse_name(definition_.name);
    if (name) quota.name = *name;
    if (!name) refuse(name.error().code, "/name");
    if (definition_.amount < 0 || definition_.amount > kLargestQuota) refuse("quota.amount.out_of_range", "/amount");
    PACELINE_CHECK_ITEM(find_subjects(quota));
    PACELINE_CHECK_ITEM(check_kinds());
    auto rule = canonical(definition_.rule);
    if (!rule) take(rule.error());
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    quota.versions.push_back({Day(), rule->rule_id, definition_.amount});
    rule_ = *std::move(rule);
    return quota;
  }
  [[nodiscard]] const Rule& rule() const { return rule_; }

 private:
  void refuse(std::string code, std::string pointer) {
    faults_.push_back({Fault::invalid, std::move(code), std::move(pointer), {}});
  }
  void take(const Errors& errors) {
    for (const Error& error : errors) refuse(error.code, "/rule" + error.field);
  }

  Result<void> find_subjects(Quota& quota) {
    PACELINE_TRY(const auto teams, context_.stores.people.teams());
    for (std::size_t i = 0; i < definition_.reps.size(); ++i) {
      const auto email = parse_email(definition_.reps[i]);
      PACELINE_TRY(const auto user, context_.stores.people.find_user_by_email(email ? *email : ""));
      if (user) quota.subjects.push_back({SubjectKind::rep, user->user_id.value()});
      if (!user) refuse("quota.rep.unknown", "/reps/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < definition_.teams.size(); ++i) {
      const auto team =
          std::find_if(teams.begin(), teams.end(), [&](const Team& t) { return t.name == definition_.teams[i]; });
      if (team != teams.end()) quota.subjects.push_back({SubjectKind::team, team->team_id.value()});
      if (team == teams.end()) refuse("quota.team.unknown", "/teams/" + std::to_string(i));
    }
    if (definition_.reps.empty() && definition_.teams.empty()) refuse("quota.subject.missing", "/reps");
    std::sort(quota.subjects.begin(), quota.subjects.end());
    quota.subjects.erase(std::unique(quota.subjects.begin(), quota.subjects.end()), quota.subjects.end());
    return {};
  }

  Result<void> check_kinds() {
    PACELINE_TRY(const auto kinds, context_.stores.activities.kinds());
    for (std::size_t i = 0; i < definition_.rule.kinds.size(); ++i) {
      const bool known = find_kind(kinds, definition_.rule.kinds[i]) != nullptr;
      if (!known) refuse("quota.kind.unknown", "/rule/kinds/" + std::to_string(i));
    }
    return {};
  }

  const QuotaDefinition& definition_;
  const ApplyContext& context_;
  Errors faults_;
  Rule rule_;
};

/// Stores the rule and counts it over the history, unless this rule is counted in such periods already.
Result<void> bring_rule(const Rule& rule, PeriodKind period_kind, const ApplyContext& context) {
  Stores& stores = context.stores;
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  const auto known =
      std::find_if(uses.begin(), uses.end(), [&](const RuleUse& use) { return use.rule.rule_id == rule.rule_id; });
  const bool counted =
      known != uses.end() && (rule.unit == Unit::activities || known->period_kinds.contains(period_kind));
  if (counted) return {};
  PACELINE_CHECK(stores.quotas.put_rule(rule, context.now));
  return count_history({rule, {period_kind}}, stores.people, stores.contacts, stores.activities, stores.counts);
}

/// When the weeks of those whom the quota asks begin; that of the first, should they differ.
Result<Weekday> week_start_of(const Quota& quota, Day today, PeopleStore& people) {
  for (const QuotaSubject& subject : quota.subjects) {
    if (subject.kind == SubjectKind::rep) return people.week_start_of(UserId(subject.id));
    PACELINE_TRY(const auto members, people.members_on(TeamId(subject.id), today));
    if (!members.empty()) return people.week_start_of(members.front().user_id);
  }
  return Weekday::monday;
}

/// The period of today, in the calendar of those whom the quota asks.
Result<Period> current_period(const Quota& quota, const ApplyContext& context) {
  PACELINE_TRY(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY(const auto today, context.zones.local(context.now, organisation.zone));
  PACELINE_TRY(const Weekday week_start, week_start_of(quota, today.day, context.stores.people));
  return period_of(quota.period_kind, today.day, week_start);
}

Result<Day> first_day(const QuotaDefinition& definition, const Quota& quota, bool is_new, const ApplyContext& context) {
  if (definition.from) return *definition.from;
  PACELINE_TRY(const Period current, current_period(quota, context));
  return is_new ? current.from : current.to;
}

ItemResult create_quota(const QuotaDefinition& definition, Quota quota, const Rule& rule, const ApplyContext& context) {
  QuotaStore& quotas = context.stores.quotas;
  quota.quota_id = context.ids.make<QuotaId>();
  PACELINE_TRY_ITEM(quota.versions.front().from, first_day(definition, quota, true, context));
  PACELINE_CHECK_ITEM(bring_rule(rule, quota.period_kind, context));
  PACELINE_CHECK_ITEM(quotas.add_quota(quota));
  PACELINE_CHECK_ITEM(quotas.put_version(quota.quota_id, quota.versions.front(), context.actor.user_id, context.now));
  PACELINE_CHECK_ITEM(quotas.put_subjects(quota.quota_id, quota.subjects));
  PACELINE_CHECK_ITEM(context.stores.ledger.tell("quota", std::nullopt, context.now));
  return ItemOutcome::created;
}

/// After a version was put in place of one of the same day: takes the cells away that nobody asks for any more.
Result<void> leave_rule(const Quota& known, Day from, Stores& stores) {
  const QuotaVersion* replaced = version_on(known, from);
  if (replaced == nullptr || replaced->from != from) return {};
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  const auto use = std::find_if(uses.begin(), uses.end(),
                                [&](const RuleUse& each) { return each.rule.rule_id == replaced->rule_id; });
  if (use->rule.unit == Unit::activities || use->period_kinds.contains(known.period_kind)) return {};
  return uncount_history({use->rule, {known.period_kind}}, stores);
}

ItemResult change_quota(const QuotaDefinition& definition, const Quota& quota, const Quota& known, const Rule& rule,
                        const ApplyContext& context) {
  QuotaStore& quotas = context.stores.quotas;
  if (known.period_kind != quota.period_kind) return refused({Fault::conflict, "quota.period.fixed", "/period", {}});
  PACELINE_TRY_ITEM(const Day from, first_day(definition, quota, false, context));
  const QuotaVersion wanted{from, rule.rule_id, definition.amount};
  const QuotaVersion* in_force = version_on(known, from);
  const bool same_version =
      in_force != nullptr && in_force->rule_id == wanted.rule_id && in_force->amount == wanted.amount;
  if (same_version && known.name == quota.name && known.subjects == quota.subjects) return ItemOutcome::unchanged;
  if (!same_version) {
    PACELINE_TRY_ITEM(const Period current, current_period(quota, context));
    const bool backwards = from < current.from;
    if (backwards && !definition.reason) {
      return refused(
          {Fault::invalid, "quota.reason.missing", "/reason", "a period that is over changes only with a reason"});
    }
    PACELINE_CHECK_ITEM(bring_rule(rule, quota.period_kind, context));
    PACELINE_CHECK_ITEM(quotas.put_version(known.quota_id, wanted, context.actor.user_id, context.now));
    PACELINE_CHECK_ITEM(leave_rule(known, from, context.stores));
    PACELINE_CHECK_ITEM(context.stores.ledger.note(
        {context.actor.user_id, "quota.change", to_text(known.quota_id), definition.reason.value_or(""), context.now}));
  }
  PACELINE_CHECK_ITEM(quotas.rename_quota(known.quota_id, quota.name));
  PACELINE_CHECK_ITEM(quotas.put_subjects(known.quota_id, quota.subjects));
  PACELINE_CHECK_ITEM(context.stores.ledger.tell("quota", std::nullopt, context.now));
  return ItemOutcome::changed;
}

}  // namespace

ItemResult apply_kind(const Kind& kind, const ApplyContext& context) {
  const bool built_in = find_kind(built_in_kinds(), kind.kind) != nullptr;
  if (built_in) return refused({Fault::invalid, "kind.built_in", "/kind", {}});
  const bool outcomes_fit =
      std::all_of(kind.outcomes.begin(), kind.outcomes.end(), [](const Outcome& o) { return is_key(o.outcome); });
  if (!is_key(kind.kind) || !outcomes_fit)
    return refused({Fault::invalid, "kind.malformed", "/kind", "a-z, 0-9, _ and -"});
  PACELINE_TRY_ITEM(const auto kinds, context.stores.activities.kinds());
  const Kind* known = find_kind(kinds, kind.kind);
  if (known != nullptr && same(*known, kind)) return ItemOutcome::unchanged;
  PACELINE_CHECK_ITEM(context.stores.activities.put_kind(kind));
  return known != nullptr ? ItemOutcome::changed : ItemOutcome::created;
}

ItemResult apply_quota(const QuotaDefinition& definition, const ApplyContext& context) {
  QuotaCheck check(definition, context);
  auto quota = check.run();
  if (!quota) return tl::unexpected(std::move(quota).error());
  PACELINE_TRY_ITEM(const auto all, context.stores.quotas.quotas());
  const auto known = std::find_if(all.begin(), all.end(), [&](const Quota& q) { return q.key == quota->key; });
  if (known == all.end()) return create_quota(definition, *std::move(quota), check.rule(), context);
  return change_quota(definition, *quota, *known, check.rule(), context);
}

}  // namespace paceline
