// SPDX-License-Identifier: Apache-2.0
#include "store/activities.h"

#include <algorithm>
#include <map>

#include "store/columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "activity.add",
    "INSERT INTO activity (org_id, activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic,"
    " product_line, relation, temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision, source,"
    " external_id, actor_id, stored_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,"
    " $18, $19, $20, $21, $22, $23, $24)"};
constexpr Statement kPutNow{
    "activity_now.put",
    "INSERT INTO activity_now (org_id, activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic,"
    " product_line, relation, temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision) VALUES"
    " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) ON CONFLICT (org_id, activity_id) DO UPDATE SET"
    " kind = excluded.kind, direction = excluded.direction, outcome = excluded.outcome, duration_s = excluded.duration_s,"
    " topic = excluded.topic, product_line = excluded.product_line, state = excluded.state"};
constexpr Statement kAddNote{"activity_text.add",
                             "INSERT INTO activity_text (org_id, activity_id, note) VALUES ($1, $2, $3)"};
constexpr Statement kNote{"activity_text.get", "SELECT note FROM activity_text WHERE org_id = $1 AND activity_id = $2"};
constexpr Statement kAddChange{
    "activity_change.add",
    "INSERT INTO activity_change (org_id, activity_id, change_id, voids, reason, actor_id, known_at, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kAddChangeField{
    "activity_change_field.add",
    "INSERT INTO activity_change_field (org_id, activity_id, change_id, field, value) VALUES ($1, $2, $3, $4, $5)"};

constexpr Statement kFact{
    "activity.get",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity WHERE org_id = $1 AND activity_id = $2"};
constexpr Statement kFactByKey{
    "activity.by_evidence",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity"
    " WHERE org_id = $1 AND source = $2 AND external_id = $3"};
constexpr Statement kNowByKeys{
    "activity_now.by_evidence",
    "SELECT n.activity_id, n.rep_id, n.contact_id, n.account_id, n.kind, n.direction, n.outcome, n.duration_s, n.topic,"
    " n.product_line, n.relation, n.temperature, n.lead_source, n.segment, n.occurred_at, n.known_at, n.day, n.state,"
    " n.occurred_precision, f.external_id FROM activity f JOIN activity_now n ON n.org_id = $1"
    " AND n.activity_id = f.activity_id WHERE f.org_id = $1 AND f.source = $2 AND f.external_id IN ($3)"};
constexpr Statement kNowByIds{
    "activity_now.by_ids",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND activity_id IN ($2)"};
constexpr Statement kVoidedFor{
    "activity_change.voided_for",
    "SELECT activity_id FROM activity_change WHERE org_id = $1 AND voids = 1 AND reason = $2 AND activity_id IN ($3)"};
constexpr Statement kAddAttribute{
    "activity_attribute.add",
    "INSERT INTO activity_attribute (org_id, activity_id, name, value) VALUES ($1, $2, $3, $4)"};
constexpr Statement kAttributes{"activity_attribute.of",
                                "SELECT activity_id, name, value FROM activity_attribute WHERE org_id = $1"
                                " AND activity_id IN ($2)"};
constexpr Statement kFactsAsOf{
    "activity.as_of",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity"
    " WHERE org_id = $1 AND rep_id = $2 AND day >= $3 AND day < $4 AND known_at <= $5 ORDER BY occurred_at, activity_id"};
constexpr Statement kChangesAsOf{
    "activity_change.as_of",
    "SELECT c.change_id, c.activity_id, c.voids, c.reason, c.actor_id, c.known_at FROM activity a"
    " JOIN activity_change c ON c.org_id = $1 AND c.activity_id = a.activity_id"
    " WHERE a.org_id = $1 AND a.rep_id = $2 AND a.day >= $3 AND a.day < $4 AND c.known_at <= $5 ORDER BY c.known_at, c.change_id"};
constexpr Statement kChanges{"activity_change.of",
                             "SELECT change_id, activity_id, voids, reason, actor_id, known_at FROM activity_change"
                             " WHERE org_id = $1 AND activity_id = $2 ORDER BY known_at, change_id"};
constexpr Statement kChangeFieldsAsOf{
    "activity_change_field.as_of",
    "SELECT f.change_id, f.field, f.value FROM activity a"
    " JOIN activity_change c ON c.org_id = $1 AND c.activity_id = a.activity_id"
    " JOIN activity_change_field f ON f.org_id = $1 AND f.activity_id = c.activity_id AND f.change_id = c.change_id"
    " WHERE a.org_id = $1 AND a.rep_id = $2 AND a.day >= $3 AND a.day < $4 AND c.known_at <= $5 ORDER BY f.change_id, f.field"};
constexpr Statement kChangeFields{"activity_change_field.of",
                                  "SELECT change_id, field, value FROM activity_change_field"
                                  " WHERE org_id = $1 AND activity_id = $2 ORDER BY change_id, field"};

constexpr Statement kOfPeriod{
    "activity_now.of_period",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND rep_id = $2 AND day >= $3 AND day < $4 ORDER BY occurred_at, activity_id"};
// As of_period, read from the index in its order: nothing is sorted.
constexpr Statement kOfDay{
    "activity_now.of_day",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND rep_id = $2 AND day = $3 ORDER BY occurred_at, activity_id"};
// By the contact (account), who has few, and not by the rep's days, which may be those of a year: `+ 0` keeps the
// planners from the index of days.
constexpr Statement kOfPeriodWithContact{
    "activity_now.of_period_with_contact",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND contact_id = $5 AND rep_id + 0 = $2 AND day + 0 >= $3 AND day + 0 < $4 ORDER BY occurred_at, activity_id"};
constexpr Statement kOfPeriodWithAccount{
    "activity_now.of_period_with_account",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND account_id = $5 AND rep_id + 0 = $2 AND day + 0 >= $3 AND day + 0 < $4 ORDER BY occurred_at, activity_id"};
constexpr Statement kWithContact{
    "activity_now.with_contact",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND contact_id = $2 AND occurred_at >= $3 AND occurred_at < $4 ORDER BY occurred_at, activity_id"};
constexpr Statement kNewestWithContact{
    "activity_now.newest_with_contact",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND contact_id = $2 AND state <> 'voided' ORDER BY occurred_at DESC, activity_id DESC LIMIT $3"};
constexpr Statement kNewestWithAccount{
    "activity_now.newest_with_account",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, relation,"
    " temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND account_id = $2 AND state <> 'voided' ORDER BY occurred_at DESC, activity_id DESC LIMIT $3"};
constexpr Statement kWithContactsOf{
    "activity_now.with_contacts_of",
    "SELECT f.activity_id, f.rep_id, f.contact_id, f.account_id, f.kind, f.direction, f.outcome, f.duration_s, f.topic,"
    " f.product_line, f.relation, f.temperature, f.lead_source, f.segment, f.occurred_at, f.known_at, f.day, f.state, f.occurred_precision"
    " FROM activity_now f WHERE f.org_id = $1 AND f.occurred_at >= $5 AND f.occurred_at < $6 AND f.contact_id IN"
    " (SELECT a.contact_id FROM activity_now a WHERE a.org_id = $1 AND a.rep_id = $2 AND a.day >= $3 AND a.day < $4"
    " AND a.contact_id IS NOT NULL) ORDER BY f.contact_id, f.occurred_at, f.activity_id"};

// $5 and $6: the last row of the page before, or NULL. The order is that of the time, the index is by the rep's own
// day, and a change of zone sets the two apart by less than two days: as many rows by day as the page holds say from
// which day on the page can be.
constexpr Statement kNewest{
    "activity_now.newest",
    "SELECT activity_id, rep_id, contact_id, account_id, kind, direction, outcome, duration_s, topic, product_line, "
    "relation, temperature, lead_source, segment, occurred_at, known_at, day, state, occurred_precision FROM activity_now"
    " WHERE org_id = $1 AND rep_id = $2 AND day < $4 AND (CAST($5 AS BIGINT) IS NULL OR occurred_at < $5"
    " OR (occurred_at = $5 AND activity_id < $6)) AND day >= (SELECT CASE WHEN min(newest.day) - 2 < $3 THEN $3"
    " ELSE min(newest.day) - 2 END FROM (SELECT day FROM activity_now"
    " WHERE org_id = $1 AND rep_id = $2 AND day >= $3 AND day < $4 AND (CAST($5 AS BIGINT) IS NULL OR occurred_at < $5"
    " OR (occurred_at = $5 AND activity_id < $6)) ORDER BY day DESC, occurred_at DESC, activity_id DESC LIMIT $7) newest)"
    " ORDER BY occurred_at DESC, activity_id DESC LIMIT $7"};

constexpr Statement kGroupsByAttribute{
    "activity_now.groups_by_attribute",
    "SELECT t.value, a.outcome, count(*) FROM activity_now a JOIN activity_attribute t ON t.org_id = $1"
    " AND t.activity_id = a.activity_id WHERE a.org_id = $1 AND a.rep_id = $2 AND a.day >= $3 AND a.day < $4"
    " AND a.state <> 'voided' AND (CAST($5 AS TEXT) IS NULL OR a.kind = $5) AND t.name = $6 GROUP BY t.value, a.outcome"};
constexpr Statement kGroupsByDay{
    "activity_now.groups_by_day",
    "SELECT CAST(day AS TEXT), outcome, count(*) FROM activity_now WHERE org_id = $1 AND rep_id = $2 AND day >= $3"
    " AND day < $4 AND state <> 'voided' AND (CAST($5 AS TEXT) IS NULL OR kind = $5) GROUP BY day, outcome"};

constexpr Statement kHowManyOn{
    "activity_now.how_many_on",
    "SELECT count(*) FROM activity_now WHERE org_id = $1 AND rep_id = $2 AND day = $3 AND state <> 'voided'"
    " AND (occurred_precision IS NULL OR occurred_precision <> 'month')"};

constexpr Statement kKinds{
    "kind.all",
    "SELECT kind, label, client_facing, has_direction, has_duration FROM kind WHERE org_id = $1 ORDER BY kind"};
constexpr Statement kKindOutcomes{
    "kind_outcome.all", "SELECT kind, outcome, label FROM kind_outcome WHERE org_id = $1 ORDER BY kind, place"};
constexpr Statement kPutKind{
    "kind.put",
    "INSERT INTO kind (org_id, kind, label, client_facing, has_direction, has_duration) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, kind) DO UPDATE SET label = excluded.label, client_facing = excluded.client_facing,"
    " has_direction = excluded.has_direction, has_duration = excluded.has_duration"};
constexpr Statement kClearOutcomes{"kind_outcome.clear", "DELETE FROM kind_outcome WHERE org_id = $1 AND kind = $2"};
constexpr Statement kAddOutcome{
    "kind_outcome.add", "INSERT INTO kind_outcome (org_id, kind, place, outcome, label) VALUES ($1, $2, $3, $4, $5)"};

constexpr Statement kFirstDays{
    "activity.first_days",
    "SELECT u.user_id, (SELECT a.day FROM activity a WHERE a.org_id = $1 AND a.rep_id = u.user_id AND a.known_at <= $2"
    " ORDER BY a.day, a.occurred_at, a.activity_id LIMIT 1) FROM member u WHERE u.org_id = $1 AND u.user_id IN ($3)"
    " ORDER BY u.user_id"};

struct AttributeRecord {
  ActivityId activity_id;
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(AttributeRecord, (), (activity_id, name, value))

struct FirstDay {
  RepId rep_id;
  std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(FirstDay, (), (rep_id, day))

struct ChangeRecord {
  ChangeId change_id;
  ActivityId activity_id;
  bool voids = false;
  std::string reason;
  UserId actor_id;
  Instant known_at;
};
BOOST_DESCRIBE_STRUCT(ChangeRecord, (), (change_id, activity_id, voids, reason, actor_id, known_at))

struct FieldRecord {
  ChangeId change_id;
  std::string field;
  std::optional<std::string> value;
};
BOOST_DESCRIBE_STRUCT(FieldRecord, (), (change_id, field, value))

struct KindRecord {
  std::string kind;
  std::optional<std::string> label;
  bool client_facing = true;
  bool has_direction = false;
  bool has_duration = false;
};
BOOST_DESCRIBE_STRUCT(KindRecord, (), (kind, label, client_facing, has_direction, has_duration))

struct OutcomeRecord {
  std::string kind;
  std::string outcome;
  std::optional<std::string> label;
};
BOOST_DESCRIBE_STRUCT(OutcomeRecord, (), (kind, outcome, label))

std::vector<ActivityChange> with_fields(const std::vector<ChangeRecord>& records, std::vector<FieldRecord> fields) {
  std::map<ChangeId, std::vector<FieldChange>> by_change;
  for (FieldRecord& f : fields) by_change[f.change_id].push_back({std::move(f.field), std::move(f.value)});
  std::vector<ActivityChange> changes;
  changes.reserve(records.size());
  for (const ChangeRecord& r : records) {
    changes.push_back(
        {r.change_id, r.activity_id, r.voids, std::move(by_change[r.change_id]), r.reason, r.actor_id, r.known_at});
  }
  return changes;
}

/// Their parameters are much memory.
constexpr std::size_t kAddedAtOnce = 2'000;

/// Of something that happened then: by the rep's own clock, and by one that the rep has left since.
Day latest_day_of(Instant at) {
  return Day(static_cast<int>(at.microseconds() / (kSecondsPerDay * kMicrosecondsPerSecond))) + 2;
}

/// The company's kinds after the built-in ones; its outcomes after those that the kind has.
void merge(std::vector<Kind>& kinds, const KindRecord& record, std::vector<Outcome> outcomes) {
  const auto same =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.kind == record.kind; });
  if (same != kinds.end()) {
    same->outcomes.insert(same->outcomes.end(), outcomes.begin(), outcomes.end());
    return;
  }
  kinds.push_back({record.kind, record.label, record.client_facing, record.has_direction, record.has_duration,
                   std::move(outcomes)});
}

}  // namespace

Result<std::vector<Kind>> SqlActivityStore::kinds() {
  PACELINE_TRY(const auto records, query_all<KindRecord>(scope_.connection, kKinds, params(scope_.org_id)));
  PACELINE_TRY(const auto outcomes, query_all<OutcomeRecord>(scope_.connection, kKindOutcomes, params(scope_.org_id)));
  std::vector<Kind> kinds = built_in_kinds();
  for (const KindRecord& record : records) {
    std::vector<Outcome> own;
    for (const OutcomeRecord& outcome : outcomes) {
      if (outcome.kind == record.kind) own.push_back({outcome.outcome, outcome.label});
    }
    merge(kinds, record, std::move(own));
  }
  return kinds;
}

Result<void> SqlActivityStore::put_kind(const Kind& kind) {
  PACELINE_CHECK(scope_.connection.execute(kPutKind, params(scope_.org_id, kind.kind, kind.label, kind.client_facing,
                                                            kind.has_direction, kind.has_duration)));
  PACELINE_CHECK(scope_.connection.execute(kClearOutcomes, params(scope_.org_id, kind.kind)));
  int place = 0;
  for (const Outcome& outcome : kind.outcomes) {
    PACELINE_CHECK(scope_.connection.execute(
        kAddOutcome, params(scope_.org_id, kind.kind, place++, outcome.outcome, outcome.label)));
  }
  return {};
}

Result<void> SqlActivityStore::add(const std::vector<NewActivity>& activities) {
  for (std::span<const NewActivity> rest = activities; !rest.empty();) {
    const auto some = rest.first(std::min(rest.size(), kAddedAtOnce));
    PACELINE_CHECK(add_some(some));
    rest = rest.subspan(some.size());
  }
  return {};
}

Result<void> SqlActivityStore::add_some(std::span<const NewActivity> activities) {
  std::vector<Parameters> facts, projected, notes, attributes;
  facts.reserve(activities.size());
  projected.reserve(activities.size());
  for (const auto& [activity, intake] : activities) {
    Parameters fact;
    fact.add(scope_.org_id).add_members(activity);
    if (intake.key) fact.add(intake.key->source, intake.key->external_id);
    if (!intake.key) fact.add(std::nullopt, std::nullopt);
    facts.push_back(std::move(fact.add(intake.actor_id, intake.stored_at)));
    projected.push_back(std::move(Parameters().add(scope_.org_id).add_members(activity)));
    if (intake.note) notes.push_back(std::move(Parameters().add(scope_.org_id, activity.activity_id, *intake.note)));
    for (const auto& attribute : intake.attributes) {
      attributes.push_back(
          std::move(Parameters().add(scope_.org_id, activity.activity_id, attribute.first, attribute.second)));
    }
  }
  PACELINE_CHECK(insert_all(scope_.connection, kAdd, facts));
  PACELINE_CHECK(insert_all(scope_.connection, kPutNow, projected));
  PACELINE_CHECK(insert_all(scope_.connection, kAddNote, notes));
  PACELINE_CHECK(insert_all(scope_.connection, kAddAttribute, attributes));
  return {};
}

Result<void> SqlActivityStore::add_change(const ActivityChange& c, const Activity& now, Instant stored_at) {
  PACELINE_CHECK(scope_.connection.execute(kAddChange, params(scope_.org_id, c.activity_id, c.change_id, c.voids,
                                                              c.reason, c.actor_id, c.known_at, stored_at)));
  for (const FieldChange& field : c.fields) {
    PACELINE_CHECK(scope_.connection.execute(
        kAddChangeField, params(scope_.org_id, c.activity_id, c.change_id, field.field, field.value)));
  }
  PACELINE_CHECK(scope_.connection.execute(kPutNow, Parameters().add(scope_.org_id).add_members(now)));
  return {};
}

Result<std::optional<Activity>> SqlActivityStore::find_fact(ActivityId activity_id) {
  return query_one<Activity>(scope_.connection, kFact, params(scope_.org_id, activity_id));
}

Result<std::optional<Activity>> SqlActivityStore::find_fact_by_key(const EvidenceKey& key) {
  return query_one<Activity>(scope_.connection, kFactByKey, params(scope_.org_id, key.source, key.external_id));
}

Result<std::vector<KeyedActivity>> SqlActivityStore::now_by_keys(const std::string& source,
                                                                 const std::vector<std::string>& external_ids) {
  return query_list<KeyedActivity>(scope_.connection, kNowByKeys, params(scope_.org_id, source),
                                   std::span<const std::string>(external_ids));
}

Result<std::vector<Activity>> SqlActivityStore::now_by_ids(const std::vector<ActivityId>& activities) {
  return query_list<Activity>(scope_.connection, kNowByIds, params(scope_.org_id),
                              std::span<const ActivityId>(activities));
}

Result<std::set<ActivityId>> SqlActivityStore::voided_for(const std::string& reason,
                                                          const std::vector<ActivityId>& activities) {
  PACELINE_TRY(const auto found, query_list<ActivityId>(scope_.connection, kVoidedFor, params(scope_.org_id, reason),
                                                        std::span<const ActivityId>(activities)));
  return std::set<ActivityId>(found.begin(), found.end());
}

Result<std::map<ActivityId, Attributes>> SqlActivityStore::attributes_of(const std::vector<ActivityId>& activities) {
  PACELINE_TRY(auto found, query_list<AttributeRecord>(scope_.connection, kAttributes, params(scope_.org_id),
                                                       std::span<const ActivityId>(activities)));
  std::map<ActivityId, Attributes> by_activity;
  for (AttributeRecord& each : found)
    by_activity[each.activity_id].emplace(std::move(each.name), std::move(each.value));
  return by_activity;
}

Result<std::optional<std::string>> SqlActivityStore::note_of(ActivityId activity_id) {
  return query_one<std::string>(scope_.connection, kNote, params(scope_.org_id, activity_id));
}

Result<std::vector<ActivityChange>> SqlActivityStore::changes_of(ActivityId activity_id) {
  const auto parameters = params(scope_.org_id, activity_id);
  PACELINE_TRY(const auto records, query_all<ChangeRecord>(scope_.connection, kChanges, parameters));
  PACELINE_TRY(auto fields, query_all<FieldRecord>(scope_.connection, kChangeFields, parameters));
  return with_fields(records, std::move(fields));
}

Result<std::map<RepId, Day>> SqlActivityStore::first_days_of(const std::vector<RepId>& reps, Instant as_of) {
  PACELINE_TRY(const auto found, query_list<FirstDay>(scope_.connection, kFirstDays, params(scope_.org_id, as_of),
                                                      std::span<const RepId>(reps)));
  std::map<RepId, Day> days;
  for (const FirstDay& first : found) {
    if (first.day) days.emplace(first.rep_id, *first.day);
  }
  return days;
}

Result<std::int64_t> SqlActivityStore::how_many_on(RepId rep_id, Day day) {
  PACELINE_TRY(const auto number,
               query_one<std::int64_t>(scope_.connection, kHowManyOn, params(scope_.org_id, rep_id, day)));
  return number.value_or(0);
}

Result<std::vector<Activity>> SqlActivityStore::of_period(RepId rep_id, Period period) {
  if (period.days() == 1)
    return query_all<Activity>(scope_.connection, kOfDay, params(scope_.org_id, rep_id, period.from));
  return query_all<Activity>(scope_.connection, kOfPeriod, params(scope_.org_id, rep_id, period.from, period.to));
}

Result<std::vector<Activity>> SqlActivityStore::of_period_as_of(RepId rep_id, Period period, Instant as_of) {
  const auto parameters = params(scope_.org_id, rep_id, period.from, period.to, as_of);
  PACELINE_TRY(auto facts, query_all<Activity>(scope_.connection, kFactsAsOf, parameters));
  PACELINE_TRY(const auto records, query_all<ChangeRecord>(scope_.connection, kChangesAsOf, parameters));
  PACELINE_TRY(auto fields, query_all<FieldRecord>(scope_.connection, kChangeFieldsAsOf, parameters));
  auto changes = with_fields(records, std::move(fields));
  std::map<ActivityId, std::vector<ActivityChange>> by_activity;
  for (auto& change : changes) by_activity[change.activity_id].push_back(std::move(change));
  for (Activity& activity : facts) {
    const auto found = by_activity.find(activity.activity_id);
    if (found != by_activity.end()) activity = effective(std::move(activity), found->second);
  }
  return facts;
}

Result<std::vector<Activity>> SqlActivityStore::of_period_with_contact(RepId rep_id, Period period,
                                                                       ContactId contact_id) {
  return query_all<Activity>(scope_.connection, kOfPeriodWithContact,
                             params(scope_.org_id, rep_id, period.from, period.to, contact_id));
}

Result<std::vector<Activity>> SqlActivityStore::of_period_with_account(RepId rep_id, Period period,
                                                                       AccountId account_id) {
  return query_all<Activity>(scope_.connection, kOfPeriodWithAccount,
                             params(scope_.org_id, rep_id, period.from, period.to, account_id));
}

Result<std::vector<Activity>> SqlActivityStore::with_contact(ContactId contact_id, Instant from, Instant to) {
  return query_all<Activity>(scope_.connection, kWithContact, params(scope_.org_id, contact_id, from, to));
}

Result<std::vector<Activity>> SqlActivityStore::newest_with(ContactId contact_id, int limit) {
  return query_all<Activity>(scope_.connection, kNewestWithContact, params(scope_.org_id, contact_id, limit));
}

Result<std::vector<Activity>> SqlActivityStore::newest_with(AccountId account_id, int limit) {
  return query_all<Activity>(scope_.connection, kNewestWithAccount, params(scope_.org_id, account_id, limit));
}

Result<std::vector<Activity>> SqlActivityStore::with_contacts_of(RepId rep_id, Period period, Instant from,
                                                                 Instant to) {
  return query_all<Activity>(scope_.connection, kWithContactsOf,
                             params(scope_.org_id, rep_id, period.from, period.to, from, to));
}

Result<std::vector<ActivityGroup>> SqlActivityStore::groups(const GroupQuestion& q) {
  if (!q.attribute) {
    return query_all<ActivityGroup>(scope_.connection, kGroupsByDay,
                                    params(scope_.org_id, q.rep_id, q.period.from, q.period.to, q.kind));
  }
  return query_all<ActivityGroup>(scope_.connection, kGroupsByAttribute,
                                  params(scope_.org_id, q.rep_id, q.period.from, q.period.to, q.kind, *q.attribute));
}

Result<std::vector<ActivityRow>> SqlActivityStore::page(const ActivityPage& page) {
  PACELINE_TRY(auto list, page.as_of ? newest_as_of(page) : newest(page));
  return named(std::move(list));
}

Result<std::vector<Activity>> SqlActivityStore::newest(const ActivityPage& page) {
  const auto at = page.before ? std::optional(page.before->first) : std::nullopt;
  const auto id = page.before ? std::optional(page.before->second) : std::nullopt;
  // The rows before are not read again for each page: their days end at most two days after its own.
  const Day to = at ? std::min(page.period.to, latest_day_of(*at) + 1) : page.period.to;
  return query_all<Activity>(scope_.connection, kNewest,
                             params(scope_.org_id, page.rep_id, page.period.from, to, at, id, page.limit));
}

Result<std::vector<Activity>> SqlActivityStore::newest_as_of(const ActivityPage& page) {
  PACELINE_TRY(auto list, of_period_as_of(page.rep_id, page.period, *page.as_of));
  std::reverse(list.begin(), list.end());
  if (page.before) {
    std::erase_if(list, [&](const Activity& a) { return std::pair(a.occurred_at, a.activity_id) >= *page.before; });
  }
  if (list.size() > static_cast<std::size_t>(page.limit)) list.resize(static_cast<std::size_t>(page.limit));
  return list;
}

Result<std::optional<ActivityRow>> SqlActivityStore::row(ActivityId activity_id) {
  PACELINE_TRY(const auto fact, find_fact(activity_id));
  if (!fact) return std::optional<ActivityRow>();
  PACELINE_TRY(const auto changes, changes_of(activity_id));
  PACELINE_TRY(auto rows, named({effective(*fact, changes)}));
  return std::optional(std::move(rows.front()));
}

}  // namespace paceline::store
