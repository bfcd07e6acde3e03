// SPDX-License-Identifier: Apache-2.0
#include "app/check_quota.h"
#include "app/quota_versions.h"

namespace paceline {
namespace {

bool same_terms(const QuotaVersion& a, const QuotaVersion& b) {
  return a.rule_id == b.rule_id && a.amounts == b.amounts && a.excuses == b.excuses && a.subjects == b.subjects;
}

ItemResult create_quota(const QuotaDefinition& definition, Quota quota, const Rule& rule, const ApplyContext& context) {
  quota.quota_id = context.ids.make<QuotaId>();
  PACELINE_TRY_ITEM(quota.versions.front().from, first_day(quota, definition.from, true, context));
  PACELINE_CHECK_ITEM(add_quota_version(quota, rule, context));
  return ItemOutcome::created;
}

ItemResult change_quota(const QuotaDefinition& definition, const Quota& quota, const Quota& known, const Rule& rule,
                        const ApplyContext& context) {
  if (periods_of(known) != periods_of(quota)) return refused({Fault::conflict, "quota.period.fixed", "/period", {}});
  PACELINE_CHECK_ITEM(may_manage(known, context));
  PACELINE_CHECK_ITEM(may_manage(quota, context));
  QuotaVersion wanted = quota.versions.front();
  PACELINE_TRY_ITEM(wanted.from, first_day(quota, definition.from, false, context));
  const QuotaVersion* in_force = version_on(known, wanted.from);
  const bool same_version = in_force != nullptr && same_terms(*in_force, wanted);
  if (same_version && known.name == quota.name) return ItemOutcome::unchanged;
  if (!same_version) {
    PACELINE_CHECK_ITEM(put_quota_version(
        known, rule, {std::move(wanted), definition.reason, definition.from.has_value(), {}}, context));
  }
  PACELINE_CHECK_ITEM(context.stores.quotas.rename_quota(known.quota_id, quota.name));
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
