// SPDX-License-Identifier: Apache-2.0
#include "store/ledger.h"

#include "store/columns.h"

namespace paceline::store {
namespace {

constexpr Statement kTakeNumbers{
    "change_number.take",
    "INSERT INTO change_number (org_id, seq) VALUES ($1, $2)"
    " ON CONFLICT (org_id) DO UPDATE SET seq = change_number.seq + excluded.seq RETURNING seq"};
constexpr Statement kAddChange{"change.add",
                               "INSERT INTO change (org_id, seq, word, rep_id, stored_at) VALUES ($1, $2, $3, $4, $5)"};
constexpr Statement kChangesAfter{
    "change.after", "SELECT seq, word, rep_id FROM change WHERE org_id = $1 AND seq > $2 ORDER BY seq LIMIT $3"};
constexpr Statement kNewest{"change_number.get", "SELECT seq FROM change_number WHERE org_id = $1"};
constexpr Statement kForgetChanges{"change.forget",
                                   "DELETE FROM change WHERE org_id = $1 AND seq IN"
                                   " (SELECT c.seq FROM change c WHERE c.org_id = $1 AND c.stored_at < $2 LIMIT $3)"};

constexpr Statement kFirstAnswer{
    "idempotency.get",
    "SELECT body_hash, status, body FROM idempotency WHERE org_id = $1 AND actor_id = $2 AND idempotency_key = $3"};
constexpr Statement kKeepAnswer{
    "idempotency.add",
    "INSERT INTO idempotency (org_id, actor_id, idempotency_key, body_hash, status, body, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kKeepAgain{
    "idempotency.keep_again",
    "UPDATE idempotency SET status = status WHERE org_id = $1 AND actor_id = $2 AND idempotency_key = $3"};
constexpr Statement kForgetAnswers{
    "idempotency.forget",
    "DELETE FROM idempotency WHERE org_id = $1 AND (actor_id, idempotency_key) IN"
    " (SELECT i.actor_id, i.idempotency_key FROM idempotency i WHERE i.org_id = $1 AND i.stored_at < $2 LIMIT $3)"};

constexpr Statement kNote{"audit.add",
                          "INSERT INTO audit (org_id, audit_id, actor_id, action, subject, detail, at)"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Statement kNotedSince{
    "audit.noted_since", "SELECT DISTINCT subject FROM audit WHERE org_id = $1 AND audit_id > $2 AND action = $3"};

constexpr Statement kNoted{"audit.page",
                           "SELECT actor_id, action, subject, detail, at, audit_id FROM audit"
                           " WHERE org_id = $1 AND audit_id < $2 AND at <= $3 ORDER BY audit_id DESC LIMIT $4"};

}  // namespace

Result<void> SqlLedgerStore::tell(std::string_view word, std::optional<UserId> rep_id, Instant at) {
  told_.insert_or_assign({std::string(word), rep_id}, at);
  return {};
}

Result<void> SqlLedgerStore::store_told() {
  if (told_.empty()) return {};
  const auto count = static_cast<std::int64_t>(told_.size());
  PACELINE_TRY(const auto newest,
               query_one<std::int64_t>(scope_.connection, kTakeNumbers, params(scope_.org_id, count)));
  std::int64_t seq = *newest - count;
  for (const auto& [told, at] : told_)
    PACELINE_CHECK(scope_.connection.execute(kAddChange, params(scope_.org_id, ++seq, told.word, told.rep_id, at)));
  told_.clear();
  return {};
}

Result<std::vector<Change>> SqlLedgerStore::changes_after(std::int64_t seq, int limit) {
  return query_all<Change>(scope_.connection, kChangesAfter, params(scope_.org_id, seq, limit));
}

Result<std::int64_t> SqlLedgerStore::newest_change() {
  PACELINE_TRY(const auto seq, query_one<std::int64_t>(scope_.connection, kNewest, params(scope_.org_id)));
  return seq.value_or(0);
}

Result<std::optional<FirstAnswer>> SqlLedgerStore::first_answer(UserId actor, std::string_view key) {
  return query_one<FirstAnswer>(scope_.connection, kFirstAnswer, params(scope_.org_id, actor, key));
}

Result<void> SqlLedgerStore::keep_answer(UserId actor, std::string_view key, const FirstAnswer& answer, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(
      kKeepAnswer, params(scope_.org_id, actor, key, answer.body_hash, answer.status, answer.body, at)));
  return {};
}

Result<void> SqlLedgerStore::keep_answer_again(UserId actor, std::string_view key) {
  PACELINE_CHECK(scope_.connection.execute(kKeepAgain, params(scope_.org_id, actor, key)));
  return {};
}

Result<std::int64_t> SqlLedgerStore::forget_answers_before(Instant at, int most) {
  return scope_.connection.execute(kForgetAnswers, params(scope_.org_id, at, most));
}

Result<std::int64_t> SqlLedgerStore::forget_changes_before(Instant at, int most) {
  return scope_.connection.execute(kForgetChanges, params(scope_.org_id, at, most));
}

Result<void> SqlLedgerStore::note(const AuditEntry& e) {
  PACELINE_CHECK(scope_.connection.execute(
      kNote, params(scope_.org_id, scope_.ids.next(), e.actor_id, e.action, e.subject, e.detail, e.at)));
  return {};
}

Result<std::vector<NotedEntry>> SqlLedgerStore::noted(std::optional<AuditId> before, Instant as_of, int limit) {
  return query_all<NotedEntry>(scope_.connection, kNoted,
                               params(scope_.org_id, before.value_or(AuditId(INT64_MAX)), as_of, limit));
}

Result<std::set<std::string>> SqlLedgerStore::noted_since(std::string_view action, std::int64_t id) {
  PACELINE_TRY(const auto subjects,
               query_all<std::string>(scope_.connection, kNotedSince, params(scope_.org_id, id, action)));
  return std::set<std::string>(subjects.begin(), subjects.end());
}

}  // namespace paceline::store
