// SPDX-License-Identifier: Apache-2.0
// What a server counts of itself while it works: requests by the pattern of their route, never by a path with ids in
// it; jobs by their key. Labels are words of the program's own tables only, so there are never more of them than rows
// there, whatever clients send.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "app/jobs.h"
#include "http/server.h"
#include "watch/metrics_text.h"

namespace paceline {

/// Thread-safe.
class Tallies {
 public:
  void count(const http::Answered& answered);
  void count(const JobDone& job);
  void count_fault();

  void write(MetricsText& text) const;

 private:
  /// Route, method.
  using Asked = std::pair<std::string_view, std::string_view>;
  struct Answers {
    std::array<std::int64_t, 6> by_class{};  ///< of status 1xx to 5xx, from place 1
    Histogram durations;
    std::int64_t bytes = 0;
  };
  /// Key of the job, "done" or "failed".
  using Job = std::pair<std::string, std::string_view>;

  void write_requests(MetricsText& text) const;
  void write_jobs(MetricsText& text) const;

  mutable std::mutex mutex_;
  std::map<Asked, Answers> requests_;
  std::map<Job, std::int64_t> jobs_;
  std::map<std::string, double> job_seconds_;
  std::int64_t refused_sign_ins_ = 0;
  std::int64_t too_many_sign_ins_ = 0;
  std::int64_t cut_off_ = 0;
  std::int64_t faults_ = 0;
};

/// The word of a method: "GET"; "none" of what was no request.
[[nodiscard]] std::string_view word_of(std::optional<api::Method> method);
/// The pattern of its route, "page" for a file of the page, "unknown" for a path that no route has.
[[nodiscard]] std::string_view route_of(const http::Answered& answered);

}  // namespace paceline
