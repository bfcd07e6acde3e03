// SPDX-License-Identifier: Apache-2.0
// The thread of a server that does background jobs and writes down who looked, every second.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "app/jobs.h"
#include "app/looks.h"

namespace paceline {

/// Thread-safe. Works until its destruction, which waits for the job at hand and writes what was noted last. REQUIRES:
/// unit, tools and looks outlive it.
class JobRunner {
 public:
  using Report = std::function<void(std::string_view what)>;
  /// `server`: a number that no other server has. `report` hears of a fault once, not every second.
  JobRunner(std::int64_t server, const JobTools& tools, UnitOfWork& unit, Looks& looks, Report report);
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

 private:
  void serve();
  [[nodiscard]] bool do_what_is_due();
  [[nodiscard]] bool wait_for_next(bool busy);

  const std::int64_t server_;
  const JobTools tools_;
  UnitOfWork& unit_;
  Looks& looks_;
  Report report_;
  std::string last_fault_;
  std::mutex mutex_;
  std::condition_variable end_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace paceline
