// SPDX-License-Identifier: Apache-2.0
#include "background/job_runner.h"

#include <chrono>
#include <utility>

namespace paceline {
namespace {

constexpr std::chrono::seconds kPause{1};

}  // namespace

JobRunner::JobRunner(std::int64_t server, const JobTools& tools, UnitOfWork& unit, Looks& looks, Report report)
    : server_(server), tools_(tools), unit_(unit), looks_(looks), report_(std::move(report)), thread_([this] {
        serve();
      }) {}

JobRunner::~JobRunner() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  end_.notify_one();
  thread_.join();
}

void JobRunner::serve() {
  bool busy = false;
  do {
    busy = do_what_is_due();
  } while (wait_for_next(busy));
  if (!looks_.store(unit_)) report_("who looked last could not be written");
}

// Whether anything was: then there may be more, and nobody need wait for it.
bool JobRunner::do_what_is_due() {
  const auto noted = looks_.store(unit_);
  const auto done = noted ? do_due_jobs(server_, tools_, unit_) : Result<int>(tl::unexpected(noted.error()));
  const std::string fault = done ? "" : done.error().code;
  if (!fault.empty() && fault != last_fault_) report_("background jobs: " + fault);
  last_fault_ = fault;
  return done.value_or(0) > 0;
}

// Whether there is to be another time.
bool JobRunner::wait_for_next(bool busy) {
  std::unique_lock lock(mutex_);
  return !end_.wait_for(lock, busy ? std::chrono::seconds(0) : kPause, [this] { return stopping_; });
}

}  // namespace paceline
