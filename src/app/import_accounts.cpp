// SPDX-License-Identifier: Apache-2.0
#include "app/import_accounts.h"

#include <optional>

#include "app/account_sight.h"
#include "app/relation.h"

namespace paceline {
namespace {

constexpr std::string_view kNamedElsewhere = "import.kept.in_use";
constexpr std::string_view kStaysChanged = "import.kept.definition";
constexpr std::string_view kEditedSince = "import.kept.corrected";
constexpr std::string_view kNoParent = "account.key.unknown";

std::map<AccountTrait, std::string> traits_in(const AccountCells& cells) {
  std::map<AccountTrait, std::string> traits;
  if (cells.segment) traits.emplace(AccountTrait::segment, *cells.segment);
  if (cells.sector) traits.emplace(AccountTrait::sector, *cells.sector);
  if (cells.region) traits.emplace(AccountTrait::region, *cells.region);
  if (cells.country) traits.emplace(AccountTrait::country, *cells.country);
  return traits;
}

/// As it is stored.
std::string name_in(const std::string& cell) {
  const auto parsed = parse_name(cell);
  return parsed ? *parsed : cell;
}

/// Among what a dry run would have stored.
std::string told_as(const char* what, const std::string& text) {
  return std::string(what) + text;
}
constexpr const char* kToldKey = "account key ";
constexpr const char* kToldName = "account name ";

/// The rows with what each is a part of before it, wherever in the file that stands.
class ParentsFirst {
 public:
  explicit ParentsFirst(const std::vector<const NamedRow*>& rows) : rows_(rows), seen_(rows.size()) {
    for (std::size_t at = 0; at < rows.size(); ++at) {
      by_name_.emplace(name_in(cells(at).name), at);
      if (cells(at).key) by_key_.emplace(*cells(at).key, at);
    }
    order_.reserve(rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) add(at);
  }
  [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }

 private:
  [[nodiscard]] const AccountCells& cells(std::size_t at) const { return std::get<AccountCells>(rows_[at]->row.cells); }
  /// And what stands above it; of rows that are parts of each other one comes first.
  void add(std::size_t at) {
    std::vector<std::size_t> path;
    for (std::optional<std::size_t> next = at; next && !seen_[*next]; next = parent_of(*next)) {
      seen_[*next] = true;
      path.push_back(*next);
    }
    order_.insert(order_.end(), path.rbegin(), path.rend());
  }
  [[nodiscard]] std::optional<std::size_t> parent_of(std::size_t at) const {
    const auto& parent = cells(at).parent;
    if (!parent) return std::nullopt;
    const auto keyed = by_key_.find(*parent);
    if (keyed != by_key_.end()) return keyed->second;
    const auto named = by_name_.find(name_in(*parent));
    return named == by_name_.end() ? std::nullopt : std::optional(named->second);
  }

  const std::vector<const NamedRow*>& rows_;
  std::vector<bool> seen_;
  std::vector<std::size_t> order_;
  std::map<std::string, std::size_t> by_key_;
  std::map<std::string, std::size_t> by_name_;
};

auto one_fault_of(Error error) {
  return tl::unexpected(Errors{std::move(error)});
}

}  // namespace

Result<std::optional<AccountId>> ImportAccounts::find(const std::optional<std::string>& key, const std::string& name) {
  if (key) {
    PACELINE_TRY(const auto known, stores_.accounts.find_by_key(*key));
    if (known) return known;
  }
  PACELINE_TRY(const auto named, stores_.contacts.find_account_by_name(name_in(name)));
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

/// Its name stands with the part.
Result<void> ImportAccounts::may_name_parent(AccountId parent_id) {
  const auto allowed = may_read_account(context_.actor, parent_id, context_.now, context_.zones, stores_);
  if (!allowed) return fail(allowed.error().fault, allowed.error().code, "/parent");
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
    if (!*parent && !would_be_there(*cells.parent))
      return one_fault_of({Fault::invalid, std::string(kNoParent), "/parent", {}});
    parent_id = *parent;
    const auto may = parent_id ? may_name_parent(*parent_id) : Result<void>();
    if (!may) return one_fault_of(may.error());
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

/// Of a dry run: a row above would have added it.
bool ImportAccounts::would_be_there(const std::string& parent) const {
  if (context_.told_keys == nullptr) return false;
  return context_.told_keys->knows(told_as(kToldKey, parent)) ||
         context_.told_keys->knows(told_as(kToldName, name_in(parent)));
}

Checked<PutRow> ImportAccounts::put_told(const AccountCells& cells) {
  auto put = put_one(cells);
  if (!put || context_.told_keys == nullptr) return put;
  context_.told_keys->tell(told_as(kToldName, name_in(cells.name)), {}, {});
  if (cells.key) context_.told_keys->tell(told_as(kToldKey, *cells.key), {}, {});
  return put;
}

/// A parent may stand below its part.
Result<std::vector<Checked<PutRow>>> ImportAccounts::put(const std::vector<const NamedRow*>& rows, const RowReader&) {
  std::vector<Checked<PutRow>> put(rows.size(), Checked<PutRow>(PutRow{}));
  const ParentsFirst first(rows);
  for (const std::size_t at : first.order()) {
    put[at] = put_told(std::get<AccountCells>(rows[at]->row.cells));
    if (!put[at] && put[at].error().front().fault == Fault::unavailable) return tl::unexpected(put[at].error().front());
  }
  return put;
}

Result<std::vector<TakenBack>> ImportAccounts::take_back(const std::vector<ImportedRow>& rows, bool /*again*/) {
  std::vector<TakenBack> taken(rows.size());
  std::vector<bool> done(rows.size());
  PACELINE_TRY(const auto edited, stores_.ledger.noted_since("account.change", context_.entry.import_id.value()));
  // A part goes before what it is a part of.
  for (bool more = true; more;) {
    more = false;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      if (done[at] || rows[at].change_id || edited.contains(to_text(rows[at].record_id))) continue;
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
    if (done[at]) continue;
    const bool was_edited = edited.contains(to_text(rows[at].record_id));
    taken[at].why = std::string(rows[at].change_id ? kStaysChanged : was_edited ? kEditedSince : kNamedElsewhere);
  }
  if (!rows.empty()) PACELINE_CHECK(stores_.ledger.tell("account", std::nullopt, context_.now));
  return taken;
}

}  // namespace paceline
