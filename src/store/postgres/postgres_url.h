// SPDX-License-Identifier: Apache-2.0
// Our own parameter in a PostgreSQL address, which libpq must not see.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace paceline::store {

struct PostgresUrl {
  std::string text;     ///< for libpq
  bool prepare = true;  ///< prepare=on, or off
};

/// Returns invalid "store.address_malformed" for anything but postgresql://, for an @ or / in the password that is not
/// written %40 or %2F, and for another value of `prepare`.
/// Worked example: "postgresql://h/d?prepare=off&sslmode=require" is "postgresql://h/d?sslmode=require", not prepared.
[[nodiscard]] Result<PostgresUrl> parse_postgres_url(std::string_view text);

}  // namespace paceline::store
