// SPDX-License-Identifier: Apache-2.0
#include "store/counts.h"

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline::store {
namespace {

constexpr Statement kTakeCells{"cell_version.take",
                               "INSERT INTO cell_version (org_id, rep_id, version) VALUES ($1, $2, 1)"
                               " ON CONFLICT (org_id, rep_id) DO UPDATE SET version = cell_version.version + 1"};

constexpr Statement kPutDay{
    "count_day.put",
    "INSERT INTO count_day (org_id, rule_id, rep_id, day, n, amount) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (org_id, rule_id, rep_id, day) DO UPDATE SET n = excluded.n,"
    " amount = excluded.amount"};
constexpr Statement kRemoveDay{"count_day.remove",
                               "DELETE FROM count_day WHERE org_id = $1 AND rule_id = $2 AND rep_id = $3 AND day = $4"};
constexpr Statement kPutFirst{
    "count_first.put",
    "INSERT INTO count_first (org_id, rule_id, rep_id, period_from, period_to, entity_id, activity_id, day)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (org_id, rule_id, rep_id, period_from, period_to, entity_id)"
    " DO UPDATE SET activity_id = excluded.activity_id, day = excluded.day"};
constexpr Statement kRemoveFirst{
    "count_first.remove",
    "DELETE FROM count_first WHERE org_id = $1 AND rule_id = $2 AND rep_id = $3 AND period_from = $4 AND period_to = $5"
    " AND entity_id = $6"};

constexpr Statement kDaysOfReps{
    "count_day.of_reps",
    "SELECT rep_id, day, coalesce(amount, n) FROM count_day WHERE org_id = $1 AND rule_id = $2 AND day >= $3 AND day < $4"
    " AND rep_id IN ($5) ORDER BY rep_id, day"};
constexpr Statement kFirstsOfReps{
    "count_first.of_reps",
    "SELECT rep_id, day, count(*) FROM count_first WHERE org_id = $1 AND rule_id = $2 AND period_from = $3"
    " AND period_to = $4 AND rep_id IN ($5) GROUP BY rep_id, day ORDER BY rep_id, day"};

constexpr Statement kFirstsOfEntities{
    "count_first.entities",
    "SELECT f.entity_id, f.day, a.occurred_at, f.activity_id FROM count_first f"
    " JOIN activity_now a ON a.org_id = $1 AND a.activity_id = f.activity_id"
    " WHERE f.org_id = $1 AND f.rule_id = $2 AND f.period_from = $3 AND f.period_to = $4 AND f.rep_id IN ($5)"};

constexpr Statement kDayCells{
    "count_day.all",
    "SELECT rule_id, rep_id, day, n, amount FROM count_day WHERE org_id = $1 ORDER BY rule_id, rep_id, day"};
constexpr Statement kFirstCells{
    "count_first.all",
    "SELECT rule_id, rep_id, period_from, period_to, entity_id, activity_id, day FROM count_first WHERE org_id = $1"
    " ORDER BY rule_id, rep_id, period_from, period_to, entity_id"};

struct FirstRecord {
  RuleId rule_id;
  RepId rep_id;
  Day period_from;
  Day period_to;
  std::int64_t entity_id = 0;
  ActivityId activity_id;
  Day day;
};
BOOST_DESCRIBE_STRUCT(FirstRecord, (), (rule_id, rep_id, period_from, period_to, entity_id, activity_id, day))

Result<void> put(const FirstCell& cell, const OrgScope& scope) {
  PACELINE_CHECK(
      scope.connection.execute(kPutFirst, params(scope.org_id, cell.rule_id, cell.rep_id, cell.period.from,
                                                 cell.period.to, cell.entity_id, cell.activity_id, cell.day)));
  return {};
}

}  // namespace

Result<void> SqlCountStore::take_cells_of(RepId rep_id) {
  PACELINE_CHECK(scope_.connection.execute(kTakeCells, params(scope_.org_id, rep_id)));
  return {};
}

Result<void> SqlCountStore::put_day(const DayCell& cell) {
  if (cell.n == 0) {
    PACELINE_CHECK(scope_.connection.execute(kRemoveDay, params(scope_.org_id, cell.rule_id, cell.rep_id, cell.day)));
    return {};
  }
  PACELINE_CHECK(scope_.connection.execute(kPutDay, Parameters().add(scope_.org_id).add_members(cell)));
  return {};
}

Result<void> SqlCountStore::put_first_of(const FirstCell& key, const std::optional<FirstCell>& cell) {
  if (cell) return put(*cell, scope_);
  PACELINE_CHECK(scope_.connection.execute(
      kRemoveFirst, params(scope_.org_id, key.rule_id, key.rep_id, key.period.from, key.period.to, key.entity_id)));
  return {};
}

Result<std::vector<RepCount>> SqlCountStore::day_counts(RuleId rule_id, Period period, const std::vector<RepId>& reps) {
  return query_list<RepCount>(scope_.connection, kDaysOfReps, params(scope_.org_id, rule_id, period.from, period.to),
                              std::span<const RepId>(reps));
}

Result<std::vector<RepCount>> SqlCountStore::first_counts(RuleId rule_id, Period period,
                                                          const std::vector<RepId>& reps) {
  return query_list<RepCount>(scope_.connection, kFirstsOfReps, params(scope_.org_id, rule_id, period.from, period.to),
                              std::span<const RepId>(reps));
}

Result<std::vector<FirstOfEntity>> SqlCountStore::firsts_of(RuleId rule_id, Period period,
                                                            const std::vector<RepId>& reps) {
  return query_list<FirstOfEntity>(scope_.connection, kFirstsOfEntities,
                                   params(scope_.org_id, rule_id, period.from, period.to),
                                   std::span<const RepId>(reps));
}

Result<std::vector<DayCell>> SqlCountStore::day_cells() {
  return query_all<DayCell>(scope_.connection, kDayCells, params(scope_.org_id));
}

Result<std::vector<FirstCell>> SqlCountStore::first_cells() {
  PACELINE_TRY(const auto records, query_all<FirstRecord>(scope_.connection, kFirstCells, params(scope_.org_id)));
  std::vector<FirstCell> cells;
  cells.reserve(records.size());
  for (const FirstRecord& r : records) {
    cells.push_back({r.rule_id, r.rep_id, Period{r.period_from, r.period_to}, r.entity_id, r.activity_id, r.day});
  }
  return cells;
}

}  // namespace paceline::store
