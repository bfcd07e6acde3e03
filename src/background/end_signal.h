// SPDX-License-Identifier: Apache-2.0
// SIGINT and SIGTERM of a server. While it starts, or waits for a database that is away, they end the program at once,
// as they end any other: nothing is lost, since a start that was cut off is made up for by the next. Once it is at
// work it is told, and ends in good order.
#pragma once

#include <signal.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace paceline {

/// REQUIRES: made before any other thread begins, since no other may take the signals.
class EndSignal {
 public:
  EndSignal();
  ~EndSignal();
  EndSignal(const EndSignal&) = delete;
  EndSignal& operator=(const EndSignal&) = delete;

  /// From now on the program ends in good order.
  void at_work() { at_work_ = true; }
  /// Returns at once when it came.
  [[nodiscard]] bool came_within(std::chrono::milliseconds time);

 private:
  void serve();

  sigset_t signals_{};
  std::atomic<bool> at_work_ = false;
  std::atomic<bool> ending_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool came_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace paceline
