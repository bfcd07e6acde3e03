// SPDX-License-Identifier: Apache-2.0
// A Session on PostgreSQL, by libpq.
//
// The address is a URL, postgresql://user:password@host:5432/name?sslmode=require, with what libpq knows of parameters
// (https://www.postgresql.org/docs/15/libpq-connect.html), several hosts included; `prepare=off` beside them stops
// prepared statements, for a pooler that hands each transaction to another connection. Nothing is left on a session
// between transactions.
//
// Two things differ from the portable text, both here: a column of TEXT is made with the "C" collation, so that texts
// are ordered by their bytes as in SQLite whatever the server's language; and a read is REPEATABLE READ, READ ONLY.
#pragma once

#include <string>

#include "store/sql/session.h"

namespace paceline::store {

/// Returns unavailable "store.unreachable" with libpq's reason, which holds no password; invalid
/// "store.address_malformed".
[[nodiscard]] Result<std::unique_ptr<Session>> open_postgres(const std::string& url);

/// Whether the text is an address of a PostgreSQL database: postgresql:// or postgres:// at its beginning.
[[nodiscard]] bool is_postgres_url(std::string_view text);

}  // namespace paceline::store
