// SPDX-License-Identifier: Apache-2.0
// The page that Prometheus reads: what the server counted, and how things stand at this moment. docs/operating/
// monitoring.md lists every metric; a test holds that list to this page.
#pragma once

#include <optional>
#include <string>

#include "app/last_backup.h"
#include "http/server.h"
#include "store/across.h"
#include "store/sql/connection.h"
#include "watch/tallies.h"

namespace paceline {

/// How the database stands; nothing of it is known while the database is away.
struct DatabaseFigures {
  store::WriteCounters writes;
  store::Backlog backlog;
  std::int64_t bytes = 0;
};

/// What stands at the moment of the question.
struct ServerFigures {
  std::string version;
  int schema = 0;
  std::string engine;  ///< "sqlite" or "postgresql"
  Instant now;
  Instant started;
  http::Load load;
  BackupNews backup;
  std::int64_t lost_lines = 0;  ///< of the log, which nobody took away fast enough
  std::optional<DatabaseFigures> database;
};

[[nodiscard]] std::string metrics_page(const Tallies& tallies, const ServerFigures& figures);

}  // namespace paceline
