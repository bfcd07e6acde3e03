// SPDX-License-Identifier: Apache-2.0
// Lines into a file, by a thread of its own: who logs never waits for a disk or for whoever reads the other end. Lines
// that nobody takes away fast enough are lost, and counted.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/result.h"

namespace paceline {

/// Thread-safe. Its destruction writes what is left, unless nobody takes it.
class LineWriter {
 public:
  static constexpr std::size_t kMostWaiting = 4 * 1024 * 1024;  ///< bytes

  /// Appends to the file, which is made readable by its owner only; empty: standard error. Returns unavailable
  /// "log.unusable".
  [[nodiscard]] static Result<std::unique_ptr<LineWriter>> open(const std::string& file);
  ~LineWriter();
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  /// One line, without its end.
  void write(std::string_view line);
  [[nodiscard]] std::int64_t lost() const;

 private:
  LineWriter(int number, bool own);
  void serve();

  const int number_;
  const bool own_;
  mutable std::mutex mutex_;
  std::condition_variable something_waits_;
  std::string waiting_;
  std::int64_t lost_ = 0;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace paceline
