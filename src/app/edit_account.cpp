// SPDX-License-Identifier: Apache-2.0
#include "app/edit_account.h"

#include <algorithm>
#include <set>

#include "base/enum_text.h"
#include "base/utf8.h"
#include "team/user.h"

namespace paceline {
namespace {

constexpr std::size_t kLongestTrait = 200;
constexpr std::size_t kMostAccountAttributes = 50;

bool fits_in_account(const std::string& text) {
  return !text.empty() && is_plain_text(text, kLongestTrait);
}

Errors faults_of_account(const AccountEdit& edit) {
  Errors faults;
  const auto refuse = [&](std::string pointer) {
    faults.push_back({Fault::invalid, "account.text.not_allowed", std::move(pointer), {}});
  };
  if (edit.name) {
    const auto name = parse_name(*edit.name);
    if (!name) faults.push_back({Fault::invalid, name.error().code, "/name", {}});
  }
  if (edit.key && *edit.key && !fits_in_account(**edit.key)) refuse("/key");
  for (const auto& [trait, value] : edit.traits) {
    if (value && !fits_in_account(*value)) refuse("/" + std::string(enum_text(trait)));
  }
  if (!edit.attributes) return faults;
  if (edit.attributes->size() > kMostAccountAttributes) refuse("/attributes");
  for (const auto& [name, value] : *edit.attributes) {
    if (!fits_in_account(name) || !fits_in_account(value)) refuse("/attributes/" + name);
  }
  return faults;
}

/// From the parent up: no more accounts are read than stand above it.
Result<void> check_parent(AccountId account_id, const std::optional<AccountId>& parent_id, AccountStore& accounts) {
  std::set<AccountId> seen;
  for (std::optional<AccountId> above = parent_id; above && seen.insert(*above).second;) {
    if (*above == account_id) return fail(Fault::invalid, "account.parent.loop", "/parent");
    PACELINE_TRY(const auto account, accounts.find(*above));
    above = account ? account->parent_id : std::nullopt;
  }
  return {};
}

Result<void> store_account_edit(const Actor& actor, AccountProfile account, const AccountEdit& edit, Day from,
                                Instant now, Stores& stores) {
  AccountStore& accounts = stores.accounts;
  if (edit.name) account.name = *parse_name(*edit.name);
  if (edit.key) account.key = *edit.key;
  if (edit.parent_id) account.parent_id = *edit.parent_id;
  if (edit.parent_id) PACELINE_CHECK(check_parent(account.account_id, account.parent_id, accounts));
  PACELINE_CHECK(accounts.change(account, actor.user_id, now));
  const auto first_segment = trait_on(account, AccountTrait::segment, kFirstDay);
  for (const auto& [trait, value] : edit.traits) {
    // The segment that an account came with stands in its own row: dated, it goes on holding before the new one.
    if (trait == AccountTrait::segment && first_segment && from > kFirstDay)
      PACELINE_CHECK(accounts.put_trait(account.account_id, {trait, kFirstDay, first_segment}, actor.user_id, now));
    PACELINE_CHECK(accounts.put_trait(account.account_id, {trait, from, value}, actor.user_id, now));
    if (trait == AccountTrait::segment) PACELINE_CHECK(accounts.set_segment(account.account_id, value));
  }
  if (edit.owner_id) PACELINE_CHECK(accounts.put_owner(account.account_id, {from, *edit.owner_id}, actor.user_id, now));
  if (edit.attributes) PACELINE_CHECK(accounts.put_attributes(account.account_id, *edit.attributes));
  PACELINE_CHECK(stores.ledger.note({actor.user_id, "account.change", to_text(account.account_id), {}, now}));
  return stores.ledger.tell("account", std::nullopt, now);
}

Checked<AccountProfile> stored_account(Result<void> stored, AccountId account_id, AccountStore& accounts) {
  if (!stored) return tl::unexpected(Errors{std::move(stored).error()});
  auto found = accounts.find(account_id);
  if (!found) return tl::unexpected(Errors{std::move(found).error()});
  return **std::move(found);
}

Result<void> store_new_account(const Actor& actor, const AccountProfile& account, Instant now, Stores& stores) {
  PACELINE_TRY(const auto same_name, stores.contacts.find_account_by_name(account.name));
  if (same_name) return fail(Fault::conflict, "account.name.taken", "/name");
  PACELINE_CHECK(stores.accounts.add(account, actor.user_id, now));
  PACELINE_CHECK(stores.ledger.note({actor.user_id, "account.add", to_text(account.account_id), {}, now}));
  return stores.ledger.tell("account", std::nullopt, now);
}

}  // namespace

Checked<AccountProfile> add_account_in_full(const Actor& actor, const AccountEdit& edit, Instant now, Ids& ids,
                                            Stores& stores) {
  if (auto faults = faults_of_account(edit); !faults.empty()) return tl::unexpected(std::move(faults));
  AccountProfile account{ids.make<AccountId>(),
                         edit.key.value_or(std::nullopt),
                         *parse_name(edit.name.value_or("")),
                         edit.parent_id.value_or(std::nullopt),
                         {},
                         {},
                         {}};
  for (const auto& [trait, value] : edit.traits) account.traits.push_back({trait, kFirstDay, value});
  if (edit.owner_id) account.owners.push_back({kFirstDay, *edit.owner_id});
  if (edit.attributes) account.attributes = *edit.attributes;
  return stored_account(store_new_account(actor, account, now, stores), account.account_id, stores.accounts);
}

Checked<AccountProfile> edit_account(const Actor& actor, AccountId account_id, const AccountEdit& edit, Day from,
                                     Instant now, Stores& stores) {
  if (auto faults = faults_of_account(edit); !faults.empty()) return tl::unexpected(std::move(faults));
  auto known = stores.accounts.find(account_id);
  if (!known) return tl::unexpected(Errors{std::move(known).error()});
  if (!*known) return tl::unexpected(Errors{{Fault::not_found, "account.not_found", {}, {}}});
  return stored_account(store_account_edit(actor, **std::move(known), edit, from, now, stores), account_id,
                        stores.accounts);
}

}  // namespace paceline
