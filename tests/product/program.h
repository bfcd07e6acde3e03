// SPDX-License-Identifier: Apache-2.0
// The program itself, in a process of its own, so that it can be killed; and a small company to be killed with.
#pragma once

#include <atomic>
#include <boost/json/value.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "api/message.h"
#include "base/result.h"

namespace paceline::product {

/// Its own words, and its output. Killed at the end of its life if it still runs.
class Program {
 public:
  explicit Program(std::vector<std::string> words);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The next line; empty at the end of the output.
  [[nodiscard]] std::string line();
  void signal(int number) const;
  void kill();
  /// The most memory that it had so far, in kB.
  [[nodiscard]] std::int64_t most_memory_kb() const;
  /// The exit code; -1 when a signal ended it.
  int wait();

 private:
  pid_t pid_ = 0;
  int output_ = -1;
};

/// Where the data are, as `paceline` is told: {"--data", FOLDER} or {"--database", URL}.
using Place = std::vector<std::string>;

/// `paceline` with these words: its answer, once it has ended well. Anything else fails the test.
boost::json::value answer_of(std::vector<std::string> words, const Place& place);

/// `paceline serve`, ready. REQUIRES: it becomes ready.
class Server {
 public:
  explicit Server(const Place& place);
  [[nodiscard]] Result<api::Response> send(const api::Request& request) const;
  [[nodiscard]] std::uint16_t port() const { return port_; }
  void signal(int number) const { program_.signal(number); }
  void kill() { program_.kill(); }
  [[nodiscard]] std::int64_t most_memory_kb() const { return program_.most_memory_kb(); }

 private:
  Program program_;
  std::uint16_t port_ = 0;
};

/// Founds a company with one rep who has a quota of calls; returns the rep's token.
[[nodiscard]] std::string found_company(const Place& place);

/// A call of the rep, under the name as its idempotency key and as its external id: without a source, nothing but the
/// key keeps it from being stored twice.
[[nodiscard]] api::Request log_request(const std::string& token, const std::string& name);

/// What `paceline verify` says must be clean; returns how many activities it looked at.
std::int64_t verified_activities(const Place& place);

}  // namespace paceline::product
