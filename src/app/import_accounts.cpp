// SPDX-License-Identifier: Apache-2.0
#include "app/import_accounts.h"

#include "app/relation.h"

namespace paceline {
namespace {

constexpr std::string_view kNamedElsewhere = "import.kept.in_use";
constexpr std::string_view kStaysChanged = "import.kept.definition";
constexpr std::string_view kNoParent = "account.key.unknown";

std::map<AccountTrait, std::string> traits_in(const AccountCells& cells) {
  std::map<AccountTrait, std::string> traits;
  if (cells.segment) traits.emplace(AccountTrait::segment, *cells.segment);
  if (cells.sector) traits.emplace(AccountTrait::sector, *cells.sector);
  if (cells.region) traits.emplace(AccountTrait::region, *cells.region);
  if (cells.country) traits.emplace(AccountTrait::country, *cells.country);
  return traits;
}

auto one_fault_of(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

}  // namespace

Result<std::optional<AccountId>> ImportAccounts::find(const std::optional<std::string>& key, const std::string& name) {
  if (key) {
    PACELINE_TRY(const auto known, stores_.accounts.find_by_key(*key));
    if (known) return known;
  }
  const auto parsed = parse_name(name);
  PACELINE_TRY(const auto named, stores_.contacts.find_account_by_name(parsed ? *parsed : name));
  return named ? std::optional(named->account_id) : std::nullopt;
}

Result<void> ImportAccounts::may_edit(const std::optional<UserId>& owner) {
  Whose whose = Whose::nobody;
  if (owner) {
    PACELINE_TRY(whose, relation_to_user(context_.actor, *owner, context_.now, context_.zones, stores_));
  }
  if (const auto allowed = authorise(context_.actor, Right::edit_contacts, whose); !allowed)
    return fail(allowed.error().fault, allowed.error().code, "/owner");
  return {};
}

Checked<PutRow> ImportAccounts::add(const AccountCells& cells, const std::optional<AccountId>& parent_id,
                                    const std::optional<UserId>& owner_id) {
  if (context_.dry) return PutRow{Put::added, {}, {}, {}};
  AccountEdit edit;
  edit.name = cells.name;
  if (cells.key) edit.key.emplace(cells.key);
  if (parent_id) edit.parent_id.emplace(parent_id);
  for (const auto& [trait, value] : traits_in(cells)) edit.traits.emplace(trait, value);
  if (owner_id) edit.owner_id.emplace(owner_id);
  edit.attributes = cells.attributes;
  const auto added = add_account_in_full(context_.actor, edit, context_.now, context_.ids, stores_);
  if (!added) return tl::unexpected(added.error());
  return PutRow{Put::added, RecordId(added->account_id.value()), {}, {}};
}

Checked<PutRow> ImportAccounts::change(const AccountCells& cells, const AccountProfile& known,
                                       const std::optional<AccountId>& parent_id,
                                       const std::optional<UserId>& owner_id) {
  const auto local = context_.zones.local(context_.now, context_.zone);
  if (!local) return one_fault_of(local.error());
  const Day today = local->day;
  if (const auto may = may_edit(owner_on(known, today)); !may) return one_fault_of(may.error());
  AccountEdit edit;
  const auto name = parse_name(cells.name);
  if (name && *name != known.name) edit.name = *name;
  if (cells.key && cells.key != known.key) edit.key.emplace(cells.key);
  if (parent_id && parent_id != known.parent_id) edit.parent_id.emplace(parent_id);
  for (const auto& [trait, value] : traits_in(cells)) {
    if (trait_on(known, trait, today) != value) edit.traits.emplace(trait, value);
  }
  if (owner_id && owner_id != owner_on(known, today)) edit.owner_id.emplace(owner_id);
  auto attributes = known.attributes;
  for (const auto& [word, value] : cells.attributes) attributes[word] = value;
  if (attributes != known.attributes) edit.attributes = std::move(attributes);
  PutRow put{Put::unchanged, RecordId(known.account_id.value()), {}, {}};
  const bool differs =
      edit.name || edit.key || edit.parent_id || !edit.traits.empty() || edit.owner_id || edit.attributes;
  if (!differs) return put;
  put.put = Put::changed;
  put.change_id = context_.ids.make<ChangeId>();
  if (context_.dry) return put;
  const auto changed = edit_account(context_.actor, known.account_id, edit, today, context_.now, stores_);
  if (!changed) return tl::unexpected(changed.error());
  return put;
}

Checked<PutRow> ImportAccounts::put_one(const AccountCells& cells) {
  const auto id = find(cells.key, cells.name);
  if (!id) return one_fault_of(id.error());
  std::optional<AccountId> parent_id;
  if (cells.parent) {
    const auto parent = find(cells.parent, *cells.parent);
    if (!parent) return one_fault_of(parent.error());
    const bool comes = context_.dry && named_.contains(*cells.parent);
    if (!*parent && !comes) return one_fault_of({Fault::invalid, std::string(kNoParent), "/parent", {}});
    parent_id = *parent;
  }
  std::optional<UserId> owner_id = *id ? std::nullopt : context_.entry.rep_id;
  if (cells.owner) {
    const auto address = parse_email(*cells.owner);
    const auto user = stores_.people.find_user_by_email(address ? *address : "");
    if (!user) return one_fault_of(user.error());
    if (!*user) return one_fault_of({Fault::invalid, "contact.owner.not_found", "/owner", {}});
    owner_id = (*user)->user_id;
  }
  if (const auto may = may_edit(owner_id); !may) return one_fault_of(may.error());
  if (!*id) return add(cells, parent_id, owner_id);
  const auto known = stores_.accounts.find(**id);
  if (!known) return one_fault_of(known.error());
  return change(cells, **known, parent_id, owner_id);
}

/// A parent may stand below its part: rows whose parent is not there yet wait for the others.
Result<std::vector<Checked<PutRow>>> ImportAccounts::put(const std::vector<const NamedRow*>& rows, const RowReader&) {
  std::vector<Checked<PutRow>> put(rows.size(), Checked<PutRow>(PutRow{}));
  std::vector<std::size_t> waiting;
  for (const NamedRow* row : rows) named_.insert(std::get<AccountCells>(row->row.cells).name);
  waiting.reserve(rows.size());
  for (std::size_t at = 0; at < rows.size(); ++at) waiting.push_back(at);
  for (std::size_t left = rows.size() + 1; !waiting.empty() && waiting.size() < left;) {
    left = waiting.size();
    std::vector<std::size_t> still;
    for (const std::size_t at : waiting) {
      put[at] = put_one(std::get<AccountCells>(rows[at]->row.cells));
      if (put[at]) continue;
      const Error& fault = put[at].error().front();
      if (fault.fault == Fault::unavailable) return tl::unexpected(fault);
      if (fault.code == kNoParent && fault.field == "/parent") still.push_back(at);
    }
    waiting = std::move(still);
  }
  return put;
}

Result<std::vector<TakenBack>> ImportAccounts::take_back(const std::vector<ImportedRow>& rows, bool /*again*/) {
  std::vector<TakenBack> taken(rows.size());
  std::vector<bool> done(rows.size());
  // A part goes before what it is a part of.
  for (bool more = true; more;) {
    more = false;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      if (done[at] || rows[at].change_id) continue;
      const AccountId id(rows[at].record_id.value());
      PACELINE_TRY(const bool named, stores_.accounts.is_named(id));
      if (named) continue;
      PACELINE_CHECK(stores_.accounts.remove(id));
      taken[at].voided = true;
      done[at] = true;
      more = true;
    }
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!done[at]) taken[at].why = std::string(rows[at].change_id ? kStaysChanged : kNamedElsewhere);
  }
  if (!rows.empty()) PACELINE_CHECK(stores_.ledger.tell("account", std::nullopt, context_.now));
  return taken;
}

}  // namespace paceline
