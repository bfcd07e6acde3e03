// SPDX-License-Identifier: Apache-2.0
#include "store/contacts.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/columns.h"
#include "store/sql/in_list.h"

namespace paceline::store {
namespace {

constexpr int kMostCandidates = 200;

constexpr Statement kAddContact{
    "contact.add",
    "INSERT INTO contact (org_id, contact_id, contact_key, account_id, relation, temperature, source, owner_id, created_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr Statement kAddDetail{
    "contact_detail.add",
    "INSERT INTO contact_detail (org_id, contact_id, name, name_key, phone, email) VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr Statement kAddWord{"contact_word.add",
                             "INSERT INTO contact_word (org_id, word, contact_id) VALUES ($1, $2, $3)"};
constexpr Statement kContact{
    "contact.get",
    "SELECT c.contact_id, c.contact_key, d.name, c.account_id, d.phone, d.email, c.relation, c.temperature, c.source, c.owner_id"
    " FROM contact c JOIN contact_detail d ON d.org_id = $1 AND d.contact_id = c.contact_id"
    " WHERE c.org_id = $1 AND c.contact_id = $2"};
constexpr Statement kContactByKey{
    "contact.by_key",
    "SELECT c.contact_id, c.contact_key, d.name, c.account_id, d.phone, d.email, c.relation, c.temperature, c.source, c.owner_id"
    " FROM contact c JOIN contact_detail d ON d.org_id = $1 AND d.contact_id = c.contact_id"
    " WHERE c.org_id = $1 AND c.contact_key = $2"};
constexpr Statement kKeys{"contact.keys",
                          "SELECT contact_id, contact_key FROM contact WHERE org_id = $1"
                          " AND contact_key IS NOT NULL AND contact_id IN ($2)"};
constexpr Statement kSurroundings{
    "contact.surroundings",
    "SELECT a.name, o.name,"
    " (SELECT max(n.occurred_at) FROM activity_now n WHERE n.org_id = $1 AND n.contact_id = $2 AND n.state <> 'voided'),"
    " (SELECT max(s.occurred_at) FROM signal s WHERE s.org_id = $1 AND s.contact_id = $2)"
    " FROM contact c LEFT JOIN account a ON a.org_id = $1 AND a.account_id = c.account_id"
    " LEFT JOIN member o ON o.org_id = $1 AND o.user_id = c.owner_id WHERE c.org_id = $1 AND c.contact_id = $2"};

// $4 the owner asked for, or NULL: anybody's; $5 the team whose members' contacts are asked for as well, or NULL; $6
// today.
constexpr Statement kByWord{
    "contact.by_word",
    "SELECT DISTINCT c.contact_id FROM contact_word w JOIN contact c ON c.org_id = $1 AND c.contact_id = w.contact_id"
    " WHERE w.org_id = $1 AND w.word >= $2 AND w.word < $3 AND (c.owner_id IS NULL OR CAST($4 AS BIGINT) IS NULL OR c.owner_id = $4"
    " OR EXISTS (SELECT 1 FROM membership m WHERE m.org_id = $1 AND m.user_id = c.owner_id AND m.team_id = $5 AND m.from_day ="
    " (SELECT max(x.from_day) FROM membership x WHERE x.org_id = $1 AND x.user_id = m.user_id AND x.from_day <= $6)))"
    " ORDER BY c.contact_id DESC LIMIT $7"};
constexpr Statement kNewest{
    "contact.newest",
    "SELECT c.contact_id FROM contact c"
    " WHERE c.org_id = $1 AND (c.owner_id IS NULL OR CAST($2 AS BIGINT) IS NULL OR c.owner_id = $2"
    " OR EXISTS (SELECT 1 FROM membership m WHERE m.org_id = $1 AND m.user_id = c.owner_id AND m.team_id = $3 AND m.from_day ="
    " (SELECT max(x.from_day) FROM membership x WHERE x.org_id = $1 AND x.user_id = m.user_id AND x.from_day <= $4)))"
    " ORDER BY c.contact_id DESC LIMIT $5"};

constexpr Statement kContactsAfter{"contact.after",
                                   "SELECT contact_id FROM contact WHERE org_id = $1 AND contact_id > $2"
                                   " ORDER BY contact_id LIMIT $3"};
constexpr Statement kContactsOfAccount{"contact.of_account",
                                       "SELECT contact_id FROM contact WHERE org_id = $1 AND account_id = $2"
                                       " ORDER BY contact_id DESC LIMIT $3"};
constexpr Statement kContactsOf{
    "contact.of_owner", "SELECT contact_id FROM contact WHERE org_id = $1 AND owner_id = $2 ORDER BY contact_id"};
constexpr Statement kChangeOwner{"contact.change_owner",
                                 "UPDATE contact SET owner_id = $3 WHERE org_id = $1 AND owner_id = $2"};

constexpr Statement kTakeTurn{"contact_version.take",
                              "INSERT INTO contact_version (org_id, contact_id, version) VALUES ($1, $2, 1)"
                              " ON CONFLICT (org_id, contact_id) DO UPDATE SET version = contact_version.version + 1"};

constexpr Statement kAccount{"account.get",
                             "SELECT account_id, name, segment FROM account WHERE org_id = $1 AND account_id = $2"};
constexpr Statement kSegments{
    "account.segments",
    "SELECT a.segment, t.from_day, t.value FROM account a LEFT JOIN account_trait t ON t.org_id = $1"
    " AND t.account_id = a.account_id AND t.trait = 'segment' WHERE a.org_id = $1 AND a.account_id = $2"};
constexpr Statement kAccountByName{"account.by_name",
                                   "SELECT account_id, name, segment FROM account WHERE org_id = $1 AND name = $2"};
// Whoever adds the same name meanwhile is waited for, and then the id is that one's.
constexpr Statement kAddAccount{"account.add",
                                "INSERT INTO account (org_id, account_id, name, segment) VALUES ($1, $2, $3, $4)"
                                " ON CONFLICT (org_id, name) DO UPDATE SET name = excluded.name RETURNING account_id"};

constexpr Statement kAddSignal{
    "signal.add",
    "INSERT INTO signal (org_id, signal_id, contact_id, kind, topic, occurred_at, known_at, source, external_id, actor_id,"
    " stored_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (org_id, source, external_id) DO NOTHING"};
constexpr Statement kSignalByKey{"signal.by_evidence",
                                 "SELECT signal_id, contact_id, kind, topic, occurred_at, known_at FROM signal"
                                 " WHERE org_id = $1 AND source = $2 AND external_id = $3"};
constexpr Statement kSignalsOf{"signal.of_contact",
                               "SELECT signal_id, contact_id, kind, topic, occurred_at, known_at FROM signal"
                               " WHERE org_id = $1 AND contact_id = $2 ORDER BY occurred_at, signal_id"};
constexpr Statement kSignalsBehind{
    "signal.behind",
    "SELECT signal_id, contact_id, kind, topic, occurred_at, known_at FROM signal WHERE org_id = $1 AND known_at <= $5"
    " AND contact_id IN (SELECT a.contact_id FROM activity_now a WHERE a.org_id = $1 AND a.rep_id = $2 AND a.day >= $3 AND a.day < $4)"
    " ORDER BY occurred_at, signal_id"};
constexpr Statement kNewestSignals{
    "signal.newest",
    "SELECT s.signal_id, s.contact_id, s.kind, s.topic, s.occurred_at, s.known_at FROM contact c"
    " JOIN signal s ON s.org_id = $1 AND s.contact_id = c.contact_id AND s.known_at <= $3"
    " WHERE c.org_id = $1 AND c.owner_id = $2 ORDER BY s.occurred_at DESC, s.signal_id DESC LIMIT $4"};
constexpr Statement kTopics{
    "topic.all",
    "SELECT topic FROM signal WHERE org_id = $1 AND topic IS NOT NULL UNION"
    " SELECT value FROM rule_value WHERE org_id = $1 AND quality IN ('topic', 'signal_topic') ORDER BY 1"};

struct Surroundings {
  std::optional<std::string> account_name;
  std::optional<std::string> owner_name;
  std::optional<Instant> last_activity_at;
  std::optional<Instant> last_signal_at;
};
BOOST_DESCRIBE_STRUCT(Surroundings, (), (account_name, owner_name, last_activity_at, last_signal_at))

/// The first text after all those that begin with the prefix, in the order of bytes.
std::string end_of_prefix(const std::string& prefix) {
  return prefix + "\xF4\x8F\xBF\xBF";
}

/// The words that a contact is found by; a phone number is one, of its digits.
std::set<std::string> words_of(const Contact& contact, const std::optional<std::string>& account_name,
                               const Names& names) {
  std::set<std::string> words;
  for (auto& word : names.search_words(contact.name + " " + account_name.value_or(""))) words.insert(std::move(word));
  if (contact.phone) {
    std::string digits = *contact.phone;
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    words.insert(std::move(digits));
  }
  return words;
}

bool begins_a_word(const std::string& prefix, const std::set<std::string>& words) {
  const auto first = words.lower_bound(prefix);
  return first != words.end() && first->starts_with(prefix);
}

bool waits_first(const ContactRow& a, const ContactRow& b) {
  if (a.waiting_since.has_value() != b.waiting_since.has_value()) return a.waiting_since.has_value();
  if (a.waiting_since != b.waiting_since) return a.waiting_since > b.waiting_since;
  return a.last_activity_at > b.last_activity_at;
}

struct KeyedContact {
  ContactId contact_id;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(KeyedContact, (), (contact_id, key))

struct SegmentRecord {
  std::optional<std::string> segment;
  std::optional<Day> from;
  std::optional<std::string> value;
};
BOOST_DESCRIBE_STRUCT(SegmentRecord, (), (segment, from, value))

}  // namespace

Result<void> SqlContactStore::add_contact(const Contact& c, Instant at) {
  const auto added = scope_.connection.execute(
      kAddContact,
      params(scope_.org_id, c.contact_id, c.key, c.account_id, c.relation, c.temperature, c.source, c.owner_id, at));
  if (!added && added.error().code == "store.unique") return fail(Fault::conflict, "contact.key.taken", "/key");
  PACELINE_CHECK(added);
  const std::string key = scope_.names.sort_key(c.name);
  PACELINE_CHECK(
      scope_.connection.execute(kAddDetail, params(scope_.org_id, c.contact_id, c.name, key, c.phone, c.email)));
  return index_words(c);
}

Result<std::set<std::string>> SqlContactStore::words_in_index(const Contact& contact) {
  std::optional<std::string> account_name;
  if (contact.account_id) {
    PACELINE_TRY(const auto account, find_account(*contact.account_id));
    if (account) account_name = account->name;
  }
  return words_of(contact, account_name, scope_.names);
}

Result<void> SqlContactStore::index_words(const Contact& contact) {
  PACELINE_TRY(const auto words, words_in_index(contact));
  for (const std::string& word : words) {
    PACELINE_CHECK(scope_.connection.execute(kAddWord, params(scope_.org_id, word, contact.contact_id)));
  }
  return {};
}

Result<std::optional<Contact>> SqlContactStore::find_contact(ContactId contact_id) {
  return query_one<Contact>(scope_.connection, kContact, params(scope_.org_id, contact_id));
}

Result<std::optional<Contact>> SqlContactStore::find_contact_by_key(std::string_view key) {
  return query_one<Contact>(scope_.connection, kContactByKey, params(scope_.org_id, key));
}

Result<std::map<ContactId, std::string>> SqlContactStore::keys_of(const std::vector<ContactId>& contacts) {
  PACELINE_TRY(auto found, query_list<KeyedContact>(scope_.connection, kKeys, params(scope_.org_id),
                                                    std::span<const ContactId>(contacts)));
  std::map<ContactId, std::string> keys;
  for (KeyedContact& each : found) keys.emplace(each.contact_id, std::move(each.key));
  return keys;
}

Result<std::optional<ContactRow>> SqlContactStore::contact_row(ContactId contact_id) {
  PACELINE_TRY(auto contact, find_contact(contact_id));
  if (!contact) return std::optional<ContactRow>();
  PACELINE_TRY(auto around,
               query_one<Surroundings>(scope_.connection, kSurroundings, params(scope_.org_id, contact_id)));
  ContactRow row{*std::move(contact), around->account_name, around->owner_name, around->last_activity_at, {}};
  const bool waits =
      around->last_signal_at && (!around->last_activity_at || *around->last_activity_at < *around->last_signal_at);
  if (waits) row.waiting_since = around->last_signal_at;
  return std::optional(std::move(row));
}

/// The newest contacts that the longest word finds: it tells the most.
Result<std::vector<ContactId>> SqlContactStore::candidates(const ContactSearch& s) {
  const auto longest = std::max_element(s.words.begin(), s.words.end(),
                                        [](const auto& a, const auto& b) { return a.size() < b.size(); });
  if (longest == s.words.end()) {
    return query_all<ContactId>(scope_.connection, kNewest,
                                params(scope_.org_id, s.owner, s.owners_team, s.today, kMostCandidates));
  }
  return query_all<ContactId>(
      scope_.connection, kByWord,
      params(scope_.org_id, *longest, end_of_prefix(*longest), s.owner, s.owners_team, s.today, kMostCandidates));
}

Result<std::vector<ContactRow>> SqlContactStore::search(const ContactSearch& search) {
  PACELINE_TRY(const auto ids, candidates(search));
  std::vector<ContactRow> rows;
  for (const ContactId id : ids) {
    PACELINE_TRY(auto row, contact_row(id));
    if (!row) continue;
    const auto words = words_of(row->contact, row->account_name, scope_.names);
    const bool all = std::all_of(search.words.begin(), search.words.end(),
                                 [&](const std::string& word) { return begins_a_word(word, words); });
    if (all) rows.push_back(*std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), waits_first);
  if (rows.size() > static_cast<std::size_t>(search.limit)) rows.resize(static_cast<std::size_t>(search.limit));
  return rows;
}

Result<std::vector<ContactId>> SqlContactStore::contacts_after(ContactId contact_id, int limit) {
  return query_all<ContactId>(scope_.connection, kContactsAfter, params(scope_.org_id, contact_id, limit));
}

Result<std::vector<ContactId>> SqlContactStore::contacts_of_account(AccountId account_id, int limit) {
  return query_all<ContactId>(scope_.connection, kContactsOfAccount, params(scope_.org_id, account_id, limit));
}

Result<std::vector<ContactId>> SqlContactStore::contacts_of(UserId owner) {
  return query_all<ContactId>(scope_.connection, kContactsOf, params(scope_.org_id, owner));
}

Result<void> SqlContactStore::change_owner(UserId from, UserId to) {
  PACELINE_CHECK(scope_.connection.execute(kChangeOwner, params(scope_.org_id, from, to)));
  return {};
}

Result<std::optional<Account>> SqlContactStore::find_account(AccountId account_id) {
  return query_one<Account>(scope_.connection, kAccount, params(scope_.org_id, account_id));
}

Result<std::vector<SegmentFrom>> SqlContactStore::segments_of(AccountId account_id) {
  PACELINE_TRY(auto records, query_all<SegmentRecord>(scope_.connection, kSegments, params(scope_.org_id, account_id)));
  std::vector<SegmentFrom> segments;
  segments.reserve(records.size());
  for (SegmentRecord& record : records) {
    if (record.from) segments.push_back({*record.from, std::move(record.value)});
    if (!record.from && record.segment) segments.push_back({kFirstDay, std::move(record.segment)});
  }
  std::sort(segments.begin(), segments.end(),
            [](const SegmentFrom& a, const SegmentFrom& b) { return a.from < b.from; });
  return segments;
}

Result<std::optional<Account>> SqlContactStore::find_account_by_name(std::string_view name) {
  return query_one<Account>(scope_.connection, kAccountByName, params(scope_.org_id, name));
}

Result<AccountId> SqlContactStore::add_account(const Account& account) {
  PACELINE_TRY(const auto stored,
               query_one<AccountId>(scope_.connection, kAddAccount,
                                    params(scope_.org_id, account.account_id, account.name, account.segment)));
  return *stored;
}

Result<void> SqlContactStore::take_turn_of(ContactId contact_id) {
  PACELINE_CHECK(scope_.connection.execute(kTakeTurn, params(scope_.org_id, contact_id)));
  return {};
}

Result<bool> SqlContactStore::add_signal(const Signal& s, const std::optional<EvidenceKey>& key, UserId actor,
                                         Instant at) {
  const auto source = key ? std::optional(key->source) : std::nullopt;
  const auto external_id = key ? std::optional(key->external_id) : std::nullopt;
  Parameters parameters;
  parameters.add(scope_.org_id).add_members(s).add(source, external_id, actor, at);
  PACELINE_TRY(const auto added, scope_.connection.execute(kAddSignal, parameters));
  return added > 0;
}

Result<std::optional<Signal>> SqlContactStore::find_signal_by_key(const EvidenceKey& key) {
  return query_one<Signal>(scope_.connection, kSignalByKey, params(scope_.org_id, key.source, key.external_id));
}

Result<std::vector<Signal>> SqlContactStore::signals_of(ContactId contact_id) {
  return query_all<Signal>(scope_.connection, kSignalsOf, params(scope_.org_id, contact_id));
}

Result<SignalsByContact> SqlContactStore::signals_behind(RepId rep_id, Period period, Instant as_of) {
  PACELINE_TRY(auto all, query_all<Signal>(scope_.connection, kSignalsBehind,
                                           params(scope_.org_id, rep_id, period.from, period.to, as_of)));
  SignalsByContact by_contact;
  for (Signal& signal : all) by_contact[signal.contact_id].push_back(std::move(signal));
  return by_contact;
}

Result<std::vector<SignalRow>> SqlContactStore::newest_signals(RepId owner, Instant as_of, int limit) {
  PACELINE_TRY(auto newest,
               query_all<Signal>(scope_.connection, kNewestSignals, params(scope_.org_id, owner, as_of, limit)));
  std::vector<SignalRow> rows;
  for (Signal& signal : newest) {
    PACELINE_TRY(auto contact, contact_row(signal.contact_id));
    rows.push_back({std::move(signal), contact->contact.name, contact->account_name, contact->contact.temperature});
  }
  return rows;
}

Result<std::vector<std::string>> SqlContactStore::topics() {
  return query_all<std::string>(scope_.connection, kTopics, params(scope_.org_id));
}

}  // namespace paceline::store
