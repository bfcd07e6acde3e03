// SPDX-License-Identifier: Apache-2.0
// The one thread that writes. It commits everything that waits together: see sqlite_database.h.
//
// Callers do not wait to fill a batch: while one batch is being flushed to the disk the next one gathers.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sqlite/sqlite_connection.h"
#include "store/sqlite/sqlite_database.h"

namespace paceline::store {

/// Thread-safe.
class GroupWriter {
 public:
  GroupWriter(std::unique_ptr<SqliteConnection> connection, std::size_t batch_limit);
  /// Finishes what waits.
  ~GroupWriter();
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;

  /// Returns when the work is on the disk, or with the error that undid it.
  [[nodiscard]] Result<void> run(const Work& work);
  [[nodiscard]] bool is_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }
  [[nodiscard]] WriteCounters counters() const;

 private:
  struct Job;
  using Batch = std::vector<Job*>;

  void serve();
  [[nodiscard]] Batch next_batch();
  void note_waits(std::span<Job* const> batch);
  [[nodiscard]] Result<void> commit_together(std::span<Job* const> batch);
  void do_work(Job& job);
  [[nodiscard]] Result<void> run_in_savepoint(Job& job);
  void finish(std::span<Job* const> batch, const Result<void>& outcome);

  std::unique_ptr<SqliteConnection> connection_;
  const std::size_t batch_limit_;
  mutable std::mutex mutex_;
  std::condition_variable something_waits_;
  std::deque<Job*> waiting_;
  bool stopping_ = false;
  WriteCounters counters_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace paceline::store
