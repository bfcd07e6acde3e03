// SPDX-License-Identifier: Apache-2.0
// A Database on the sessions of a server: each work in its own transaction, run again when the server says that the
// same again may succeed.
//
// Run again, after a pause that grows: a lock not got, a deadlock, a session lost, a COMMIT of which nobody knows how
// it ended ("store.busy", "store.unreachable"); and, twice, a broken unique key ("store.unique"): somebody else stored
// it between our look and our write, and the second look finds it. A lost COMMIT is settled by the second run, which
// finds the idempotency key or not: therefore every write has one. While the server has been away for longer than such
// trying lasts, there is one try and no pause, so that waiting requests do not fill the program.
#pragma once

#include <atomic>

#include "store/sql/session_pool.h"

namespace paceline::store {

struct PooledOptions {
  int sessions = 8;                                 ///< at least 1
  std::chrono::milliseconds first_pause{5};         ///< doubles each time
  std::chrono::milliseconds longest_trying{2'500};  ///< then the error is answered
};

/// Thread-safe. Nobody may be inside a call when it is destroyed.
class PooledDatabase : public Database {
 public:
  PooledDatabase(OpenSession open, PooledOptions options);
  [[nodiscard]] Result<void> read(const Work& work) override;
  [[nodiscard]] Result<void> write(const Work& work) override;
  /// A commit has one work here.
  [[nodiscard]] WriteCounters counters() const override;

 private:
  [[nodiscard]] Result<void> run(Transaction kind, const Work& work);

  const PooledOptions options_;
  SessionPool pool_;
  std::atomic<std::int64_t> works_ = 0;
  std::atomic<std::int64_t> commits_ = 0;
  std::atomic<std::int64_t> failed_ = 0;
  std::atomic<std::int64_t> retries_ = 0;
};

}  // namespace paceline::store
