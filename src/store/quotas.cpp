// SPDX-License-Identifier: Apache-2.0
#include "store/quotas.h"

#include <algorithm>
#include <functional>
#include <span>

#include "store/columns.h"
#include "store/rule_rows.h"
#include "store/sql/in_list.h"

namespace paceline::store {

BOOST_DESCRIBE_STRUCT(RuleRecord, (), (rule_id, unit, min_duration_s, repeat_window_s, signal_within_days))
BOOST_DESCRIBE_STRUCT(RuleValue, (), (rule_id, quality, value))

namespace {

constexpr Statement kAddRule{
    "rule.add",
    "INSERT INTO rule (org_id, rule_id, unit, min_duration_s, repeat_window_s, signal_within_days, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (org_id, rule_id) DO NOTHING"};
constexpr Statement kAddRuleValue{"rule_value.add",
                                  "INSERT INTO rule_value (org_id, rule_id, quality, value) VALUES ($1, $2, $3, $4)"};
constexpr Statement kRules{
    "rule.all",
    "SELECT rule_id, unit, min_duration_s, repeat_window_s, signal_within_days FROM rule WHERE org_id = $1 ORDER BY rule_id"};
constexpr Statement kRuleValues{
    "rule_value.all",
    "SELECT rule_id, quality, value FROM rule_value WHERE org_id = $1 ORDER BY rule_id, quality, value"};

constexpr Statement kAddQuota{"quota.add",
                              "INSERT INTO quota (org_id, quota_id, quota_key, name, period_kind, span_from, span_to)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kRenameQuota{"quota.rename", "UPDATE quota SET name = $3 WHERE org_id = $1 AND quota_id = $2"};
constexpr Statement kPutVersion{
    "quota_version.put",
    "INSERT INTO quota_version (org_id, quota_id, from_day, rule_id, amount, floor_amount, stretch_amount,"
    " asks_holidays, asks_part_time, asks_leave, asks_ramp, actor_id, stored_at, proposed_by)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
    " ON CONFLICT (org_id, quota_id, from_day) DO UPDATE SET rule_id = excluded.rule_id, amount = excluded.amount,"
    " floor_amount = excluded.floor_amount, stretch_amount = excluded.stretch_amount,"
    " asks_holidays = excluded.asks_holidays, asks_part_time = excluded.asks_part_time,"
    " asks_leave = excluded.asks_leave, asks_ramp = excluded.asks_ramp, actor_id = excluded.actor_id,"
    " stored_at = excluded.stored_at, proposed_by = excluded.proposed_by"};
constexpr Statement kClearAsked{"quota_asked.clear",
                                "DELETE FROM quota_asked WHERE org_id = $1 AND quota_id = $2 AND from_day = $3"};
constexpr Statement kAddAsked{
    "quota_asked.add",
    "INSERT INTO quota_asked (org_id, quota_id, from_day, subject_kind, subject_id, amount, floor_amount,"
    " stretch_amount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kQuotas{
    "quota.all",
    "SELECT quota_id, quota_key, name, period_kind, span_from, span_to FROM quota WHERE org_id = $1"
    " ORDER BY name, quota_id"};
constexpr Statement kVersions{
    "quota_version.all",
    "SELECT quota_id, from_day, rule_id, amount, floor_amount, stretch_amount, coalesce(asks_holidays, 0),"
    " coalesce(asks_part_time, 0), coalesce(asks_leave, 0), coalesce(asks_ramp, 0) FROM quota_version"
    " WHERE org_id = $1 ORDER BY quota_id, from_day"};
constexpr Statement kAsked{
    "quota_asked.all",
    "SELECT quota_id, from_day, subject_kind, subject_id, amount, floor_amount, stretch_amount FROM quota_asked"
    " WHERE org_id = $1 ORDER BY quota_id, from_day, subject_kind, subject_id"};

// Of one rep: others who are asked by themselves are left out.
constexpr Statement kAskedFor{
    "quota_asked.for_rep",
    "SELECT quota_id, from_day, subject_kind, subject_id, amount, floor_amount, stretch_amount FROM quota_asked"
    " WHERE org_id = $1 AND (subject_kind <> 'rep' OR subject_id = $2)"
    " ORDER BY quota_id, from_day, subject_kind, subject_id"};
constexpr Statement kSomeQuotas{
    "quota.some",
    "SELECT quota_id, quota_key, name, period_kind, span_from, span_to FROM quota WHERE org_id = $1 AND quota_id IN ($2)"
    " ORDER BY name, quota_id"};
constexpr Statement kSomeVersions{
    "quota_version.some",
    "SELECT quota_id, from_day, rule_id, amount, floor_amount, stretch_amount, coalesce(asks_holidays, 0),"
    " coalesce(asks_part_time, 0), coalesce(asks_leave, 0), coalesce(asks_ramp, 0) FROM quota_version"
    " WHERE org_id = $1 AND quota_id IN ($2) ORDER BY quota_id, from_day"};
constexpr Statement kRulePeriods{"quota_version.rule_periods",
                                 "SELECT v.rule_id, q.period_kind, q.span_from, q.span_to FROM quota_version v"
                                 " JOIN quota q ON q.org_id = $1 AND q.quota_id = v.quota_id"
                                 " WHERE v.org_id = $1 AND v.rule_id IN ($2)"};

constexpr Statement kAddHandedOver{
    "handed_over.add",
    "INSERT INTO handed_over (org_id, user_id, quota_id, from_day, to_day, successor_id, actor_id, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kHandedOver{"handed_over.of_user",
                                "SELECT quota_id, from_day, to_day FROM handed_over WHERE org_id = $1 AND user_id = $2"
                                " ORDER BY quota_id, from_day"};

struct HandedRecord {
  QuotaId quota_id;
  Day from;
  Day to;
};
BOOST_DESCRIBE_STRUCT(HandedRecord, (), (quota_id, from, to))

struct QuotaRecord {
  QuotaId quota_id;
  std::string key;
  std::string name;
  PeriodKind period_kind = PeriodKind::week;
  std::optional<Day> span_from;
  std::optional<Day> span_to;
};
BOOST_DESCRIBE_STRUCT(QuotaRecord, (), (quota_id, key, name, period_kind, span_from, span_to))

struct RulePeriodRecord {
  RuleId rule_id;
  PeriodKind period_kind = PeriodKind::week;
  std::optional<Day> span_from;
  std::optional<Day> span_to;
};
BOOST_DESCRIBE_STRUCT(RulePeriodRecord, (), (rule_id, period_kind, span_from, span_to))

struct VersionRecord {
  QuotaId quota_id;
  Day from;
  RuleId rule_id;
  std::int64_t amount = 0;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
  bool asks_holidays = false;
  bool asks_part_time = false;
  bool asks_leave = false;
  bool asks_ramp = false;
};
BOOST_DESCRIBE_STRUCT(VersionRecord, (),
                      (quota_id, from, rule_id, amount, floor, stretch, asks_holidays, asks_part_time, asks_leave,
                       asks_ramp))

struct AskedRecord {
  QuotaId quota_id;
  Day from;
  SubjectKind kind = SubjectKind::rep;
  std::int64_t id = 0;
  std::optional<std::int64_t> amount;
  std::optional<std::int64_t> floor;
  std::optional<std::int64_t> stretch;
};
BOOST_DESCRIBE_STRUCT(AskedRecord, (), (quota_id, from, kind, id, amount, floor, stretch))

QuotaSubject subject_from(const AskedRecord& r) {
  return {r.kind, r.id, r.amount ? std::optional(Amounts{*r.amount, r.floor, r.stretch}) : std::nullopt};
}

/// Those with this key of a list in the order of its keys.
template <class Record, class Key, class KeyOf>
std::span<const Record> with_key(const std::vector<Record>& records, const Key& key, KeyOf key_of) {
  const auto first = std::partition_point(records.begin(), records.end(),
                                          [&](const Record& record) { return std::invoke(key_of, record) < key; });
  const auto last = std::partition_point(first, records.end(),
                                         [&](const Record& record) { return !(key < std::invoke(key_of, record)); });
  return {first, last};
}

std::pair<QuotaId, Day> version_of(const AskedRecord& r) {
  return {r.quota_id, r.from};
}

template <class Record>
std::optional<Period> span_of(const Record& r) {
  return r.span_from && r.span_to ? std::optional(Period{*r.span_from, *r.span_to}) : std::nullopt;
}

QuotaVersion version_from(const VersionRecord& r, const std::vector<AskedRecord>& asked) {
  QuotaVersion version{r.from,
                       r.rule_id,
                       {r.amount, r.floor, r.stretch},
                       {!r.asks_holidays, !r.asks_part_time, !r.asks_leave, !r.asks_ramp},
                       {}};
  for (const AskedRecord& each : with_key(asked, std::pair(r.quota_id, r.from), version_of))
    version.subjects.push_back(subject_from(each));
  std::sort(version.subjects.begin(), version.subjects.end(), by_place);
  return version;
}

}  // namespace

template <>
struct Column<PeriodKind> {
  static PeriodKind read(const Row& row, int column) { return *parse_period_kind(row.text(column)); }
  static Value value(PeriodKind kind) { return to_text(kind); }
};

namespace {

/// REQUIRES: versions and subjects in the order of their quotas and days.
std::vector<Quota> quotas_from(std::vector<QuotaRecord> records, const std::vector<VersionRecord>& versions,
                               const std::vector<AskedRecord>& asked) {
  std::vector<Quota> quotas;
  quotas.reserve(records.size());
  for (QuotaRecord& r : records) {
    const auto span = span_of(r);
    Quota quota{r.quota_id, std::move(r.key), std::move(r.name), r.period_kind, {}, span};
    for (const VersionRecord& v : with_key(versions, r.quota_id, &VersionRecord::quota_id))
      quota.versions.push_back(version_from(v, asked));
    quotas.push_back(std::move(quota));
  }
  return quotas;
}

}  // namespace

Result<void> SqlQuotaStore::put_rule(const Rule& rule, Instant at) {
  const auto days = rule.after_signal ? std::optional(rule.after_signal->within_days) : std::nullopt;
  PACELINE_TRY(const auto added,
               scope_.connection.execute(kAddRule, params(scope_.org_id, rule.rule_id, rule.unit, rule.min_duration_s,
                                                          rule.repeat_window_s, days, at)));
  if (added == 0) {
    PACELINE_TRY(const Rule known, this->rule(rule.rule_id));
    if (!(known == rule)) return fail(Fault::conflict, "rule.hash_clash");
    return {};
  }
  for (const RuleValue& value : values_of_rule(rule)) {
    PACELINE_CHECK(scope_.connection.execute(kAddRuleValue, Parameters().add(scope_.org_id).add_members(value)));
  }
  return {};
}

Result<std::vector<Rule>> SqlQuotaStore::rules() {
  PACELINE_TRY(const auto records, query_all<RuleRecord>(scope_.connection, kRules, params(scope_.org_id)));
  PACELINE_TRY(const auto values, query_all<RuleValue>(scope_.connection, kRuleValues, params(scope_.org_id)));
  std::vector<Rule> rules;
  rules.reserve(records.size());
  for (const RuleRecord& record : records)
    rules.push_back(rule_from(record, with_key(values, record.rule_id, &RuleValue::rule_id)));
  return rules;
}

Result<Rule> SqlQuotaStore::rule(RuleId rule_id) {
  PACELINE_TRY(const auto all, rules());
  const auto found = std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.rule_id == rule_id; });
  if (found == all.end()) return fail(Fault::not_found, "rule.not_found");
  return *found;
}

Result<void> SqlQuotaStore::add_quota(const Quota& quota) {
  const auto from = quota.span ? std::optional(quota.span->from) : std::nullopt;
  const auto to = quota.span ? std::optional(quota.span->to) : std::nullopt;
  const auto added = scope_.connection.execute(
      kAddQuota, params(scope_.org_id, quota.quota_id, quota.key, quota.name, quota.period_kind, from, to));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "quota.key.taken", "/key");
  PACELINE_CHECK(added);
  return {};
}

Result<void> SqlQuotaStore::rename_quota(QuotaId quota_id, std::string_view name) {
  PACELINE_CHECK(scope_.connection.execute(kRenameQuota, params(scope_.org_id, quota_id, name)));
  return {};
}

Result<void> SqlQuotaStore::put_version(QuotaId quota_id, const QuotaVersion& version, UserId actor, Instant at,
                                        std::optional<UserId> proposed_by) {
  const Amounts& amounts = version.amounts;
  const Excuses& excuses = version.excuses;
  PACELINE_CHECK(scope_.connection.execute(
      kPutVersion,
      params(scope_.org_id, quota_id, version.from, version.rule_id, amounts.quota, amounts.floor, amounts.stretch,
             !excuses.holidays, !excuses.part_time, !excuses.leave, !excuses.ramp, actor, at, proposed_by)));
  PACELINE_CHECK(scope_.connection.execute(kClearAsked, params(scope_.org_id, quota_id, version.from)));
  for (const QuotaSubject& subject : version.subjects) {
    const auto own = subject.amounts;
    const auto amount = own ? std::optional(own->quota) : std::nullopt;
    PACELINE_CHECK(scope_.connection.execute(
        kAddAsked, params(scope_.org_id, quota_id, version.from, subject.kind, subject.id, amount,
                          own ? own->floor : std::nullopt, own ? own->stretch : std::nullopt)));
  }
  return {};
}

Result<std::vector<Quota>> SqlQuotaStore::quotas() {
  const auto parameters = params(scope_.org_id);
  PACELINE_TRY(auto records, query_all<QuotaRecord>(scope_.connection, kQuotas, parameters));
  PACELINE_TRY(const auto versions, query_all<VersionRecord>(scope_.connection, kVersions, parameters));
  PACELINE_TRY(const auto asked, query_all<AskedRecord>(scope_.connection, kAsked, parameters));
  return quotas_from(std::move(records), versions, asked);
}

Result<std::vector<Quota>> SqlQuotaStore::quotas_for(RepId rep_id) {
  PACELINE_TRY(const auto asked, query_all<AskedRecord>(scope_.connection, kAskedFor, params(scope_.org_id, rep_id)));
  std::vector<QuotaId> ids;
  for (const AskedRecord& each : asked) {
    if (ids.empty() || ids.back() != each.quota_id) ids.push_back(each.quota_id);
  }
  const auto org = params(scope_.org_id);
  const std::span<const QuotaId> some(ids);
  PACELINE_TRY(auto records, query_list<QuotaRecord>(scope_.connection, kSomeQuotas, org, some));
  PACELINE_TRY(const auto versions, query_list<VersionRecord>(scope_.connection, kSomeVersions, org, some));
  return quotas_from(std::move(records), versions, asked);
}

Result<std::vector<RulePeriods>> SqlQuotaStore::periods_of_rules(const std::vector<RuleId>& rules) {
  PACELINE_TRY(const auto records, query_list<RulePeriodRecord>(scope_.connection, kRulePeriods, params(scope_.org_id),
                                                                std::span<const RuleId>(rules)));
  std::vector<RulePeriods> all;
  all.reserve(records.size());
  for (const RulePeriodRecord& record : records) all.push_back({record.rule_id, {record.period_kind, span_of(record)}});
  return all;
}

Result<void> SqlQuotaStore::add_handed_over(UserId leaver, UserId successor, const HandedSpan& handed, UserId actor,
                                            Instant at) {
  PACELINE_CHECK(scope_.connection.execute(
      kAddHandedOver,
      params(scope_.org_id, leaver, handed.quota_id, handed.span.from, handed.span.to, successor, actor, at)));
  return {};
}

Result<std::vector<HandedSpan>> SqlQuotaStore::handed_over_by(UserId leaver) {
  PACELINE_TRY(const auto records,
               query_all<HandedRecord>(scope_.connection, kHandedOver, params(scope_.org_id, leaver)));
  std::vector<HandedSpan> all;
  all.reserve(records.size());
  for (const HandedRecord& record : records) all.push_back({record.quota_id, {record.from, record.to}});
  return all;
}

}  // namespace paceline::store
