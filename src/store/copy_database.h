// SPDX-License-Identifier: Apache-2.0
// Everything of one database into another, whatever the engines: for a move from the folder to a PostgreSQL server.
//
// This is an administrator's tool, and the one place that makes the text of statements while it runs, from the tables
// that the migrations make (schema/tables.h). Its statements are about all organisations at once, which nothing else's
// are. Tables are read in the order of their keys and written in the order in which migrations make them, up to 500
// rows and 30 000 parameters a statement; schema_version is the destination's own.
#pragma once

#include <functional>
#include <string>

#include "base/instant.h"
#include "store/schema/tables.h"
#include "store/sql/connection.h"

namespace paceline::store {

struct Copied {
  std::int64_t tables = 0;
  std::int64_t rows = 0;
};

/// Looks at a whole database, by reading only.
using Look = std::function<Result<void>(Database&)>;

/// Copies all of one state of `source` in one transaction of `destination`, whose schema it makes first. `before` looks
/// at that state of the source before the transaction begins, `after` at what arrived before it ends; an error of
/// either leaves the destination without a row. `after` may run again, as the work of a write does. Returns conflict
/// "migrate.not_empty" when the destination has an organisation (its schema then stays as it is), the errors of
/// check_schema of the source and of migrate of the destination, of the looks and of the databases; unavailable
/// "migrate.copy_differs" when the destination takes fewer rows than it was given.
[[nodiscard]] Result<Copied> copy_everything(Database& source, Database& destination, Instant now, const Look& before,
                                             const Look& after);

/// The same of a source of an older release, as it is: the destination, which must be new, gets its schema. Returns
/// conflict "store.schema_newer" when the source has another schema than that one.
[[nodiscard]] Result<Copied> copy_release(Database& source, Database& destination, int schema, Instant now);

/// Puts all that is in `source`, a database of that schema, in the place of all that is in `destination`, its tables
/// included, in one transaction of it. REQUIRES: the destination's schema is not newer than this program's.
[[nodiscard]] Result<void> replace_everything(Database& source, Database& destination, int schema, Instant now);

/// How many rows of the table one INSERT has.
[[nodiscard]] std::size_t rows_at_once(const Table& table);

}  // namespace paceline::store
