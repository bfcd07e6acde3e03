// SPDX-License-Identifier: Apache-2.0
#include "app/many_quotas.h"

#include "app/check_quota.h"
#include "app/quota_versions.h"
#include "app/quotas_of.h"
#include "base/rounding.h"

namespace paceline {
namespace {

constexpr int kAllPercent = 100;
constexpr int kMostPercent = 1000;

std::int64_t scaled(std::int64_t amount, int percent) {
  return round_half_up(Wide{amount} * (kAllPercent + percent), kAllPercent);
}

bool in_range(const Amounts& amounts) {
  return std::max(amounts.quota, amounts.stretch.value_or(0)) <= kLargestQuota;
}

const Quota* find_key(const std::vector<Quota>& all, const std::string& key) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Quota& quota) { return quota.key == key; });
  return found == all.end() ? nullptr : &*found;
}

/// The version with other amounts.
Checked<QuotaVersion> scaled_version(const Quota& quota, const ManyQuotas& many, const ApplyContext& context) {
  PACELINE_TRY_ITEM(const Day from, first_day(quota, many.from, false, context));
  const QuotaVersion* known = version_on(quota, from);
  if (known == nullptr || known->subjects.empty()) return refused({Fault::invalid, "quota.nothing_asked", {}, {}});
  QuotaVersion version = *known;
  version.from = from;
  version.amounts = scaled(known->amounts, many.percent);
  bool fits = in_range(version.amounts);
  for (QuotaSubject& subject : version.subjects) {
    if (!subject.amounts) continue;
    subject.amounts = scaled(*subject.amounts, many.percent);
    fits = fits && in_range(*subject.amounts);
  }
  if (!fits) return refused({Fault::invalid, "quota.amount.out_of_range", {}, {}});
  return version;
}

ItemResult scale_one(const std::string& key, const ManyQuotas& many, const ApplyContext& context) {
  PACELINE_TRY_ITEM(const auto all, context.stores.quotas.quotas());
  const Quota* quota = find_key(all, key);
  if (quota == nullptr) return refused({Fault::not_found, "quota.not_found", {}, {}});
  PACELINE_CHECK_ITEM(may_manage(*quota, context));
  auto version = scaled_version(*quota, many, context);
  if (!version) return tl::unexpected(std::move(version).error());
  if (many.percent == 0) return ItemOutcome::unchanged;
  PACELINE_TRY_ITEM(const Rule rule, context.stores.quotas.rule(version->rule_id));
  PACELINE_CHECK_ITEM(
      put_quota_version(*quota, rule, {*std::move(version), many.reason, many.from.has_value(), {}}, context));
  return ItemOutcome::changed;
}

/// The faults of one item, at its place in the list.
void take(const Errors& errors, const std::string& place, Errors& faults) {
  for (Error error : errors) {
    error.field = place + error.field;
    faults.push_back(std::move(error));
  }
}

/// The last version that asks somebody.
const QuotaVersion* last_asking(const Quota& quota) {
  const auto found = std::find_if(quota.versions.rbegin(), quota.versions.rend(),
                                  [](const QuotaVersion& version) { return !version.subjects.empty(); });
  return found == quota.versions.rend() ? nullptr : &*found;
}

/// Each rep with what was asked of them on the day.
Result<std::vector<QuotaSubject>> reps_asked(const QuotaVersion& version, Day day, Stores& stores) {
  PACELINE_TRY(const Company company, stores.people.company());
  PACELINE_TRY(const auto users, stores.people.users());
  std::vector<QuotaSubject> reps;
  for (const User& user : users) {
    PACELINE_TRY(const auto placement, stores.people.placement_of(user.user_id));
    if (!user.active || !placement) continue;
    const auto amounts = asked_of(version, *placement, company, day);
    if (amounts) reps.push_back({SubjectKind::rep, user.user_id.value(), amounts});
  }
  std::sort(reps.begin(), reps.end(), by_place);
  return reps;
}

/// The last day of the quota that is over, or today.
Result<Day> last_day_so_far(const Quota& quota, const ApplyContext& context) {
  PACELINE_TRY(const auto organisation, context.stores.people.organisation());
  PACELINE_TRY(const auto today, context.zones.local(context.now, organisation.zone));
  return quota.span ? std::min(today.day, quota.span->to - 1) : today.day;
}

}  // namespace

Amounts scaled(const Amounts& amounts, int percent) {
  const auto maybe = [&](std::optional<std::int64_t> amount) {
    return amount ? std::optional(scaled(*amount, percent)) : std::nullopt;
  };
  return {scaled(amounts.quota, percent), maybe(amounts.floor), maybe(amounts.stretch)};
}

Checked<std::vector<ManyOutcome>> change_many(const ManyQuotas& many, const ApplyContext& context) {
  Errors faults;
  std::vector<ManyOutcome> outcomes;
  PACELINE_CHECK_ITEM(context.stores.people.take_turn_of_definitions());
  const bool in_range = -kAllPercent <= many.percent && many.percent <= kMostPercent;
  if (!in_range) return refused({Fault::invalid, "quota.percent.out_of_range", "/percent", {}});
  for (std::size_t i = 0; i < many.definitions.size(); ++i) {
    const ItemResult result = apply_quota(many.definitions[i], context);
    if (!result) take(result.error(), "/quotas/" + std::to_string(i), faults);
    if (result) outcomes.push_back({many.definitions[i].key, *result});
  }
  for (std::size_t i = 0; i < many.scaled.size(); ++i) {
    const ItemResult result = scale_one(many.scaled[i], many, context);
    if (!result) take(result.error(), "/scaled/" + std::to_string(i), faults);
    if (result) outcomes.push_back({many.scaled[i], *result});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return outcomes;
}

Checked<QuotaId> copy_quota(const QuotaCopy& copy, const ApplyContext& context) {
  PACELINE_CHECK_ITEM(context.stores.people.take_turn_of_definitions());
  PACELINE_TRY_ITEM(const auto all, context.stores.quotas.quotas());
  const Quota* source = find_key(all, copy.source);
  if (source == nullptr) return refused({Fault::not_found, "quota.not_found", {}, {}});
  if (find_key(all, copy.key) != nullptr) return refused({Fault::conflict, "quota.key.taken", "/key", {}});
  const QuotaVersion* version = last_asking(*source);
  if (version == nullptr) return refused({Fault::invalid, "quota.nothing_asked", {}, {}});

  auto frame = check_frame({copy.key, copy.name, source->period_kind, copy.span, copy.from});
  if (!frame) return tl::unexpected(std::move(frame).error());
  Quota quota = *std::move(frame);
  quota.quota_id = context.ids.make<QuotaId>();
  quota.versions = {*version};
  if (copy.own_amounts) {
    PACELINE_TRY_ITEM(const Day day, last_day_so_far(*source, context));
    PACELINE_TRY_ITEM(quota.versions.front().subjects, reps_asked(*version, day, context.stores));
    if (quota.versions.front().subjects.empty()) return refused({Fault::invalid, "quota.nothing_asked", {}, {}});
  }
  PACELINE_TRY_ITEM(quota.versions.front().from, first_day(quota, copy.from, true, context));
  PACELINE_TRY_ITEM(const Rule rule, context.stores.quotas.rule(version->rule_id));
  PACELINE_CHECK_ITEM(add_quota_version(quota, rule, context));
  return quota.quota_id;
}

Result<void> end_quota(const Quota& quota, std::optional<Day> from, const std::optional<std::string>& reason,
                       const ApplyContext& context) {
  PACELINE_CHECK(context.stores.people.take_turn_of_definitions());
  PACELINE_CHECK(may_manage(quota, context));
  PACELINE_TRY(const Day first, first_day(quota, from, false, context));
  const QuotaVersion* known = version_on(quota, first);
  QuotaVersion version = known == nullptr ? quota.versions.front() : *known;
  version.from = first;
  version.subjects.clear();
  PACELINE_TRY(const Rule rule, context.stores.quotas.rule(version.rule_id));
  PACELINE_CHECK(put_quota_version(quota, rule, {std::move(version), reason, from.has_value(), {}}, context));
  for (QuotaVersion later : quota.versions) {
    if (later.from <= first) continue;
    later.subjects.clear();
    PACELINE_TRY(const Rule its_rule, context.stores.quotas.rule(later.rule_id));
    PACELINE_CHECK(put_quota_version(quota, its_rule, {std::move(later), reason, true, {}}, context));
  }
  return {};
}

}  // namespace paceline
