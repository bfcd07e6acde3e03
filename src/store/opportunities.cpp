// SPDX-License-Identifier: Apache-2.0
#include "store/opportunities.h"

#include <algorithm>

#include "store/columns.h"
#include "store/money_columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(Opportunity, (), (opportunity_id, key, pipeline_id, origin))
BOOST_DESCRIBE_STRUCT(OpportunityFact, (),
                      (opportunity_id, seq, kind, stage_id, ends, product_line_id, amount_minor, currency, assumed, day,
                       rep_id, account_id, contact_id, part, question, ground, text, reason, occurred_at, known_at,
                       stored_at, actor_id))

BOOST_DESCRIBE_STRUCT(OpportunitySource, (), (external_id, opportunity_id, said))
BOOST_DESCRIBE_STRUCT(OpenLine, (), (account_id, product_line_id))
BOOST_DESCRIBE_STRUCT(NamedOpportunity, (), (opportunity_id, name, account_id, rep_id))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{"opportunity.add",
                         "INSERT INTO opportunity (org_id, opportunity_id, opportunity_key, pipeline_id, origin)"
                         " VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement kAddFact{
    "opportunity_fact.add",
    "INSERT INTO opportunity_fact (org_id, opportunity_id, seq, kind, stage_id, ends, product_line_id, amount_minor,"
    " currency, assumed, day, rep_id, account_id, contact_id, part, question, ground, text, reason, occurred_at, known_at,"
    " stored_at, actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,"
    " $20, $21, $22, $23)"};
constexpr Statement kPutNow{
    "opportunity_now.put",
    "INSERT INTO opportunity_now (org_id, opportunity_id, name, account_id, contact_id, rep_id, source, stage_id, state,"
    " created_at, stage_since, ended_at, end_reason, close_day, pushes, changed_at, version)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
    " ON CONFLICT (org_id, opportunity_id) DO UPDATE SET name = excluded.name, account_id = excluded.account_id,"
    " contact_id = excluded.contact_id, rep_id = excluded.rep_id, source = excluded.source, stage_id = excluded.stage_id,"
    " state = excluded.state, stage_since = excluded.stage_since, ended_at = excluded.ended_at,"
    " end_reason = excluded.end_reason, close_day = excluded.close_day, pushes = excluded.pushes,"
    " changed_at = excluded.changed_at, version = excluded.version"};
constexpr Statement kClearLines{"opportunity_line.clear",
                                "DELETE FROM opportunity_line WHERE org_id = $1 AND opportunity_id = $2"};
constexpr Statement kAddLine{
    "opportunity_line.add",
    "INSERT INTO opportunity_line (org_id, opportunity_id, number, product_line_id, amount_minor, currency, assumed)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kAddNote{
    "opportunity_text.add", "INSERT INTO opportunity_text (org_id, opportunity_id, seq, note) VALUES ($1, $2, $3, $4)"};
constexpr Statement kNotes{
    "opportunity_text.of",
    "SELECT seq, note FROM opportunity_text WHERE org_id = $1 AND opportunity_id = $2 ORDER BY seq"};
constexpr Statement kTakeTurn{"opportunity_now.take_turn",
                              "UPDATE opportunity_now SET version = version WHERE org_id = $1 AND opportunity_id = $2"};

constexpr Statement kFind{"opportunity.get",
                          "SELECT opportunity_id, opportunity_key, pipeline_id, origin FROM opportunity"
                          " WHERE org_id = $1 AND opportunity_id = $2"};
constexpr Statement kFindMany{"opportunity.many",
                              "SELECT opportunity_id, opportunity_key, pipeline_id, origin FROM opportunity"
                              " WHERE org_id = $1 AND opportunity_id IN ($2)"};
constexpr Statement kFindByKeys{"opportunity.by_keys",
                                "SELECT opportunity_id, opportunity_key, pipeline_id, origin FROM opportunity"
                                " WHERE org_id = $1 AND opportunity_key IN ($2)"};
constexpr Statement kAll{"opportunity.all",
                         "SELECT opportunity_id, opportunity_key, pipeline_id, origin FROM opportunity"
                         " WHERE org_id = $1 ORDER BY opportunity_id DESC"};
constexpr Statement kFacts{
    "opportunity_fact.of",
    "SELECT opportunity_id, seq, kind, stage_id, ends, product_line_id, amount_minor, currency, assumed, day, rep_id,"
    " account_id, contact_id, part, question, ground, text, reason, occurred_at, known_at, stored_at, actor_id"
    " FROM opportunity_fact WHERE org_id = $1 AND opportunity_id = $2 ORDER BY seq"};
constexpr Statement kFactsUntil{
    "opportunity_fact.until",
    "SELECT opportunity_id, seq, kind, stage_id, ends, product_line_id, amount_minor, currency, assumed, day, rep_id,"
    " account_id, contact_id, part, question, ground, text, reason, occurred_at, known_at, stored_at, actor_id"
    " FROM opportunity_fact WHERE org_id = $1 AND known_at <= $2 ORDER BY opportunity_id DESC, seq"};
constexpr Statement kFactsOfMany{
    "opportunity_fact.many_until",
    "SELECT opportunity_id, seq, kind, stage_id, ends, product_line_id, amount_minor, currency, assumed, day, rep_id,"
    " account_id, contact_id, part, question, ground, text, reason, occurred_at, known_at, stored_at, actor_id"
    " FROM opportunity_fact WHERE org_id = $1 AND +known_at <= $2 AND opportunity_id IN ($3)"
    " ORDER BY opportunity_id, seq"};
// +known_at: nearly all were known by then, so they are read in the order of the key. By the index of the moments each
// row would be looked up on its own, and all of them sorted.
constexpr Statement kMovesUntil{
    "opportunity_fact.moves_until",
    "SELECT opportunity_id, seq, kind, stage_id, ends, rep_id, occurred_at, known_at FROM opportunity_fact"
    " WHERE org_id = $1 AND +known_at <= $2 AND kind IN ('stage_move', 'rep_change', 'voided')"
    " ORDER BY opportunity_id, seq"};

constexpr Statement kPage{
    "opportunity_now.page",
    "SELECT opportunity_id FROM opportunity_now WHERE org_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR opportunity_id < $2)"
    " AND (CAST($3 AS BIGINT) IS NULL OR stage_id = $3)"
    " AND (state = $4 OR (CAST($4 AS TEXT) IS NULL AND state <> 'voided'))"
    " AND (CAST($5 AS BIGINT) IS NULL OR account_id = $5) ORDER BY opportunity_id DESC LIMIT $6"};
constexpr Statement kPageOfReps{
    "opportunity_now.page_of_reps",
    "SELECT opportunity_id FROM opportunity_now WHERE org_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR opportunity_id < $2)"
    " AND (CAST($3 AS BIGINT) IS NULL OR stage_id = $3)"
    " AND (state = $4 OR (CAST($4 AS TEXT) IS NULL AND state <> 'voided'))"
    " AND (CAST($5 AS BIGINT) IS NULL OR account_id = $5) AND rep_id IN ($7) ORDER BY opportunity_id DESC LIMIT $6"};
constexpr Statement kNaming{"opportunity_fact.naming",
                            "SELECT DISTINCT opportunity_id FROM opportunity_fact WHERE org_id = $1 AND contact_id = $2"
                            " ORDER BY opportunity_id DESC LIMIT $3"};
constexpr Statement kNamedBefore{
    "opportunity_now.named_before",
    "SELECT opportunity_id, name, account_id, rep_id FROM opportunity_now WHERE org_id = $1"
    " AND (CAST($2 AS BIGINT) IS NULL OR opportunity_id < $2) AND state <> 'voided' ORDER BY opportunity_id DESC LIMIT $3"};
constexpr Statement kNamedBeforeOfReps{
    "opportunity_now.named_before_of_reps",
    "SELECT opportunity_id, name, account_id, rep_id FROM opportunity_now WHERE org_id = $1"
    " AND (CAST($2 AS BIGINT) IS NULL OR opportunity_id < $2) AND state <> 'voided' AND rep_id IN ($4)"
    " ORDER BY opportunity_id DESC LIMIT $3"};
constexpr Statement kMadeBefore{"opportunity.made_before",
                                "SELECT opportunity_id FROM opportunity WHERE org_id = $1"
                                " AND (CAST($2 AS BIGINT) IS NULL OR opportunity_id < $2)"
                                " ORDER BY opportunity_id DESC LIMIT $3"};
constexpr Statement kAllIds{
    "opportunity_now.ids", "SELECT opportunity_id FROM opportunity_now WHERE org_id = $1 ORDER BY opportunity_id DESC"};
constexpr Statement kNows{
    "opportunity_now.many",
    "SELECT opportunity_id, name, account_id, contact_id, rep_id, source, stage_id, state, created_at, stage_since,"
    " ended_at, end_reason, close_day, pushes, changed_at, version FROM opportunity_now"
    " WHERE org_id = $1 AND opportunity_id IN ($2)"};
constexpr Statement kLines{
    "opportunity_line.many",
    "SELECT opportunity_id, product_line_id, amount_minor, currency, assumed FROM opportunity_line"
    " WHERE org_id = $1 AND opportunity_id IN ($2) ORDER BY opportunity_id, number"};

constexpr Statement kOpenLines{
    "opportunity_line.open",
    "SELECT DISTINCT n.account_id, l.product_line_id FROM opportunity_now n"
    " JOIN opportunity_line l ON l.org_id = $1 AND l.opportunity_id = n.opportunity_id WHERE n.org_id = $1"
    " AND n.state = 'open' AND n.account_id IS NOT NULL AND l.product_line_id IS NOT NULL"
    " ORDER BY n.account_id, l.product_line_id"};

constexpr Statement kSources{"opportunity_source.many",
                             "SELECT external_id, opportunity_id, said FROM opportunity_source"
                             " WHERE org_id = $1 AND source = $2 AND external_id IN ($3)"};
constexpr Statement kPutSource{
    "opportunity_source.put",
    "INSERT INTO opportunity_source (org_id, source, external_id, opportunity_id, said) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (org_id, source, external_id) DO UPDATE SET opportunity_id = excluded.opportunity_id,"
    " said = excluded.said"};
constexpr Statement kForgetSources{"opportunity_source.forget",
                                   "DELETE FROM opportunity_source WHERE org_id = $1 AND opportunity_id = $2"};

struct NowRecord {
  OpportunityId opportunity_id;
  std::string name;
  std::optional<AccountId> account_id;
  std::optional<ContactId> contact_id;
  RepId rep_id;
  std::optional<std::string> source;
  StageId stage_id;
  OpportunityState state = OpportunityState::open;
  Instant created_at;
  Instant stage_since;
  std::optional<Instant> ended_at;
  std::optional<std::string> end_reason;
  std::optional<Day> close_day;
  std::int64_t pushes = 0;
  Instant changed_at;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(NowRecord, (),
                      (opportunity_id, name, account_id, contact_id, rep_id, source, stage_id, state, created_at,
                       stage_since, ended_at, end_reason, close_day, pushes, changed_at, version))

constexpr Statement kNames{
    "opportunity_now.names",
    "SELECT opportunity_id, name FROM opportunity_now WHERE org_id = $1 AND opportunity_id IN ($2)"};

struct NameRecord {
  OpportunityId opportunity_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NameRecord, (), (opportunity_id, name))

struct LineRecord {
  OpportunityId opportunity_id;
  std::optional<ProductLineId> product_line_id;
  std::int64_t amount_minor = 0;
  std::string currency;
  bool assumed = false;
};
BOOST_DESCRIBE_STRUCT(LineRecord, (), (opportunity_id, product_line_id, amount_minor, currency, assumed))

struct MoveRecord {
  OpportunityId opportunity_id;
  std::int64_t seq = 0;
  OpportunityFactKind kind = OpportunityFactKind::stage_move;
  std::optional<StageId> stage_id;
  std::optional<StageEnds> ends;
  std::optional<UserId> rep_id;
  Instant occurred_at;
  Instant known_at;
};
BOOST_DESCRIBE_STRUCT(MoveRecord, (), (opportunity_id, seq, kind, stage_id, ends, rep_id, occurred_at, known_at))

struct NoteRecord {
  std::int64_t seq = 0;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(NoteRecord, (), (seq, note))

NowRecord record_of(const OpportunityNow& n) {
  return {n.opportunity_id, n.name,        n.account_id, n.contact_id, n.rep_id,    n.source, n.stage_id,   n.state,
          n.created_at,     n.stage_since, n.ended_at,   n.end_reason, n.close_day, n.pushes, n.changed_at, n.version};
}

OpportunityNow now_from(NowRecord r) {
  return {r.opportunity_id,
          std::move(r.name),
          r.account_id,
          r.contact_id,
          r.rep_id,
          std::move(r.source),
          r.stage_id,
          r.state,
          r.created_at,
          r.stage_since,
          r.ended_at,
          std::move(r.end_reason),
          r.close_day,
          r.pushes,
          r.changed_at,
          r.version,
          {},
          {},
          {}};
}

std::map<OpportunityId, Opportunity> heads_by_id(std::vector<Opportunity> heads) {
  std::map<OpportunityId, Opportunity> map;
  for (Opportunity& head : heads) map.emplace(head.opportunity_id, std::move(head));
  return map;
}

/// What the facts make of each. REQUIRES: they were known then.
std::vector<KnownOpportunity> folded(const std::vector<OpportunityFact>& facts,
                                     std::map<OpportunityId, Opportunity> heads, Instant as_of) {
  std::vector<KnownOpportunity> list;
  for (const auto own : by_opportunity(facts)) {
    auto now = opportunity_as_of(own, as_of);
    PACELINE_ASSERT(now);
    list.push_back({std::move(heads.at(now->opportunity_id)), *std::move(now)});
  }
  return list;
}

}  // namespace

Result<void> SqlOpportunityStore::put_now(const OpportunityNow& now) {
  const NowRecord record = record_of(now);
  PACELINE_CHECK(scope_.connection.execute(kPutNow, Parameters().add(scope_.org_id).add_members(record)));
  PACELINE_CHECK(scope_.connection.execute(kClearLines, params(scope_.org_id, now.opportunity_id)));
  std::int64_t number = 0;
  for (const LineAmount& line : now.amounts) {
    PACELINE_CHECK(
        scope_.connection.execute(kAddLine, params(scope_.org_id, now.opportunity_id, number++, line.product_line_id,
                                                   line.amount.minor(), line.amount.currency().code(), line.assumed)));
  }
  return {};
}

Result<void> SqlOpportunityStore::add(const Opportunity& opportunity, const std::vector<OpportunityFact>& facts,
                                      const OpportunityNow& now) {
  const auto added = scope_.connection.execute(kAdd, Parameters().add(scope_.org_id).add_members(opportunity));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "opportunity.key.taken", "/key");
  PACELINE_CHECK(added);
  return add_facts(facts, now);
}

Result<void> SqlOpportunityStore::add_facts(const std::vector<OpportunityFact>& facts, const OpportunityNow& now) {
  std::vector<Parameters> rows;
  rows.reserve(facts.size());
  for (const OpportunityFact& fact : facts)
    rows.push_back(std::move(Parameters().add(scope_.org_id).add_members(fact)));
  const auto added = insert_all(scope_.connection, kAddFact, rows);
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "opportunity.changed");
  PACELINE_CHECK(added);
  return put_now(now);
}

Result<void> SqlOpportunityStore::add_note(OpportunityId opportunity_id, std::int64_t seq, std::string_view note) {
  PACELINE_CHECK(scope_.connection.execute(kAddNote, params(scope_.org_id, opportunity_id, seq, note)));
  return {};
}

Result<std::map<std::int64_t, std::string>> SqlOpportunityStore::notes_of(OpportunityId opportunity_id) {
  PACELINE_TRY(auto records, query_all<NoteRecord>(scope_.connection, kNotes, params(scope_.org_id, opportunity_id)));
  std::map<std::int64_t, std::string> notes;
  for (NoteRecord& record : records) notes.emplace(record.seq, std::move(record.note));
  return notes;
}

Result<bool> SqlOpportunityStore::take_turn_of(OpportunityId opportunity_id) {
  PACELINE_TRY(const auto taken, scope_.connection.execute(kTakeTurn, params(scope_.org_id, opportunity_id)));
  return taken > 0;
}

Result<std::optional<Opportunity>> SqlOpportunityStore::find(OpportunityId opportunity_id) {
  return query_one<Opportunity>(scope_.connection, kFind, params(scope_.org_id, opportunity_id));
}

Result<std::vector<Opportunity>> SqlOpportunityStore::find_by_keys(const std::vector<std::string>& keys) {
  return query_list<Opportunity>(scope_.connection, kFindByKeys, params(scope_.org_id),
                                 std::span<const std::string>(keys));
}

Result<std::map<OpportunityId, std::string>> SqlOpportunityStore::names_of(
    const std::vector<OpportunityId>& opportunities) {
  PACELINE_TRY(auto records, query_list<NameRecord>(scope_.connection, kNames, params(scope_.org_id),
                                                    std::span<const OpportunityId>(opportunities)));
  std::map<OpportunityId, std::string> names;
  for (NameRecord& record : records) names.emplace(record.opportunity_id, std::move(record.name));
  return names;
}

Result<std::vector<OpportunityFact>> SqlOpportunityStore::facts_of(OpportunityId opportunity_id) {
  return query_all<OpportunityFact>(scope_.connection, kFacts, params(scope_.org_id, opportunity_id));
}

Result<std::vector<OpportunityId>> SqlOpportunityStore::naming(ContactId contact_id, int limit) {
  return query_all<OpportunityId>(scope_.connection, kNaming, params(scope_.org_id, contact_id, limit));
}

Result<std::vector<NamedOpportunity>> SqlOpportunityStore::named_before(const SomeReps& reps,
                                                                        std::optional<OpportunityId> before,
                                                                        int limit) {
  const auto common = Parameters().add(scope_.org_id, before, limit);
  if (!reps) return query_all<NamedOpportunity>(scope_.connection, kNamedBefore, common);
  PACELINE_TRY(auto named, query_list<NamedOpportunity>(scope_.connection, kNamedBeforeOfReps, common,
                                                        std::span<const RepId>(*reps)));
  // Of more than a thousand reps these are several answers, each in order.
  std::sort(named.begin(), named.end(),
            [](const auto& a, const auto& b) { return b.opportunity_id < a.opportunity_id; });
  if (named.size() > static_cast<std::size_t>(limit)) named.resize(static_cast<std::size_t>(limit));
  return named;
}

Result<std::vector<OpportunityFact>> SqlOpportunityStore::moves_as_of(Instant as_of) {
  PACELINE_TRY(const auto records, query_all<MoveRecord>(scope_.connection, kMovesUntil, params(scope_.org_id, as_of)));
  std::vector<OpportunityFact> facts(records.size());
  for (std::size_t at = 0; at < records.size(); ++at) {
    const MoveRecord& record = records[at];
    OpportunityFact& fact = facts[at];
    fact.opportunity_id = record.opportunity_id;
    fact.seq = record.seq;
    fact.kind = record.kind;
    fact.stage_id = record.stage_id;
    fact.ends = record.ends;
    fact.rep_id = record.rep_id;
    fact.occurred_at = record.occurred_at;
    fact.known_at = record.known_at;
  }
  return facts;
}

Result<std::vector<OpportunitySource>> SqlOpportunityStore::sources(std::string_view source,
                                                                    const std::vector<std::string>& external_ids) {
  return query_list<OpportunitySource>(scope_.connection, kSources, params(scope_.org_id, source),
                                       std::span<const std::string>(external_ids));
}

Result<void> SqlOpportunityStore::put_source(std::string_view source, const OpportunitySource& said) {
  PACELINE_CHECK(scope_.connection.execute(
      kPutSource, params(scope_.org_id, source, said.external_id, said.opportunity_id, said.said)));
  return {};
}

Result<void> SqlOpportunityStore::forget_sources(OpportunityId opportunity_id) {
  PACELINE_CHECK(scope_.connection.execute(kForgetSources, params(scope_.org_id, opportunity_id)));
  return {};
}

Result<std::vector<KnownOpportunity>> SqlOpportunityStore::as_now(const std::vector<OpportunityId>& opportunities) {
  const std::span<const OpportunityId> ids(opportunities);
  const auto first = params(scope_.org_id);
  PACELINE_TRY(auto nows, query_list<NowRecord>(scope_.connection, kNows, first, ids));
  PACELINE_TRY(const auto lines, query_list<LineRecord>(scope_.connection, kLines, first, ids));
  PACELINE_TRY(auto heads, query_list<Opportunity>(scope_.connection, kFindMany, first, ids));
  std::map<OpportunityId, OpportunityNow> found;
  for (NowRecord& record : nows) {
    const OpportunityId id = record.opportunity_id;
    found.emplace(id, now_from(std::move(record)));
  }
  for (const LineRecord& line : lines) {
    found.at(line.opportunity_id)
        .amounts.push_back({line.product_line_id, stored_money(line.amount_minor, line.currency), line.assumed});
  }
  auto named = heads_by_id(std::move(heads));
  std::vector<KnownOpportunity> list;
  list.reserve(opportunities.size());
  for (const OpportunityId id : opportunities) list.push_back({std::move(named.at(id)), std::move(found.at(id))});
  return list;
}

Result<std::vector<KnownOpportunity>> SqlOpportunityStore::page(const OpportunityPage& page) {
  const auto common =
      Parameters().add(scope_.org_id, page.before, page.stage_id, page.state, page.account_id, page.limit);
  std::vector<OpportunityId> ids;
  if (page.reps) {
    PACELINE_TRY(ids,
                 query_list<OpportunityId>(scope_.connection, kPageOfReps, common, std::span<const RepId>(*page.reps)));
    // Of more than a thousand reps these are several pages, each in order.
    std::sort(ids.begin(), ids.end(), std::greater<>());
    if (ids.size() > static_cast<std::size_t>(page.limit)) ids.resize(static_cast<std::size_t>(page.limit));
  } else {
    PACELINE_TRY(ids, query_all<OpportunityId>(scope_.connection, kPage, common));
  }
  return as_now(ids);
}

Result<std::vector<OpportunityId>> SqlOpportunityStore::made_before(std::optional<OpportunityId> before, int limit) {
  return query_all<OpportunityId>(scope_.connection, kMadeBefore, params(scope_.org_id, before, limit));
}

Result<std::vector<KnownOpportunity>> SqlOpportunityStore::as_of(const std::vector<OpportunityId>& opportunities,
                                                                 Instant as_of) {
  const std::span<const OpportunityId> ids(opportunities);
  PACELINE_TRY(auto heads, query_list<Opportunity>(scope_.connection, kFindMany, params(scope_.org_id), ids));
  PACELINE_TRY(const auto facts,
               query_list<OpportunityFact>(scope_.connection, kFactsOfMany, params(scope_.org_id, as_of), ids));
  std::map<OpportunityId, KnownOpportunity> found;
  for (KnownOpportunity& each : folded(facts, heads_by_id(std::move(heads)), as_of))
    found.emplace(each.now.opportunity_id, std::move(each));
  std::vector<KnownOpportunity> list;
  list.reserve(found.size());
  for (const OpportunityId id : opportunities) {
    if (const auto one = found.find(id); one != found.end()) list.push_back(std::move(one->second));
  }
  return list;
}

Result<std::vector<OpenLine>> SqlOpportunityStore::open_lines() {
  return query_all<OpenLine>(scope_.connection, kOpenLines, params(scope_.org_id));
}

Result<std::vector<KnownOpportunity>> SqlOpportunityStore::all_as_of(Instant as_of) {
  PACELINE_TRY(auto heads, query_all<Opportunity>(scope_.connection, kAll, params(scope_.org_id)));
  PACELINE_TRY(const auto facts,
               query_all<OpportunityFact>(scope_.connection, kFactsUntil, params(scope_.org_id, as_of)));
  return folded(facts, heads_by_id(std::move(heads)), as_of);
}

Result<std::vector<KnownOpportunity>> SqlOpportunityStore::all_now() {
  PACELINE_TRY(const auto ids, query_all<OpportunityId>(scope_.connection, kAllIds, params(scope_.org_id)));
  return as_now(ids);
}

}  // namespace paceline::store
