// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/group_writer.h"

#include <algorithm>
#include <bit>
#include <chrono>

namespace paceline::store {
namespace {

constexpr Statement kBegin{"sqlite.begin", "BEGIN IMMEDIATE"};
constexpr Statement kCommit{"sqlite.commit", "COMMIT"};
constexpr Statement kSavepoint{"sqlite.savepoint", "SAVEPOINT work"};
constexpr Statement kRelease{"sqlite.release", "RELEASE work"};
constexpr Statement kUndo{"sqlite.undo", "ROLLBACK TO work"};

/// 1 is in class 0, 2 in 1, 3 and 4 in 2, 5 to 8 in 3.
std::size_t size_class(std::size_t works) {
  return std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(works - 1)), WriteCounters::kSizes - 1);
}

}  // namespace

struct GroupWriter::Job {
  const Work& work;
  std::chrono::steady_clock::time_point came = std::chrono::steady_clock::now();
  Result<void> result{};
  bool finished = false;
  std::condition_variable wake{};
};

GroupWriter::GroupWriter(std::unique_ptr<SqliteConnection> connection, std::size_t batch_limit)
    : connection_(std::move(connection)), batch_limit_(batch_limit), thread_([this] { serve(); }) {}

GroupWriter::~GroupWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  something_waits_.notify_one();
  thread_.join();
}

Result<void> GroupWriter::run(const Work& work) {
  Job job{work};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&job);
  something_waits_.notify_one();
  job.wake.wait(lock, [&] { return job.finished; });
  return std::move(job.result);
}

WriteCounters GroupWriter::counters() const {
  const std::lock_guard lock(mutex_);
  WriteCounters now = counters_;
  now.waiting = static_cast<std::int64_t>(waiting_.size());
  return now;
}

void GroupWriter::serve() {
  for (;;) {
    const Batch batch = next_batch();
    if (batch.empty()) return;
    const auto outcome = commit_together(batch);
    if (!outcome) connection_->roll_back();
    finish(batch, outcome);
  }
}

// REQUIRES: the lock.
void GroupWriter::note_waits(std::span<Job* const> batch) {
  const auto now = std::chrono::steady_clock::now();
  for (const Job* job : batch)
    counters_.waited_us += std::chrono::duration_cast<std::chrono::microseconds>(now - job->came).count();
}

GroupWriter::Batch GroupWriter::next_batch() {
  std::unique_lock lock(mutex_);
  something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), batch_limit_));
  Batch batch(waiting_.begin(), waiting_.begin() + count);
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  note_waits(batch);
  return batch;
}

Result<void> GroupWriter::commit_together(std::span<Job* const> batch) {
  PACELINE_CHECK(connection_->control(kBegin));
  if (batch.size() == 1) {
    // Alone it needs no savepoint, for which SQLite copies each page before it is changed.
    do_work(*batch.front());
    return batch.front()->result ? connection_->control(kCommit) : batch.front()->result;
  }
  for (Job* job : batch) PACELINE_CHECK(run_in_savepoint(*job));
  return connection_->control(kCommit);
}

void GroupWriter::do_work(Job& job) {
  job.result = connection_->run(job.work);
  const bool work_ended_the_transaction_itself = job.result.has_value() && !connection_->in_transaction();
  PACELINE_ASSERT(!work_ended_the_transaction_itself);
}

// Fails when the transaction is lost with all that is in it; an error of the work itself is only the work's result.
Result<void> GroupWriter::run_in_savepoint(Job& job) {
  PACELINE_CHECK(connection_->control(kSavepoint));
  do_work(job);
  if (!connection_->in_transaction()) return job.result;
  if (!job.result) PACELINE_CHECK(connection_->control(kUndo));
  return connection_->control(kRelease);
}

void GroupWriter::finish(std::span<Job* const> batch, const Result<void>& outcome) {
  const std::lock_guard lock(mutex_);
  counters_.works += static_cast<std::int64_t>(batch.size());
  counters_.commits += outcome ? 1 : 0;
  counters_.committed += outcome ? static_cast<std::int64_t>(batch.size()) : 0;
  // Alone, an error of the work is that of the commit.
  counters_.failed += !outcome && (batch.size() > 1 || batch.front()->result) ? 1 : 0;
  if (outcome) ++counters_.sizes.at(size_class(batch.size()));
  for (Job* job : batch) {
    if (job->result && !outcome) job->result = outcome;
    job->finished = true;
    job->wake.notify_one();  // under the lock: the job is gone once its caller has seen it finished
  }
}

}  // namespace paceline::store
