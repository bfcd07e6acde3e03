// SPDX-License-Identifier: Apache-2.0
#include "store/accounts.h"

#include <algorithm>
#include <tuple>

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline {

BOOST_DESCRIBE_STRUCT(AccountFieldChange, (), (seq, field, before, after, actor_id, stored_at))
BOOST_DESCRIBE_STRUCT(NamedAccount, (), (account_id, name))

}  // namespace paceline

namespace paceline::store {
namespace {

constexpr Statement kAdd{"account.add_whole",
                         "INSERT INTO account (org_id, account_id, name, segment, account_key, parent_id)"
                         " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kChange{"account.change",
                            "UPDATE account SET name = $3, account_key = $4, parent_id = $5"
                            " WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kSetSegment{"account.set_segment",
                                "UPDATE account SET segment = $3 WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kByKey{"account.by_key", "SELECT account_id FROM account WHERE org_id = $1 AND account_key = $2"};
constexpr Statement kOne{
    "account.one",
    "SELECT account_id, account_key, name, parent_id, segment FROM account WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kAll{
    "account.all",
    "SELECT account_id, account_key, name, parent_id, segment FROM account WHERE org_id = $1 ORDER BY name, account_id"};
constexpr Statement kNames{"account.names",
                           "SELECT account_id, name FROM account WHERE org_id = $1 AND account_id IN ($2)"};
constexpr Statement kContactNames{
    "contact_detail.names", "SELECT contact_id, name FROM contact_detail WHERE org_id = $1 AND contact_id IN ($2)"};

constexpr Statement kPutTrait{
    "account_trait.put",
    "INSERT INTO account_trait (org_id, account_id, trait, from_day, value, actor_id, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (org_id, account_id, trait, from_day)"
    " DO UPDATE SET value = excluded.value, actor_id = excluded.actor_id, stored_at = excluded.stored_at"};
constexpr Statement kTraits{"account_trait.of",
                            "SELECT account_id, trait, from_day, value FROM account_trait"
                            " WHERE org_id = $1 AND account_id = $2 ORDER BY trait, from_day"};
constexpr Statement kAllTraits{"account_trait.all",
                               "SELECT account_id, trait, from_day, value FROM account_trait"
                               " WHERE org_id = $1 ORDER BY account_id, trait, from_day"};
constexpr Statement kPutOwner{
    "account_owner.put",
    "INSERT INTO account_owner (org_id, account_id, from_day, owner_id, actor_id, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (org_id, account_id, from_day)"
    " DO UPDATE SET owner_id = excluded.owner_id, actor_id = excluded.actor_id, stored_at = excluded.stored_at"};
constexpr Statement kOwners{"account_owner.of",
                            "SELECT account_id, from_day, owner_id FROM account_owner"
                            " WHERE org_id = $1 AND account_id = $2 ORDER BY from_day"};
constexpr Statement kAllOwners{"account_owner.all",
                               "SELECT account_id, from_day, owner_id FROM account_owner"
                               " WHERE org_id = $1 ORDER BY account_id, from_day"};
constexpr Statement kClearAttributes{"account_attribute.clear",
                                     "DELETE FROM account_attribute WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kAddAttribute{
    "account_attribute.add", "INSERT INTO account_attribute (org_id, account_id, name, value) VALUES ($1, $2, $3, $4)"};
constexpr Statement kAttributes{
    "account_attribute.of",
    "SELECT account_id, name, value FROM account_attribute WHERE org_id = $1 AND account_id = $2 ORDER BY name"};
constexpr Statement kAllAttributes{
    "account_attribute.all",
    "SELECT account_id, name, value FROM account_attribute WHERE org_id = $1 ORDER BY account_id, name"};
constexpr Statement kNamedBefore{
    "account.named_before",
    "SELECT account_id, name FROM account WHERE org_id = $1 AND (CAST($2 AS BIGINT) IS NULL OR account_id < $2)"
    " ORDER BY account_id DESC LIMIT $3"};

constexpr Statement kTakeTurn{"account.take_turn",
                              "UPDATE account SET name = name WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kLastChange{"account_change.last",
                                "SELECT max(seq) FROM account_change WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kAddChange{
    "account_change.add",
    "INSERT INTO account_change (org_id, account_id, seq, field, value_before, value_after, actor_id, stored_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Statement kChanges{"account_change.of",
                             "SELECT seq, field, value_before, value_after, actor_id, stored_at FROM account_change"
                             " WHERE org_id = $1 AND account_id = $2 ORDER BY seq"};
constexpr Statement kRemoveChanges{"account_change.remove_whole",
                                   "DELETE FROM account_change WHERE org_id = $1 AND account_id = $2"};

constexpr Statement kNamed{"account.named",
                           "SELECT (SELECT count(*) FROM contact c WHERE c.org_id = $1 AND c.account_id = $2)"
                           " + (SELECT count(*) FROM activity_now n WHERE n.org_id = $1 AND n.account_id = $2)"
                           " + (SELECT count(*) FROM opportunity_fact f WHERE f.org_id = $1 AND f.account_id = $2)"
                           " + (SELECT count(*) FROM sale s WHERE s.org_id = $1 AND s.account_id = $2)"
                           " + (SELECT count(*) FROM appointment t WHERE t.org_id = $1 AND t.account_id = $2)"
                           " + (SELECT count(*) FROM account a WHERE a.org_id = $1 AND a.parent_id = $2)"
                           " FROM organisation o WHERE o.org_id = $1"};
constexpr Statement kRemove{"account.remove_whole", "DELETE FROM account WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kRemoveTraits{"account_trait.remove",
                                  "DELETE FROM account_trait WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kRemoveOwners{"account_owner.remove",
                                  "DELETE FROM account_owner WHERE org_id = $1 AND account_id = $2"};

struct AccountRecord {
  AccountId account_id;
  std::optional<std::string> key;
  std::string name;
  std::optional<AccountId> parent_id;
  std::optional<std::string> segment;
};
BOOST_DESCRIBE_STRUCT(AccountRecord, (), (account_id, key, name, parent_id, segment))

struct TraitRecord {
  AccountId account_id;
  AccountTrait trait = AccountTrait::region;
  Day from;
  std::optional<std::string> value;
};
BOOST_DESCRIBE_STRUCT(TraitRecord, (), (account_id, trait, from, value))

struct OwnerRecord {
  AccountId account_id;
  Day from;
  std::optional<UserId> owner_id;
};
BOOST_DESCRIBE_STRUCT(OwnerRecord, (), (account_id, from, owner_id))

struct AttributeRecord {
  AccountId account_id;
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(AttributeRecord, (), (account_id, name, value))

template <class Id>
struct NamedRecord {
  Id id;
  std::string name;
  BOOST_DESCRIBE_CLASS(NamedRecord, (), (id, name), (), ())
};

/// What belongs to accounts, each list in order of account.
struct Belongings {
  std::vector<TraitRecord> traits;
  std::vector<OwnerRecord> owners;
  std::vector<AttributeRecord> attributes;
};

/// Those of the account, of a list in order of account.
template <class T>
std::span<const T> of_account(const std::vector<T>& list, AccountId account_id) {
  const auto begin = std::lower_bound(list.begin(), list.end(), account_id,
                                      [](const T& each, AccountId id) { return each.account_id < id; });
  const auto end =
      std::upper_bound(begin, list.end(), account_id, [](AccountId id, const T& each) { return id < each.account_id; });
  return {begin, end};
}

AccountProfile profile_from(AccountRecord record, const Belongings& all) {
  AccountProfile profile{
      record.account_id, std::move(record.key), std::move(record.name), record.parent_id, {}, {}, {}};
  bool dated_segment = false;
  for (const TraitRecord& each : of_account(all.traits, record.account_id)) {
    profile.traits.push_back({each.trait, each.from, each.value});
    dated_segment = dated_segment || each.trait == AccountTrait::segment;
  }
  // An account that came with a contact has its segment only in its own row.
  if (record.segment && !dated_segment) profile.traits.push_back({AccountTrait::segment, kFirstDay, record.segment});
  for (const OwnerRecord& each : of_account(all.owners, record.account_id))
    profile.owners.push_back({each.from, each.owner_id});
  for (const AttributeRecord& each : of_account(all.attributes, record.account_id))
    profile.attributes.emplace(each.name, each.value);
  return profile;
}

/// A key and a name are unique; which of them was taken, its own check says.
Result<void> named_once(Result<std::int64_t> stored, bool key_is_known) {
  if (!stored && stored.error().code == "store.unique") {
    if (key_is_known) return fail(Fault::conflict, "account.key.taken", "/key");
    return fail(Fault::conflict, "account.name.taken", "/name");
  }
  PACELINE_CHECK(stored);
  return {};
}

template <class Id>
Result<std::map<Id, std::string>> names_by_id(Connection& connection, const Statement& statement, OrgId org_id,
                                              const std::vector<Id>& ids) {
  PACELINE_TRY(auto records,
               query_list<NamedRecord<Id>>(connection, statement, params(org_id), std::span<const Id>(ids)));
  std::map<Id, std::string> names;
  for (auto& record : records) names.emplace(record.id, std::move(record.name));
  return names;
}

}  // namespace

Result<void> SqlAccountStore::add(const AccountProfile& account, UserId actor, Instant at) {
  if (account.key) {
    PACELINE_TRY(const auto known, find_by_key(*account.key));
    if (known) return fail(Fault::conflict, "account.key.taken", "/key");
  }
  const auto segment = trait_on(account, AccountTrait::segment, kFirstDay);
  PACELINE_CHECK(named_once(scope_.connection.execute(kAdd, params(scope_.org_id, account.account_id, account.name,
                                                                   segment, account.key, account.parent_id)),
                            false));
  for (const DatedTrait& trait : account.traits) PACELINE_CHECK(put_trait(account.account_id, trait, actor, at));
  for (const DatedOwner& owner : account.owners) PACELINE_CHECK(put_owner(account.account_id, owner, actor, at));
  return put_attributes(account.account_id, account.attributes);
}

Result<void> SqlAccountStore::note_changes(const AccountProfile& before, const AccountProfile& after, UserId actor,
                                           Instant at) {
  std::vector<std::tuple<std::string_view, std::optional<std::string>, std::optional<std::string>>> changes;
  if (before.name != after.name) changes.emplace_back("name", before.name, after.name);
  if (before.key != after.key) changes.emplace_back("key", before.key, after.key);
  if (before.parent_id != after.parent_id) {
    std::vector<AccountId> parents;
    for (const auto& parent : {before.parent_id, after.parent_id}) {
      if (parent) parents.push_back(*parent);
    }
    PACELINE_TRY(auto names, names_of(parents));
    const auto called = [&](const std::optional<AccountId>& id) {
      return id ? std::optional(names[*id]) : std::nullopt;
    };
    changes.emplace_back("parent", called(before.parent_id), called(after.parent_id));
  }
  const auto account = params(scope_.org_id, after.account_id);
  PACELINE_TRY(const auto last, query_one<std::optional<std::int64_t>>(scope_.connection, kLastChange, account));
  std::int64_t seq = last.value_or(std::nullopt).value_or(0);
  for (const auto& [field, value, other] : changes) {
    PACELINE_CHECK(scope_.connection.execute(
        kAddChange, params(scope_.org_id, after.account_id, ++seq, field, value, other, actor, at)));
  }
  return {};
}

Result<void> SqlAccountStore::change(const AccountProfile& account, UserId actor, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(kTakeTurn, params(scope_.org_id, account.account_id)));
  PACELINE_TRY(const auto before, find(account.account_id));
  bool key_is_known = false;
  if (account.key) {
    PACELINE_TRY(const auto known, find_by_key(*account.key));
    key_is_known = known && *known != account.account_id;
  }
  PACELINE_CHECK(named_once(scope_.connection.execute(kChange, params(scope_.org_id, account.account_id, account.name,
                                                                      account.key, account.parent_id)),
                            key_is_known));
  if (!before) return {};
  return note_changes(*before, account, actor, at);
}

Result<bool> SqlAccountStore::is_named(AccountId account_id) {
  PACELINE_TRY(const auto count, query_one<std::int64_t>(scope_.connection, kNamed, params(scope_.org_id, account_id)));
  return count.value_or(0) > 0;
}

Result<void> SqlAccountStore::remove(AccountId account_id) {
  const auto parameters = params(scope_.org_id, account_id);
  PACELINE_CHECK(scope_.connection.execute(kRemoveTraits, parameters));
  PACELINE_CHECK(scope_.connection.execute(kRemoveOwners, parameters));
  PACELINE_CHECK(scope_.connection.execute(kClearAttributes, parameters));
  PACELINE_CHECK(scope_.connection.execute(kRemoveChanges, parameters));
  PACELINE_CHECK(scope_.connection.execute(kRemove, parameters));
  return {};
}

Result<void> SqlAccountStore::put_trait(AccountId account_id, const DatedTrait& trait, UserId actor, Instant at) {
  PACELINE_CHECK(scope_.connection.execute(
      kPutTrait, params(scope_.org_id, account_id, trait.trait, trait.from, trait.value, actor, at)));
  return {};
}

Result<void> SqlAccountStore::put_owner(AccountId account_id, const DatedOwner& owner, UserId actor, Instant at) {
  PACELINE_CHECK(
      scope_.connection.execute(kPutOwner, params(scope_.org_id, account_id, owner.from, owner.owner_id, actor, at)));
  return {};
}

Result<void> SqlAccountStore::put_attributes(AccountId account_id,
                                             const std::map<std::string, std::string>& attributes) {
  PACELINE_CHECK(scope_.connection.execute(kClearAttributes, params(scope_.org_id, account_id)));
  for (const auto& [name, value] : attributes)
    PACELINE_CHECK(scope_.connection.execute(kAddAttribute, params(scope_.org_id, account_id, name, value)));
  return {};
}

Result<void> SqlAccountStore::set_segment(AccountId account_id, const std::optional<std::string>& segment) {
  PACELINE_CHECK(scope_.connection.execute(kSetSegment, params(scope_.org_id, account_id, segment)));
  return {};
}

Result<std::optional<AccountProfile>> SqlAccountStore::find(AccountId account_id) {
  const auto parameters = params(scope_.org_id, account_id);
  PACELINE_TRY(auto record, query_one<AccountRecord>(scope_.connection, kOne, parameters));
  if (!record) return std::optional<AccountProfile>();
  Belongings all;
  PACELINE_TRY(all.traits, query_all<TraitRecord>(scope_.connection, kTraits, parameters));
  PACELINE_TRY(all.owners, query_all<OwnerRecord>(scope_.connection, kOwners, parameters));
  PACELINE_TRY(all.attributes, query_all<AttributeRecord>(scope_.connection, kAttributes, parameters));
  return std::optional(profile_from(*std::move(record), all));
}

Result<std::optional<AccountId>> SqlAccountStore::find_by_key(std::string_view key) {
  return query_one<AccountId>(scope_.connection, kByKey, params(scope_.org_id, key));
}

Result<std::vector<AccountProfile>> SqlAccountStore::all() {
  const auto parameters = params(scope_.org_id);
  PACELINE_TRY(auto records, query_all<AccountRecord>(scope_.connection, kAll, parameters));
  Belongings all;
  PACELINE_TRY(all.traits, query_all<TraitRecord>(scope_.connection, kAllTraits, parameters));
  PACELINE_TRY(all.owners, query_all<OwnerRecord>(scope_.connection, kAllOwners, parameters));
  PACELINE_TRY(all.attributes, query_all<AttributeRecord>(scope_.connection, kAllAttributes, parameters));
  std::vector<AccountProfile> profiles;
  profiles.reserve(records.size());
  for (AccountRecord& record : records) profiles.push_back(profile_from(std::move(record), all));
  return profiles;
}

Result<std::map<AccountId, std::string>> SqlAccountStore::names_of(const std::vector<AccountId>& accounts) {
  return names_by_id(scope_.connection, kNames, scope_.org_id, accounts);
}

Result<std::map<ContactId, std::string>> SqlAccountStore::contact_names_of(const std::vector<ContactId>& contacts) {
  return names_by_id(scope_.connection, kContactNames, scope_.org_id, contacts);
}

Result<std::vector<AccountFieldChange>> SqlAccountStore::changes_of(AccountId account_id) {
  return query_all<AccountFieldChange>(scope_.connection, kChanges, params(scope_.org_id, account_id));
}

Result<std::vector<NamedAccount>> SqlAccountStore::named_before(std::optional<AccountId> account_id, int limit) {
  return query_all<NamedAccount>(scope_.connection, kNamedBefore, params(scope_.org_id, account_id, limit));
}

}  // namespace paceline::store
