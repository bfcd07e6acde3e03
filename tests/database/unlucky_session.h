// SPDX-License-Identifier: Apache-2.0
// A session that fails once, where a test says: at one statement, or at a COMMIT, before or after it took place.
#pragma once

#include <memory>

#include "store/sql/session.h"
#include "tests/database/test_database.h"

namespace paceline::store {

enum class Mishap {
  none,
  conflict,        ///< the server refuses the step: another had the lock (40001)
  lost,            ///< the session breaks before the step is done
  lost_after_all,  ///< the step is done, and the session breaks before it says so
};

/// When. The steps of all sessions that share it are counted: BEGIN, each statement, COMMIT.
struct Luck {
  int fail_at = 0;  ///< the step, from 1; 0: never
  Mishap mishap = Mishap::none;
  int steps = 0;  ///< taken so far
  bool struck = false;
};

/// Opens sessions on the database of the test, on whatever engine it is. `luck` outlives them.
[[nodiscard]] OpenSession unlucky_sessions(const TestDatabase& place, Luck& luck);

}  // namespace paceline::store
