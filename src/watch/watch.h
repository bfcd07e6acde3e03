// SPDX-License-Identifier: Apache-2.0
// What a server tells about itself while it works: it counts, and it logs what is of the level that was asked for.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/ports/clock.h"
#include "watch/line_writer.h"
#include "watch/request_log.h"
#include "watch/tallies.h"

namespace paceline {

struct LogOptions {
  LogLevel level = LogLevel::none;
  std::string file;  ///< empty: standard error
};

/// Thread-safe. REQUIRES: the clock outlives it.
class Watch {
 public:
  /// Returns unavailable "log.unusable".
  [[nodiscard]] static Result<std::unique_ptr<Watch>> open(LogOptions options, const Clock& clock);

  void note(const http::Answered& answered);
  void note(const JobDone& job);
  /// What somebody must look at: on standard error in any case.
  void fault(std::string_view what);

  [[nodiscard]] const Tallies& tallies() const { return tallies_; }
  [[nodiscard]] std::int64_t lost_lines() const { return log_ ? log_->lost() : 0; }
  [[nodiscard]] Instant started() const { return started_; }

 private:
  Watch(LogOptions options, const Clock& clock, std::unique_ptr<LineWriter> log);

  const LogOptions options_;
  const Clock& clock_;
  const Instant started_;
  Tallies tallies_;
  std::unique_ptr<LineWriter> log_;  // null: nothing is logged
};

/// "paceline: WHAT" on standard error.
void say_fault(std::string_view what);

}  // namespace paceline
