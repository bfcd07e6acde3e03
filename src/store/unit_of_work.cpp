// SPDX-License-Identifier: Apache-2.0
#include "store/unit_of_work.h"

#include "store/access.h"
#include "store/activities.h"
#include "store/contacts.h"
#include "store/counts.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/quotas.h"
#include "store/sql/rows.h"

namespace paceline::store {
namespace {

// Global: an address signs in to one organisation.
constexpr Statement kOrganisationOfLogin{"login.organisation", "SELECT org_id FROM login WHERE email = $1"};
constexpr Statement kOrganisations{"organisation.all", "SELECT org_id FROM organisation ORDER BY org_id"};

/// The stores of one organisation on one connection.
struct StoreSet {
  explicit StoreSet(const OrgScope& scope)
      : people(scope),
        contacts(scope),
        activities(scope),
        quotas(scope),
        counts(scope),
        ledger(scope),
        access(scope),
        stores{people, contacts, activities, quotas, counts, ledger, access} {}

  SqlPeopleStore people;
  SqlContactStore contacts;
  SqlActivityStore activities;
  SqlQuotaStore quotas;
  SqlCountStore counts;
  SqlLedgerStore ledger;
  SqlAccessStore access;
  Stores stores;
};

}  // namespace

Result<void> SqlUnitOfWork::read(OrgId org_id, const paceline::Work& work) {
  return database_.read([&](Connection& connection) {
    const OrgScope scope{connection, org_id, names_, ids_};
    StoreSet set(scope);
    return work(set.stores);
  });
}

Result<void> SqlUnitOfWork::write(OrgId org_id, const paceline::Work& work) {
  return database_.write([&](Connection& connection) {
    const OrgScope scope{connection, org_id, names_, ids_};
    StoreSet set(scope);
    return work(set.stores);
  });
}

Result<std::optional<OrgId>> SqlUnitOfWork::organisation_of_login(std::string_view email) {
  std::optional<OrgId> found;
  PACELINE_CHECK(database_.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(found, query_one<OrgId>(connection, kOrganisationOfLogin, params(email)));
    return {};
  }));
  return found;
}

Result<std::vector<OrgId>> SqlUnitOfWork::organisations() {
  std::vector<OrgId> all;
  PACELINE_CHECK(database_.read([&](Connection& connection) -> Result<void> {
    PACELINE_TRY(all, query_all<OrgId>(connection, kOrganisations, params()));
    return {};
  }));
  return all;
}

}  // namespace paceline::store
