// SPDX-License-Identifier: Apache-2.0
// Child processes that cannot outlive the test: every wait has an end, and what does not end by then is killed by its
// id.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace paceline::cases {

inline constexpr std::chrono::seconds kPatience{60};

struct Finished {
  int exit_code = -1;  ///< -1: it did not end by itself
  std::string out;
  std::string err;
};

/// A program with its arguments, begun in `folder`. Its standard input is empty.
class Child {
 public:
  Child(const std::string& program, const std::vector<std::string>& arguments, const std::string& folder);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  Child(Child&&) = delete;
  Child& operator=(Child&&) = delete;

  /// The first line of standard output; empty when none comes in time.
  [[nodiscard]] std::string first_line();
  /// Asks it to stop and waits for its end.
  void stop();
  /// Reads both streams until it ends.
  [[nodiscard]] Finished wait();

 private:
  using Clock = std::chrono::steady_clock;
  /// Whether there may be more to read before the deadline.
  bool read_more(Clock::time_point deadline);
  void wait_for_end(Clock::time_point deadline);

  pid_t id_ = -1;
  int out_ = -1;
  int err_ = -1;
  Finished finished_;
};

}  // namespace paceline::cases
