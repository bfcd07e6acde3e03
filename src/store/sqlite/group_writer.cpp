// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/group_writer.h"

#include <algorithm>

namespace paceline::store {
namespace {

constexpr Statement kBegin{"sqlite.begin", "BEGIN IMMEDIATE"};
constexpr Statement kCommit{"sqlite.commit", "COMMIT"};
constexpr Statement kSavepoint{"sqlite.savepoint", "SAVEPOINT work"};
constexpr Statement kRelease{"sqlite.release", "RELEASE work"};
constexpr Statement kUndo{"sqlite.undo", "ROLLBACK TO work"};

}  // namespace

struct GroupWriter::Job {
  const Work& work;
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
  return counters_;
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

GroupWriter::Batch GroupWriter::next_batch() {
  std::unique_lock lock(mutex_);
  something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), batch_limit_));
  Batch batch(waiting_.begin(), waiting_.begin() + count);
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  return batch;
}

Result<void> GroupWriter::commit_together(std::span<Job* const> batch) {
  PACELINE_CHECK(connection_->control(kBegin));
  for (Job* job : batch) PACELINE_CHECK(run_in_savepoint(*job));
  return connection_->control(kCommit);
}

// Fails when the transaction is lost with all that is in it; an error of the work itself is only the work's result.
Result<void> GroupWriter::run_in_savepoint(Job& job) {
  PACELINE_CHECK(connection_->control(kSavepoint));
  job.result = connection_->run(job.work);
  if (!connection_->in_transaction()) {
    const bool work_ended_the_transaction_itself = job.result.has_value();
    PACELINE_ASSERT(!work_ended_the_transaction_itself);
    return job.result;
  }
  if (!job.result) PACELINE_CHECK(connection_->control(kUndo));
  return connection_->control(kRelease);
}

void GroupWriter::finish(std::span<Job* const> batch, const Result<void>& outcome) {
  const std::lock_guard lock(mutex_);
  counters_.works += static_cast<std::int64_t>(batch.size());
  counters_.commits += outcome ? 1 : 0;
  for (Job* job : batch) {
    if (job->result && !outcome) job->result = outcome;
    job->finished = true;
    job->wake.notify_one();  // under the lock: the job is gone once its caller has seen it finished
  }
}

}  // namespace paceline::store
