// SPDX-License-Identifier: Apache-2.0
#include "watch/watch.h"

#include <cstdio>
#include <utility>

namespace paceline {

void say_fault(std::string_view what) {
  std::fprintf(stderr, "paceline: %.*s\n", static_cast<int>(what.size()), what.data());
}

Result<std::unique_ptr<Watch>> Watch::open(LogOptions options, const Clock& clock) {
  std::unique_ptr<LineWriter> log;
  if (options.level != LogLevel::none) {
    PACELINE_TRY(log, LineWriter::open(options.file));
  }
  return std::unique_ptr<Watch>(new Watch(std::move(options), clock, std::move(log)));
}

Watch::Watch(LogOptions options, const Clock& clock, std::unique_ptr<LineWriter> log)
    : options_(std::move(options)), clock_(clock), started_(clock.now()), log_(std::move(log)) {}

void Watch::note(const http::Answered& answered) {
  tallies_.count(answered);
  if (log_ && is_logged(options_.level, answered)) log_->write(line_of(answered, clock_.now()));
}

void Watch::note(const JobDone& job) {
  tallies_.count(job);
  if (log_ && is_logged(options_.level, job)) log_->write(line_of(job, clock_.now()));
}

void Watch::fault(std::string_view what) {
  tallies_.count_fault();
  if (log_) log_->write(line_of_fault(what, clock_.now()));
  if (!log_ || !options_.file.empty()) say_fault(what);
}

}  // namespace paceline
