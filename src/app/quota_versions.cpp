// SPDX-License-Identifier: Apache-2.0
#include "app/quota_versions.h"

#include "app/cells.h"
#include "app/jobs.h"

namespace paceline {
namespace {

/// Stores the rule and counts it over the history, unless this rule is counted in such periods already.
Result<void> bring_rule(const Rule& rule, const Periods& periods, const ApplyContext& context) {
  Stores& stores = context.stores;
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  const auto known =
      std::find_if(uses.begin(), uses.end(), [&](const RuleUse& use) { return use.rule.rule_id == rule.rule_id; });
  const bool counted = known != uses.end() && (!is_distinct(rule.unit) || known->periods.contains(periods));
  if (counted) return {};
  PACELINE_CHECK(stores.quotas.put_rule(rule, context.now));
  return count_history({{rule, {periods}}}, stores);
}

/// After a version was put in place of one of the same day: takes the cells away that nobody asks for any more.
Result<void> leave_rule(const Quota& known, Day from, Stores& stores) {
  const QuotaVersion* replaced = version_on(known, from);
  if (replaced == nullptr || replaced->from != from) return {};
  PACELINE_TRY(const auto uses, rule_uses(stores.quotas));
  const auto use = std::find_if(uses.begin(), uses.end(),
                                [&](const RuleUse& each) { return each.rule.rule_id == replaced->rule_id; });
  if (!is_distinct(use->rule.unit) || use->periods.contains(periods_of(known))) return {};
  PACELINE_CHECK(uncount_history({use->rule, {periods_of(known)}}, stores));
  // A span can be just a month or a week: then the cells were also theirs.
  if (use->periods.empty()) return {};
  return count_history({*use}, stores);
}

/// When the weeks of those whom the quota asks begin; that of the first, should they differ.
Result<Weekday> week_start_of(const QuotaVersion& version, Day today, PeopleStore& people) {
  for (const QuotaSubject& subject : version.subjects) {
    if (subject.kind == SubjectKind::rep) return people.week_start_of(UserId(subject.id));
    const bool is_team = subject.kind == SubjectKind::team || subject.kind == SubjectKind::team_together;
    if (!is_team) continue;
    PACELINE_TRY(const auto members, people.members_on(TeamId(subject.id), today));
    if (!members.empty()) return people.week_start_of(members.front().user_id);
  }
  return Weekday::monday;
}

Result<Day> today_of(const ApplyContext& context) {
  PACELINE_TRY(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY(const auto today, context.zones.local(context.now, organisation.zone));
  return today.day;
}

Result<Whose> whose_is(const QuotaSubject& subject, const ApplyContext& context) {
  const Actor& actor = context.actor;
  if (subject.kind == SubjectKind::team || subject.kind == SubjectKind::team_together) {
    return is_own_team(actor, TeamId(subject.id)) ? Whose::own_team : Whose::other_team;
  }
  if (subject.kind != SubjectKind::rep) return Whose::other_team;
  PACELINE_TRY(const Day today, today_of(context));
  PACELINE_TRY(const auto team, context.stores.people.team_on(UserId(subject.id), today));
  return relation_to(actor, UserId(subject.id), team ? std::optional(team->team_id) : std::nullopt);
}

/// What was closed stays as it was counted, whatever the reason.
Result<void> refuse_closed(QuotaId quota_id, Day from, ReportStore& reports) {
  PACELINE_TRY(const auto closed, reports.closed_until(quota_id));
  for (const auto& [rep_id, until] : closed) {
    if (from < until) return fail(Fault::conflict, "quota.period.closed", "/from", "closed up to " + to_text(until));
  }
  return {};
}

/// Who may not see what a rep counted does not learn it from quotas that are made afterwards.
Result<void> refuse_afterwards(Day from, const ApplyContext& context) {
  if (sees_single_reps(context.actor)) return {};
  PACELINE_TRY(const Day today, today_of(context));
  if (from > today) return {};
  return fail(Fault::forbidden, "access.monitoring", "/from", "under this profile a quota begins on a day to come");
}

}  // namespace

Result<Period> current_period(const Quota& quota, const ApplyContext& context) {
  PACELINE_TRY(const Day today, today_of(context));
  if (quota.span) return today < quota.span->to ? *quota.span : Period{quota.span->to, quota.span->to};
  PACELINE_TRY(const Weekday week_start, week_start_of(quota.versions.front(), today, context.stores.people));
  return period_of(quota.period_kind, today, week_start);
}

Result<Day> first_day(const Quota& quota, std::optional<Day> from, bool is_new, const ApplyContext& context) {
  if (from) return *from;
  if (quota.span && is_new) return quota.span->from;
  if (quota.span) {
    PACELINE_TRY(const Day today, today_of(context));
    return std::clamp(today, quota.span->from, quota.span->to - 1);
  }
  PACELINE_TRY(const Period current, current_period(quota, context));
  return is_new && sees_single_reps(context.actor) ? current.from : current.to;
}

Result<void> may_manage(const std::vector<QuotaSubject>& subjects, const ApplyContext& context) {
  for (const QuotaSubject& subject : subjects) {
    PACELINE_TRY(const Whose whose, whose_is(subject, context));
    PACELINE_CHECK(authorise(context.actor, Right::manage_quotas, whose));
  }
  return {};
}

Result<void> may_manage(const Quota& quota, const ApplyContext& context) {
  for (const QuotaVersion& version : quota.versions) PACELINE_CHECK(may_manage(version.subjects, context));
  return {};
}

Result<void> add_quota_version(const Quota& quota, const Rule& rule, const ApplyContext& context) {
  Stores& stores = context.stores;
  PACELINE_CHECK(may_manage(quota, context));
  PACELINE_CHECK(refuse_afterwards(quota.versions.front().from, context));
  PACELINE_CHECK(bring_rule(rule, periods_of(quota), context));
  PACELINE_CHECK(stores.quotas.add_quota(quota));
  PACELINE_CHECK(
      stores.quotas.put_version(quota.quota_id, quota.versions.front(), context.actor.user_id, context.now, {}));
  PACELINE_CHECK(stores.jobs.add(kClosingJob, context.now));
  PACELINE_CHECK(stores.ledger.note({context.actor.user_id, "quota.add", to_text(quota.quota_id), {}, context.now}));
  return stores.ledger.tell("quota", std::nullopt, context.now);
}

Result<void> put_quota_version(const Quota& known, const Rule& rule, const VersionChange& change,
                               const ApplyContext& context) {
  Stores& stores = context.stores;
  const Day from = change.version.from;
  PACELINE_TRY(const Rule asked_so_far, stores.quotas.rule(known.versions.back().rule_id));
  if (is_money(asked_so_far.unit) != is_money(rule.unit))
    return fail(Fault::conflict, "quota.measure.fixed", "/rule/unit", "a number cannot become an amount of money");
  PACELINE_CHECK(refuse_closed(known.quota_id, from, stores.reports));
  PACELINE_CHECK(refuse_afterwards(from, context));
  PACELINE_TRY(const Period current, current_period(known, context));
  const bool backwards = from < current.from;
  // Only of a span that is over: which of its days is meant must be said.
  if (backwards && !change.day_was_given) return fail(Fault::invalid, "quota.from.outside_span", "/from");
  if (backwards && !change.reason) {
    return fail(Fault::invalid, "quota.reason.missing", "/reason", "a period that is over changes only with a reason");
  }
  PACELINE_CHECK(bring_rule(rule, periods_of(known), context));
  PACELINE_CHECK(stores.quotas.put_version(known.quota_id, change.version, context.actor.user_id, context.now,
                                           change.proposed_by));
  PACELINE_CHECK(leave_rule(known, from, stores));
  PACELINE_CHECK(stores.ledger.note(
      {context.actor.user_id, "quota.change", to_text(known.quota_id), change.reason.value_or(""), context.now}));
  return stores.ledger.tell("quota", std::nullopt, context.now);
}

}  // namespace paceline
