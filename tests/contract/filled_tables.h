// SPDX-License-Identifier: Apache-2.0
// A database with rows in every table, whatever tables there are: not what the product would store, but every column.
#pragma once

#include <string>

#include "store/schema/tables.h"
#include "tests/database/test_database.h"

namespace paceline::store {

/// The tables of all migrations, empty.
void make_tables(Database& database);

/// Puts so many rows of the organisation into every table, one where its key has room for no more. Every other row has
/// NULL where the table takes it.
void fill_tables(Database& database, std::int64_t org_id, std::int64_t rows, bool demonstration = false);

/// Every row of every table, in the order of its key; of one organisation, or (0) of all.
[[nodiscard]] std::string dump_of(Database& database, std::int64_t org_id = 0);

}  // namespace paceline::store
