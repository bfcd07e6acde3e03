// SPDX-License-Identifier: Apache-2.0
// Who looked at whose figures: noted in memory when an answer is given, written a second later by the server's
// background thread, many at once.
//
// So a read stays a read: it waits for no disk and writes nothing itself (docs/adr/0015). What a killed process had not
// written yet, the last second or two, is lost. The same reader, rep and kind of figure counts once in five minutes,
// since a live screen asks again with every change. Nobody is noted for looking at the own figures.
#pragma once

#include <map>
#include <mutex>
#include <tuple>
#include <vector>

#include "app/ports/look_store.h"
#include "app/ports/unit_of_work.h"

namespace paceline {

/// Thread-safe.
class Looks {
 public:
  static constexpr std::int64_t kOnceInSeconds = 300;

  /// `day` is the rep's own day of the instant.
  void note(OrgId org_id, RepId rep_id, UserId viewer_id, Looked what, Day day, Instant at);
  [[nodiscard]] bool empty() const;
  /// What was noted there waits here from now on.
  void take_over(Looks& other);
  /// Writes what was noted. What a database that is away did not take stays and is tried again.
  [[nodiscard]] Result<void> store(UnitOfWork& unit);

 private:
  using Reading = std::tuple<OrgId, RepId, UserId, Looked>;
  using Waiting = std::map<OrgId, std::map<std::tuple<RepId, Day, UserId, Looked>, Look>>;

  void add(OrgId org_id, const Look& look);

  mutable std::mutex mutex_;
  std::map<Reading, Instant> counted_at_;
  Waiting waiting_;
};

}  // namespace paceline
