// SPDX-License-Identifier: Apache-2.0
// The connections that read, lent one at a time, each for one transaction on one state of the data.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sqlite/sqlite_connection.h"

namespace paceline::store {

/// Thread-safe.
class ReaderPool {
 public:
  explicit ReaderPool(std::vector<std::unique_ptr<SqliteConnection>> connections) : idle_(std::move(connections)) {}

  /// Returns unavailable "store.busy" when no connection comes free for ten seconds, or the error of the work.
  [[nodiscard]] Result<void> run(const Work& work);
  /// Whether the caller is inside a work of this pool.
  [[nodiscard]] bool is_this_thread_inside() const;

 private:
  [[nodiscard]] std::unique_ptr<SqliteConnection> take();
  void give_back(std::unique_ptr<SqliteConnection> connection);

  std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

}  // namespace paceline::store
