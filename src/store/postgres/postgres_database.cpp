// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_database.h"

#include "store/postgres/postgres_session.h"

namespace paceline::store {

Result<std::unique_ptr<Database>> open_postgres_database(const std::string& url, PooledOptions options) {
  PACELINE_CHECK(open_postgres(url));
  return std::make_unique<PooledDatabase>([url] { return open_postgres(url); }, options);
}

}  // namespace paceline::store
