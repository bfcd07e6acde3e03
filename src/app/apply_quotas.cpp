// SPDX-License-Identifier: Apache-2.0
#include "app/cells.h"
#include "app/check_quota.h"

namespace paceline {
namespace {

/// Stores the rule and counts it over the history, unless this rule is counted in such periods already.
Result<void> bring_rule(const Rule& rule, const Periods& periods, const ApplyContext& context) {
  Stores& stores = context.stores;
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  const auto known =
      std::find_if(uses.begin(), uses.end(), [&](const RuleUse& use) { return use.rule.rule_id == rule.rule_id; });
  const bool counted = known != uses.end() && (rule.unit == Unit::activities || known->periods.contains(periods));
  if (counted) return {};
  PACELINE_CHECK(stores.quotas.put_rule(rule, context.now));
  return count_history({rule, {periods}}, stores.people, stores.contacts, stores.activities, stores.counts);
}

/// When the weeks of those whom the quota asks begin; that of the first, should they differ.
Result<Weekday> week_start_of(const QuotaVersion& version, Day today, PeopleStore& people) {
  for (const QuotaSubject& subject : version.subjects) {
    if (subject.kind == SubjectKind::rep) return people.week_start_of(UserId(subject.id));
    if (subject.kind != SubjectKind::team) continue;
    PACELINE_TRY(const auto members, people.members_on(TeamId(subject.id), today));
    if (!members.empty()) return people.week_start_of(members.front().user_id);
  }
  return Weekday::monday;
}

/// The period of today, in the calendar of those whom the quota asks; of a span that is over: what comes after it.
Result<Period> current_period(const Quota& quota, const ApplyContext& context) {
  PACELINE_TRY(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY(const auto today, context.zones.local(context.now, organisation.zone));
  if (quota.span) return today.day < quota.span->to ? *quota.span : Period{quota.span->to, quota.span->to};
  PACELINE_TRY(const Weekday week_start, week_start_of(quota.versions.front(), today.day, context.stores.people));
  return period_of(quota.period_kind, today.day, week_start);
}

/// A span has no next period: a change begins today, or on its last day when it is over.
Result<Day> first_day_in_span(Period span, bool is_new, const ApplyContext& context) {
  if (is_new) return span.from;
  PACELINE_TRY(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY(const auto today, context.zones.local(context.now, organisation.zone));
  return std::clamp(today.day, span.from, span.to - 1);
}

Result<Day> first_day(const QuotaDefinition& definition, const Quota& quota, bool is_new, const ApplyContext& context) {
  if (definition.from) return *definition.from;
  if (quota.span) return first_day_in_span(*quota.span, is_new, context);
  PACELINE_TRY(const Period current, current_period(quota, context));
  return is_new ? current.from : current.to;
}

ItemResult create_quota(const QuotaDefinition& definition, Quota quota, const Rule& rule, const ApplyContext& context) {
  QuotaStore& quotas = context.stores.quotas;
  quota.quota_id = context.ids.make<QuotaId>();
  PACELINE_TRY_ITEM(quota.versions.front().from, first_day(definition, quota, true, context));
  PACELINE_CHECK_ITEM(bring_rule(rule, periods_of(quota), context));
  PACELINE_CHECK_ITEM(quotas.add_quota(quota));
  PACELINE_CHECK_ITEM(quotas.put_version(quota.quota_id, quota.versions.front(), context.actor.user_id, context.now));
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
  if (use->rule.unit == Unit::activities || use->periods.contains(periods_of(known))) return {};
  PACELINE_CHECK(uncount_history({use->rule, {periods_of(known)}}, stores));
  // A span can be just a month or a week: then the cells were also theirs.
  if (use->periods.empty()) return {};
  return count_history(*use, stores.people, stores.contacts, stores.activities, stores.counts);
}

bool same_terms(const QuotaVersion& a, const QuotaVersion& b) {
  return a.rule_id == b.rule_id && a.amounts == b.amounts && a.excuses == b.excuses && a.subjects == b.subjects;
}

ItemResult change_quota(const QuotaDefinition& definition, const Quota& quota, const Quota& known, const Rule& rule,
                        const ApplyContext& context) {
  QuotaStore& quotas = context.stores.quotas;
  if (periods_of(known) != periods_of(quota)) return refused({Fault::conflict, "quota.period.fixed", "/period", {}});
  PACELINE_TRY_ITEM(const Day from, first_day(definition, quota, false, context));
  QuotaVersion wanted = quota.versions.front();
  wanted.from = from;
  const QuotaVersion* in_force = version_on(known, from);
  const bool same_version = in_force != nullptr && same_terms(*in_force, wanted);
  if (same_version && known.name == quota.name) return ItemOutcome::unchanged;
  if (!same_version) {
    PACELINE_TRY_ITEM(const Period current, current_period(quota, context));
    const bool backwards = from < current.from;
    // Only of a span that is over: which of its days is meant must be said.
    if (backwards && !definition.from) return refused({Fault::invalid, "quota.from.outside_span", "/from", {}});
    if (backwards && !definition.reason) {
      return refused(
          {Fault::invalid, "quota.reason.missing", "/reason", "a period that is over changes only with a reason"});
    }
    PACELINE_CHECK_ITEM(bring_rule(rule, periods_of(quota), context));
    PACELINE_CHECK_ITEM(quotas.put_version(known.quota_id, wanted, context.actor.user_id, context.now));
    PACELINE_CHECK_ITEM(leave_rule(known, from, context.stores));
    PACELINE_CHECK_ITEM(context.stores.ledger.note(
        {context.actor.user_id, "quota.change", to_text(known.quota_id), definition.reason.value_or(""), context.now}));
  }
  PACELINE_CHECK_ITEM(quotas.rename_quota(known.quota_id, quota.name));
  PACELINE_CHECK_ITEM(context.stores.ledger.tell("quota", std::nullopt, context.now));
  return ItemOutcome::changed;
}

}  // namespace

ItemResult apply_quota(const QuotaDefinition& definition, const ApplyContext& context) {
  auto checked = check_quota(definition, context);
  if (!checked) return tl::unexpected(std::move(checked).error());
  Quota& quota = checked->quota;
  const Rule& rule = checked->rule;
  PACELINE_TRY_ITEM(const auto all, context.stores.quotas.quotas());
  const auto known = std::find_if(all.begin(), all.end(), [&](const Quota& q) { return q.key == quota.key; });
  if (known == all.end()) return create_quota(definition, std::move(quota), rule, context);
  return change_quota(definition, quota, *known, rule, context);
}

}  // namespace paceline
