// SPDX-License-Identifier: Apache-2.0
#include "store/trials.h"

#include <map>

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Trial, (),
                      (trial_id, opportunity_id, kind, what, from_day, to_day, known_at, stored_at, actor_id))
BOOST_DESCRIBE_STRUCT(TrialChange, (), (trial_id, seq, kind, day, reason, known_at, stored_at, actor_id))
BOOST_DESCRIBE_STRUCT(TrialNow, (), (trial_id, state, to_day, extensions, ended_day, end_reason, version))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "trial.add",
    "INSERT INTO trial (org_id, trial_id, opportunity_id, kind, what, from_day, to_day, known_at, stored_at, actor_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Statement kAddChange{
    "trial_change.add",
    "INSERT INTO trial_change (org_id, trial_id, seq, kind, day, reason, known_at, stored_at, actor_id)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kPutNow{
    "trial_now.put",
    "INSERT INTO trial_now (org_id, opportunity_id, trial_id, state, to_day, extensions, ended_day, end_reason, version)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (org_id, trial_id) DO UPDATE SET state = excluded.state,"
    " to_day = excluded.to_day, extensions = excluded.extensions, ended_day = excluded.ended_day,"
    " end_reason = excluded.end_reason, version = excluded.version"};

constexpr Statement kTrials{
    "trial.many",
    "SELECT trial_id, opportunity_id, kind, what, from_day, to_day, known_at, stored_at, actor_id FROM trial"
    " WHERE org_id = $1 AND trial_id IN ($2)"};
constexpr Statement kNows{"trial_now.many",
                          "SELECT trial_id, state, to_day, extensions, ended_day, end_reason, version FROM trial_now"
                          " WHERE org_id = $1 AND trial_id IN ($2)"};
constexpr Statement kChanges{"trial_change.of",
                             "SELECT trial_id, seq, kind, day, reason, known_at, stored_at, actor_id FROM trial_change"
                             " WHERE org_id = $1 AND trial_id = $2 ORDER BY seq"};
constexpr Statement kChangesUntil{
    "trial_change.until",
    "SELECT trial_id, seq, kind, day, reason, known_at, stored_at, actor_id FROM trial_change"
    " WHERE org_id = $1 AND known_at <= $2 ORDER BY trial_id, seq"};
constexpr Statement kOfOpportunity{
    "trial.of_opportunity", "SELECT trial_id FROM trial WHERE org_id = $1 AND opportunity_id = $2 ORDER BY trial_id"};
constexpr Statement kEnding{
    "trial_now.ending",
    "SELECT t.trial_id FROM trial_now t JOIN opportunity_now o ON o.org_id = $1 AND o.opportunity_id = t.opportunity_id"
    " WHERE t.org_id = $1 AND t.state = 'open' AND t.to_day < $3 AND o.rep_id = $2 AND o.state = 'open'"
    " ORDER BY t.to_day, t.trial_id"};
constexpr Statement kUntil{"trial.until",
                           "SELECT trial_id FROM trial WHERE org_id = $1 AND known_at <= $2 ORDER BY trial_id"};
constexpr Statement kAllNow{"trial_now.ids", "SELECT trial_id FROM trial_now WHERE org_id = $1 ORDER BY trial_id"};

}  // namespace

Result<void> SqlTrialStore::put_now(const TrialNow& now, OpportunityId opportunity_id) {
  PACELINE_CHECK(scope_.connection.execute(kPutNow, Parameters().add(scope_.org_id, opportunity_id).add_members(now)));
  return {};
}

Result<void> SqlTrialStore::add(const Trial& trial) {
  PACELINE_CHECK(scope_.connection.execute(kAdd, Parameters().add(scope_.org_id).add_members(trial)));
  return put_now(*trial_as_of(trial, {}, trial.known_at), trial.opportunity_id);
}

Result<void> SqlTrialStore::add_change(const TrialChange& change, const TrialNow& now) {
  const auto added = scope_.connection.execute(kAddChange, Parameters().add(scope_.org_id).add_members(change));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "trial.changed");
  PACELINE_CHECK(added);
  PACELINE_TRY(const auto trial, find(now.trial_id));
  PACELINE_ASSERT(trial);
  return put_now(now, trial->opportunity_id);
}

Result<std::vector<Trial>> SqlTrialStore::trials_of(const std::vector<TrialId>& ids) {
  PACELINE_TRY(auto records,
               query_list<Trial>(scope_.connection, kTrials, params(scope_.org_id), std::span<const TrialId>(ids)));
  std::map<TrialId, Trial> found;
  for (Trial& record : records) {
    const TrialId id = record.trial_id;
    found.emplace(id, std::move(record));
  }
  std::vector<Trial> list;
  list.reserve(ids.size());
  for (const TrialId id : ids) {
    if (found.contains(id)) list.push_back(std::move(found.at(id)));
  }
  return list;
}

Result<std::vector<KnownTrial>> SqlTrialStore::known(const Statement& ids_of, std::span<const Value> parameters) {
  PACELINE_TRY(const auto ids, query_all<TrialId>(scope_.connection, ids_of, parameters));
  PACELINE_TRY(auto list, trials_of(ids));
  PACELINE_TRY(auto nows,
               query_list<TrialNow>(scope_.connection, kNows, params(scope_.org_id), std::span<const TrialId>(ids)));
  std::map<TrialId, TrialNow> found;
  for (TrialNow& now : nows) {
    const TrialId id = now.trial_id;
    found.emplace(id, std::move(now));
  }
  std::vector<KnownTrial> known;
  known.reserve(list.size());
  for (Trial& trial : list) {
    const TrialId id = trial.trial_id;
    known.push_back({std::move(trial), std::move(found.at(id))});
  }
  return known;
}

Result<std::optional<Trial>> SqlTrialStore::find(TrialId trial_id) {
  PACELINE_TRY(auto found, trials_of({trial_id}));
  return found.empty() ? std::optional<Trial>() : std::optional(std::move(found.front()));
}

Result<std::vector<TrialChange>> SqlTrialStore::changes_of(TrialId trial_id) {
  return query_all<TrialChange>(scope_.connection, kChanges, params(scope_.org_id, trial_id));
}

Result<std::vector<KnownTrial>> SqlTrialStore::of_opportunity(OpportunityId opportunity_id) {
  return known(kOfOpportunity, params(scope_.org_id, opportunity_id));
}

Result<std::vector<KnownTrial>> SqlTrialStore::ending(RepId rep_id, Day before) {
  return known(kEnding, params(scope_.org_id, rep_id, before));
}

Result<std::vector<KnownTrial>> SqlTrialStore::all_as_of(Instant as_of) {
  PACELINE_TRY(const auto ids, query_all<TrialId>(scope_.connection, kUntil, params(scope_.org_id, as_of)));
  PACELINE_TRY(auto list, trials_of(ids));
  PACELINE_TRY(auto records, query_all<TrialChange>(scope_.connection, kChangesUntil, params(scope_.org_id, as_of)));
  std::map<TrialId, std::vector<TrialChange>> changes;
  for (TrialChange& change : records) {
    const TrialId id = change.trial_id;
    changes[id].push_back(std::move(change));
  }
  std::vector<KnownTrial> known;
  known.reserve(list.size());
  for (Trial& trial : list) {
    auto now = trial_as_of(trial, changes[trial.trial_id], as_of);
    if (now) known.push_back({std::move(trial), *std::move(now)});
  }
  return known;
}

Result<std::vector<KnownTrial>> SqlTrialStore::all_now() {
  return known(kAllNow, params(scope_.org_id));
}

}  // namespace paceline::store
