// SPDX-License-Identifier: Apache-2.0
// What files call contacts and made of them, and taking that back: the rest of SqlContactStore stands in contacts.cpp.
#include "store/columns.h"
#include "store/contacts.h"
#include "store/sql/insert_all.h"

namespace paceline::store {
namespace {

constexpr Statement kBySource{
    "contact.by_source",
    "SELECT c.contact_id, c.contact_key, d.name, c.account_id, d.phone, d.email, c.relation, c.temperature, c.source, c.owner_id"
    " FROM contact_source s JOIN contact c ON c.org_id = $1 AND c.contact_id = s.contact_id"
    " JOIN contact_detail d ON d.org_id = $1 AND d.contact_id = s.contact_id"
    " WHERE s.org_id = $1 AND s.source = $2 AND s.external_id = $3"};
constexpr Statement kAddSource{
    "contact_source.add",
    "INSERT INTO contact_source (org_id, source, external_id, contact_id) VALUES ($1, $2, $3, $4)"};

constexpr Statement kChangeContact{
    "contact.change",
    "UPDATE contact SET contact_key = $3, account_id = $4, relation = $5, temperature = $6, source = $7"
    " WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kChangeDetail{"contact_detail.change",
                                  "UPDATE contact_detail SET name = $3, name_key = $4, phone = $5, email = $6"
                                  " WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kAddChange{
    "contact_change.add",
    "INSERT INTO contact_change (org_id, contact_id, change_id, field, value_before, value_after, reason, actor_id, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kChanges{
    "contact_change.of_contact",
    "SELECT change_id, field, value_before, value_after, reason, actor_id, stored_at FROM contact_change"
    " WHERE org_id = $1 AND contact_id = $2 ORDER BY change_id, field"};

constexpr Statement kInUse{"contact.in_use",
                           "SELECT (SELECT count(*) FROM activity_now n WHERE n.org_id = $1 AND n.contact_id = $2)"
                           " + (SELECT count(*) FROM signal s WHERE s.org_id = $1 AND s.contact_id = $2)"
                           " + (SELECT count(*) FROM opportunity_fact f WHERE f.org_id = $1 AND f.contact_id = $2)"
                           " + (SELECT count(*) FROM next_step t WHERE t.org_id = $1 AND t.contact_id = $2)"
                           " + (SELECT count(*) FROM appointment p WHERE p.org_id = $1 AND p.contact_id = $2)"
                           " FROM organisation o WHERE o.org_id = $1"};
constexpr Statement kAccountInUse{
    "account.in_use",
    "SELECT (SELECT count(*) FROM contact c WHERE c.org_id = $1 AND c.account_id = $2)"
    " + (SELECT count(*) FROM activity_now n WHERE n.org_id = $1 AND n.account_id = $2)"
    " + (SELECT count(*) FROM opportunity_fact f WHERE f.org_id = $1 AND f.account_id = $2)"
    " + (SELECT count(*) FROM sale s WHERE s.org_id = $1 AND s.account_id = $2)"
    " + (SELECT count(*) FROM appointment t WHERE t.org_id = $1 AND t.account_id = $2)"
    " + (SELECT count(*) FROM account a WHERE a.org_id = $1 AND a.account_id = $2"
    " AND (a.account_key IS NOT NULL OR a.parent_id IS NOT NULL))"
    " + (SELECT count(*) FROM account p WHERE p.org_id = $1 AND p.parent_id = $2)"
    " + (SELECT count(*) FROM account_attribute m WHERE m.org_id = $1 AND m.account_id = $2)"
    " + (SELECT count(*) FROM account_trait x WHERE x.org_id = $1 AND x.account_id = $2)"
    " + (SELECT count(*) FROM account_owner w WHERE w.org_id = $1 AND w.account_id = $2)"
    " FROM organisation o WHERE o.org_id = $1"};

constexpr Statement kRemoveContact{"contact.remove", "DELETE FROM contact WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kRemoveDetail{"contact_detail.remove",
                                  "DELETE FROM contact_detail WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kRemoveWords{"contact_word.remove",
                                 "DELETE FROM contact_word WHERE org_id = $1 AND contact_id = $2 AND word = $3"};
constexpr Statement kRemoveSources{"contact_source.remove",
                                   "DELETE FROM contact_source WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kRemoveChanges{"contact_change.remove",
                                   "DELETE FROM contact_change WHERE org_id = $1 AND contact_id = $2"};
constexpr Statement kRemoveAccountChanges{"account_change.remove",
                                          "DELETE FROM account_change WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kRemoveAccount{"account.remove", "DELETE FROM account WHERE org_id = $1 AND account_id = $2"};

struct ChangeRecord {
  ChangeId change_id;
  std::string field;
  std::optional<std::string> value_before;
  std::optional<std::string> value_after;
  std::string reason;
  UserId actor_id;
  Instant stored_at;
};
BOOST_DESCRIBE_STRUCT(ChangeRecord, (), (change_id, field, value_before, value_after, reason, actor_id, stored_at))

}  // namespace

Result<std::optional<Contact>> SqlContactStore::find_contact_by_source(const EvidenceKey& key) {
  return query_one<Contact>(scope_.connection, kBySource, params(scope_.org_id, key.source, key.external_id));
}

Result<void> SqlContactStore::add_source(const EvidenceKey& key, ContactId contact_id) {
  PACELINE_CHECK(scope_.connection.execute(kAddSource, params(scope_.org_id, key.source, key.external_id, contact_id)));
  return {};
}

Result<void> SqlContactStore::change_contact(const Contact& c, const ContactChange& change) {
  PACELINE_CHECK(remove_words(c.contact_id));
  PACELINE_CHECK(scope_.connection.execute(
      kChangeContact, params(scope_.org_id, c.contact_id, c.key, c.account_id, c.relation, c.temperature, c.source)));
  const std::string key = scope_.names.sort_key(c.name);
  PACELINE_CHECK(
      scope_.connection.execute(kChangeDetail, params(scope_.org_id, c.contact_id, c.name, key, c.phone, c.email)));
  for (const ContactFieldChange& field : change.fields) {
    PACELINE_CHECK(scope_.connection.execute(
        kAddChange, params(scope_.org_id, c.contact_id, change.change_id, field.field, field.before, field.after,
                           change.reason, change.actor_id, change.stored_at)));
  }
  return index_words(c);
}

Result<std::vector<ContactChange>> SqlContactStore::changes_of(ContactId contact_id) {
  PACELINE_TRY(auto records, query_all<ChangeRecord>(scope_.connection, kChanges, params(scope_.org_id, contact_id)));
  std::vector<ContactChange> changes;
  for (ChangeRecord& r : records) {
    if (changes.empty() || changes.back().change_id != r.change_id)
      changes.push_back({r.change_id, contact_id, std::move(r.reason), r.actor_id, r.stored_at, {}});
    changes.back().fields.push_back({std::move(r.field), std::move(r.value_before), std::move(r.value_after)});
  }
  return changes;
}

Result<bool> SqlContactStore::is_in_use(ContactId contact_id) {
  PACELINE_TRY(const auto count, query_one<std::int64_t>(scope_.connection, kInUse, params(scope_.org_id, contact_id)));
  return count.value_or(0) > 0;
}

Result<void> SqlContactStore::remove_words(ContactId contact_id) {
  PACELINE_TRY(const auto contact, find_contact(contact_id));
  if (!contact) return {};
  PACELINE_TRY(const auto words, words_in_index(*contact));
  for (const std::string& word : words)
    PACELINE_CHECK(scope_.connection.execute(kRemoveWords, params(scope_.org_id, contact_id, word)));
  return {};
}

Result<void> SqlContactStore::remove_contact(ContactId contact_id) {
  PACELINE_CHECK(remove_words(contact_id));
  for (const Statement& statement : {kRemoveSources, kRemoveChanges, kRemoveDetail, kRemoveContact})
    PACELINE_CHECK(scope_.connection.execute(statement, params(scope_.org_id, contact_id)));
  return {};
}

Result<bool> SqlContactStore::is_account_in_use(AccountId account_id) {
  PACELINE_TRY(const auto count,
               query_one<std::int64_t>(scope_.connection, kAccountInUse, params(scope_.org_id, account_id)));
  return count.value_or(0) > 0;
}

Result<void> SqlContactStore::remove_account(AccountId account_id) {
  PACELINE_CHECK(scope_.connection.execute(kRemoveAccountChanges, params(scope_.org_id, account_id)));
  PACELINE_CHECK(scope_.connection.execute(kRemoveAccount, params(scope_.org_id, account_id)));
  return {};
}

}  // namespace paceline::store
