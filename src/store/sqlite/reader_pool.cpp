// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/reader_pool.h"

#include <chrono>
#include <utility>

namespace paceline::store {
namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr Statement kBegin{"sqlite.begin_read", "BEGIN DEFERRED"};
constexpr Statement kEnd{"sqlite.end_read", "COMMIT"};

thread_local const ReaderPool* inside = nullptr;

Result<void> run_on_one_state(SqliteConnection& connection, const Work& work) {
  PACELINE_CHECK(connection.control(kBegin));
  PACELINE_CHECK(connection.run(work));
  return connection.control(kEnd);
}

}  // namespace

Result<void> ReaderPool::run(const Work& work) {
  auto connection = take();
  if (!connection) return fail(Fault::unavailable, "store.busy", {}, "every reading connection is in use");
  const ReaderPool* outer = std::exchange(inside, this);
  auto outcome = run_on_one_state(*connection, work);
  inside = outer;
  connection->roll_back();
  give_back(std::move(connection));
  return outcome;
}

bool ReaderPool::is_this_thread_inside() const {
  return inside == this;
}

std::unique_ptr<SqliteConnection> ReaderPool::take() {
  std::unique_lock lock(mutex_);
  if (!came_free_.wait_for(lock, kPatience, [this] { return !idle_.empty(); })) return nullptr;
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void ReaderPool::give_back(std::unique_ptr<SqliteConnection> connection) {
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  came_free_.notify_one();
}

}  // namespace paceline::store
