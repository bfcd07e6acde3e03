// SPDX-License-Identifier: Apache-2.0
// Contacts, accounts and the signals of contacts, as they are stored.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/evidence_key.h"
#include "base/period.h"
#include "lead/signal.h"
#include "quota/evidence.h"

namespace paceline {

/// A contact as a list shows it.
struct ContactRow {
  Contact contact;
  std::optional<std::string> account_name;
  std::optional<std::string> owner_name;
  std::optional<Instant> last_activity_at;
  std::optional<Instant> waiting_since;  ///< the newest signal that no later activity answered
};

struct SignalRow {
  Signal signal;
  std::string contact_name;
  std::optional<std::string> account_name;
  Temperature temperature = Temperature::cold;
};

struct ContactSearch {
  std::vector<std::string> words;     ///< each a prefix of some word of the name, account or phone; none: all
  std::optional<UserId> owner;        ///< only contacts of this user and of nobody
  std::optional<TeamId> owners_team;  ///< and of the members of this team on `today`
  Day today;
  int limit = 8;  ///< 1 to 500
};

/// A field of a contact that was changed: name, key, account_name, phone, email, relation, temperature, source.
struct ContactFieldChange {
  std::string field;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

/// What a file made of a contact that was known. Never edited; its values are personal.
struct ContactChange {
  ChangeId change_id;
  ContactId contact_id;
  std::string reason;  ///< as those of activities: app/put_activities.h
  UserId actor_id;
  Instant stored_at;
  std::vector<ContactFieldChange> fields;
};

/// The segment of an account from a day on; none: it is in none.
struct SegmentFrom {
  Day from;
  std::optional<std::string> segment;
};

class ContactStore {
 public:
  virtual ~ContactStore() = default;

  /// Returns conflict "contact.key.taken".
  [[nodiscard]] virtual Result<void> add_contact(const Contact& contact, Instant at) = 0;
  [[nodiscard]] virtual Result<std::optional<Contact>> find_contact(ContactId contact_id) = 0;
  [[nodiscard]] virtual Result<std::optional<Contact>> find_contact_by_key(std::string_view key) = 0;
  /// What the company calls these; who has no key is left out.
  [[nodiscard]] virtual Result<std::map<ContactId, std::string>> keys_of(const std::vector<ContactId>& contacts) = 0;
  [[nodiscard]] virtual Result<std::optional<ContactRow>> contact_row(ContactId contact_id) = 0;
  /// Those that wait first, then the latest contacted, then by name; of the 200 newest contacts that the longest of the
  /// words finds.
  [[nodiscard]] virtual Result<std::vector<ContactRow>> search(const ContactSearch& search) = 0;

  /// So many of all contacts that come after this one, by id.
  [[nodiscard]] virtual Result<std::vector<ContactId>> contacts_after(ContactId contact_id, int limit) = 0;

  /// Those of the account, the newest first.
  [[nodiscard]] virtual Result<std::vector<ContactId>> contacts_of_account(AccountId account_id, int limit) = 0;

  /// What a file calls a contact.
  [[nodiscard]] virtual Result<std::optional<Contact>> find_contact_by_source(const EvidenceKey& key) = 0;
  [[nodiscard]] virtual Result<void> add_source(const EvidenceKey& key, ContactId contact_id) = 0;
  /// Puts everything but its owner in place of what it had, and notes the change. REQUIRES: nobody else has its key.
  [[nodiscard]] virtual Result<void> change_contact(const Contact& after, const ContactChange& change) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<ContactChange>> changes_of(ContactId contact_id) = 0;
  /// Is there an activity or a signal of it, whatever its state?
  [[nodiscard]] virtual Result<bool> is_in_use(ContactId contact_id) = 0;
  /// REQUIRES: it is not in use.
  [[nodiscard]] virtual Result<void> remove_contact(ContactId contact_id) = 0;
  /// Is anything of it (a contact, an activity, an opportunity, a sale, an account), or was more said of it than its
  /// name and segment?
  [[nodiscard]] virtual Result<bool> is_account_in_use(AccountId account_id) = 0;
  /// REQUIRES: it is not in use.
  [[nodiscard]] virtual Result<void> remove_account(AccountId account_id) = 0;

  /// Those whom the user looks after.
  [[nodiscard]] virtual Result<std::vector<ContactId>> contacts_of(UserId owner) = 0;
  /// All of them get the other owner.
  [[nodiscard]] virtual Result<void> change_owner(UserId from, UserId to) = 0;

  [[nodiscard]] virtual Result<std::optional<Account>> find_account(AccountId account_id) = 0;
  /// Its segments, each from a day on, oldest first. One that never had another: it alone, from the first day.
  [[nodiscard]] virtual Result<std::vector<SegmentFrom>> segments_of(AccountId account_id) = 0;
  [[nodiscard]] virtual Result<std::optional<Account>> find_account_by_name(std::string_view name) = 0;
  /// Returns the one account of the name: this one, or that of whoever adds the same name meanwhile.
  [[nodiscard]] virtual Result<AccountId> add_account(const Account& account) = 0;

  /// Makes other writers about this contact wait until this transaction ends: see app/turns.h.
  [[nodiscard]] virtual Result<void> take_turn_of(ContactId contact_id) = 0;

  /// False when the evidence key was there already.
  [[nodiscard]] virtual Result<bool> add_signal(const Signal& signal, const std::optional<EvidenceKey>& key,
                                                UserId actor, Instant at) = 0;
  [[nodiscard]] virtual Result<std::optional<Signal>> find_signal_by_key(const EvidenceKey& key) = 0;
  [[nodiscard]] virtual Result<std::vector<Signal>> signals_of(ContactId contact_id) = 0;
  /// Signals of every contact that the rep had an activity with in the period, known by `as_of`.
  [[nodiscard]] virtual Result<SignalsByContact> signals_behind(RepId rep_id, Period period, Instant as_of) = 0;
  /// The newest signals of the contacts that the rep owns, known by `as_of`.
  [[nodiscard]] virtual Result<std::vector<SignalRow>> newest_signals(RepId owner, Instant as_of, int limit) = 0;
  [[nodiscard]] virtual Result<std::vector<std::string>> topics() = 0;
};

}  // namespace paceline
