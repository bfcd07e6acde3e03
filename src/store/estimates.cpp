// SPDX-License-Identifier: Apache-2.0
#include "store/estimates.h"

#include "store/columns.h"
#include "store/money_columns.h"
#include "store/sql/in_list.h"
#include "store/sql/insert_all.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(EstimateChange, (),
                      (estimate_id, seq, kind, day, valid_until, reason, occurred_at, known_at, stored_at, actor_id))
BOOST_DESCRIBE_STRUCT(EstimateNow, (), (estimate_id, state, sent_day, valid_until, ended_day, end_reason, version))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{
    "estimate.add",
    "INSERT INTO estimate (org_id, estimate_id, estimate_key, opportunity_id, rep_id, replaces, edition, currency,"
    " known_at, stored_at, actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
constexpr Statement kAddLine{
    "estimate_line.add",
    "INSERT INTO estimate_line (org_id, estimate_id, number, product_line_id, description, quantity_milli,"
    " unit_price_minor, discount_bp) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kAddChange{
    "estimate_change.add",
    "INSERT INTO estimate_change (org_id, estimate_id, seq, kind, day, valid_until, reason, occurred_at, known_at,"
    " stored_at, actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
constexpr Statement kPutNow{
    "estimate_now.put",
    "INSERT INTO estimate_now (org_id, estimate_id, rep_id, state, sent_day, valid_until, ended_day, end_reason, version)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (org_id, estimate_id) DO UPDATE SET"
    " state = excluded.state, sent_day = excluded.sent_day, valid_until = excluded.valid_until,"
    " ended_day = excluded.ended_day, end_reason = excluded.end_reason, version = excluded.version"};

constexpr Statement kReplaced{"estimate.next_edition",
                              "SELECT estimate_id FROM estimate WHERE org_id = $1 AND replaces = $2"};
constexpr Statement kEstimates{
    "estimate.many",
    "SELECT estimate_id, estimate_key, opportunity_id, rep_id, replaces, edition, currency, known_at, stored_at, actor_id"
    " FROM estimate WHERE org_id = $1 AND estimate_id IN ($2)"};
constexpr Statement kLines{
    "estimate_line.many",
    "SELECT estimate_id, product_line_id, description, quantity_milli, unit_price_minor, discount_bp FROM estimate_line"
    " WHERE org_id = $1 AND estimate_id IN ($2) ORDER BY estimate_id, number"};
constexpr Statement kNows{
    "estimate_now.many",
    "SELECT estimate_id, state, sent_day, valid_until, ended_day, end_reason, version FROM estimate_now"
    " WHERE org_id = $1 AND estimate_id IN ($2)"};
constexpr Statement kChangesUntil{
    "estimate_change.until",
    "SELECT estimate_id, seq, kind, day, valid_until, reason, occurred_at, known_at, stored_at, actor_id"
    " FROM estimate_change WHERE org_id = $1 AND known_at <= $2 AND estimate_id IN ($3) ORDER BY estimate_id, seq"};
constexpr Statement kOfOpportunity{
    "estimate.of_opportunity",
    "SELECT estimate_id FROM estimate WHERE org_id = $1 AND opportunity_id = $2 ORDER BY estimate_id"};
constexpr Statement kSentIn{
    "estimate_now.sent_in",
    "SELECT estimate_id FROM estimate_now WHERE org_id = $1 AND sent_day >= $2 AND sent_day < $3"
    " ORDER BY sent_day, estimate_id"};
constexpr Statement kOfRep{
    "estimate_now.of_rep",
    "SELECT estimate_id FROM estimate_now WHERE org_id = $1 AND rep_id = $2 AND sent_day >= $3 AND sent_day < $4"
    " ORDER BY sent_day, estimate_id"};
constexpr Statement kOfRepUntil{
    "estimate.of_rep_until",
    "SELECT estimate_id FROM estimate WHERE org_id = $1 AND rep_id = $2 AND known_at <= $3 ORDER BY estimate_id"};
constexpr Statement kUntil{
    "estimate.until", "SELECT estimate_id FROM estimate WHERE org_id = $1 AND known_at <= $2 ORDER BY estimate_id"};
constexpr Statement kAllNow{"estimate_now.ids",
                            "SELECT estimate_id FROM estimate_now WHERE org_id = $1 ORDER BY estimate_id"};

struct EstimateRecord {
  EstimateId estimate_id;
  std::optional<std::string> key;
  OpportunityId opportunity_id;
  RepId rep_id;
  std::optional<EstimateId> replaces;
  std::int64_t edition = 1;
  std::string currency;
  Instant known_at;
  Instant stored_at;
  UserId actor_id;
};
BOOST_DESCRIBE_STRUCT(EstimateRecord, (),
                      (estimate_id, key, opportunity_id, rep_id, replaces, edition, currency, known_at, stored_at,
                       actor_id))

struct EstimateLineRecord {
  EstimateId estimate_id;
  std::optional<ProductLineId> product_line_id;
  std::string description;
  std::int64_t quantity_milli = 0;
  std::int64_t unit_price_minor = 0;
  std::int64_t discount_bp = 0;
};
BOOST_DESCRIBE_STRUCT(EstimateLineRecord, (),
                      (estimate_id, product_line_id, description, quantity_milli, unit_price_minor, discount_bp))

Estimate estimate_from(EstimateRecord r) {
  return {r.estimate_id,
          std::move(r.key),
          r.opportunity_id,
          r.rep_id,
          r.replaces,
          r.edition,
          stored_money(0, r.currency).currency(),
          {},
          r.known_at,
          r.stored_at,
          r.actor_id};
}

}  // namespace

Result<void> SqlEstimateStore::put_now(const EstimateNow& now, RepId rep_id) {
  PACELINE_CHECK(
      scope_.connection.execute(kPutNow, params(scope_.org_id, now.estimate_id, rep_id, now.state, now.sent_day,
                                                now.valid_until, now.ended_day, now.end_reason, now.version)));
  return {};
}

Result<void> SqlEstimateStore::add(const Estimate& e) {
  if (e.replaces) {
    PACELINE_TRY(const bool replaced, exists(scope_.connection, kReplaced, params(scope_.org_id, *e.replaces)));
    if (replaced) return fail(Fault::conflict, "estimate.replaced");
  }
  const auto added = scope_.connection.execute(
      kAdd, params(scope_.org_id, e.estimate_id, e.key, e.opportunity_id, e.rep_id, e.replaces, e.edition,
                   e.currency.code(), e.known_at, e.stored_at, e.actor_id));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "estimate.key.taken", "/key");
  PACELINE_CHECK(added);
  std::vector<Parameters> rows;
  rows.reserve(e.lines.size());
  std::int64_t number = 0;
  for (const EstimateLine& line : e.lines) {
    rows.push_back(
        std::move(Parameters().add(scope_.org_id, e.estimate_id, number++, line.product_line_id, line.description,
                                   line.quantity_milli, line.unit_price_minor, line.discount_bp)));
  }
  PACELINE_CHECK(insert_all(scope_.connection, kAddLine, rows));
  EstimateNow draft;
  draft.estimate_id = e.estimate_id;
  return put_now(draft, e.rep_id);
}

Result<void> SqlEstimateStore::add_change(const EstimateChange& change, const EstimateNow& now) {
  const auto added = scope_.connection.execute(kAddChange, Parameters().add(scope_.org_id).add_members(change));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "estimate.changed");
  PACELINE_CHECK(added);
  PACELINE_TRY(const auto estimate, find(now.estimate_id));
  PACELINE_ASSERT(estimate);
  return put_now(now, estimate->rep_id);
}

Result<std::vector<Estimate>> SqlEstimateStore::estimates_of(const std::vector<EstimateId>& ids) {
  const std::span<const EstimateId> span(ids);
  const auto first = params(scope_.org_id);
  PACELINE_TRY(auto records, query_list<EstimateRecord>(scope_.connection, kEstimates, first, span));
  PACELINE_TRY(auto lines, query_list<EstimateLineRecord>(scope_.connection, kLines, first, span));
  std::map<EstimateId, Estimate> found;
  for (EstimateRecord& record : records) {
    const EstimateId id = record.estimate_id;
    found.emplace(id, estimate_from(std::move(record)));
  }
  for (EstimateLineRecord& r : lines) {
    found.at(r.estimate_id)
        .lines.push_back(
            {r.product_line_id, std::move(r.description), r.quantity_milli, r.unit_price_minor, r.discount_bp});
  }
  std::vector<Estimate> list;
  list.reserve(ids.size());
  for (const EstimateId id : ids) {
    if (found.contains(id)) list.push_back(std::move(found.at(id)));
  }
  return list;
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::known(const Statement& ids_of, std::span<const Value> parameters) {
  PACELINE_TRY(const auto ids, query_all<EstimateId>(scope_.connection, ids_of, parameters));
  PACELINE_TRY(auto list, estimates_of(ids));
  PACELINE_TRY(auto nows, query_list<EstimateNow>(scope_.connection, kNows, params(scope_.org_id),
                                                  std::span<const EstimateId>(ids)));
  std::map<EstimateId, EstimateNow> found;
  for (EstimateNow& now : nows) {
    const EstimateId id = now.estimate_id;
    found.emplace(id, std::move(now));
  }
  std::vector<KnownEstimate> known;
  known.reserve(list.size());
  for (Estimate& estimate : list) {
    const EstimateId id = estimate.estimate_id;
    known.push_back({std::move(estimate), std::move(found.at(id))});
  }
  return known;
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::folded(const std::vector<EstimateId>& ids, Instant as_of) {
  PACELINE_TRY(auto list, estimates_of(ids));
  PACELINE_TRY(auto records, query_list<EstimateChange>(scope_.connection, kChangesUntil, params(scope_.org_id, as_of),
                                                        std::span<const EstimateId>(ids)));
  std::map<EstimateId, std::vector<EstimateChange>> changes;
  for (EstimateChange& change : records) {
    const EstimateId id = change.estimate_id;
    changes[id].push_back(std::move(change));
  }
  std::vector<KnownEstimate> known;
  known.reserve(list.size());
  for (Estimate& estimate : list) {
    auto now = estimate_as_of(estimate, changes[estimate.estimate_id], as_of);
    if (now) known.push_back({std::move(estimate), *std::move(now)});
  }
  return known;
}

Result<std::optional<Estimate>> SqlEstimateStore::find(EstimateId estimate_id) {
  PACELINE_TRY(auto found, estimates_of({estimate_id}));
  return found.empty() ? std::optional<Estimate>() : std::optional(std::move(found.front()));
}

Result<std::vector<EstimateChange>> SqlEstimateStore::changes_of(EstimateId estimate_id) {
  const std::vector<EstimateId> one{estimate_id};
  return query_list<EstimateChange>(scope_.connection, kChangesUntil, params(scope_.org_id, kEver),
                                    std::span<const EstimateId>(one));
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::of_opportunity(OpportunityId opportunity_id) {
  return known(kOfOpportunity, params(scope_.org_id, opportunity_id));
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::sent_in(Period period) {
  return known(kSentIn, params(scope_.org_id, period.from, period.to));
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::of_rep(RepId rep_id, Period period) {
  return known(kOfRep, params(scope_.org_id, rep_id, period.from, period.to));
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::of_rep_as_of(RepId rep_id, Instant as_of) {
  PACELINE_TRY(const auto ids,
               query_all<EstimateId>(scope_.connection, kOfRepUntil, params(scope_.org_id, rep_id, as_of)));
  return folded(ids, as_of);
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::all_as_of(Instant as_of) {
  PACELINE_TRY(const auto ids, query_all<EstimateId>(scope_.connection, kUntil, params(scope_.org_id, as_of)));
  return folded(ids, as_of);
}

Result<std::vector<KnownEstimate>> SqlEstimateStore::all_now() {
  return known(kAllNow, params(scope_.org_id));
}

}  // namespace paceline::store
