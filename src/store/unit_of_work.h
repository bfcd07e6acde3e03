// SPDX-License-Identifier: Apache-2.0
// UnitOfWork on SQL: a transaction of the database, with the stores of one organisation on it.
#pragma once

#include "app/ports/unit_of_work.h"
#include "store/org_scope.h"

namespace paceline::store {

/// Thread-safe, as the database is. REQUIRES: the database, names and ids outlive it.
class SqlUnitOfWork : public UnitOfWork {
 public:
  SqlUnitOfWork(Database& database, const Names& names, Ids& ids) : database_(database), names_(names), ids_(ids) {}

  Result<void> read(OrgId org_id, const paceline::Work& work) override;
  Result<void> write(OrgId org_id, const paceline::Work& work) override;
  Result<std::optional<OrgId>> organisation_of_login(std::string_view email) override;
  Result<std::vector<OrgId>> organisations() override;
  Result<std::vector<OrgId>> organisations_with_due_jobs(Instant now) override;
  Result<std::vector<NewestChange>> newest_changes(const std::vector<OrgId>& organisations) override;

 private:
  Database& database_;
  const Names& names_;
  Ids& ids_;
};

}  // namespace paceline::store
