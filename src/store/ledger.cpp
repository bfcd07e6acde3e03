// SPDX-License-Identifier: Apache-2.0
#include "store/ledger.h"

#include "store/columns.h"

namespace paceline::store {
namespace {

constexpr Statement kTell{
    "change.add",
    "INSERT INTO change (org_id, seq, word, rep_id, stored_at)"
    " SELECT CAST($1 AS BIGINT), coalesce(max(seq), 0) + 1, CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS BIGINT)"
    " FROM change WHERE org_id = $1"};
constexpr Statement kChangesAfter{
    "change.after", "SELECT seq, word, rep_id FROM change WHERE org_id = $1 AND seq > $2 ORDER BY seq LIMIT $3"};
constexpr Statement kNewest{"change.newest", "SELECT coalesce(max(seq), 0) FROM change WHERE org_id = $1"};

constexpr Statement kFirstAnswer{
    "idempotency.get",
    "SELECT body_hash, status, body FROM idempotency WHERE org_id = $1 AND actor_id = $2 AND idempotency_key = $3"};
constexpr Statement kKeepAnswer{
    "idempotency.add",
    "INSERT INTO idempotency (org_id, actor_id, idempotency_key, body_hash, status, body, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kForgetAnswers{"idempotency.forget",
                                   "DELETE FROM idempotency WHERE org_id = $1 AND stored_at < $2"};

constexpr Statement kNote{"audit.add",
                          "INSERT INTO audit (org_id, audit_id, actor_id, action, subject, detail, at)"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7)"};

}  // namespace

Result<void> SqlLedgerStore::tell(std::string_view word, std::optional<UserId> rep_id, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kTell, params(scope_.org_id, word, rep_id, at)));
  return {};
}

Result<std::vector<Change>> SqlLedgerStore::changes_after(std::int64_t seq, int limit) {
  return query_all<Change>(scope_.connection, kChangesAfter, params(scope_.org_id, seq, limit));
}

Result<std::int64_t> SqlLedgerStore::newest_change() {
  PACELINE_TRY(const auto seq, query_one<std::int64_t>(scope_.connection, kNewest, params(scope_.org_id)));
  return *seq;
}

Result<std::optional<FirstAnswer>> SqlLedgerStore::first_answer(UserId actor, std::string_view key) {
  return query_one<FirstAnswer>(scope_.connection, kFirstAnswer, params(scope_.org_id, actor, key));
}

Result<void> SqlLedgerStore::keep_answer(UserId actor, std::string_view key, const FirstAnswer& answer, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(
      kKeepAnswer, params(scope_.org_id, actor, key, answer.body_hash, answer.status, answer.body, at)));
  return {};
}

Result<void> SqlLedgerStore::forget_answers_before(Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kForgetAnswers, params(scope_.org_id, at)));
  return {};
}

Result<void> SqlLedgerStore::note(const AuditEntry& e) {
  PACELINE_CHECK(scope_.connection.execute(
      kNote, params(scope_.org_id, scope_.ids.next(), e.actor_id, e.action, e.subject, e.detail, e.at)));
  return {};
}

}  // namespace paceline::store
