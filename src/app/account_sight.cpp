// SPDX-License-Identifier: Apache-2.0
#include "app/account_sight.h"

#include "app/relation.h"

namespace paceline {

Result<void> may_read_account(const Actor& actor, AccountId account_id, Instant now, const Zones& zones,
                              Stores& stores) {
  if (authorise(actor, Right::read_contacts, Whose::other_team)) return {};
  PACELINE_TRY(const auto account, stores.accounts.find(account_id));
  if (!account) return {};
  PACELINE_TRY(const auto organisation, stores.people.organisation());
  PACELINE_TRY(const LocalTime local, zones.local(now, organisation.zone));
  const auto owner = owner_on(*account, local.day);
  Whose whose = Whose::nobody;
  if (owner) {
    PACELINE_TRY(whose, relation_to_user(actor, *owner, now, zones, stores));
  }
  return authorise(actor, Right::read_contacts, whose);
}

Result<void> may_name_account(const Actor& actor, const std::string& name, Instant now, const Zones& zones,
                              Stores& stores) {
  if (authorise(actor, Right::read_contacts, Whose::other_team)) return {};
  PACELINE_TRY(const auto known, stores.contacts.find_account_by_name(name));
  if (!known) return {};
  auto may = may_read_account(actor, known->account_id, now, zones, stores);
  if (!may && may.error().fault == Fault::forbidden)
    return fail(may.error().fault, may.error().code, "/account_name", "the account is another rep's");
  return may;
}

}  // namespace paceline
