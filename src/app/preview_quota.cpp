// SPDX-License-Identifier: Apache-2.0
#include "app/preview_quota.h"

#include <numeric>

#include "app/quota_versions.h"
#include "app/read_evidence.h"

namespace paceline {
namespace {

NamedPeriod period_before(NamedPeriod period, Weekday week_start) {
  if (period.kind != PeriodKind::span) return {period.kind, period_of(period.kind, period.span.from - 1, week_start)};
  const Day from(std::max(kFirstDay.count(), period.span.from.count() - period.span.days()));
  return {PeriodKind::span, Period{from, period.span.from}};
}

/// The stored quota with the definition's version among its own; or the definition alone.
Quota with_version(Quota known, const QuotaVersion& version) {
  std::erase_if(known.versions, [&](const QuotaVersion& other) { return other.from == version.from; });
  const auto later = std::find_if(known.versions.begin(), known.versions.end(),
                                  [&](const QuotaVersion& other) { return other.from > version.from; });
  known.versions.insert(later, version);
  return known;
}

/// The definition as if it had always held.
Quota for_ever(Quota quota) {
  quota.versions.front().from = kFirstDay;
  return quota;
}

class Preview {
 public:
  Preview(const CheckedQuota& checked, Quota then, Day from, const ApplyContext& context)
      : checked_(checked), then_(std::move(then)), from_(from), context_(context) {}

  Result<std::vector<PreviewRep>> of_everybody() {
    PACELINE_TRY(book_, read_book(context_.stores));
    book_.rules.emplace(checked_.rule.rule_id, checked_.rule);
    PACELINE_TRY(const auto users, context_.stores.people.users());
    std::vector<PreviewRep> reps;
    for (const User& user : users) {
      if (!user.active) continue;
      PACELINE_TRY(auto rep, of(user));
      if (rep) reps.push_back(*std::move(rep));
    }
    return reps;
  }

 private:
  Result<std::optional<PreviewRep>> of(const User& user) {
    PACELINE_TRY(const RepTerms terms, terms_of(user.user_id, context_.stores));
    const Weekday week_start = terms.time.calendar.week_start;
    const NamedPeriod period = period_on(checked_.quota, from_, week_start)
                                   .value_or(NamedPeriod{PeriodKind::span, checked_.quota.span.value_or(Period{})});
    const auto asked = in_force(then_, book_, terms, period);
    if (!asked) return std::nullopt;
    PreviewRep rep{user, period, prorate(asked->days, terms.time.calendar), period_before(period, week_start), {},
                   0,    {}};
    const auto before = in_force(for_ever(checked_.quota), book_, terms, rep.before);
    if (!before) return rep;
    rep.asked_before = prorate(before->days, terms.time.calendar);
    Stores& stores = context_.stores;
    PACELINE_TRY(const auto verdicts, read_evidence(*before, user.user_id, context_.now, stores));
    rep.counted_before = counted_of(verdicts);
    rep.grade_before = grade_of(rep.asked_before, rep.counted_before);
    return rep;
  }

  const CheckedQuota& checked_;
  Quota then_;
  Day from_;
  const ApplyContext& context_;
  QuotaBook book_;
};

}  // namespace

Checked<QuotaPreview> preview_quota(const QuotaDefinition& definition, const ApplyContext& context) {
  auto checked = check_quota(definition, context);
  if (!checked) return tl::unexpected(std::move(checked).error());
  PACELINE_CHECK_ITEM(may_manage(checked->quota, context));
  PACELINE_TRY_ITEM(const auto all, context.stores.quotas.quotas());
  const auto known = std::find_if(all.begin(), all.end(), [&](const Quota& q) { return q.key == checked->quota.key; });
  QuotaPreview preview;
  preview.is_new = known == all.end();
  if (!preview.is_new) PACELINE_CHECK_ITEM(may_manage(*known, context));
  if (!preview.is_new && periods_of(*known) != periods_of(checked->quota)) {
    return refused({Fault::conflict, "quota.period.fixed", "/period", {}});
  }
  QuotaVersion& version = checked->quota.versions.front();
  PACELINE_TRY_ITEM(version.from, first_day(checked->quota, definition.from, preview.is_new, context));
  preview.from = version.from;
  Quota then = preview.is_new ? checked->quota : with_version(*known, version);
  PACELINE_TRY_ITEM(preview.reps, Preview(*checked, std::move(then), preview.from, context).of_everybody());
  return preview;
}

}  // namespace paceline
