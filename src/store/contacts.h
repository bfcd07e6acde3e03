// SPDX-License-Identifier: Apache-2.0
// ContactStore on SQL. What names a person stands in `contact_detail` and `contact_word`, apart from the facts.
#pragma once

#include <set>

#include "app/ports/contact_store.h"
#include "store/org_scope.h"

namespace paceline::store {

class SqlContactStore : public ContactStore {
 public:
  explicit SqlContactStore(const OrgScope& scope) : scope_(scope) {}

  Result<void> add_contact(const Contact& contact, Instant at) override;
  Result<std::optional<Contact>> find_contact(ContactId contact_id) override;
  Result<std::optional<Contact>> find_contact_by_key(std::string_view key) override;
  Result<std::map<ContactId, std::string>> keys_of(const std::vector<ContactId>& contacts) override;
  Result<std::optional<ContactRow>> contact_row(ContactId contact_id) override;
  Result<std::vector<ContactRow>> search(const ContactSearch& search) override;
  Result<std::optional<Contact>> find_contact_by_source(const EvidenceKey& key) override;
  Result<void> add_source(const EvidenceKey& key, ContactId contact_id) override;
  Result<void> change_contact(const Contact& after, const ContactChange& change) override;
  Result<std::vector<ContactChange>> changes_of(ContactId contact_id) override;
  Result<bool> is_in_use(ContactId contact_id) override;
  Result<void> remove_contact(ContactId contact_id) override;
  Result<bool> is_account_in_use(AccountId account_id) override;
  Result<void> remove_account(AccountId account_id) override;
  Result<std::vector<ContactId>> contacts_after(ContactId contact_id, int limit) override;
  Result<std::vector<ContactId>> contacts_of_account(AccountId account_id, int limit) override;
  Result<std::vector<ContactId>> contacts_of(UserId owner) override;
  Result<void> change_owner(UserId from, UserId to) override;
  Result<std::optional<Account>> find_account(AccountId account_id) override;
  Result<std::vector<SegmentFrom>> segments_of(AccountId account_id) override;
  Result<std::optional<Account>> find_account_by_name(std::string_view name) override;
  Result<AccountId> add_account(const Account& account) override;
  Result<void> take_turn_of(ContactId contact_id) override;
  Result<bool> add_signal(const Signal& signal, const std::optional<EvidenceKey>& key, UserId actor,
                          Instant at) override;
  Result<std::optional<Signal>> find_signal_by_key(const EvidenceKey& key) override;
  Result<std::vector<Signal>> signals_of(ContactId contact_id) override;
  Result<SignalsByContact> signals_behind(RepId rep_id, Period period, Instant as_of) override;
  Result<std::vector<SignalRow>> newest_signals(RepId owner, Instant as_of, int limit) override;
  Result<std::vector<std::string>> topics() override;

 private:
  [[nodiscard]] Result<std::set<std::string>> words_in_index(const Contact& contact);
  [[nodiscard]] Result<void> index_words(const Contact& contact);
  [[nodiscard]] Result<void> remove_words(ContactId contact_id);
  [[nodiscard]] Result<std::vector<ContactId>> candidates(const ContactSearch& search);

  const OrgScope& scope_;
};

}  // namespace paceline::store
