// SPDX-License-Identifier: Apache-2.0
#include "store/remove_organisation.h"

#include <algorithm>
#include <string>

#include "store/schema/schema.h"
#include "store/schema/tables.h"
#include "store/sql/rows.h"

namespace paceline::store {
namespace {

constexpr Statement kIsDemonstration{"organisation.is_demonstration",
                                     "SELECT demonstration FROM organisation WHERE org_id = $1"};

Result<void> require_demonstration(OrgId org_id, Connection& connection) {
  PACELINE_TRY(const auto found, query_one<bool>(connection, kIsDemonstration, params(org_id)));
  if (!found) return fail(Fault::not_found, "demo.absent");
  if (!*found) return fail(Fault::conflict, "demo.not_a_demonstration");
  return {};
}

Result<std::int64_t> remove_rows(const Table& table, OrgId org_id, Connection& connection) {
  const std::string name = "remove." + table.name;
  const std::string text = "DELETE FROM " + table.name + " WHERE org_id = $1";
  return connection.execute({name, text}, params(org_id));
}

}  // namespace

Result<std::int64_t> remove_demonstration(OrgId org_id, Database& database) {
  auto tables = tables_of(migrations());
  std::reverse(tables.begin(), tables.end());  // a row before what it may refer to
  std::int64_t removed = 0;
  PACELINE_CHECK(database.write([&](Connection& connection) -> Result<void> {
    PACELINE_CHECK(require_demonstration(org_id, connection));
    removed = 0;
    for (const Table& table : tables) {
      PACELINE_TRY(const auto rows, remove_rows(table, org_id, connection));
      removed += rows;
    }
    return {};
  }));
  return removed;
}

}  // namespace paceline::store
