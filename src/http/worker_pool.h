// SPDX-License-Identifier: Apache-2.0
// Threads that run jobs which may wait for the database, and a queue of bounded length before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace paceline::http {

class WorkerPool {
 public:
  /// REQUIRES: threads >= 1. A thread is started when a job finds none idle, up to `threads`.
  WorkerPool(int threads, std::size_t queue_length)
      : most_threads_(static_cast<std::size_t>(threads)), queue_length_(queue_length) {}
  ~WorkerPool() { stop(); }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Returns false, and does nothing, when the queue is full or the pool is stopped. The job must not throw.
  [[nodiscard]] bool try_submit(std::function<void()> job);

  /// Jobs that no thread has begun.
  [[nodiscard]] std::size_t waiting() const;

  /// Finishes all jobs, then ends the threads. Not from a job.
  void stop();

 private:
  [[nodiscard]] bool start_thread();
  void work();

  const std::size_t most_threads_;
  const std::size_t queue_length_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
};

}  // namespace paceline::http
